"""A configuration for stories that are played beside a live process: nobody outside is heard, told or waited for."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.settings_channels import ROLE
from bot.tools import SEPARATOR
from engine.tools import EffectClass
from engine.values import parse

REVIEW = "play:review"
_KEPT = ("default_locale", "run", "files", "mcp")
_OF_A_PERSON = ("name", "locale", "play", "email", "admin", "timezone")
_OUTSIDE = ("telegram", "discord", "notify", "operators", "workflow")
"""What a bot's table says of accounts and places of platforms, and where its file is."""


def remote_servers(given: Mapping[str, Any]) -> Sequence[str]:
    """The tool servers that are elsewhere: a rehearsal may not call them."""
    return [name for name, server in _tables(given, "mcp").items() if server.get("url")]


def started_servers(given: Mapping[str, Any]) -> Sequence[str]:
    """The tool servers that are started for a rehearsal, and are really called."""
    return [name for name, server in _tables(given, "mcp").items() if not server.get("url")]


def changing_tools(settings: Settings, workflow: Path) -> Sequence[str]:
    """The tools that a workflow's file names and that may change something: whoever plays a story decides for everybody
    in it, so no rehearsal may call them but where their server says so. A file that cannot be read names none.
    """
    try:
        named = _texts(parse(workflow.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return ()
    reads = {
        f"{server}{SEPARATOR}{tool}"
        for server, configured in settings.mcp.items()
        for tool, declared in configured.tools.items()
        if declared.effect is EffectClass.READ
    }
    asked = {server for server, configured in settings.mcp.items() if not configured.rehearse}
    tools = (each for each in named if each.partition(SEPARATOR)[0] in asked and SEPARATOR in each)
    return [tool for tool in dict.fromkeys(tools) if tool not in reads and " " not in tool]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)


def rehearsal(given: Mapping[str, Any], bot: str, workflow: Path) -> str:
    """The text of a configuration of one bot with everybody on the playground, and no account of a platform."""
    tree: dict[str, Any] = {name: given[name] for name in _KEPT if name in given}
    tree["web"] = {"playground": True, "dashboard": False}
    tree["email"] = {"provider": "playground"}
    tree["people"] = {name: _person(name, person) for name, person in _tables(given, "people").items()}
    tree["teams"] = {name: _team(team) for name, team in _tables(given, "teams").items()}
    configured = _tables(given, "bots")[bot]
    tree["bots"] = {bot: {key: value for key, value in configured.items() if key not in _OUTSIDE}}
    tree["bots"][bot]["workflow"] = str(workflow)
    return "".join(f"{_text(key)} = {_toml(value)}\n" for key, value in tree.items())


def _tables(given: Mapping[str, Any], section: str) -> Mapping[str, Mapping[str, Any]]:
    return {name: table for name, table in given.get(section, {}).items() if isinstance(table, Mapping)}


def _person(name: str, person: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"play": name, **{key: person[key] for key in _OF_A_PERSON if key in person}}


def _team(team: Mapping[str, Any]) -> Mapping[str, Any]:
    """Roles are a platform's: whoever has one cannot be known here."""
    kept = {**team, "post": [REVIEW]}
    if isinstance(team.get("members"), (list, tuple)):
        kept["members"] = [member for member in team["members"] if ROLE not in str(member)]
    return kept


def _toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            return "{" + ", ".join(f"{_text(str(key))} = {_toml(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
    return _text(str(value))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
