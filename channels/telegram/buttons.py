"""The buttons under a text: what each carries, what it says when it is tapped, and whether it stays then.

A button that says its label carries its number, and the label is read off the message; one that says something else
carries that. Both outlive a restart, and neither is believed unless the message has it. `s1` and `s2` stay readable for
ever, so that a button posted by an older release still says what it said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from channels.tokens import MOST_BYTES, decode
from channels.views import Button

_LABEL, _TOKEN = "s1:", "s2:"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a tapped button says, and how it is labelled."""

    text: str
    label: str


def choices(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """The keyboard under a text; a button of a card carries its own payload there, too."""
    rows = [
        [InlineKeyboardButton(text=button.label, callback_data=_payload(button, number))]
        for number, button in enumerate(buttons)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _payload(button: Button, number: int) -> str:
    if decode(button.token):
        return button.token
    carried = f"{_TOKEN}{button.token}"
    if button.token == button.label or len(carried.encode()) > MOST_BYTES:
        # What is too long to be carried is said as it is labelled.
        return f"{_LABEL}{number}"
    return carried


def says(data: str) -> bool:
    """Whether a payload is that of a button that says something."""
    return data.startswith((_LABEL, _TOKEN))


def spoken(message: Message, data: str) -> Spoken | None:
    """What the message's button with this payload says; None if it has none: a client can be made to send any."""
    label = next((button.text for button in _buttons(message) if button.callback_data == data), None)
    if label is None:
        return None
    return Spoken(data.removeprefix(_TOKEN) if data.startswith(_TOKEN) else label, label)


def stay(message: Message) -> bool:
    """Whether the buttons stay when one is tapped: an answer is given once, a command may be given again."""
    return any((button.callback_data or "").startswith(f"{_TOKEN}/") for button in _buttons(message))


def _buttons(message: Message) -> Iterator[InlineKeyboardButton]:
    for row in message.reply_markup.inline_keyboard if message.reply_markup else []:
        yield from row
