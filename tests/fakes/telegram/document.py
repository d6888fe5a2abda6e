"""The Bot API's machine-readable document (Bot API 10.1), with the newer names that `newer` allows."""

import functools
from typing import Any

from tests.fakes import platform_data
from tests.fakes.telegram import newer


@functools.cache
def load() -> dict[str, Any] | None:
    """`{"methods": ..., "types": ...}`, or None where the document is absent."""
    document = platform_data.load("telegram-bot-api.json")
    if document is None:
        return None
    for name, fields in newer.TYPES.items():
        document["types"][name]["fields"].extend(fields)
    for name, fields in newer.METHODS.items():
        document["methods"][name]["fields"].extend(fields)
    document["types"].update(newer.NEW_TYPES)
    return document
