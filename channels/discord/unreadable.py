"""What Discord tells and the library, or we, cannot read: each event is dropped alone.

One that ended the connection would cost its session, with all that was said and tapped until there is a new one.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)

Parse = Callable[[Any], None]
_NEEDED = frozenset({"READY", "RESUMED"})
"""Without them there is no session to go on with."""
_END_OF_IDS = 2**64


def guarded(parsers: Mapping[str, Parse]) -> dict[str, Parse]:
    """The library's parsers by the name of their event; what one of them fails at is passed over."""
    return {name: parse if name in _NEEDED else _guarded(name, parse) for name, parse in parsers.items()}


def _guarded(name: str, parse: Parse) -> Parse:
    def parsed(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log.warning("an event %s of Discord cannot be read and is passed over (%s)", name, type(error).__name__)

    return parsed


def is_whole(interaction: discord.Interaction[Any]) -> bool:
    """Whether an interaction tells who did it, where and in which language, as all of Discord's do."""
    who = interaction.user is not discord.utils.MISSING
    where = interaction.channel is not None and 0 < interaction.channel.id < _END_OF_IDS
    return who and where and isinstance(interaction.locale.value, str)


def locale_of(interaction: discord.Interaction[Any]) -> str:
    """The reader's language, "" if it is not told."""
    locale = interaction.locale.value
    return locale if isinstance(locale, str) else ""


class Tree(app_commands.CommandTree[Any]):
    """The library's tree of commands, in which a use that cannot be read is told like any other error."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        if not is_whole(interaction):
            raise app_commands.CheckFailure("it is not told by whom, or where")
        return True

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await super()._call(interaction)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            interaction._cs_command = None  # type: ignore[attr-defined] # else it is looked for in the same data again
            raise app_commands.AppCommandError(f"it cannot be read ({type(error).__name__})") from error
