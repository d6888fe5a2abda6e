"""Buttons that say something, under a text: what somebody may tap instead of typing.

Most say their label, which is read off the message, so their payload is but a number. One that says something else
carries that. What an older release posted is read for ever.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import ui

from channels.discord.card import IN_A_ROW, MOST_BUTTONS, button_of
from channels.text import units
from channels.tokens import decode
from channels.views import Button

SAY = "s1"
"""Begins the payload of a button that says its label, as `s1:<number>`."""
SAY_THIS = "s2"
"""Begins the payload of a button that says what it carries, as `s2:<number>:<text>`."""
MOST_PAYLOAD = 100
"""Units of a payload, https://docs.discord.com/developers/components/reference#custom-id."""


def choices(buttons: Sequence[Button]) -> ui.View | None:
    """A button of a card carries its own payload; any other says its token, or its label where that is too long."""
    if not buttons:
        return None
    view = ui.View(timeout=None)
    for number, button in enumerate(buttons[:MOST_BUTTONS]):
        made = button_of(_payload(button, number), button.label, button.style)
        made.row = number // IN_A_ROW
        view.add_item(made)
    return view


def _payload(button: Button, number: int) -> str:
    if decode(button.token):
        return button.token
    carried = f"{SAY_THIS}:{number}:{button.token}"
    says_label = button.token in ("", button.label) or units(carried) > MOST_PAYLOAD
    return f"{SAY}:{number}" if says_label else carried


def says(custom_id: str) -> bool:
    """Whether a button with this payload says something."""
    return custom_id.partition(":")[0] in (SAY, SAY_THIS)


def said_by(message: discord.Message | None, custom_id: str) -> str | None:
    """What the message's button with this payload says; None if it has none."""
    label = label_of(message, custom_id)
    if label is None or custom_id.startswith(f"{SAY}:"):
        return label
    return custom_id.split(":", 2)[2]


def label_of(message: discord.Message | None, custom_id: str) -> str | None:
    """The label of the message's button with this payload; None if it has none."""
    found = (one for one in _components(message.components if message else ()) if one.custom_id == custom_id)
    return next((one.label or "" for one in found), None)


def payloads_on(message: discord.Message | None) -> list[str]:
    """What the message's buttons carry, in their order."""
    return [one.custom_id or "" for one in _components(message.components if message else ())]


def payloads_of(layout: ui.LayoutView) -> list[str]:
    """What the buttons of a message will carry that is laid out like this."""
    return [one.custom_id or "" for one in layout.walk_children() if isinstance(one, ui.Button)]


def _components(components: Sequence[Any]) -> Iterator[discord.Button]:
    for one in components:
        if isinstance(one, discord.Button):
            yield one
        yield from _components(getattr(one, "children", ()))
        accessory = getattr(one, "accessory", None)
        yield from _components((accessory,) if accessory else ())
