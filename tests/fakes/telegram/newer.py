"""Names that aiogram 3.31 sends or expects and that the Bot API 10.1 document lacks; each with its source.

The document is two releases behind the client. What is not listed here and not in the document is a violation.
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

METHODS: dict[str, list[Field]] = {}

NEW_TYPES: dict[str, Field] = {
    # Bot API 10.3, aiogram 3.31.0 types/disabled_button.py: an object without fields.
    "DisabledButton": {"name": "DisabledButton"},
}
