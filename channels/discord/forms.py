"""Forms: what somebody writes before a button's action is taken. A filled-in form is known by its custom id alone."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from channels.text import cut
from channels.views import FormView

MOST_TITLE, MOST_FIELD_LABEL, MOST_CHOICE = 45, 45, 100
MOST_WORDS = 1000
"""Characters of a reason."""
OPEN_FOR = 900.0
"""Seconds that the library remembers a form; an interaction is over after them."""
_WORDS, _CHOICE = "words", "choice"


def form_of(view: FormView) -> ui.Modal:
    """The form that a person sees."""
    modal = ui.Modal(title=cut(view.title, MOST_TITLE), timeout=OPEN_FOR, custom_id=view.token)
    if view.choices:
        options = [discord.SelectOption(label=cut(choice, MOST_CHOICE)) for choice in view.choices]
        select: ui.Select[Any] = ui.Select(custom_id=_CHOICE, options=options, required=False, min_values=0)
        modal.add_item(ui.Label(text=cut(view.choices_label, MOST_FIELD_LABEL), component=select))
    words: ui.TextInput[Any] = ui.TextInput(
        custom_id=_WORDS,
        style=discord.TextStyle.paragraph,
        max_length=MOST_WORDS,
        # Where reasons are offered, one of them is words enough; whether there are any is looked at afterwards.
        required=view.needed and not view.choices,
    )
    modal.add_item(ui.Label(text=cut(view.label, MOST_FIELD_LABEL), component=words))
    return modal


def words_in(data: Mapping[str, Any]) -> str:
    """What was filled in: one of the offered reasons, own words, or both."""
    filled = {str(one.get("custom_id")): one for one in _fields(data.get("components") or ())}
    chosen = " ".join(str(value) for value in filled.get(_CHOICE, {}).get("values") or ())
    written = str(filled.get(_WORDS, {}).get("value") or "").strip()
    return f"{chosen}: {written}" if chosen and written else chosen or written


def _fields(components: Any) -> Iterator[Mapping[str, Any]]:
    for one in components:
        if "custom_id" in one:
            yield one
        yield from _fields(one.get("components") or ())
        inner = one.get("component")
        yield from _fields((inner,) if inner else ())
