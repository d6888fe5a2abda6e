"""Stories: chats written down line by line, played by `simulate`, `demo --script` and the tests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from engine.durations import parse_duration


class Deed(StrEnum):
    """What a line of a story does or waits for."""

    SAYS = "says"
    SEES = "sees"
    SEES_CARD = "sees card"
    SEES_STATUS = "sees status"
    SAYS_IN_ROOM = "says in room"
    SEES_IN_ROOM = "sees in room"
    TAPS = "taps"
    IS_TOLD = "is told"
    MAIL = "mail"
    LEDGER = "ledger"
    RESTART = "restart"
    WAITS = "waits"


WAITING = frozenset(
    {Deed.SEES, Deed.SEES_CARD, Deed.SEES_STATUS, Deed.SEES_IN_ROOM, Deed.IS_TOLD, Deed.MAIL, Deed.LEDGER}
)
"""Lines that wait for something; a story without one proves nothing."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One step: `who` is a person or a mail address, `text` what is said, awaited or tapped."""

    number: int
    source: str
    deed: Deed
    who: str = ""
    text: str = ""
    span: timedelta = timedelta(0)


class StoryRefused(Exception):
    """A story cannot be played; the text names the line and the fix."""


_TAPS = re.compile(r"(?P<who>[\w-]+) taps: *(?P<text>.+)")
_SEES_CARD = re.compile(r"(?P<who>[\w-]+) sees card: *(?P<text>.+)")
_SEES_STATUS = re.compile(r"(?P<who>[\w-]+) sees status: *(?P<text>.+)")
_SEES_IN_ROOM = re.compile(r"(?P<who>[\w-]+) sees in room: *(?P<text>.+)")
_SAYS_IN_ROOM = re.compile(r"(?P<who>[\w-]+) in room: ?(?P<text>.+)")
_SEES = re.compile(r"(?P<who>[\w-]+) sees: *(?P<text>.+)")
_TOLD = re.compile(r"(?P<who>[\w-]+) is told: *(?P<text>.+)")
_MAIL = re.compile(r"mail (?P<who>\S+): *(?P<text>.+)")
_LEDGER = re.compile(r"(?P<who>)ledger: *(?P<text>.+)")
_SAYS = re.compile(r"(?P<who>[\w-]+): ?(?P<text>.+)")
_FORMS = (
    (_TAPS, Deed.TAPS),
    (_SEES_CARD, Deed.SEES_CARD),
    (_SEES_STATUS, Deed.SEES_STATUS),
    (_SEES_IN_ROOM, Deed.SEES_IN_ROOM),
    (_SAYS_IN_ROOM, Deed.SAYS_IN_ROOM),
    (_SEES, Deed.SEES),
    (_TOLD, Deed.IS_TOLD),
    (_MAIL, Deed.MAIL),
    (_LEDGER, Deed.LEDGER),
    (_SAYS, Deed.SAYS),
)


def read_story(path: Path) -> Sequence[StoryLine]:
    """The steps of a story file; raises StoryRefused."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoryRefused(f"The story {path} cannot be read: {error}.") from error
    lines = [_read_line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if _counts(line)]
    if not any(line.deed is Deed.SEES for line in lines):
        raise StoryRefused(f"The story {path} has no line `customer sees: TEXT`, so it would prove nothing. Add one.")
    return lines


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _read_line(number: int, line: str) -> StoryLine:
    if line == "restart":
        return StoryLine(number, line, Deed.RESTART)
    if line.startswith("+"):
        try:
            return StoryLine(number, line, Deed.WAITS, span=parse_duration(line[1:]))
        except ValueError as error:
            raise StoryRefused(f"Line {number}: {error}.") from error
    for form, deed in _FORMS:
        if found := form.fullmatch(line):
            return StoryLine(number, line, deed, found["who"], found["text"].strip())
    raise StoryRefused(f"Line {number}: {line!r} is no step of a story. Write for instance `customer: hello`.")


def matches(pattern: str, text: str) -> bool:
    """Whether a text is what a story's line awaits: `*` stands for anything, white space counts as one space."""
    parts = [re.sub(r"(\\\s)+", r"\\s+", re.escape(part)) for part in pattern.split("*")]
    return re.fullmatch(".*".join(parts), " ".join(text.split()), re.DOTALL) is not None
