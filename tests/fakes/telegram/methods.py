"""The table of all methods that are modelled."""

from tests.fakes.telegram import editing, hooks, receiving, sending, tapping, topics
from tests.fakes.telegram.calls import METHODS

MODULES = (editing, hooks, receiving, sending, tapping, topics)

__all__ = ["METHODS", "MODULES"]
