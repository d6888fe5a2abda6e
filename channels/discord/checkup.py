"""Looks whether an account works, and whether it may do at its places what cards need."""

from collections.abc import Iterator, Sequence

import discord

from channels.base import ChannelError, Finding, Gone
from channels.discord.client import may_read
from channels.discord.errors import Unauthorized
from channels.discord.line import Line, alone
from channels.discord.places import Spot, spot
from channels.discord.settings import DiscordSettings
from channels.discord.standing import Standing, standing_in

_MINOR = ("doctor-discord-may-not-thread",)
"""Without it everything works: a talk is held at the place itself."""


async def check_up(settings: DiscordSettings, places: Sequence[str]) -> Sequence[Finding]:
    """The check-up of an account that nobody serves here; the gateway is not touched."""
    line = alone(settings)
    try:
        return await Checkup(settings, line).look(places)
    finally:
        await line.close()


class Checkup:
    """The check-up of one account that is logged in, or logs in for it; nothing is heard and nothing changed."""

    def __init__(self, settings: DiscordSettings, line: Line) -> None:
        self._settings = settings
        self._line = line

    async def look(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the account, one for each server where customers may talk, and those for each place."""
        name = self._settings.name
        try:
            client = self._line.client if self._line.is_open else await self._line.log_in()
        except Unauthorized as wrong:
            return [Finding(name, "doctor-discord-token", {"detail": str(wrong)})]
        except ChannelError as error:
            return [Finding(name, "doctor-unreachable", {"detail": str(error)})]
        found = [self._account(client, places)]
        for guild in self._settings.guilds:
            found += await self._guild(guild)
        for place in places:
            found += await self._place(place)
        return found

    def _account(self, client: discord.Client, places: Sequence[str]) -> Finding:
        """Whether what people write in servers is told to us, where it is needed or would be good to have."""
        what, is_told = f"{self._settings.name} @{client.user}", may_read(client.application_flags)
        if self._settings.guilds and not is_told:
            return Finding(what, "doctor-discord-content")
        if not is_told and any(not place.startswith(f"{self._settings.name}:@") for place in places):
            return Finding(what, "doctor-discord-replies-only", is_minor=True)
        return Finding(what)

    async def _guild(self, number: int) -> Sequence[Finding]:
        try:
            guild: discord.Guild = await self._line.ask(lambda client: client.fetch_guild(number, with_counts=False))
        except ChannelError as error:
            return [Finding(f"guild {number}", "doctor-discord-guild", {"detail": str(error)})]
        return [Finding(f"guild {guild.name}")]

    async def _place(self, place: str) -> Sequence[Finding]:
        try:
            where = spot(self._settings.name, place)
            problems = await (self._person(where) if where.direct else self._channel(where))
        except Gone as gone:
            return [Finding(place, "doctor-discord-channel", {"detail": str(gone)})]
        except ChannelError as error:
            return [Finding(place, "doctor-unreachable", {"detail": str(error)})]
        found = [Finding(place, problem, args, problem in _MINOR) for problem, args in problems]
        return found or [Finding(place)]

    async def _person(self, where: Spot) -> list[tuple[str, dict[str, str]]]:
        """Whether the user is there; whether they let us write is known only by writing."""
        await self._line.ask(lambda client: client.http.start_private_message(where.number))
        return []

    async def _channel(self, where: Spot) -> list[tuple[str, dict[str, str]]]:
        standing = await self._line.ask(lambda client: standing_in(client, where.number))
        if standing is None:
            return [("doctor-discord-kind", {"channel": str(where.number)})]
        return [(problem, {"channel": standing.name}) for problem in _problems(standing)]


def _problems(standing: Standing) -> Iterator[str]:
    may = standing.may
    if not may.view_channel:
        yield "doctor-discord-may-not-see"
        return
    if standing.is_locked and not may.manage_threads:
        yield "doctor-discord-locked"
    if not (may.send_messages_in_threads if standing.is_thread else may.send_messages):
        yield "doctor-discord-may-not-write"
    if not may.attach_files:
        yield "doctor-discord-may-not-attach"
    if not may.read_message_history:
        yield "doctor-discord-may-not-read"
    if not (standing.is_thread or standing.is_forum or standing.may_open_rooms):
        yield "doctor-discord-may-not-thread"
