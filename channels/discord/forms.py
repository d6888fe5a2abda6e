"""Forms: what somebody writes before a button's action is taken. A filled-in form is known by its custom id alone."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import ui

from channels.text import cut, visible
from channels.views import FormView

MOST_TITLE, MOST_FIELD_LABEL, MOST_CHOICE, MOST_CHOICES = 45, 45, 100, 25
MOST_WORDS = 1000
"""Characters of a reason."""
_WORDS, _CHOICE = "words", "choice"


def form_of(view: FormView) -> ui.Modal:
    """The form that a person sees."""
    modal = ui.Modal(title=_label(view.title, MOST_TITLE), timeout=None, custom_id=view.token)
    if view.choices:
        labels = dict.fromkeys(_label(choice, MOST_CHOICE) for choice in view.choices)  # none twice
        options = [discord.SelectOption(label=label) for label in list(labels)[:MOST_CHOICES]]
        select: ui.Select[Any] = ui.Select(custom_id=_CHOICE, options=options, required=False, min_values=0)
        modal.add_item(ui.Label(text=_label(view.choices_label, MOST_FIELD_LABEL), component=select))
    words: ui.TextInput[Any] = ui.TextInput(
        custom_id=_WORDS,
        style=discord.TextStyle.paragraph,
        max_length=MOST_WORDS,
        # Where reasons are offered, one of them is words enough; whether there are any is looked at afterwards.
        required=view.needed and not view.choices,
    )
    modal.add_item(ui.Label(text=_label(view.label, MOST_FIELD_LABEL), component=words))
    modal.stop()  # a filled-in form is known by its custom id alone: the library need not remember it
    return modal


def _label(text: str, most: int) -> str:
    """A text as a label, which must not be empty."""
    return cut(visible(text).strip(), most) or "…"


def words_in(data: Mapping[str, Any]) -> str:
    """What was filled in: one of the offered reasons, own words, or both."""
    filled = {str(one.get("custom_id")): one for one in _fields(data.get("components"))}
    chosen = " ".join(str(value) for value in _list(filled.get(_CHOICE, {}).get("values")))
    written = str(filled.get(_WORDS, {}).get("value") or "").strip()
    return f"{chosen}: {written}" if chosen and written else chosen or written


def _fields(components: Any) -> Iterator[Mapping[str, Any]]:
    """What can be filled in; anything else that was sent is passed over."""
    for one in _list(components):
        if isinstance(one, Mapping):
            if "custom_id" in one:
                yield one
            yield from _fields(one.get("components"))
            yield from _fields([one.get("component")])


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []
