"""Buttons that say their label, under a text: what a customer may tap instead of typing."""

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import ui

from channels.discord.card import IN_A_ROW, MOST_BUTTONS, button_of
from channels.tokens import decode
from channels.views import Button

SAY = "s1"
"""Begins the payload of a button that says its label."""


def choices(buttons: Sequence[Button]) -> ui.View | None:
    """A button of a card carries its own payload; any other says its label, which is read off the message."""
    if not buttons:
        return None
    view = ui.View(timeout=None)
    for number, button in enumerate(buttons[:MOST_BUTTONS]):
        made = button_of(_payload(button, number), button.label, button.style)
        made.row = number // IN_A_ROW
        view.add_item(made)
    return view


def _payload(button: Button, number: int) -> str:
    return button.token if decode(button.token) else f"{SAY}:{number}"


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
