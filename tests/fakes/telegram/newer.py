"""Names that aiogram 3.31 sends or expects and that the Bot API 10.1 document lacks; each with its source.

The document is two releases behind the client, and the client still sends names that the document has dropped. What is
neither listed here nor in the document is a violation.
"""

from typing import Any

Field = dict[str, Any]


def _field(name: str, kind: str, *, required: bool = False) -> Field:
    return {"name": name, "types": [kind], "required": required}


TYPES: dict[str, list[Field]] = {
    # Bot API 10.3, aiogram 3.31.0 types/chat_member_administrator.py: required there, so its absence breaks polling.
    "ChatMemberAdministrator": [_field("can_send_welcome_messages", "Boolean")],
    # Bot API 10.3, aiogram 3.31.0 types/inline_keyboard_button.py.
    "InlineKeyboardButton": [_field("disabled", "DisabledButton")],
    # Bot API 10.2, aiogram 3.31.0 types/bot_command.py.
    "BotCommand": [_field("is_ephemeral", "Boolean")],
    # Bot API 10.2, aiogram 3.31.0 types/reply_parameters.py.
    "ReplyParameters": [_field("ephemeral_message_id", "Integer")],
}

# Older, dropped from the document with Bot API 7.0 (link_preview_options took its place), still read by Telegram:
# aiogram 3.31.0 methods/send_message.py and edit_message_text.py send it beside link_preview_options whenever
# DefaultBotProperties(link_preview_is_disabled=...) is set.
OLD_PREVIEW = _field("disable_web_page_preview", "Boolean")

METHODS: dict[str, list[Field]] = {"sendMessage": [OLD_PREVIEW], "editMessageText": [OLD_PREVIEW]}

NEW_TYPES: dict[str, Field] = {
    # Bot API 10.3, aiogram 3.31.0 types/disabled_button.py: an object without fields.
    "DisabledButton": {"name": "DisabledButton"},
}
