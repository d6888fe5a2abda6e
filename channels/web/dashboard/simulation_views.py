"""What the page that plays a story shows, and what it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Viewer


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be played against a bot's workflow: the stories beside its file, and the tool servers that are started.

    `hindrance` says why nothing can be played, "" if it can.
    """

    bot: str
    name: str
    stories: Sequence[str]
    servers: Sequence[str]
    hindrance: str = ""


@dataclass(frozen=True, slots=True)
class PlayedLine:
    """A line of a story: `result` is `ok`, `failed` or `left`, which was not come to; `seen` is what was there."""

    number: int
    source: str
    result: str
    label: str
    seen: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a story; `told` sums it up."""

    story: str
    is_fine: bool
    told: str
    lines: Sequence[PlayedLine] = ()


class SimulationPort(Protocol):
    """What the page needs of the house; nobody but operators is told anything."""

    async def shelf(self, viewer: Viewer, bot: str) -> Shelf | None:
        """What can be played; None if there is no such bot."""

    async def story(self, viewer: Viewer, bot: str, name: str) -> str:
        """The text of a story beside the workflow's file, "" if there is none of that name."""

    async def play(self, viewer: Viewer, bot: str, story: str) -> Played | None:
        """Play a story in a process of its own, far from all that is live."""
