"""Fixtures of every room."""

pytest_plugins = ["tests.fakes.migrated", "tests.fakes.postgres"]
