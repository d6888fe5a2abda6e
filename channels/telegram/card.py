"""Lays out a card as one Telegram message: entities and no markup, what decides first and whole, the talk folded.

A card whose decisive part does not fit is one message all the same: a file that holds everything, with the buttons
under it, so that nobody can approve what they cannot read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from aiogram.utils.formatting import Bold, Code, ExpandableBlockQuote, Italic, Text

from channels.telegram.text import MOST, MOST_CAPTION, cut, units, unlinked, visible
from channels.tokens import MORE, OPEN, TALK, action_of
from channels.views import Button, CardView, Line, Row

MOST_DECISIVE = 3000
"""Units of a text card's decisive part; the rest of a message is for its state and the conversation."""
MOST_TITLE = 200
MOST_STATUS = 800
MOST_NOTICE = 250
MOST_LINE = 400
MOST_ENTITIES = 100
"""Telegram ignores further ones, and a value outside of its entity could become a link."""
_ALL = 10**9
_FEWEST = 120
"""A conversation is not begun in less room than this."""
_ICONS = {
    "pending": "⏳", "rejecting": "✍️", "confirming": "✍️", "approved": "✅", "confirmed": "✅", "retried": "🔁",
    "rejected": "❌", "stopped": "⛔", "timed_out": "⌛", "cancelled": "↩️",
}  # fmt: skip
_STYLES = {"positive": "success", "negative": "danger", "neutral": None}


@dataclass(frozen=True, slots=True)
class CardMessage:
    """A card ready to be sent: as a text, or as the caption of a file that holds all of `document`."""

    text: str
    entities: list[MessageEntity]
    keyboard: InlineKeyboardMarkup | None
    document: str = ""
    file_name: str = ""


def laid_out(view: CardView, username: str, in_file: bool | None = None, page: str = "") -> CardMessage:
    """The message for a view; `in_file` is how the copy was posted, None decides it. `page` may be `more`."""
    facts = list(_decisive(view))
    if in_file is None:
        in_file = _is_too_much(view, facts)
    if in_file:
        text, entities = _captioned(view).render()
        return CardMessage(text, entities, _keyboard(view, username, page, True), whole(view), _file_name(view))
    left = MOST - _size([*_head(view, MOST_TITLE, 0), *facts])
    head = list(_head(view, MOST_TITLE, min(MOST_STATUS, left)))
    talk, is_whole = _folded(view, MOST - _size([*head, *facts]))
    text, entities = Text(*head, *facts, *talk).render()
    return CardMessage(text, entities, _keyboard(view, username, page, not is_whole))


def whole(view: CardView) -> str:
    """Everything of a card as plain text, nothing cut."""
    text, _ = Text(*_head(view, _ALL, _ALL), *_decisive(view)).render()
    return f"{text}\n{talk_of(view.transcript_label, view.transcript)}"


def talk_of(label: str, lines: Sequence[Line]) -> str:
    """A conversation as plain text."""
    return "\n".join([label, *(_line(line) for line in lines), ""])


# --- parts --------------------------------------------------------------------------------------------------------
