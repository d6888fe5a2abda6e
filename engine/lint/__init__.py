"""Warnings about a workflow that loads: what an author would regret."""
