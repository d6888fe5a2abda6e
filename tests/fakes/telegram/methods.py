"""The table of all methods that are modelled."""

from tests.fakes.telegram import copying, editing, hooks, looking, media, menus, receiving, sending, tapping, topics
from tests.fakes.telegram.calls import METHODS
from tests.fakes.telegram.schema import Schema

MODULES = (copying, editing, hooks, looking, media, menus, receiving, sending, tapping, topics)
FILES = tuple(media.SENT_AS)
"""Parameters that a file part may stand for."""

__all__ = ["FILES", "METHODS", "MODULES", "spelling"]


def spelling(method: str, schema: Schema) -> str:
    """Method names are case-insensitive."""
    known = {name.lower(): name for name in METHODS}
    return known.get(method.lower(), schema.spelling(method))
