"""The house as programs find it: every thing is looked for with the eyes of the person for whom a program acts."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.admin.reports import at
from bot.api.deciding import Deciding
from bot.api.drawing import Drawing
from bot.api.keys import SCOPES, ProgramKeys
from bot.desk import Actor, Desk
from bot.people import People
from bot.settings_channels import WEB
from bot.showing import WHOLE
from channels.web.api import models
from channels.web.api.port import Bearer
from channels.web.api.problems import Problem
from channels.web.api.wanted import DecisionWish, EntriesWanted, HandoffsWanted, StatsWanted, TranscriptWanted
from engine.handoff import Handoff
from engine.ids import HandoffId, PersonId, RunId
from engine.ports import Clock
from engine.store import Case, Store
from engine.transitions import TRANSITIONS, HandoffState
from engine.values import from_micros, to_micros
from storage.api_lists import Wanted
from storage.audit import AuditRow
from storage.figures import Span

READ_AT_ONCE, MOST_READ = 200, 1000
"""How many requests are read at once and for one page: behind it the next page goes on."""
_GROUPS: dict[str, Sequence[HandoffState]] = {
    "open": [state for state in HandoffState if state.is_open],
    "closed": [state for state in HandoffState if not state.is_open],
    "all": list(HandoffState),
}


class Lists(Protocol):
    """What is listed; `storage.api_lists` implements it."""

    async def handoffs(self, wanted: Wanted, limit: int) -> Sequence[Handoff]: ...
    async def of_run(self, run: RunId) -> Sequence[HandoffId]: ...
    async def entries(self, after: int, subject: str, limit: int) -> Sequence[AuditRow]: ...
    async def spans(self, bot: str, since: datetime, teams: Sequence[str] | None) -> Sequence[Span]: ...


class HouseForPrograms:
    """`channels.web.api.port.House`."""

    def __init__(
        self,
        keys: ProgramKeys,
        store: Store,
        desk: Desk,
        people: People,
        lists: Lists,
        drawing: Drawing,
        deciding: Deciding,
        clock: Clock,
    ) -> None:
        self._keys = keys
        self._store = store
        self._desk = desk
        self._people = people
        self._lists = lists
        self._drawing = drawing
        self._deciding = deciding
        self._clock = clock

    async def bearer(self, token: str) -> Bearer | None:
        """Whose token this is."""
        return await self._keys.bearer(token)

    async def me(self, bearer: Bearer) -> models.Me:
        """Whom the token acts for."""
        scopes: Any = [scope for scope in SCOPES if scope in bearer.scopes]
        key = models.KeyShown(
            id=bearer.token, name=bearer.token_name, scopes=scopes, expires_at=bearer.expires_at
        )  # fmt: skip
        return models.Me(
            person=bearer.person, name=bearer.name, locale=bearer.locale, operator=bearer.is_operator,
            teams=list(self._teams(_actor(bearer))), token=key,
        )  # fmt: skip

    # --- requests -------------------------------------------------------------------------------------------------

    async def handoffs(self, bearer: Bearer, wanted: HandoffsWanted) -> models.HandoffPage:
        """The requests that they may see; a page may be short, or empty, and others may come behind it."""
        actor, before = _actor(bearer), _cursor(wanted.cursor)
        states = _GROUPS.get(wanted.state) or [HandoffState(wanted.state)]
        teams = list(self._teams(actor))
        found: list[Handoff] = []
        for _ in range(MOST_READ // READ_AT_ONCE):
            asked = Wanted(states, teams, bearer.is_operator, wanted.bot, wanted.team, before)
            read = await self._lists.handoffs(asked, READ_AT_ONCE)
            for handoff in read:
                before = handoff.opened_at, handoff.id
                if self._is_wanted(actor, handoff, wanted.mine):
                    found.append(handoff)
                if len(found) == wanted.limit:
                    break
            if len(found) == wanted.limit or len(read) < READ_AT_ONCE:
                break
        is_end = len(found) < wanted.limit and len(read) < READ_AT_ONCE
        items = [self._drawing.listed(actor, handoff) for handoff in found]
        return models.HandoffPage(items=items, next="" if is_end or not before else _spelled(*before))

    async def handoff(self, bearer: Bearer, id: str) -> models.HandoffShown:
        """One request."""
        actor = _actor(bearer)
        return await self._drawing.shown(actor, await self._case(actor, id))

    async def transcript(
        self, bearer: Bearer, id: str, wanted: TranscriptWanted
    ) -> models.TranscriptShown:  # fmt: skip
        """What was said in its conversation, but for what was erased."""
        actor = _actor(bearer)
        handoff = (await self._case(actor, id)).handoff
        erased = handoff.question.erased
        said = () if erased else await self._store.transcript(handoff.conversation, min(wanted.limit, WHOLE))
        lines = [self._drawing.line(actor, handoff, each) for each in said]
        return models.TranscriptShown(handoff=handoff.id, lines=lines, erased=erased)

    async def decide(self, bearer: Bearer, id: str, wish: DecisionWish, key: str) -> models.Outcome:
        """Do something with a request."""
        actor = _actor(bearer)
        return await self._deciding.decide(bearer, actor, (await self._case(actor, id)).handoff, wish, key)

    # --- for operators --------------------------------------------------------------------------------------------

    async def run(self, bearer: Bearer, id: str) -> models.RunShown:
        """A run, without what it knows of anybody."""
        try:
            run = (await self._store.load_run(RunId(id))).run
        except KeyError:
            raise Problem("not-found") from None
        tokens = [
            models.TokenShown(node=token.node, state=token.state.value, handoff=token.handoff or "")
            for token in run.tokens
        ]
        return models.RunShown(
            id=run.id, bot=run.bot, workflow=run.workflow, status=run.status.value, started_at=run.started_at,
            steps=run.steps, version=run.version, tokens=tokens, handoffs=list(await self._lists.of_run(run.id)),
        )  # fmt: skip

    async def entries(self, bearer: Bearer, wanted: EntriesWanted) -> models.EntryPage:
        """The record."""
        rows = await self._lists.entries(wanted.after, wanted.subject, wanted.limit + 1)
        items = [models.EntryShown.model_validate(row.as_json()) for row in rows[: wanted.limit]]
        return models.EntryPage(items=items, next=items[-1].number if len(rows) > wanted.limit else None)

    async def stats(self, bearer: Bearer, wanted: StatsWanted) -> models.StatsShown:
        """Figures: operators see all, the others what was asked of their teams first."""
        teams = None if bearer.is_operator else list(self._teams(_actor(bearer)))
        spans = await self._lists.spans(wanted.bot, self._clock.now() - timedelta(days=wanted.days), teams)
        waiting = [span.opened_at for span in spans if HandoffState(span.state) in TRANSITIONS]
        taken = sorted(span.decided_at - span.opened_at for span in spans if span.decided_at and span.by_person)
        seconds = [at(taken, part).total_seconds() for part in (0.5, 0.9)] if taken else []
        outcomes = Counter(span.state for span in spans if not HandoffState(span.state).is_open)
        return models.StatsShown(
            bot=wanted.bot, days=wanted.days, opened=len(spans), waiting=len(waiting),
            waiting_since=min(waiting, default=None), outcomes=dict(outcomes),
            seconds=models.TimeTaken(half=seconds[0], most=seconds[1]) if seconds else None,
        )  # fmt: skip

    # --- whose ----------------------------------------------------------------------------------------------------

    def _teams(self, actor: Actor) -> Sequence[str]:
        return self._people.authority.all_teams_of(actor.account, actor.roles)

    def _is_wanted(self, actor: Actor, handoff: Handoff, mine: bool) -> bool:
        assignee = handoff.progress.assignee
        if mine and assignee != self._people.identity(actor.account):
            return False
        return not self._desk.refusal(actor, handoff)

    async def _case(self, actor: Actor, id: str) -> Case:
        """A request that this person may see; any other looks as if it was not there."""
        try:
            case = await self._store.case(HandoffId(id))
        except KeyError:
            raise Problem("not-found") from None
        if self._desk.refusal(actor, case.handoff):
            raise Problem("not-found")
        return case


def _actor(bearer: Bearer) -> Actor:
    """The person as they act by a program. Which roles they have on a platform nobody can see here."""
    place = f"{WEB}:{PersonId(bearer.person)}"
    return Actor(place, bearer.name, place, bearer.locale, roles=None)


def _spelled(at: datetime, id: str) -> str:
    return f"{to_micros(at)}.{id}"


def _cursor(text: str) -> tuple[datetime, str] | None:
    """The inverse of `_spelled`; None for none."""
    micros, _, id = text.partition(".")
    return (from_micros(int(micros)), id) if id else None
