"""The port between the dashboard's pages and the house; what each subject needs besides stands in its own module."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class Say(Protocol):
    """A message of ours in a language: `say(locale, message_id, **args)`."""

    def __call__(self, locale: str, message_id: str, **args: Any) -> str: ...


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who is signed in, as they are at this moment; `session` is what their session is known by."""

    person: str
    name: str
    locale: str
    session: str
    is_operator: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment for its reader: in words, in whole, and for machines."""

    text: str
    iso: str
    title: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session as its person sees it in the list of theirs; `id` names it in forms."""

    id: str
    agent: str
    since: Moment
    seen: Moment
    ends: Moment
    is_this: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that has just begun: what the cookie holds, and until when."""

    cookie: str
    ends_at: datetime
    viewer: Viewer


class Sessions(Protocol):
    """Who may come in."""

    async def viewer(self, cookie: str) -> Viewer | None:
        """Whoever has this cookie, if their session has not ended and they are still somebody we know."""

    async def invited(self, token: str) -> str | None:
        """The name of the person whose link this is, as long as it can be used; nothing is used up."""

    async def sign_in(self, token: str, agent: str) -> SignedIn | None:
        """Use a link up and begin a session; None if it is none of ours, used, or too old."""

    async def mail_link(self, address: str, locale: str) -> None:
        """Mail a link to an address if it is a reviewer's; whoever asks is told the same in any case."""

    async def listed(self, viewer: Viewer) -> Sequence[OpenSession]:
        """The sessions of this person, this one among them."""

    async def end(self, viewer: Viewer, id: str) -> None:
        """End a session of this person."""

    async def refused(self, viewer: Viewer, what: str) -> None:
        """Put on record that somebody wanted to see or do what is not theirs."""


class Tide(Protocol):
    """Tells when anything has changed."""

    def follow(self) -> AsyncIterator[str]:
        """A text for each state of the record, the present one first, for as long as the server runs; "" is a beat."""
