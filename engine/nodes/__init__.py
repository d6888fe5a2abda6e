"""One file per node type; each is found by its file, nothing is listed by hand."""
