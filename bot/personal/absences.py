"""`/away` and `/back`: who decides in somebody's stead, and until when."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.admin.words import Words
from bot.desk import Actor
from bot.people import People
from bot.settings import Settings
from bot.ties import Ties
from bot.when import read_moment
from engine.effects import Effect
from engine.ids import PersonId
from engine.store import Turn
from storage.ties import Absence

LONGEST = timedelta(days=366)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AbsenceCommands:
    """Takes down who is away; only people of the configuration are, and only they decide for others."""

    def __init__(self, settings: Settings, people: People, ties: Ties, words: Words, ring: Callable[[], None]) -> None:
        self._settings = settings
        self._people = people
        self._ties = ties
        self._words = words
        self._ring = ring

    async def away(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/away until WHEN [@PERSON]`."""
        person = self._people.person(actor.account)
        if person is None:
            return self._words.say(actor, "personal-only-configured", command="/away")
        when, name = self._read(actor, argument)
        if not when:
            return self._words.say(actor, "personal-away-usage")
        now, zone = self._words.clock.now(), self._zone(person)
        until = read_moment(when, now, zone, self._days(actor))
        if until is None or not now < until <= now + LONGEST:
            return self._words.say(actor, "personal-away-when", when=when[:40])
        delegate = self._named(name) if name else ""
        if delegate is None:
            return self._words.say(actor, "personal-away-unknown", name=name[:40])
        if delegate == person:
            return self._words.say(actor, "personal-away-self")
        await self._ties.leave(Absence(person, delegate, until), actor.account, now)
        self._ring()
        at = self._moment(actor, until, zone)
        return self._words.say(actor, "personal-away-done", until=at, name=self._people.known_name(delegate))

    async def back(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/back` ends one's absence before its time."""
        person = self._people.person(actor.account)
        if person is None:
            return self._words.say(actor, "personal-only-configured", command="/back")
        was = await self._ties.come_back(person, actor.account, self._words.clock.now())
        self._ring()
        is_over = was is None or was.until <= self._words.clock.now()
        return self._words.say(actor, "personal-back-nothing" if is_over else "personal-back-done")

    def _read(self, actor: Actor, argument: str) -> tuple[str, str]:
        """When, and the name of the delegate, "" for what is not there."""
        words = argument.split()
        if words and words[0].casefold() in self._words.text(actor, "personal-words-until").split():
            words = words[1:]
        when, *rest = words or [""]
        return when, " ".join(rest).removeprefix("@").strip()

    def _days(self, actor: Actor) -> Sequence[str]:
        """The days of the week as the reader's language shortens them, and as everybody may."""
        own = self._words.text(actor, "personal-words-days").split()
        return (*own, *_DAYS) if len(own) == len(_DAYS) else _DAYS

    def _named(self, name: str) -> str | None:
        """The person of that name, by the key of the configuration or as others read it, in whatever case."""
        wanted, people = name.casefold(), self._settings.people
        keys = [each for each in people if each.casefold() == wanted]
        shown = [each for each in people if people[each].name.casefold() == wanted]
        found = keys or shown
        return found[0] if len(found) == 1 else None

    def _zone(self, person: PersonId) -> ZoneInfo:
        return ZoneInfo(self._settings.people[person].timezone or "UTC")

    def _moment(self, actor: Actor, at: datetime, zone: ZoneInfo) -> str:
        return self._words.locales.moment(actor.locale, at, self._words.clock.now(), zone)
