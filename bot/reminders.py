"""Reminds of requests that wait: one message per place for all that are due, in working hours, not too often."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.cards import SHORT_ID
from bot.i18n import Locales
from bot.people import People
from engine.effects import Literal, SendText
from engine.errors import StaleRun
from engine.handoff import Handoff
from engine.ids import Place
from engine.ports import Clock
from engine.question import HandoffKind
from engine.step import Keyed
from engine.store import Due, Reminder, Store

log = logging.getLogger(__name__)

APART = timedelta(minutes=10)
"""How long a place is left alone after a reminder; what becomes due meanwhile is told in the next one."""
MOST_AT_ONCE = 100
"""How many due reminders one look takes; there is another until nothing is left."""
MOST_LINES = 20
"""How many requests one message names; the rest is counted."""
LONGEST_REASON = 200


class Reminders:
    """Looks what is due, and tells people of it."""

    def __init__(self, store: Store, people: People, locales: Locales, clock: Clock, place_locale: str) -> None:
        self._store = store
        self._people = people
        self._locales = locales
        self._clock = clock
        self._locale = place_locale

    async def sweep(self) -> bool:
        """Remind of everything that is due; whether anybody was told. What another process took is looked at again."""
        told = False
        while due := await self._store.due_reminders(MOST_AT_ONCE):
            now = self._clock.now()
            reminders = [self._reminder(one, now) for one in due]
            effects = self._effects(due, reminders, now)
            try:
                await self._store.remind(reminders, effects)
            except StaleRun as faster:
                log.info("reminders are looked at again: %s", faster)
                break
            told = told or bool(effects)
            if len(due) < MOST_AT_ONCE:
                break
        return told

    def _reminder(self, due: Due, now: datetime) -> Reminder:
        """The reminder as it is to be carried out: now, or put off until it may come."""
        handoff, may = due.handoff, self._may(due, now)
        if may > now:
            return Reminder(handoff.id, due.since, may)
        return Reminder(handoff.id, due.since, handoff.next_reminder(max(now, due.since)), handoff.places)

    def _may(self, due: Due, now: datetime) -> datetime:
        """The next moment at which the team is at work and none of its places was told of others just before."""
        hours = self._people.hours(due.handoff.team)
        rested = max([now, *(last + APART for place, last in due.last.items() if last <= now)])
        return hours.opening(rested) if hours else rested

    def _effects(self, due: Sequence[Due], reminders: Sequence[Reminder], now: datetime) -> Sequence[Keyed]:
        by_place: dict[Place, list[Handoff]] = {}
        for one, reminder in zip(due, reminders, strict=True):
            for place in reminder.told:
                by_place.setdefault(place, []).append(one.handoff)
        moment = int(now.timestamp() * 1000)
        return [
            Keyed(f"remind.{handoffs[0].id}.{moment}.{number}", SendText(place, Literal(self._text(handoffs, now))))
            for number, (place, handoffs) in enumerate(by_place.items())
        ]

    def _text(self, handoffs: Sequence[Handoff], now: datetime) -> str:
        lines = [self._locales.text(self._locale, "reminder", count=len(handoffs))]
        lines += [self._line(handoff, now) for handoff in handoffs[:MOST_LINES]]
        if len(handoffs) > MOST_LINES:
            lines.append(self._locales.text(self._locale, "reminder-more", count=len(handoffs) - MOST_LINES))
        return "\n".join(lines)

    def _line(self, handoff: Handoff, now: datetime) -> str:
        args: Mapping[str, str] = {
            "id": handoff.id[:SHORT_ID],
            "what": self._what(handoff),
            "since": self._locales.duration(self._locale, now - handoff.opened_at),
        }
        return self._locales.text(self._locale, "reminder-line", **args)

    def _what(self, handoff: Handoff) -> str:
        """What is asked, short; the card has all of it, and what is secret is on no card either."""
        question = handoff.question
        if question.kind is not HandoffKind.APPROVAL or question.hidden:
            return question.label or self._people.bot_name(handoff.bot)
        return question.reason if len(question.reason) <= LONGEST_REASON else f"{question.reason[:LONGEST_REASON]}…"
