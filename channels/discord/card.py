"""Lays out a card as one Discord message of text components, which stay readable where embeds are switched off.

What decides comes first and whole, what people wrote is shown inert. A card whose decisive part does not fit is one
message all the same: a file that holds everything, with the buttons under it, so that nobody can approve what they
cannot read. Limits: https://docs.discord.com/developers/components/reference.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord
from discord import ui

from channels.discord.text import code, inert, inert_cut
from channels.plain import file_name, spoken, whole
from channels.text import cut, units, visible
from channels.tokens import LESS, MORE, OPEN, TALK, action_of
from channels.views import Button, CardView, Row

MOST = 4000
"""Units of text in all components of a message together."""
MOST_DECISIVE = 3000
"""Units of a card's decisive part; the rest of a message is for its state and the conversation."""
MOST_TITLE = 200
MOST_STATUS = 700
MOST_NOTICE = 300
MOST_LINE = 400
MOST_LABEL = 80
MOST_BUTTONS, IN_A_ROW = 25, 5
PRIVATE = "private"
"""The page that only one person sees: with the whole conversation within reach."""
_MARKS = 40
"""Units that the formatting of a card's beginning takes at most."""
_FEWEST = 120
"""A conversation is not begun in less room than this."""
_ICONS = {
    "pending": "⏳", "rejecting": "✍️", "confirming": "✍️", "approved": "✅", "confirmed": "✅", "retried": "🔁",
    "rejected": "❌", "stopped": "⛔", "timed_out": "⌛", "cancelled": "↩️", "settling": "⏱️", "chosen": "☑️",
}  # fmt: skip
_COLOURS = {
    "approved": discord.Colour.green(), "confirmed": discord.Colour.green(), "retried": discord.Colour.blue(),
    "rejected": discord.Colour.red(), "stopped": discord.Colour.red(), "timed_out": discord.Colour.dark_grey(),
    "cancelled": discord.Colour.dark_grey(), "chosen": discord.Colour.blue(),
}  # fmt: skip
_OPEN = discord.Colour.gold()
_STYLES = {
    "positive": discord.ButtonStyle.success,
    "negative": discord.ButtonStyle.danger,
    "neutral": discord.ButtonStyle.secondary,
}


@dataclass(frozen=True, slots=True)
class CardMessage:
    """A card ready to be sent; `document` is the text of its file, "" if all of it is in the message."""

    layout: ui.LayoutView
    document: str = ""
    file_name: str = ""


def laid_out(view: CardView, in_file: bool | None = None, page: str = "", mark: int | None = None) -> CardMessage:
    """The message for a view; `in_file` is how the copy was posted, None decides it.

    `mark` is a number by which the message can be found again, kept as the id of its outermost component.
    """
    facts = "\n".join(_decisive(view))
    if in_file is None:
        in_file = _is_too_much(view, facts)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_COLOURS.get(view.state, _OPEN), id=mark)
    talk_is_whole = False
    if in_file:
        box.add_item(ui.TextDisplay(_captioned(view)))
        box.add_item(ui.File(f"attachment://{file_name(view)}"))
    else:
        left = MOST - units(facts) - MOST_TITLE - MOST_NOTICE - _MARKS
        head = "\n".join(_head(view, MOST_TITLE, min(MOST_STATUS, left)))
        talk, talk_is_whole = _talk(view, MOST - units(head) - units(facts))
        for text in filter(None, (head, facts, talk)):
            box.add_item(ui.TextDisplay(text))
    for row in _rows_of(list(_offered(view, page, talk_is_whole))):
        box.add_item(row)
    layout = ui.LayoutView(timeout=None)
    layout.add_item(box)
    return CardMessage(layout, whole(view) if in_file else "", file_name(view) if in_file else "")


def is_over(view: CardView) -> bool:
    """Whether the card's request was decided, which no later view of it can change."""
    return view.decided


# --- parts --------------------------------------------------------------------------------------------------------


def _is_too_much(view: CardView, facts: str) -> bool:
    """Whether something that decides would be cut, or would crowd out everything else."""
    return units(inert(view.title)) > MOST_TITLE or units(facts) > MOST_DECISIVE


def _head(view: CardView, title: int, status: int) -> Iterator[str]:
    """The beginning, with so much of the title and of the state."""
    yield f"**{inert_cut(view.title, title)}** · `{view.short_id}`"
    yield f"{_ICONS.get(view.state, '⏳')} {inert_cut(view.status, status)}"
    if view.notice:
        yield f"⚠️ **{inert_cut(view.notice, MOST_NOTICE)}**"


def _decisive(view: CardView) -> Iterator[str]:
    yield f"**{inert(view.bot_label)}:** {inert(view.bot)}"
    yield f"**{inert(view.reason_label)}:** {inert(view.reason)}"
    yield f"**{inert(view.opened_label)}:** {inert(view.opened)}"
    if view.facts:
        yield f"**{inert(view.facts_label)}**"
        yield from (_fact(row) for row in view.facts)
    if view.calls or view.calls_note:
        yield f"**{inert(view.calls_label)}**"
    for call in view.calls:
        # The very bytes that are sent, and no retelling of them.
        yield code(f"{call.tool} {call.raw}")
    if view.calls_note:
        yield inert(view.calls_note)


def _fact(row: Row) -> str:
    return f"{inert(row.label)}: {code(row.value)}" + (f" ({inert(row.note)})" if row.note else "")


def _captioned(view: CardView) -> str:
    """What stands above a file that holds everything; that it does is never cut, the state goes before the reason."""
    head = "\n".join(_head(view, MOST_TITLE, MOST_STATUS))
    label = f"**{inert(view.reason_label)}:** "
    rest = f"📄 {inert(view.in_file)}\n**{inert(view.bot_label)}:** {inert_cut(view.bot, MOST_TITLE)}\n{label}"
    return f"{head}\n{rest}{inert_cut(view.reason, MOST_DECISIVE - units(head) - units(rest))}"


def _talk(view: CardView, room: int) -> tuple[str, bool]:
    """The newest lines that fit, quoted, and whether they are all there is."""
    label = f"**{inert(view.transcript_label)}**"
    room -= units(label) + 2
    if not view.transcript:
        return "", True
    taken: list[str] = []
    is_whole = True
    for line in reversed(view.transcript):
        text = spoken(line)
        is_whole = is_whole and units(text) <= MOST_LINE
        quoted = "\n".join(f"> {part}" for part in inert(cut(text, MOST_LINE)).split("\n"))
        if units(quoted) + 1 > room or (room < _FEWEST and not taken):
            is_whole = False
            break
        room -= units(quoted) + 1
        taken.append(quoted)
    if not taken:
        return "", False
    if len(taken) < len(view.transcript):
        taken[-1] = "> …"
    return "\n".join([label, *reversed(taken)]), is_whole


# --- buttons ------------------------------------------------------------------------------------------------------


def _offered(view: CardView, page: str, talk_is_whole: bool) -> Iterator[Button]:
    """What decides; in private also what is rarer, and in the channel the way there."""
    yield from view.buttons
    if page == PRIVATE:
        here = {MORE, LESS, OPEN, *([TALK] if talk_is_whole else [])}
        yield from (button for button in view.more if action_of(button.token) not in here)
    else:
        yield from (button for button in view.more if action_of(button.token) == MORE)


def _rows_of(buttons: Sequence[Button]) -> Iterator[ui.ActionRow[ui.LayoutView]]:
    made = [button_of(button.token, button.label, button.style) for button in buttons[:MOST_BUTTONS]]
    for start in range(0, len(made), IN_A_ROW):
        yield ui.ActionRow(*made[start : start + IN_A_ROW])


def button_of(custom_id: str, label: str, style: str = "neutral") -> ui.Button[ui.LayoutView]:
    """A button; a label that is too long for one is cut."""
    return ui.Button(label=cut(visible(label).strip(), MOST_LABEL) or "…", custom_id=custom_id, style=_STYLES[style])
