"""Refunds above 500 dollars wait for a person: the workflow, and the shop that it works on, as two MCP servers."""
