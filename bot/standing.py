"""Where every place of cards stands: in the configuration, or bound by command, when and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.i18n import Locales
from bot.people import People
from bot.settings import Settings
from engine.ids import BotId
from engine.ports import Clock
from storage.bindings import Bound


@dataclass(frozen=True, slots=True)
class Standing:
    """One place: of a `team`, or of the operators of a `bot`; `bound` if it is not from the configuration."""

    place: str
    team: str = ""
    bot: str = ""
    bound: Bound | None = None

    @property
    def key(self) -> str:
        """The key of the configuration that names the place."""
        return f"teams.{self.team}.post" if self.team else f"bots.{self.bot}.operators"


def standings(settings: Settings, bound: Sequence[Bound]) -> Iterator[Standing]:
    """Every place, team by team, then the operators'; one that has two reasons comes twice."""
    for name, team in settings.teams.items():
        yield from (Standing(place, name) for place in team.post)
        yield from (Standing(one.place, name, bound=one) for one in bound if one.team == name)
    for name, bot in settings.bots.items():
        yield from (Standing(place, bot=name) for place in bot.operators)
    yield from (Standing(one.place, one.team, bound=one) for one in bound if one.team not in settings.teams)


class Origins:
    """Words for where places stand."""

    def __init__(self, people: People, locales: Locales, clock: Clock) -> None:
        self._people = people
        self._locales = locales
        self._clock = clock

    def words(self, one: Standing, locale: str) -> str:
        """Whose the place is, and by what."""
        if one.bound:
            return f"{self._whose(one, locale)}, {self.bound(one.bound, locale)}"
        return f"{self._whose(one, locale)}, {self._locales.text(locale, 'admin-place-configured', key=one.key)}"

    def bound(self, one: Bound, locale: str) -> str:
        """Who bound a place, and when."""
        at = self._locales.moment(locale, one.at, self._clock.now())
        return self._locales.text(locale, "admin-place-bound", by=self._people.known_name(one.by), at=at)

    def _whose(self, one: Standing, locale: str) -> str:
        if one.team:
            return self._people.team_name(one.team)
        return self._locales.text(locale, "admin-place-operators", bot=self._people.bot_name(BotId(one.bot)))
