"""Lays out a card as one Telegram message: entities and no markup, what decides first and whole, the talk folded.

A card whose decisive part does not fit is one message all the same: a file that holds everything, with the buttons
under it, so that nobody can approve what they cannot read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from aiogram.utils.formatting import Bold, Code, ExpandableBlockQuote, Italic, Text

from channels.plain import file_name, spoken, whole
from channels.telegram.text import MOST, MOST_CAPTION, unlinked
from channels.text import cut, units, visible
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
    "rejected": "❌", "stopped": "⛔", "timed_out": "⌛", "cancelled": "↩️", "settling": "⏱️", "chosen": "☑️",
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
        return CardMessage(text, entities, _keyboard(view, username, page, True), whole(view), file_name(view))
    left = MOST - _size([*_head(view, MOST_TITLE, 0), *facts])
    head = list(_head(view, MOST_TITLE, min(MOST_STATUS, left)))
    talk, is_whole = _folded(view, MOST - _size([*head, *facts]))
    text, entities = Text(*head, *facts, *talk).render()
    return CardMessage(text, entities, _keyboard(view, username, page, not is_whole))


# --- parts --------------------------------------------------------------------------------------------------------


def _is_too_much(view: CardView, facts: Sequence[Text | str]) -> bool:
    """Whether something that decides would be cut, or would crowd out everything else."""
    head = list(_head(view, _ALL, MOST_STATUS))
    parts = [*head, *facts]
    entities = sum(isinstance(part, Text) for part in parts) + 2
    return units(_safe(view.title)) > MOST_TITLE or entities > MOST_ENTITIES or _size(parts) > MOST_DECISIVE


def _head(view: CardView, title: int, status: int) -> Iterator[Text | str]:
    """The beginning, with so much of the title and of the state."""
    yield Bold(cut(_safe(view.title), title))
    yield f" · {view.short_id}\n{_ICONS.get(view.state, '⏳')} "
    yield Italic(cut(_safe(view.status), status))
    yield "\n"
    if view.notice:
        yield f"⚠️ {cut(_safe(view.notice), MOST_NOTICE)}\n"


def _decisive(view: CardView) -> Iterator[Text | str]:
    yield "\n"
    yield from _labelled(view.bot_label, _safe(view.bot))
    yield from _labelled(view.reason_label, _safe(view.reason))
    yield from _labelled(view.opened_label, _safe(view.opened))
    if view.facts:
        yield Bold(f"\n{view.facts_label}\n")
        yield from _rows(view.facts)
    if view.calls or view.calls_note:
        yield Bold(f"\n{view.calls_label}\n")
    for call in view.calls:
        # The very bytes that are sent, and no retelling of them.
        yield Code(visible(f"{call.tool} {call.raw}"))
        yield "\n"
    if view.calls_note:
        yield f"{_safe(view.calls_note)}\n"


def _labelled(label: str, value: str) -> Iterator[Text | str]:
    yield Bold(f"{label}: ")
    yield f"{value}\n"


def _rows(rows: Sequence[Row]) -> Iterator[Text | str]:
    for row in rows:
        yield f"{_safe(row.label)}: "
        # In code Telegram makes no link, no mention and no command of what a customer wrote.
        yield Code(visible(row.value) or " ")
        yield f" ({_safe(row.note)})\n" if row.note else "\n"


def _captioned(view: CardView) -> Text:
    """What a caption has room for; that the rest is in the file is never cut, the state goes before the reason."""
    rest: list[Text | str] = [f"\n📄 {view.in_file}\n"]
    rest += _labelled(view.bot_label, cut(_safe(view.bot), MOST_TITLE // 2))
    rest.append(Bold(f"{view.reason_label}: "))
    left = MOST_CAPTION - _size([*_head(view, MOST_TITLE // 2, 0), *rest])
    head = list(_head(view, MOST_TITLE // 2, 2 * left // 3))
    return Text(*head, *rest, cut(_safe(view.reason), MOST_CAPTION - _size([*head, *rest])))


def _folded(view: CardView, room: int) -> tuple[list[Text | str], bool]:
    """The newest lines that fit, folded, and whether they are all there is."""
    label = f"\n{view.transcript_label}\n"
    room -= units(label) + 2
    if not view.transcript:
        return [], True
    taken: list[str] = []
    for line in reversed(view.transcript):
        text = cut(_line(line), MOST_LINE)
        if units(text) + 1 > room or (room < _FEWEST and not taken):
            break
        room -= units(text) + 1
        taken.append(text)
    is_whole = len(taken) == len(view.transcript) and all(units(_line(line)) <= MOST_LINE for line in view.transcript)
    if not taken:
        return [], False
    if len(taken) < len(view.transcript):
        taken[-1] = "…"
    return [Bold(label), ExpandableBlockQuote("\n".join(reversed(taken)))], is_whole


def _line(line: Line) -> str:
    return unlinked(spoken(line))


def _safe(text: str) -> str:
    return unlinked(visible(text))


def _size(parts: Sequence[Text | str]) -> int:
    return sum(units(part if isinstance(part, str) else part.render()[0]) for part in parts)


# --- buttons ------------------------------------------------------------------------------------------------------


def _keyboard(view: CardView, username: str, page: str, talk_is_cut: bool) -> InlineKeyboardMarkup | None:
    if not view.buttons and not view.more:
        return None
    if page == MORE and view.more:
        rows = [[_button(button, username)] for button in view.more[1:]]
    else:
        rows = _in_rows([_button(button, username) for button in view.buttons])
        talk = [button for button in view.more if action_of(button.token) == TALK and talk_is_cut]
        extras = [_button(button, username) for button in (*talk, *view.more[:1])]
        rows += [extras] if extras else []
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _in_rows(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two beside each other: a phone cuts the labels of more."""
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _button(button: Button, username: str) -> InlineKeyboardButton:
    if action_of(button.token) == OPEN:
        handoff = button.token.split(":")[1]
        return InlineKeyboardButton(text=button.label, url=f"https://t.me/{username}?start=h_{handoff}")
    return InlineKeyboardButton(text=cut(button.label, 60), callback_data=button.token, style=_STYLES[button.style])
