"""The commands as platforms offer them in their menus: names, options and descriptions in every language."""

from collections.abc import Mapping, Sequence

from bot.admin.gate import ADMINS
from bot.commands import EVERYBODY, REVIEWERS
from bot.i18n import Locales
from channels.menus import Command, Menus, Option

TALK = "talk"
"""Begins a conversation in a server, where a platform has servers."""
_OPTIONS: Mapping[str, Sequence[str]] = {
    "language": ("language",),
    "pending": ("filter",),
    "mine": ("filter",),
    "handoff": ("id!",),
    "undo": ("id!",),
    "edit": ("id!", "field!", "value!"),
    "ask": ("id!", "question!"),
    "takeover": ("id!",),
    "handback": ("outcome!", "reason"),
    "human": ("text",),
    "claim": ("id!",),
    "release": ("id!",),
    "assign": ("id!", "person!"),
    "snooze": ("id!", "span!"),
    "approve": ("id!", "reason"),
    "reject": ("id!", "reason"),
    "choose": ("id!", "option!", "reason"),
    "forget": ("confirm",),
    "link": ("proof",),
    "unlink": ("account!",),
    "away": ("until!", "person"),
    "notify": ("channel", "state"),
    "bind": ("team!", "code"),
    "unbind": ("place",),
    "reviewers": ("team",),
    "validate": ("bot",),
    "reload": ("bot",),
    "stats": ("bot", "days"),
    "audit": ("id",),
    TALK: ("text",),
}
"""What may stand behind a command, in this order; `!` marks what must."""
_OF_REQUESTS = frozenset(
    {
        "handoff",
        "approve",
        "reject",
        "choose",
        "undo",
        "edit",
        "claim",
        "release",
        "assign",
        "snooze",
        "ask",
        "takeover",
    }
)


def menus(locales: Locales) -> Menus:
    """The commands that are known, by who may use them."""

    def described(names: Sequence[str]) -> tuple[Command, ...]:
        return tuple(command(locales, name) for name in names)

    return Menus(described(tuple(EVERYBODY)), described(tuple(REVIEWERS)), described(tuple(ADMINS)), locales.default)


def command(locales: Locales, name: str) -> Command:
    """One command in every language."""
    options = tuple(_option(locales, name, option) for option in _OPTIONS.get(name, ()))
    described, named = (_in_all(locales, f"command-{kind}-{name}") for kind in ("describe", "name"))
    return Command(name, described, named, options)


def _option(locales: Locales, command_name: str, spelled: str) -> Option:
    name = spelled.rstrip("!")
    return Option(
        name,
        _in_all(locales, f"command-option-{name}"),
        _in_all(locales, f"command-option-describe-{name}"),
        needed=spelled.endswith("!"),
        of_requests=name == "id" and command_name in _OF_REQUESTS,
    )


def _in_all(locales: Locales, message_id: str) -> dict[str, str]:
    return {tag: locales.text(tag, message_id) for tag in locales.available()}
