"""A slash command as a client sends it, after checking what a client checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.fakes.discord.accounts import Application, User
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.commands import CHAT, GROUP, SUBCOMMAND, Command
from tests.fakes.discord.rights import Right

STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = range(3, 11)
IN_GUILD, IN_BOT_DM = 0, 1
KINDS: dict[int, tuple[type, ...]] = {STRING: (str,), INTEGER: (int,), BOOLEAN: (bool,), NUMBER: (int, float)}


def command_data(
    app: Application, user: User, channel: Channel, words: str, options: dict[str, Any], focused: str = ""
) -> dict[str, Any]:
    """An interaction's data for "/name", "/name sub" or "/name group sub"."""
    name, *path = words.removeprefix("/").split()
    command = _offered(app, user, channel, name)
    resolved: dict[str, Any] = {}
    made = _options(command, path, options, resolved, focused, channel)
    data: dict[str, Any] = {"id": command["id"], "name": name, "type": CHAT, "options": made}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return {**data, "resolved": resolved} if resolved else data


def _offered(app: Application, user: User, channel: Channel, name: str) -> Command:
    """The command that a client offers there; a guild's own before the global one."""
    guild = channel.guild
    scopes = [guild.id, None] if guild else [None]
    listed = [one for scope in scopes for one in app.commands.get(scope, []) if one["type"] == CHAT]
    found = next((one for one in listed if one["name"] == name), None)
    assert found is not None, f"/{name} is not offered; there are {[one['name'] for one in listed]}"
    contexts = found.get("contexts")
    here = IN_GUILD if guild else IN_BOT_DM
    allowed = here in contexts if contexts is not None else bool(guild) or found.get("dm_permission", True)
    assert allowed, f"/{name} is not offered here"
    if guild is not None:
        may, needed = channel.rights_of(user.id), found["default_member_permissions"]
        assert Right.USE_APPLICATION_COMMANDS in may, f"{user.name} may not use commands there"
        full = Right.ADMINISTRATOR in may
        assert needed is None or full or (int(needed) and int(needed) & int(may) == int(needed)), (
            f"/{name} is not offered"
        )
    return found


def _options(
    command: Command, path: list[str], given: dict[str, Any], resolved: dict[str, Any], focused: str, channel: Channel
) -> list[dict[str, Any]]:
    known = {one["name"]: one for one in command.get("options", [])}
    if path:
        inner = known[path[0]]
        return [
            {
                "name": inner["name"],
                "type": inner["type"],
                "options": _options(inner, path[1:], given, resolved, focused, channel),
            }
        ]
    assert not any(one["type"] in (SUBCOMMAND, GROUP) for one in known.values()), f"name one of {list(known)}"
    unknown = given.keys() - known.keys()
    assert not unknown, f"{command['name']} has no {unknown}, but {list(known)}"
    missing = [name for name, one in known.items() if one.get("required") and name not in given and not focused]
    assert not missing, f"{command['name']} needs {missing}"
    return [_option(known[name], value, resolved, name == focused, channel) for name, value in given.items()]


def _option(option: Command, value: Any, resolved: dict[str, Any], focused: bool, channel: Channel) -> dict[str, Any]:
    made = {"name": option["name"], "type": option["type"], "value": _value(option, value, resolved, focused, channel)}
    return {**made, "focused": True} if focused else made


def _value(option: Command, value: Any, resolved: dict[str, Any], focused: bool, channel: Channel) -> Any:
    kind = option["type"]
    choices = {one["name"]: one["value"] for one in option.get("choices", [])}
    if choices:
        assert value in choices or value in choices.values(), f"{value!r} is none of {list(choices)}"
        return choices.get(value, value)
    if kind == USER or hasattr(value, "user"):
        resolved.setdefault("users", {})[str(value.id)] = value.user.wire()
        member = channel.guild.members.get(value.id) if channel.guild else None
        if member is not None:
            permissions = str(int(channel.rights_of(value.id)))
            resolved.setdefault("members", {})[str(value.id)] = {**member.partial(), "permissions": permissions}
        return str(value.id)
    if kind in (CHANNEL, ROLE):
        resolved.setdefault("channels" if kind == CHANNEL else "roles", {})[str(value.id)] = value.wire()
        return str(value.id)
    if focused:
        assert option.get("autocomplete"), f"{option['name']} has no autocompletion"
        return str(value)
    assert isinstance(value, KINDS.get(kind, (object,))), f"{option['name']} takes no {value!r}"
    if isinstance(value, str):
        least, most = option.get("min_length", 0), option.get("max_length", 6000)
        assert least <= len(value) <= most, f"{option['name']} takes {least} to {most} characters"
    return value


def chosen(menu: dict[str, Any], labels: Sequence[Any]) -> list[str]:
    """The values of a select menu's options by their labels; of people, roles and channels their ids."""
    least, most = menu.get("min_values", 1), menu.get("max_values", 1)
    assert len(labels) <= most and (not labels or least <= len(labels)), f"choose {least} to {most}"
    if "options" not in menu:
        return [str(one.id) for one in labels]
    known = {one["label"]: one["value"] for one in menu["options"]}
    return [known[label] for label in labels]
