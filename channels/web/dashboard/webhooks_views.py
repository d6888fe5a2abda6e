"""Webhooks as operators see them, and the port by which they are set up and removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer


@dataclass(frozen=True, slots=True)
class CallListed:
    """Something that was told, or is to be; `state` is `new`, `done` or `dead`, `outcome` what came of the last try."""

    id: int
    event: str
    state: str
    status: str
    outcome: str
    tries: int
    at: Moment


@dataclass(frozen=True, slots=True)
class HookListed:
    """An address with what it was told last."""

    id: str
    url: str
    events: tuple[str, ...]
    bot: str
    by: str
    since: Moment
    calls: Sequence[CallListed]


@dataclass(frozen=True, slots=True)
class HookWish:
    """An address that is to be told of `events` of a bot or, with "", of all."""

    url: str
    events: tuple[str, ...]
    bot: str


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret to be shown this once; or why there is none, in words."""

    text: str = ""
    refusal: str = ""


class WebhooksOfHouse(Protocol):
    """The addresses; whoever asks is an operator."""

    events: Sequence[str]
    """What an address can be told."""

    def bots(self) -> Sequence[tuple[str, str]]:
        """The bots by their ids and names."""

    async def listed(self, viewer: Viewer) -> Sequence[HookListed]:
        """Every address, the newest first."""

    async def add(self, viewer: Viewer, wish: HookWish) -> Secret:
        """Set an address up."""

    async def renew(self, viewer: Viewer, id: str) -> Secret:
        """Give an address another secret; one without text for an address that is not there."""

    async def end(self, viewer: Viewer, id: str) -> bool:
        """Remove an address; False if it is not there."""

    async def ping(self, viewer: Viewer, id: str) -> bool:
        """Try whether it listens; False if it is not there."""

    async def again(self, viewer: Viewer, id: str, call: int) -> bool:
        """Make a call once more; False if there is no such."""
