"""What the pages of undelivered messages show, and what they ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer


@dataclass(frozen=True, slots=True)
class LetterLine:
    """Something that was not delivered (yet); `hindrance` says why it cannot be tried again, "" if it can.

    `doubt` says that it may have arrived all the same; `run` is "" where no run has ordered it.
    """

    id: int
    kind: str
    place: str
    why: str
    attempts: int
    ordered: Moment | None
    run: str
    hindrance: str
    doubt: str = ""
    again: Moment | None = None


@dataclass(frozen=True, slots=True)
class LetterList:
    """What was given up, the newest first, and what is still being tried; `older` is where the next page begins."""

    dead: Sequence[LetterLine]
    troubled: Sequence[LetterLine]
    older: str = ""


class LettersPort(Protocol):
    """What the pages need of the house; nobody but operators is told anything."""

    async def listed(self, viewer: Viewer, before: str) -> LetterList:
        """What was not delivered."""

    async def shown(self, viewer: Viewer, letter: str) -> LetterLine | None:
        """One of those that were given up; None if there is none, or not any more."""

    async def retry(self, viewer: Viewer, letter: str) -> tuple[str, bool]:
        """Try it again from the start; what is told of it, and whether that is an alert."""
