"""Reply markups: what Telegram refuses of one.

Up to 100 buttons, 8 in a row (limits.tginfo.me); the texts for these two and for the placeholder are assumed.
"""

from typing import Any

from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.formatted import units
from tests.fakes.telegram.html import checked_url

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
BUTTONS, ROW, DATA, PLACEHOLDER = 100, 8, 64, 64
STYLES = ("danger", "success", "primary")
CANT = "can't parse inline keyboard button: "


def read(markup: dict[str, Any] | None) -> tuple[dict[str, Any] | None, dict[str, Any] | None, list[str]]:
    """The inline keyboard, any other markup, and what Telegram would have mended in silence; first checks only."""
    if not markup:
        return None, None, []
    if "inline_keyboard" not in markup:
        placeholder = markup.get("input_field_placeholder")
        if placeholder is not None and not 1 <= units(placeholder) <= PLACEHOLDER:
            raise bad("input field placeholder must be 1-64 characters long")
        return None, markup, []
    notes: list[str] = []
    rows = [[_button(button, notes) for button in row] for row in markup["inline_keyboard"]]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > BUTTONS or max(map(len, rows), default=0) > ROW:
        raise bad("reply markup is too long")
    return ({"inline_keyboard": rows} if rows else None), None, notes


def _button(button: dict[str, Any], notes: list[str]) -> dict[str, Any]:
    """A button with its one action; of several Telegram keeps the first."""
    if not button["text"].strip():
        raise bad(f"{CANT}Button text must be non-empty")
    actions = [name for name in ACTIONS if name in button and button[name] != ""]
    if "switch_inline_query" in button and not actions:
        actions = ["switch_inline_query"]
    if not actions:
        raise bad(f"{CANT}Text buttons are not allowed in the inline keyboard")
    if len(actions) > 1:
        notes.append(f"button {button['text']!r} has the actions {actions}; Telegram keeps {actions[0]}")
    if button.get("style") not in (None, *STYLES):
        raise bad(f"{CANT}Invalid button style specified")
    if actions[0] == "url":
        _check_url(button["url"])
    looks: dict[str, Any] = {name: button[name] for name in ("text", "icon_custom_emoji_id", "style") if name in button}
    return {**looks, actions[0]: button[actions[0]]}


def _check_url(url: str) -> None:
    if checked_url(url) is None:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_late(markup: dict[str, Any] | None, is_private: bool) -> None:
    """What Telegram's servers check, after the chat: the length of the data in bytes, and where an app may open."""
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            if len(button.get("callback_data", "").encode()) > DATA:
                raise bad("BUTTON_DATA_INVALID")
            if "web_app" in button and not is_private:
                raise bad("BUTTON_TYPE_INVALID")
