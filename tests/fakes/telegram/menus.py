"""The bot's menu of commands and its words about itself."""

import json
import re
from typing import Any

from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.reach import chat_of

COMMANDS, COMMAND, DESCRIPTION = 100, 32, 256
ABOUT = {
    "setMyName": ("name", 64),
    "setMyDescription": ("description", 512),
    "setMyShortDescription": ("short_description", 120),
}


@answers("setMyCommands")
def set_commands(call: Call) -> bool:
    """One list per scope and language; names of 1-32 characters `a-z 0-9 _`."""
    key = _key(call)
    commands = [_command(command) for command in call.get("commands")]
    if len(commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    if commands:
        call.bot.commands[key] = commands
    else:
        call.bot.commands.pop(key, None)
    return True


def _command(command: dict[str, Any]) -> dict[str, Any]:
    name = command["command"].strip().removeprefix("/")
    words = command["description"].strip()
    if not name:
        raise bad("command must be non-empty")
    if len(name) > COMMAND:
        raise bad(f"command length must not exceed {COMMAND}")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad("BOT_COMMAND_INVALID")
    if not words:
        raise bad("command description must be non-empty")
    if len(words) > DESCRIPTION:
        raise bad(f"command description length must not exceed {DESCRIPTION}")
    return {"command": name, "description": words}


@answers("getMyCommands")
def get_commands(call: Call) -> list[dict[str, Any]]:
    """The list of exactly that scope and language."""
    return call.bot.commands.get(_key(call), [])


@answers("deleteMyCommands")
def delete_commands(call: Call) -> bool:
    """Drop the list of exactly that scope and language."""
    call.bot.commands.pop(_key(call), None)
    return True


def _key(call: Call) -> tuple[str, str]:
    scope = dict(call.get("scope") or {"type": "default"})
    if "chat_id" in scope:
        chat: Chat = chat_of(Call(call.world, call.bot, call.method, scope))
        if chat.type == "channel" or (chat.is_private and scope["type"] != "chat"):
            raise bad("can't change commands in channel chats" if not chat.is_private else "chat not found")
    return json.dumps(scope, sort_keys=True), _language(call)


def _language(call: Call) -> str:
    language = call.get("language_code") or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return str(language)


@answers(*ABOUT)
def set_about(call: Call) -> bool:
    """The bot's name, description or short description in a language."""
    what, most = ABOUT[call.method]
    text = call.get(what) or ""
    if len(text) > most:
        raise bad(f"{what.replace('_', ' ')} is too long")
    call.bot.about[what, _language(call)] = text
    return True


@answers("getMyName", "getMyDescription", "getMyShortDescription")
def get_about(call: Call) -> dict[str, Any]:
    """What was set for exactly that language."""
    what = ABOUT[call.method.replace("get", "set", 1)][0]
    default = call.bot.user.first_name if what == "name" else ""
    return {what: call.bot.about.get((what, _language(call)), default)}
