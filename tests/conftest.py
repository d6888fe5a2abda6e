"""Fixtures of every room."""

pytest_plugins = ["tests.fakes.postgres"]
