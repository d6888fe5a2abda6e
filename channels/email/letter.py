"""A mail as it is sent, and the port to whoever sends it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.base import ChannelError, Finding, MessageRef, RetryAfter
from channels.views import Content

_ADDRESS = re.compile(r"<?[^\s<>@:;,]+@[^\s<>@:;,]+>?")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in plain text and HTML, made once: a repetition sends the same bytes.

    `id` is a Message-ID of ours and `thread` that of the first mail of its thread, both in angle brackets; `tags` come
    back with what the provider tells of the mail.
    """

    to: str
    subject: str
    text: str
    html: str
    id: str
    thread: str = ""
    tags: Mapping[str, str] | None = None
    files: Sequence[Content] = ()


def impersonal(text: str) -> str:
    """What a provider says, without the addresses in it: it goes to the log."""
    return _ADDRESS.sub("an address", text)


class Repeated(ChannelError):
    """Another mail was taken under this key before: this one was not sent, and must not be."""


class Locked(RetryAfter):
    """The provider refuses our key or password: every mail waits until somebody mends it."""


class Post(Protocol):
    """A mail provider. Raises `ChannelError`."""

    room: int
    """How many bytes of files one mail holds, before they are spelled for the wire."""

    async def send(self, letter: Letter, key: str) -> MessageRef:
        """Send a mail, where the provider can tell once per key; answers the provider's id of it."""

    async def message_id(self, ref: MessageRef) -> str:
        """The Message-ID under which a mail went out, "" if only our own is known."""

    async def look(self) -> Sequence[Finding]:
        """Whether mails can be sent; nothing is sent."""

    async def close(self) -> None:
        """Let go of connections."""
