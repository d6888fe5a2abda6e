"""What the pages of statistics show, and whom they ask for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from channels.web.dashboard.base import Viewer

DAYS = (7, 30, 90, 365)
"""The periods that are offered, in days until now."""
USUAL_DAYS = 30


@dataclass(frozen=True, slots=True)
class AskedFigures:
    """What somebody wants to see: the last `days`, or whole days of their calendar; of one bot, of one team."""

    days: int = USUAL_DAYS
    since: date | None = None
    until: date | None = None
    bot: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen in a filter."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `id` is its name where programs read it."""

    id: str
    title: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as people read it, and as programs do."""

    text: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing in a chart: its value, and a second one to compare it with, each also in words."""

    label: str
    value: float
    text: str
    other: float = 0
    other_text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers; `series` names the values of each bar if there are two. Time runs from left to right."""

    bars: Sequence[Bar]
    series: tuple[str, ...] = ()
    is_time: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers under one title, with a chart of them where a picture says more."""

    id: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the numbers that stand on top."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The statistics of a period; `told` is what their reader has to know of them."""

    period: str
    facts: Sequence[Fact]
    tables: Sequence[Table]
    bots: Sequence[Choice]
    teams: Sequence[Choice]
    told: Sequence[str] = field(default=())


class Statistics(Protocol):
    """Whoever knows the figures; nobody is told more than what they may see."""

    async def figures(self, viewer: Viewer, asked: AskedFigures) -> Figures:
        """The figures of what this viewer may decide or, for an operator, of everything."""
