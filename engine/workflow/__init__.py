"""The workflow file: read, checked, and kept as one pinned version."""
