"""The keys of programs as their person sees them, and the port by which they are made and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer


@dataclass(frozen=True, slots=True)
class KeyListed:
    """A key in the list; `ends` and `used` are None for never."""

    id: str
    name: str
    scopes: tuple[str, ...]
    since: Moment
    used: Moment | None
    ends: Moment | None


@dataclass(frozen=True, slots=True)
class KeyWish:
    """What a new key is to be; without `days` it does not end by itself."""

    name: str
    scopes: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class KeyMade:
    """A new key, to be shown this once; or why there is none, in words."""

    token: str = ""
    refusal: str = ""


class KeysOfViewer(Protocol):
    """The keys of whoever is signed in."""

    def scopes(self, viewer: Viewer) -> Sequence[str]:
        """What their keys may be for."""

    async def listed(self, viewer: Viewer) -> Sequence[KeyListed]:
        """Their keys, the newest first."""

    async def make(self, viewer: Viewer, wish: KeyWish) -> KeyMade:
        """Make a key."""

    async def end(self, viewer: Viewer, id: str) -> bool:
        """Take one of theirs back; False if they have no such."""
