"""The tables over time: one file per change, applied in the order of their names."""
