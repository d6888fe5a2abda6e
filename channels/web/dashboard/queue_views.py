"""What the list of requests shows, what can be looked for in it, and whom it asks for that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer

OPEN, CLOSED, ALL = "open", "closed", "all"
ENDS = ("approved", "rejected", "chosen", "timed_out", "cancelled", "retried", "confirmed", "stopped")
"""How a request may have ended."""
STATES = (OPEN, ALL, CLOSED, *ENDS)
MOST_TOGETHER = 20
"""How many requests are decided together at most."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page begins, behind a request or, if `back`, before it; `part` counts the lists that make up the page."""

    part: int
    opened_at: int
    id: str
    back: bool = False

    def __str__(self) -> str:
        return f"{self.part}.{self.opened_at}.{self.id}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; an empty text, or None, asks for nothing."""

    state: str = OPEN
    bot: str = ""
    team: str = ""
    person: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None
    mine: bool = False
    unclaimed: bool = False
    together: bool = False
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One request in the list."""

    id: str
    short_id: str
    edition: int
    title: str
    reason: str
    bot: str
    opened: Moment
    age: str
    teams: str
    votes: str
    urgency: str
    """`fine`, `soon`, `late`, `overdue` or `paused`; "" for what is closed, or has no time to keep."""
    due: str
    claimed_by: str
    is_mine: bool
    may_be_claimed: bool
    may_be_decided: bool
    together: bool
    """Whether it may be decided together with others."""
    state: str
    """How it ended, or "" while it is open."""
    ended_by: str
    ended: Moment | None


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the list."""

    items: Sequence[Item]
    count: int
    is_more: bool
    """Whether there are more than are counted."""
    earlier: Spot | None
    later: Spot | None
    behind: int
    """How many entries of the record the list does not know yet."""
    as_of: Moment | None


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose among, by its id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a viewer may narrow the list by."""

    bots: Sequence[Named]
    teams: Sequence[Named]
    people: Sequence[Named]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one request, in words."""

    short_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Requests that are about to be decided together, and those that cannot be, each with the reason."""

    items: Sequence[Item]
    refused: Sequence[Told]
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class Handled:
    """What somebody is told who wanted to look after a request, or not any more."""

    text: str
    alert: bool


class Requests(Protocol):
    """The requests that a viewer may see, and no others."""

    def choices(self, viewer: Viewer) -> Choices:
        """What this viewer may narrow the list by."""

    async def queue(self, viewer: Viewer, wish: Wish) -> Queue:
        """A page of the list."""

    async def chosen(self, viewer: Viewer, names: Sequence[str], rejects: bool) -> Chosen:
        """The requests of these names (`id.edition`), before they are decided together."""

    async def decide(self, viewer: Viewer, names: Sequence[str], rejects: bool, reason: str) -> Sequence[Told]:
        """Decide each by itself, as if it was the only one."""

    async def handle(self, viewer: Viewer, id: str, releases: bool) -> Handled | None:
        """Have the viewer look after a request, or not any more; None for one that they may not see."""
