"""Commands by which people set something for themselves."""
