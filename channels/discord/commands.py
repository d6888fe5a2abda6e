"""The slash commands: each becomes the message that somebody could have typed, whose answer Discord waits for."""

import contextlib
import hashlib
import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import discord
from discord import app_commands

from channels.base import Desk, Inbound, Notes, Tap
from channels.discord.answering import answer_to
from channels.discord.client import Client, Touch
from channels.discord.errors import translated
from channels.discord.hearing import roles_of
from channels.discord.places import place_of_interaction
from channels.discord.settings import PLATFORM, DiscordSettings
from channels.discord.unreadable import locale_of
from channels.menus import Command, Option
from channels.text import cut

log = logging.getLogger(__name__)

MOST_DESCRIPTION = 100
MOST_CHOICES, MOST_CHOICE = 25, 100

MakeInbound = Callable[[Touch, str, str], Inbound]
Talk = Callable[[Touch, str], Awaitable[None]]
Words = Callable[[str, str], str]


class SlashCommands:
    """Offers the commands of one account, and hears them."""

    def __init__(
        self,
        settings: DiscordSettings,
        desk: Desk,
        hear: Callable[[Inbound], Awaitable[bool]],
        inbound: MakeInbound,
        talk: Talk,
        words: Words,
    ) -> None:
        self._settings = settings
        self._desk = desk
        self._hear = hear
        self._inbound = inbound
        self._talk = talk
        self._words = words

    def fill(self, client: Client) -> None:
        """Put the commands into a client's tree, which knows them by name from then on."""
        menus, settings = self._settings.menus, self._settings
        for command in (*menus.everybody, *menus.reviewers):
            client.tree.add_command(self._made(command))
        for command in menus.admins:
            client.tree.add_command(self._made(command, discord.Permissions(manage_guild=True)))
        if settings.talk and settings.guilds:
            talk = self._made(settings.talk, used=self._talked)
            client.tree.add_command(talk, guilds=[discord.Object(guild) for guild in settings.guilds])

        client.tree.error(self._failed)

    async def offer(self, client: Client, notes: Notes) -> None:
        """Tell Discord which commands there are, if that is not what it knows; in every language that we speak."""
        key, menus = f"{self._settings.name}/commands", self._settings.menus
        now = hashlib.sha256(repr((menus, self._settings.talk, self._settings.guilds)).encode()).hexdigest()
        if await notes.note(key) == now:
            return
        await client.tree.set_translator(Translator(menus.default_locale))
        try:
            await client.tree.sync()
            for guild in self._settings.guilds:
                await client.tree.sync(guild=discord.Object(guild))
        except Exception as error:
            log.warning("%s: the commands could not be offered: %s", self._settings.name, translated(error))
            return
        await notes.keep_note(key, now)

    async def _failed(self, interaction: Touch, error: app_commands.AppCommandError) -> None:
        """A use failed, or it is none of a command of ours: one of an earlier release, or what cannot be read."""
        known = isinstance(error, app_commands.CommandInvokeError)
        log.log(logging.ERROR if known else logging.WARNING, "a use of a command failed: %s", error)
        if interaction.type is not discord.InteractionType.application_command:
            return
        say = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
        with contextlib.suppress(Exception):
            await say(self._words(locale_of(interaction), "tap-failed"), ephemeral=True)

    def _made(
        self,
        command: Command,
        needed: discord.Permissions | None = None,
        used: "Callable[[Touch, str], Awaitable[None]] | None" = None,
    ) -> app_commands.Command[Any, Any, Any]:
        async def run(interaction: Touch, **given: str) -> None:
            words = [str(given[option.name]).strip() for option in command.options if given.get(option.name)]
            if used:
                await used(interaction, " ".join(words))
            else:
                await self._used(interaction, " ".join([f"/{command.name}", *words]))

        # The library reads a command's options off its function.
        run.__signature__ = _signature(command.options)  # type: ignore[attr-defined]
        run.__annotations__ = {}
        made: app_commands.Command[Any, Any, Any] = app_commands.Command(
            name=_text(command.name, command.labels),
            description=_text(command.descriptions[self._settings.menus.default_locale], command.descriptions),
            callback=run,  # type: ignore[arg-type]
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )
        made.default_permissions = needed
        described = {option.name: _text(option.descriptions[self._settings.menus.default_locale], option.descriptions)
                     for option in command.options}  # fmt: skip
        app_commands.describe(**described)(made)
        app_commands.rename(**{option.name: _text(option.name, option.labels) for option in command.options})(made)
        for option in command.options:
            if option.of_requests:
                made.autocomplete(option.name)(self._requests)
        return made

    async def _used(self, interaction: Touch, text: str) -> None:
        """Hear a command once Discord knows that we have it; in a server only who used it reads the answer."""
        try:
            await interaction.response.defer(ephemeral=interaction.guild_id is not None, thinking=True)
        except Exception as error:
            # The person read that it failed: it must not be carried out now.
            log.warning("a command could not be acknowledged: %s", translated(error))
            return
        try:
            await self._hear(self._inbound(interaction, text, answer_to(interaction)))
        except Exception:
            log.exception("a command could not be written down")
            await interaction.followup.send(self._words(locale_of(interaction), "tap-failed"), ephemeral=True)

    async def _talked(self, interaction: Touch, text: str) -> None:
        await self._talk(interaction, text)

    async def _requests(self, interaction: Touch, typed: str) -> list[app_commands.Choice[str]]:
        """The requests whose id begins as it is typed, for those who may decide them."""
        tap = Tap(
            channel=PLATFORM,
            account=self._settings.account,
            place=place_of_interaction(self._settings.name, interaction),
            user_id=str(interaction.user.id),
            user_name=str(interaction.user.display_name),
            token="",
            locale=locale_of(interaction),
            roles=roles_of(interaction.user),
        )
        try:
            found = await self._desk.choices(tap, str(typed))
        except Exception:
            log.exception("which requests are meant could not be looked up")
            return []
        return [app_commands.Choice(name=cut(one.text, MOST_CHOICE), value=one.id) for one in found[:MOST_CHOICES]]


class Translator(app_commands.Translator):
    """Our languages for Discord's: `de` for German, `en` for both kinds of English."""

    def __init__(self, default: str) -> None:
        self._default = default

    async def translate(self, string: app_commands.locale_str, locale: discord.Locale, context: Any) -> str | None:
        texts: Mapping[str, str] = string.extras.get("texts", {})
        tag = locale.value if locale.value in texts else locale.value.partition("-")[0]
        return cut(texts[tag], MOST_DESCRIPTION) if tag in texts and tag != self._default else None


def _text(default: str, texts: Mapping[str, str]) -> app_commands.locale_str:
    return app_commands.locale_str(cut(default, MOST_DESCRIPTION), texts=dict(texts))


def _signature(options: Sequence[Option]) -> inspect.Signature:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    first = inspect.Parameter("interaction", kind, annotation=discord.Interaction)
    others = [
        inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, annotation=str,
                          default=inspect.Parameter.empty if option.needed else "")
        for option in options
    ]  # fmt: skip
    return inspect.Signature([first, *others])
