"""`/stats`, `/audit` and `/reviewers`: what happened, who did it, and who may."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from bot.admin.words import Words
from bot.bindings import Bindings
from bot.cards import SHORT_ID
from bot.desk import Actor
from bot.people import People
from bot.settings import Settings
from bot.settings_channels import DISCORD
from bot.standing import Origins, Standing, standings
from engine.effects import Effect
from engine.ids import BotId, PersonId
from engine.store import Store, Turn
from engine.transitions import HandoffState
from storage.audit import AuditRow
from storage.figures import Span, Waiting

DAYS, MOST_DAYS = 7, 3650
ENTRIES, MOST_ENTRIES = 10, 50
SHORTEST_ID = 4
RankT = TypeVar("RankT")
_ACCOUNTS = ("telegram", "discord", "email", "play")


class Figures(Protocol):
    """What is read for reports; `storage.figures` implements it."""

    async def spans(self, bot: str, since: datetime) -> Sequence[Span]: ...
    async def waiting(self, bot: str) -> Waiting: ...
    async def entries(self, limit: int, subject: str = "") -> Sequence[AuditRow]: ...


class ReportCommands:
    """Reads and reports; nothing is changed."""

    def __init__(
        self, settings: Settings, people: People, bindings: Bindings, figures: Figures, store: Store, words: Words
    ) -> None:
        self._settings = settings
        self._people = people
        self._bindings = bindings
        self._figures = figures
        self._store = store
        self._words = words
        self._origins = Origins(people, words.locales, words.clock)

    # --- /stats -----------------------------------------------------------------------------------------------

    async def stats(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/stats [BOT] [DAYS]`: how many requests asked people, what became of them, and how soon."""
        bot, days = BotId(""), DAYS
        for word in argument.split():
            if word.isdecimal():
                days = max(1, min(int(word), MOST_DAYS))
            elif (found := self._people.find_bot(word)) is None:
                known = ", ".join(self._settings.bots)
                return self._words.say(actor, "admin-bot-unknown", bot=word[:40], bots=known)
            else:
                bot = found
        spans = await self._figures.spans(bot, self._words.clock.now() - timedelta(days=days))
        waiting = await self._figures.waiting(bot)
        return self._words.lines(actor, self._stats(actor, bot, days, spans, waiting))

    def _stats(self, actor: Actor, bot: BotId, days: int, spans: Sequence[Span], waiting: Waiting) -> Iterator[str]:
        name = self._people.bot_name(bot) if bot else ""
        yield self._words.text(actor, "admin-stats-title", bot=name, count=days)
        yield self._words.text(actor, "admin-stats-opened", count=len(spans))
        states = Counter(span.state for span in spans)
        outcomes = [state for state in HandoffState if not state.is_open and states[state]]
        if outcomes:
            yield ", ".join(self._words.text(actor, f"admin-stats-{state}", count=states[state]) for state in outcomes)
        since = self._words.moment(actor, waiting.since) if waiting.since else ""
        yield self._words.text(actor, "admin-stats-waiting", count=waiting.count, since=since)
        taken = sorted(span.decided_at - span.opened_at for span in spans if span.decided_at and span.by_person)
        if taken:
            half, most = (self._words.span(actor, at(taken, part)) for part in (0.5, 0.9))
            yield self._words.text(actor, "admin-stats-times", half=half, most=most)

    # --- /audit -----------------------------------------------------------------------------------------------

    async def audit(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/audit [ID|NUMBER]`: the newest rows of the record, or those about one request."""
        wanted = argument.strip().lower()
        if len(wanted) < SHORTEST_ID and (not wanted or wanted.isdecimal()):
            limit = max(1, min(int(wanted or ENTRIES), MOST_ENTRIES))
            return self._rows(actor, await self._figures.entries(limit))
        known = await self._store.find_handoff(wanted) if wanted.isalnum() and wanted.isascii() else ()
        if len(wanted) < SHORTEST_ID or not known:
            return self._words.say(actor, "command-handoff-unknown", id=wanted[:40])
        if len(known) > 1:
            return self._words.say(actor, "command-handoff-ambiguous", id=wanted, ids=", ".join(known))
        return self._rows(actor, await self._figures.entries(MOST_ENTRIES, known[0]))

    def _rows(self, actor: Actor, rows: Sequence[AuditRow]) -> Sequence[Effect]:
        lines = [self._row(actor, row) for row in rows]
        return self._words.lines(actor, [*lines, self._words.text(actor, "admin-audit-verify")])

    def _row(self, actor: Actor, row: AuditRow) -> str:
        person = self._people.person(row.actor)
        who = self._people.name(person) if person else self._people.known_name(row.actor)
        subject = row.subject if len(row.subject) < 26 else row.subject[:SHORT_ID]
        return f"{row.number} · {self._words.moment(actor, row.moment)} · {row.event} · {subject} · {who}"

    # --- /reviewers -------------------------------------------------------------------------------------------

    async def reviewers(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/reviewers [TEAM]`: who decides, by which accounts, and where their cards go."""
        named = self._people.find_team(argument.strip())
        if argument.strip() and named is None:
            known = ", ".join(self._settings.teams)
            return self._words.say(actor, "admin-team-unknown", team=argument.strip()[:40], teams=known)
        stand = list(standings(self._settings, self._bindings.all()))
        teams = [named] if named else list(self._settings.teams)
        lines = [line for team in teams for line in self._team(actor, team, stand)]
        if named is None:
            lines += self._others(actor, stand)
        return self._words.lines(actor, lines)

    def _team(self, actor: Actor, team: str, stand: Sequence[Standing]) -> Iterator[str]:
        yield f"{self._people.team_name(team)} ({team})"
        members = self._settings.teams[team]
        yield from (f"– {self._person(PersonId(member))}" for member in members.people)
        yield from (f"– {role}" for role in members.roles(DISCORD))
        yield from (self._place(actor, one) for one in stand if one.team == team)

    def _others(self, actor: Actor, stand: Sequence[Standing]) -> Iterator[str]:
        """The operators, their places, and places of teams that are not there any more."""
        yield self._words.text(actor, "admin-operators")
        people = self._settings.people
        yield from (f"– {self._person(PersonId(name))}" for name, person in people.items() if person.admin)
        yield from (self._place(actor, one) for one in stand if one.team not in self._settings.teams)

    def _person(self, person: PersonId) -> str:
        configured = self._settings.people[person]
        accounts = [f"{kind}:{getattr(configured, kind)}" for kind in _ACCOUNTS if getattr(configured, kind)]
        accounts += self._people.accounts.joined(person)
        return f"{self._people.name(person)} ({', '.join(accounts)})" if accounts else self._people.name(person)

    def _place(self, actor: Actor, one: Standing) -> str:
        return f"→ {one.place} ({self._origins.words(one, actor.locale)})"


def at(ordered: Sequence[RankT], part: float) -> RankT:
    """The value that this part of them does not exceed (nearest rank)."""
    return ordered[max(0, math.ceil(round(len(ordered) * part, 6)) - 1)]
