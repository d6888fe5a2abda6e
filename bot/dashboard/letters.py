"""What could not be delivered, for operators: why, and whether it can be tried once more."""

from collections.abc import Callable
from typing import Any

from bot.dashboard.readers import Readers
from bot.desk import Desk
from bot.outbox import LONGEST
from channels.base import Unconfirmed
from channels.text import visible
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.letters_views import LetterLine, LetterList
from storage.letters import REPEATABLE, Letter, StoredLetters

PAGE = 50
MOST_TROUBLED = 100
_ERASED = ("mail", "text", "files", "relay")
"""Kinds that are erased when they are given up: a mail may be a code, a text stands in the conversation."""


class Letters:
    """`channels.web.dashboard.letters_views.LettersPort`."""

    def __init__(self, letters: StoredLetters, desk: Desk, readers: Readers, wake_outbox: Callable[[], None]) -> None:
        self._letters = letters
        self._desk = desk
        self._readers = readers
        self._wake_outbox = wake_outbox

    async def listed(self, viewer: Viewer, before: str) -> LetterList:
        """What was given up, and what is still being tried on the first page of that."""
        if not self._may(viewer):
            return LetterList((), ())
        behind = _number(before)
        found = await self._letters.dead(PAGE + 1, behind)
        troubled = await self._letters.troubled(MOST_TROUBLED) if behind is None else ()
        older = str(found[PAGE - 1].id) if len(found) > PAGE else ""
        dead = [self._line(viewer, each) for each in found[:PAGE]]
        return LetterList(dead, [self._line(viewer, each) for each in troubled], older)

    async def shown(self, viewer: Viewer, letter: str) -> LetterLine | None:
        """One of those that were given up."""
        number = _number(letter)
        found = await self._letters.letter(number) if number is not None and self._may(viewer) else None
        return self._line(viewer, found) if found else None

    async def retry(self, viewer: Viewer, letter: str) -> tuple[str, bool]:
        """Try it again from the start, in the name of the viewer."""
        number, account = _number(letter), self._readers.actor(viewer).account
        now = self._readers.clock.now()
        if number is None or not self._may(viewer) or not await self._letters.retry(number, account, now):
            return self._text(viewer, "dash-letter-not-dead"), True
        self._wake_outbox()
        return self._text(viewer, "dash-letter-retried"), False

    def _line(self, viewer: Viewer, letter: Letter) -> LetterLine:
        moment = self._readers.moment
        may_be_there = letter.repeatable and letter.detail.startswith(Unconfirmed.__name__)
        return LetterLine(
            letter.id, self._text(viewer, f"dash-letter-kind-{letter.kind}"), visible(letter.lane),
            visible(letter.detail)[:LONGEST], letter.attempts,
            moment(viewer, letter.ordered_at) if letter.ordered_at else None, letter.run,
            self._hindrance(viewer, letter), self._text(viewer, "dash-letter-doubt") if may_be_there else "",
            moment(viewer, letter.due_at) if letter.due_at else None,
        )  # fmt: skip

    def _hindrance(self, viewer: Viewer, letter: Letter) -> str:
        if letter.repeatable:
            return ""
        gone = letter.kind in _ERASED or letter.kind in REPEATABLE
        return self._text(viewer, "dash-letter-erased" if gone else "dash-letter-over")

    def _may(self, viewer: Viewer) -> bool:
        return self._desk.is_operator(self._readers.actor(viewer))

    def _text(self, viewer: Viewer, message_id: str, **args: Any) -> str:
        return self._readers.text(viewer, message_id, **args)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else None
