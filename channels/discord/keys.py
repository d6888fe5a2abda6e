"""What a send's key becomes on Discord, so that a repetition is known as one."""

import hashlib
from base64 import b32encode
from collections.abc import Mapping
from typing import Any

MOST_NONCE = 25
_OF_DISCORD = 2**20
"""Below this are the ids that Discord gives to components that have none."""


def nonce_of(key: str) -> str:
    """What makes a message one per key within minutes, https://docs.discord.com/developers/resources/message."""
    return b32encode(_digest(key))[:MOST_NONCE].decode()


def mark_of(key: str) -> int:
    """The id of a card's outermost component, by which it is found later: a positive number of 31 bits."""
    return int.from_bytes(_digest(key)[:4]) % (2**31 - _OF_DISCORD) + _OF_DISCORD


def mark_on(message: Mapping[str, Any]) -> int | None:
    """The mark that a message carries, as Discord sent it."""
    for outermost in message.get("components") or ():
        return int(outermost["id"]) if "id" in outermost else None
    return None


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
