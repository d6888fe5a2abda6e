"""A check-up of everything: the database, tool servers, channels and places, a line each with what to do."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.i18n import Locales
from bot.settings import Settings
from bot.standing import Origins, Standing
from bot.tools import SEPARATOR, ServerStatus
from bot.workflows import Examined, sentence
from channels.base import Finding
from engine.ids import BotId

PATIENCE = 20.0
"""Seconds that a channel gets for its check-up."""


class CanCheckUp(Protocol):
    """The part of a channel that a check-up needs."""

    name: str

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]: ...


def servers(statuses: Mapping[str, ServerStatus], declared: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    """A line per tool server; `declared` are the tools that the configuration speaks of."""
    for name, status in statuses.items():
        what = f"mcp {name}"
        if not status.connected:
            yield Finding(what, "doctor-mcp", {"detail": status.error})
            continue
        strangers = [tool for tool in declared.get(name, ()) if tool not in status.tools]
        if strangers:
            tools = ", ".join(f"{name}{SEPARATOR}{tool}" for tool in strangers)
            yield Finding(what, "doctor-mcp-tool", {"tools": tools})
        else:
            yield Finding(what)


def workflows(examined: Mapping[BotId, Examined]) -> Iterator[Finding]:
    """A line per bot: whether its file could be loaded as it is now."""
    for bot, found in examined.items():
        errors = [sentence(problem) for problem in found.problems if problem.severity == "error"]
        what, more = f"workflow {bot}", str(len(errors) - 1) if errors[1:] else ""
        yield Finding(what, "doctor-workflow", {"detail": errors[0], "more": more}) if errors else Finding(what)


def declared(settings: Settings) -> Mapping[str, Iterable[str]]:
    """The tools that the configuration speaks of, by server."""
    return {name: server.tools for name, server in settings.mcp.items()}


async def channels(those: Sequence[CanCheckUp], places: Sequence[str], patience: float = PATIENCE) -> Sequence[Finding]:
    """A line per account and per place, all accounts at the same time; a place that none serves is a problem."""
    unserved = [place for place in places if _name(place) not in {channel.name for channel in those}]
    found = await asyncio.gather(*(_looked(channel, places, patience) for channel in those))
    return [*(one for some in found for one in some), *(Finding(place, "doctor-no-channel") for place in unserved)]


async def _looked(channel: CanCheckUp, places: Sequence[str], patience: float) -> Sequence[Finding]:
    own = [place for place in places if _name(place) == channel.name]
    try:
        async with asyncio.timeout(patience):
            return await channel.check_up(own)
    except TimeoutError:
        return [Finding(channel.name, "doctor-slow")]


def _name(place: str) -> str:
    return place.partition(":")[0]


class Spoken:
    """Findings as lines for a reader: whether it is well, what it is, where it stands, what to do."""

    def __init__(self, locales: Locales, origins: Origins, stand: Iterable[Standing]) -> None:
        self._locales = locales
        self._origins = origins
        self._stand: dict[str, list[Standing]] = {}
        for one in stand:
            self._stand.setdefault(one.place, []).append(one)

    def what(self, finding: Finding, locale: str) -> str:
        """The part that was looked at; of a place also whose it is."""
        stand = self._stand.get(finding.what, ())
        whose = "; ".join(self._origins.words(one, locale) for one in stand)
        return f"{finding.what} ({whose})" if whose else finding.what

    def problem(self, finding: Finding, locale: str) -> str:
        """What is wrong and what to do, or ""."""
        return self._locales.text(locale, finding.problem, **finding.args) if finding.problem else ""

    def line(self, finding: Finding, locale: str, well: str, ill: str) -> str:
        """The finding in one line, behind the mark for its kind."""
        problem = self.problem(finding, locale)
        what = self.what(finding, locale)
        return f"{ill} {what}: {problem}" if problem else f"{well} {what}"
