"""Application commands: what may be registered ("Application Commands")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.discord import errors
from tests.fakes.discord.calls import Call, answers
from tests.fakes.discord.errors import Path, Problem

CHAT, SUBCOMMAND, GROUP = 1, 1, 2
LOCALES = frozenset(
    [
        "ar",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "lt",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "ru",
        "sv-SE",
        "th",
        "tr",
        "uk",
        "vi",
        "zh-CN",
        "zh-TW",
    ]
)
MOST, MOST_TEXT = 100, 8000
NAME = re.compile(r"[-_'\w]{1,32}")
Command = dict[str, Any]


def _set(call: Call, guild_id: int | None) -> Any:
    """Replace all commands of a place; one that keeps its name keeps its id."""
    if call.id("application_id") != call.app.id:
        raise errors.OTHER_APPLICATION
    given = call.body or []
    problems = list(_problems(given, call))
    if len([one for one in given if (one.get("type") or CHAT) == CHAT]) > MOST:
        raise errors.Refused(400, 30032, f"Maximum number of application commands reached ({MOST}).")
    if problems:
        raise errors.invalid(problems)
    known = {(one["type"], one["name"]): one["id"] for one in call.app.commands.get(guild_id, [])}
    made = [_registered(call, one, guild_id, known) for one in given]
    call.app.commands[guild_id] = made
    call.world.changed()
    return made


def _registered(call: Call, given: Command, guild_id: int | None, known: dict[tuple[int, str], str]) -> Command:
    kept = {name: value for name, value in given.items() if value is not None}
    kind = kept.get("type", CHAT)
    permissions = kept.pop("default_member_permissions", None)
    made: Command = {
        "description": "",
        "nsfw": False,
        **kept,
        "type": kind,
        "default_member_permissions": None if permissions is None else str(permissions),
        "id": known.get((kind, given["name"])) or str(call.world.number()),
        "application_id": str(call.app.id),
        "version": str(call.world.number()),
    }
    if guild_id is not None:
        made["guild_id"] = str(guild_id)
    elif "contexts" not in made:
        made["contexts"] = None
    return made


@answers("bulk_set_application_commands", "PUT /applications/{application_id}/commands")
def bulk_set_application_commands(call: Call) -> Any:
    """Set the global commands."""
    return _set(call, None)


@answers("bulk_set_guild_application_commands", "PUT /applications/{application_id}/guilds/{guild_id}/commands")
def bulk_set_guild_application_commands(call: Call) -> Any:
    """Set a guild's commands."""
    if call.id("guild_id") not in {guild.id for guild in call.world.guilds_of(call.app)}:
        raise errors.MISSING_ACCESS
    return _set(call, call.id("guild_id"))


@answers("list_application_commands", "GET /applications/{application_id}/commands")
def list_application_commands(call: Call) -> Any:
    """The global commands."""
    return call.app.commands.get(None, [])


@answers("list_guild_application_commands", "GET /applications/{application_id}/guilds/{guild_id}/commands")
def list_guild_application_commands(call: Call) -> Any:
    """A guild's commands."""
    return call.app.commands.get(call.id("guild_id"), [])


def _problems(given: list[Command], call: Call) -> Iterator[Problem]:
    seen = set()
    for n, one in enumerate(given):
        kind = one.get("type") or CHAT
        if (kind, one["name"]) in seen:
            text = "Application command names must be unique"
            yield Problem((n,), "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
        seen.add((kind, one["name"]))
        if kind != CHAT:
            continue
        yield from _named(one, (n,))
        yield from _options(one.get("options") or [], (n, "options"))
        if _size(one, call.world.limits.length) > MOST_TEXT:
            text = f"Command exceeds maximum size ({MOST_TEXT})"
            yield Problem((n,), "APPLICATION_COMMAND_TOO_LARGE", text)


def _named(one: Command, at: Path) -> Iterator[Problem]:
    """Names are lower case where there is a lower case; everything has a description."""
    spelled = [((*at, "name"), one["name"])]
    localized = one.get("name_localizations") or {}
    spelled += [((*at, "name_localizations", tag), name) for tag, name in localized.items()]
    for path, name in spelled:
        if not valid_name(name):
            text = "Command name is invalid" if len(at) == 1 else "Option name is invalid"
            yield Problem(path, "APPLICATION_COMMAND_INVALID_NAME", text)
    if not one.get("description"):
        yield Problem((*at, "description"), "BASE_TYPE_REQUIRED", "This field is required")
    for name in ("name_localizations", "description_localizations"):
        for tag in one.get(name) or {}:
            if tag not in LOCALES:
                text = f"Value must be one of ({', '.join(map(repr, sorted(LOCALES)))})."
                yield Problem((*at, name, tag), "BASE_TYPE_CHOICES", text)


def valid_name(name: str) -> bool:
    """CHAT_INPUT names: letters, numbers, - _ ' and no upper case."""
    plain = "".join("x" if unicodedata.category(letter).startswith("M") else letter for letter in name)
    return NAME.fullmatch(plain) is not None and name == name.lower()


def _options(options: list[Command], at: Path) -> Iterator[Problem]:
    names: set[str] = set()
    optional = False
    for n, one in enumerate(options):
        here = (*at, n)
        yield from _named(one, here)
        if one["name"] in names:
            text = "Option names must be unique"
            yield Problem((*here, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text)
        names.add(one["name"])
        if one["type"] in (SUBCOMMAND, GROUP):
            yield from _options(one.get("options") or [], (*here, "options"))
            continue
        if one.get("required") and optional:
            text = "Required options must be placed before non-required options"
            yield Problem(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)
        optional |= not one.get("required")
        if one.get("autocomplete") and one.get("choices"):
            text = "Choices cannot be set together with autocomplete"
            yield Problem(here, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", text)
    if len({one["type"] in (SUBCOMMAND, GROUP) for one in options}) > 1:
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        yield Problem(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text)


def _size(one: Command, length: Callable[[str], int]) -> int:
    """Names, descriptions and values, of each the longest localization ("8000 characters in total")."""
    texts = [
        max([one.get(name) or "", *(one.get(f"{name}_localizations") or {}).values()], key=length)
        for name in ("name", "description")
    ]
    total = sum(map(length, texts)) + (length(one["value"]) if isinstance(one.get("value"), str) else 0)
    return total + sum(_size(inner, length) for name in ("options", "choices") for inner in one.get(name) or [])
