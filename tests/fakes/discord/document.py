"""Discord's OpenAPI 3.1 document (discord/discord-api-spec, 2026-07), with the names that `newer` allows."""

import functools
from typing import Any

from tests.fakes import platform_data
from tests.fakes.discord import newer


@functools.cache
def load() -> dict[str, Any] | None:
    """The document, or None where it is absent."""
    document = platform_data.load("discord-openapi.json")
    if document is None:
        return None
    for name, fields in newer.TYPES.items():
        document["components"]["schemas"][name]["properties"].update(fields)
    return document
