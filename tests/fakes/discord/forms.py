"""The rules for modals that the document does not express ("Component Reference", "Modal")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fakes.discord.components import LABEL, ROW, TEXT_INPUT, repeated, select, walk
from tests.fakes.discord.errors import Path, Problem
from tests.fakes.discord.messages import SELECTS, Component

MOST = 5


def form_problems(data: dict[str, Any], length: Callable[[str], int]) -> list[Problem]:
    """What is wrong with the data of a modal callback."""
    top: Path = ("data", "components")
    found = []
    if not 1 <= len(data["components"]) <= MOST:
        found.append(Problem(top, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {MOST} in length."))
    every = list(walk(data["components"], top))
    for at, one in every:
        if one["type"] == TEXT_INPUT:
            found += _text_input(one, at, length)
        if one["type"] in SELECTS:
            found += select(one, at)
    for n, one in enumerate(data["components"]):
        for inner in one.get("components") or []:
            if one["type"] == ROW and not inner.get("label"):
                found.append(
                    Problem((*top, n, "components", 0, "label"), "BASE_TYPE_REQUIRED", "This field is required")
                )
        if one["type"] == LABEL and one["component"].get("label"):
            text = "A text input in a label has no label of its own"
            found.append(Problem((*top, n, "component", "label"), "COMPONENT_LABEL_NOT_ALLOWED", text))
    return found + repeated(every)


def _text_input(one: Component, at: Path, length: Callable[[str], int]) -> list[Problem]:
    least, most = one.get("min_length") or 0, one.get("max_length") or 4000
    found = []
    if least > most:
        text = "min_length must be less than or equal to max_length"
        found.append(Problem((*at, "min_length"), "TEXT_INPUT_MIN_LENGTH_EXCEEDS_MAX", text))
    value = one.get("value")
    if value and not least <= length(value) <= most:
        text = f"Must be between {least} and {most} in length."
        found.append(Problem((*at, "value"), "BASE_TYPE_BAD_LENGTH", text))
    return found
