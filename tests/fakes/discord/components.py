"""The rules for components that the document does not express.

After "Component Reference" in discord/discord-api-docs: what may stand where, how many, and which fields exclude each
other. Codes and texts are Discord's where bug reports quote them; the package's docstring says which are assumed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.discord.errors import Path, Problem
from tests.fakes.discord.messages import BUTTON, SELECTS, TEXT_DISPLAY, Component

ROW, STRING_SELECT, TEXT_INPUT, SECTION, CONTAINER, LABEL = 1, 3, 4, 9, 17, 18
LINK, PREMIUM = 5, 6
V2_ONLY = {9, 10, 11, 12, 13, 14, 17}
MOST, MOST_TEXT, MOST_ROWS = 40, 4000, 5


def problems(components: list[Component], *, v2: bool, length: Callable[[str], int]) -> list[Problem]:
    """What is wrong with a message's components; paths begin at the message."""
    found: list[Problem] = []
    top: Path = ("components",)
    if not v2:
        for n, one in enumerate(components):
            if one["type"] in V2_ONLY:
                text = f'Value of field "type" must be one of ({ROW},).'
                found.append(Problem((*top, n), "UNION_TYPE_CHOICES", text))
        if len(components) > MOST_ROWS:
            found.append(Problem(top, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {MOST_ROWS} in length."))
    every = list(walk(components, top))
    if v2 and len(every) > MOST:
        text = f"The total number of components exceeds the maximum of {MOST}"
        found.append(Problem(top, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text))
    shown = sum(length(one["content"]) for _, one in every if one["type"] == TEXT_DISPLAY)
    if shown > MOST_TEXT:
        text = f"Total displayable text size exceeds maximum size of {MOST_TEXT}"
        found.append(Problem(top, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text))
    return found + repeated(every) + [problem for at, one in every for problem in _one(one, at)]


def walk(components: list[Component], path: Path) -> Iterator[tuple[Path, Component]]:
    """Every component with its path."""
    for n, one in enumerate(components):
        yield from _within(one, (*path, n))


def _within(one: Component, at: Path) -> Iterator[tuple[Path, Component]]:
    yield at, one
    yield from walk(one.get("components") or [], (*at, "components"))
    for name in ("accessory", "component"):
        if one.get(name):
            yield from _within(one[name], (*at, name))


def repeated(every: list[tuple[Path, Component]]) -> list[Problem]:
    """Custom ids that are there twice; disabled ones count (discord-api-docs, issue 3673)."""
    found, seen, ids = [], set(), Counter(one["id"] for _, one in every if one.get("id"))
    for at, one in every:
        custom_id = one.get("custom_id")
        if custom_id is not None and custom_id in seen:
            text = "Component custom id cannot be duplicated"
            found.append(Problem((*at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text))
        seen.add(custom_id)
        if one.get("id") and ids[one["id"]] > 1:
            found.append(Problem((*at, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated"))
    return found


def _one(one: Component, at: Path) -> list[Problem]:
    kind = one["type"]
    if kind == ROW:
        return _row(one, at)
    if kind == BUTTON:
        return _button(one, at)
    return select(one, at) if kind in SELECTS else []


def _row(one: Component, at: Path) -> list[Problem]:
    inner = one["components"]
    selects = [each for each in inner if each["type"] in SELECTS]
    if selects and len(inner) > 1:
        return [
            Problem(
                (*at, "components", 1),
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            )
        ]
    return []


def _button(one: Component, at: Path) -> list[Problem]:
    style, custom_id, url = one["style"], one.get("custom_id"), one.get("url")
    found = []
    if style == PREMIUM:
        if not one.get("sku_id"):
            found.append(Problem((*at, "sku_id"), "BASE_TYPE_REQUIRED", "This field is required"))
        return found
    if not one.get("label") and not one.get("emoji"):
        text = "A button must have a label or an emoji"
        found.append(Problem(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", text))
    if style == LINK:
        if custom_id is not None:
            text = "A custom id and url cannot both be specified"
            found.append(Problem((*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", text))
        if not url:
            found.append(Problem((*at, "url"), "BUTTON_COMPONENT_URL_REQUIRED", "A url is required"))
        elif not url.startswith(("http://", "https://", "discord://")):
            scheme = url.partition(":")[0]
            text = f"Scheme \"{scheme}\" is not supported. Scheme must be one of ('http', 'https', 'discord')."
            found.append(Problem((*at, "url"), "URL_TYPE_INVALID_SCHEME", text))
        return found
    if url:
        text = "A custom id and url cannot both be specified"
        found.append(Problem((*at, "url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", text))
    if custom_id is None:
        found.append(Problem((*at, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required"))
    return found


def select(one: Component, at: Path) -> list[Problem]:
    """What is wrong with a select menu."""
    found, seen = [], set()
    options = one.get("options") or []
    for n, option in enumerate(options):
        if option["value"] in seen:
            found.append(
                Problem(
                    (*at, "options", n, "value"),
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                )
            )
        seen.add(option["value"])
    if one["type"] == STRING_SELECT and not options:
        found.append(Problem((*at, "options"), "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length."))
    least, most = one.get("min_values"), one.get("max_values")
    if options and most is not None and most > len(options):
        found.append(
            Problem(
                (*at, "max_values"),
                "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS",
                "max_values is greater than the number of options",
            )
        )
    if least is not None and least > (1 if most is None else most):
        found.append(
            Problem(
                (*at, "min_values"),
                "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX_VALUES",
                "min_values is greater than max_values",
            )
        )
    return found


DEFAULTS: dict[int, dict[str, Any]] = {
    SECTION: {},
    STRING_SELECT: {"min_values": 1, "max_values": 1},
    5: {"min_values": 1, "max_values": 1},
    6: {"min_values": 1, "max_values": 1},
    7: {"min_values": 1, "max_values": 1},
    8: {"min_values": 1, "max_values": 1},
    11: {"description": None, "spoiler": False},
    13: {"spoiler": False},
    14: {"spacing": 1, "divider": True},
    CONTAINER: {"accent_color": None, "spoiler": False},
}


def answered(components: list[Component], *, form: bool = False) -> list[Component]:
    """Components as Discord gives them back: numbered in reading order, with defaults, without nulls.

    Whether a field must be filled in is known of a form only.
    """
    taken = {one["id"] for _, one in walk(components, ()) if one.get("id")}
    free = (number for number in range(1, 1000) if number not in taken)
    return [_answered(one, free, form) for one in components]


def _answered(one: Component, free: Iterator[int], form: bool) -> Component:
    kept = {name: value for name, value in one.items() if value is not None and (form or name != "required")}
    made: Component = {**DEFAULTS.get(one["type"], {}), **kept, "id": one.get("id") or next(free)}
    if "components" in one:
        made["components"] = [_answered(each, free, form) for each in one["components"]]
    for name in ("accessory", "component"):
        if one.get(name):
            made[name] = _answered(one[name], free, form)
    if "options" in made:
        made["options"] = [
            {name: value for name, value in option.items() if value is not None} for option in made["options"]
        ]
    return made
