"""What requests of the page may say: each value is read here, or refused in words."""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from aiohttp import web

MOST_TEXT_BYTES = 4 * 2**20
MOST_TOKEN_LENGTH = 256

_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_NUMBER = re.compile(r"[0-9]{1,18}")
_MOST_NUMBER = 10**18
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Refused(Exception):
    """A request that is answered with a status and one of `WORDS`."""

    def __init__(self, status: int, word: str = "play-error-request") -> None:
        super().__init__(word)
        self.status = status
        self.word = word


async def posted(request: web.Request) -> Mapping[str, Any]:
    """The JSON object that was sent."""
    try:
        data = json.loads(await request.read())
    except web.HTTPRequestEntityTooLarge as error:
        raise Refused(413, "play-error-long") from error
    except (ValueError, RecursionError) as error:
        raise Refused(400) from error
    if not isinstance(data, dict):
        raise Refused(400)
    return data


def text(value: object, *, optional: bool = False) -> str:
    """What somebody wrote; nothing at all only where that is allowed."""
    if optional and (value is None or value == ""):
        return ""
    if not isinstance(value, str) or not (optional or value.strip()):
        raise Refused(400, "play-error-empty")
    words = storable(value)
    if len(words.encode()) > MOST_TEXT_BYTES:
        raise Refused(413, "play-error-long")
    return words


def storable(value: str) -> str:
    """The same text with a visible mark for what no database keeps: null and half a surrogate pair."""
    return _UNSTORABLE.sub("\ufffd", value)


def token(value: object) -> str:
    """The payload of a button."""
    if not isinstance(value, str) or not 0 < len(value) <= MOST_TOKEN_LENGTH:
        raise Refused(400)
    return storable(value)


def message_id(value: object) -> str:
    """The id that a page gave to what it sends."""
    if not isinstance(value, str) or not _MESSAGE_ID.fullmatch(value):
        raise Refused(400)
    return value


def item_id(value: object) -> int:
    """The number of an item on the board."""
    if not is_item_id(value):
        raise Refused(400)
    return value


def is_item_id(value: object) -> TypeGuard[int]:
    """Whether an item on the board may have this number."""
    return type(value) is int and 0 < value < _MOST_NUMBER


def locale(value: object) -> str:
    """The reader's language as a tag; "" for what is none."""
    return value if isinstance(value, str) and _LOCALE.fullmatch(value) else ""


def version(value: str) -> int:
    """Where a stream goes on; from the beginning if that cannot be read."""
    return int(value) if _NUMBER.fullmatch(value) else 0
