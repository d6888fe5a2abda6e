"""What Assent costs; run by `make bench`."""
