"""The table of all methods that are modelled."""

from tests.fakes.telegram import copying, editing, hooks, looking, media, menus, receiving, sending, tapping, topics
from tests.fakes.telegram.calls import METHODS

MODULES = (copying, editing, hooks, looking, media, menus, receiving, sending, tapping, topics)

__all__ = ["METHODS", "MODULES"]
