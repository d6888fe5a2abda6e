"""What the pages of the record show, and whom they ask for it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer


@dataclass(frozen=True, slots=True)
class AskedRows:
    """Which rows somebody wants to see; what is empty does not matter. Rows come before the number `before`, if any."""

    event: str = ""
    subject: str = ""
    actor: str = ""
    since: date | None = None
    until: date | None = None
    before: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the record: `event` and `who` in words where there are any, `code` and `actor` as they stand there."""

    number: int
    at: Moment
    event: str
    code: str
    who: str
    actor: str
    subject: str
    link: str
    detail: str
    hash: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of the record, newest first.

    `before` is where it goes on, 0 where it does not. `reached` is the moment up to which rows were gone through if
    there was no time to find as many as have room.
    """

    rows: Sequence[Row]
    before: int = 0
    reached: Moment | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose doings can be sought."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Check:
    """The last check of the chain: under way, or with its result in words."""

    is_running: bool
    checked: int
    whole: int
    text: str
    is_good: bool
    at: Moment | None = None


class Form(StrEnum):
    """How the record is written to a file."""

    CSV = "csv"
    JSONL = "jsonl"


class Record(Protocol):
    """Whoever reads in the record, for operators only."""

    async def rows(self, viewer: Viewer, asked: AskedRows) -> Rows:
        """The newest rows that are sought."""

    async def known_events(self, viewer: Viewer) -> Mapping[str, str]:
        """What can be sought by its event, in words."""

    async def people(self, viewer: Viewer) -> Sequence[Person]:
        """Whose doings can be sought."""

    def check(self, viewer: Viewer) -> Check | None:
        """How the last check of the chain stands; None if there was none since the start."""

    async def begin_check(self, viewer: Viewer) -> bool:
        """Check the whole chain in the background; False if that is being done already."""

    async def export(self, viewer: Viewer, asked: AskedRows, form: Form) -> AsyncIterator[str]:
        """Put on record that somebody takes a copy, and answer it piece by piece: all rows sought, oldest first."""
