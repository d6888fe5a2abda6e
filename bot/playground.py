"""The playground's page as the configuration fills it: who writes and who decides there, and in which words."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.i18n import Locales
from bot.people import People
from bot.settings import Settings
from channels.base import Desk, Intake
from channels.board import Board
from channels.web.playground import Playground
from channels.web.settings import Persona, PlaygroundPeople
from channels.web.words import WORDS
from engine.ids import BotId, PersonId


def opened(
    settings: Settings, people: People, board: Board, intake: Intake, desk: Desk, locales: Locales, clock: SystemClock
) -> Playground:
    """The playground, whose people may move the clock."""

    async def advance(by: timedelta) -> datetime:
        await clock.advance(by)
        return clock.now()

    return Playground(
        board,
        intake,
        desk,
        PlaygroundPeople(reviewers=tuple(_personas(settings, people)), bots=_bots(settings, people)),
        words=lambda locale: {word: locales.text(locale, word) for word in WORDS},
        clock=clock.now,
        advance=advance,
        working_day=lambda bot: people.next_working_day(people.team(BotId(bot)), clock.now()),
        locales=tuple(locales.available()),
    )


def _personas(settings: Settings, people: People) -> Iterator[Persona]:
    """The people who have an account in the playground, reviewers or not, with their teams behind the name."""
    for name, person in settings.people.items():
        if person.play:
            teams = [team.name or key for key, team in settings.teams.items() if name in team.members]
            yield Persona(person.play, people.name(PersonId(name)), ", ".join(teams))


def _bots(settings: Settings, people: People) -> tuple[tuple[str, str], ...]:
    return tuple((name, people.bot_name(BotId(name))) for name in settings.bots)
