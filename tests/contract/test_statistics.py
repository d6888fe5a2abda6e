"""Figures and looks into the record are the same on every database."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from engine.handoff import Decision
from engine.ids import PersonId
from engine.question import HandoffKind
from engine.run import TokenState
from engine.step import AuditEntry, Ruling
from engine.transitions import Action, HandoffState
from engine.values import to_micros
from storage import record, statistics
from storage.opening import Storage, opened
from storage.record import SoughtRows
from storage.statistics import Period, Scope
from storage.verify import Chain
from tests.contract.store_ground import MINUTE, NOON, WORKFLOW, commit, handoff, heard, new_run, step
from tests.fakes.clocks import HandClock

HOUR = timedelta(hours=1)
ALL = Period(NOON - timedelta(days=1), NOON + timedelta(days=9))
AGREED, REFUSED = (Action.APPROVE, HandoffState.APPROVED), (Action.REJECT, HandoffState.REJECTED)
EXPIRED = (Action.EXPIRE, HandoffState.TIMED_OUT)
TOLD: tuple[tuple[str, str, int, int, tuple[Action, HandoffState] | None], ...] = (
    ("finance", "ana", 0, 30, AGREED),
    ("finance", "ben", 1, 90, REFUSED),
    ("finance", "", 2, 60, EXPIRED),
    ("legal", "lea", 3, 40, AGREED),
    ("finance", "", 26, 0, None),
    ("legal", "", 30, 0, None),
)
"""Team, who decided, opened after so many hours, decided after so many minutes, how."""


@pytest.fixture
async def storage(database: str, place: str) -> AsyncIterator[Storage]:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with opened(url, HandClock(NOON), MINUTE) as made:
        await made.store.keep_workflow(WORKFLOW, "refund", "{}")
        for number, line in enumerate(TOLD):
            await _told(made, number, *line)
        yield made


async def _told(
    storage: Storage, number: int, team: str, who: str, hours: int, minutes: int,
    ending: tuple[Action, HandoffState] | None,
) -> None:  # fmt: skip
    conversation = await storage.store.record_inbound(heard(f"m{number}", user=f"u{number}"))
    assert conversation is not None
    run, opened_at = new_run(conversation, f"run{number}", TokenState.DECISION), NOON + hours * HOUR
    asked = replace(handoff(run, f"h{number}"), team=team, opened_at=opened_at)
    events = [AuditEntry("handoff.escalated", asked.id, "clock", opened_at), AuditEntry("x.y", asked.id, "", opened_at)]
    await commit(storage.store, run, opened=[asked], audit=events)
    if ending:
        action, state = ending
        person = PersonId(who) if who else None
        decision = Decision(action, person, who, opened_at + minutes * MINUTE, "", "play:review")
        ruling = Ruling(replace(asked, state=state, decision=decision), decision)
        await storage.store.commit_step(step(run, rulings=[ruling]))


async def test_outcomes_are_counted_by_bot_team_and_state(storage: Storage) -> None:
    found = await storage.statistics.outcomes(Scope(None), ALL)
    assert {(each.team, each.state): each.requests for each in found} == {
        ("finance", "approved"): 1, ("finance", "rejected"): 1, ("finance", "timed_out"): 1, ("finance", "pending"): 1,
        ("legal", "approved"): 1, ("legal", "pending"): 1,
    }  # fmt: skip
    assert {each.bot for each in found} == {"refunds"}
    part = Period(NOON + HOUR, NOON + 3 * HOUR)
    assert [each.state for each in await storage.statistics.outcomes(Scope(None), part)] == ["rejected", "timed_out"]


@pytest.mark.parametrize(
    ("scope", "count"),
    [(Scope(None), 6), (Scope(("finance",)), 4), (Scope(("legal", "other")), 2), (Scope(()), 0),
     (Scope(None, team="legal"), 2), (Scope(("finance",), team="legal"), 0), (Scope(None, bot="other"), 0),
     (Scope(("finance", "legal"), bot="refunds"), 6)],
)  # fmt: skip
async def test_nothing_beyond_a_scope_is_counted(storage: Storage, scope: Scope, count: int) -> None:
    figures = storage.statistics
    assert sum(each.requests for each in await figures.outcomes(scope, ALL)) == count
    flow = await figures.flow(scope, ALL.since)
    assert sum(flow.opened.values()) == count
    waiting = await figures.waiting(scope, [])
    assert sum(flow.closed.values()) == count - sum(counts[-1] for counts in waiting.values())
    assert len((await figures.events(scope, ALL)).happened) == count
    taken, _ = await figures.taken(scope, ALL)
    assert len(taken) == {6: 3, 4: 2, 2: 1, 0: 0}[count]


async def test_what_came_and_went_stands_in_quarters_of_an_hour(storage: Storage) -> None:
    flow = await storage.statistics.flow(Scope(None), NOON + HOUR)

    def quarter(moment: datetime) -> int:
        return to_micros(moment) // statistics.QUARTER

    assert flow.opened == {quarter(NOON + hours * HOUR): 1 for hours in (1, 2, 3, 26, 30)}
    assert flow.closed == {quarter(NOON + minutes * MINUTE): 1 for minutes in (150, 180, 220)}


async def test_what_waits_is_counted_by_its_age(storage: Storage) -> None:
    edges = [NOON + 28 * HOUR, NOON + 25 * HOUR, NOON + 26 * HOUR]
    assert await storage.statistics.waiting(Scope(None), edges) == {"finance": [0, 1, 0, 1], "legal": [1, 1, 1, 1]}


async def test_times_are_those_of_people(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    taken, is_cut = await storage.statistics.taken(Scope(None), ALL)
    found = [(each.person, each.node, (each.closed_at - each.opened_at) // 60_000_000) for each in taken]
    assert (found, is_cut) == ([("lea", "n1", 40), ("ben", "n1", 90), ("ana", "n1", 30)], False)
    monkeypatch.setattr(statistics, "MOST_TIMES", 3)
    taken, is_cut = await storage.statistics.taken(Scope(None), ALL)
    assert ([each.person for each in taken], is_cut) == (["lea", "ben"], True), (
        "the newest closed ones, one by the clock"
    )


async def test_events_are_looked_up_slice_by_slice_and_not_for_ever(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "SLICE", 2)
    events = await storage.statistics.events(Scope(None), ALL)
    assert sorted(each.handoff for each in events.happened) == [f"h{number}" for number in range(6)]
    assert {each.event for each in events.happened} == {"handoff.escalated"} and events.since is None
    part = Period(NOON + HOUR, NOON + 3 * HOUR)
    assert {each.handoff for each in (await storage.statistics.events(Scope(None), part)).happened} == {"h1", "h2"}
    monkeypatch.setattr(statistics, "MOST_ENTRIES", 3)
    events = await storage.statistics.events(Scope(None), ALL)
    assert 0 < len(events.happened) <= 2 and events.since == to_micros(NOON + 26 * HOUR)


async def test_other_kinds_are_for_those_who_see_everything(storage: Storage) -> None:
    conversation = await storage.store.record_inbound(heard("late", user="late"))
    assert conversation is not None
    run = new_run(conversation, "late", TokenState.OPERATOR)
    asked = handoff(run, "late")
    failure = replace(asked, question=replace(asked.question, kind=HandoffKind.FAILURE))
    await commit(storage.store, run, opened=[failure])
    everything = await storage.statistics.waiting(Scope(None), [])
    theirs = await storage.statistics.waiting(Scope(("finance", "legal")), [])
    assert (everything["finance"], theirs["finance"]) == ([2], [1])


# --- the record ------------------------------------------------------------------------------------------------------


async def test_rows_are_found_from_the_newest_on(storage: Storage) -> None:
    whole = await storage.record.look(SoughtRows(), 0, 100)
    assert [row.number for row in whole.rows] == list(range(len(whole.rows), 0, -1)) and whole.before == 0
    first = await storage.record.look(SoughtRows(), 0, 5)
    rest = await storage.record.look(SoughtRows(), first.before, 100)
    assert [*first.rows, *rest.rows] == list(whole.rows) and first.reached is None


@pytest.mark.parametrize(
    ("sought", "count"),
    [(SoughtRows(event="handoff.escalated"), 6), (SoughtRows(subject="h3"), 2), (SoughtRows(subject="h"), 12),
     (SoughtRows(subject="H"), 0), (SoughtRows(subject="%"), 0), (SoughtRows(actors=("clock", "ana")), 6),
     (SoughtRows(since=NOON + 26 * HOUR), 4), (SoughtRows(until=NOON + HOUR), 2),
     (SoughtRows(since=NOON + 99 * HOUR), 0), (SoughtRows(event="x.y", subject="h1", actors=("",)), 1)],
)  # fmt: skip
async def test_filters_hold_for_looks_and_for_copies(storage: Storage, sought: SoughtRows, count: int) -> None:
    look = await storage.record.look(sought, 0, 100)
    assert len(look.rows) == count and look.before == 0
    start, end = await storage.record.bounds(sought)
    copied = [row for first in range(start, end, 2) for row in await storage.record.batch(sought, (first, first + 2))]
    assert copied == list(look.rows)[::-1]


async def test_a_look_goes_only_some_way_back(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "REACH", 4)
    sought, before, ways = SoughtRows(subject="h0"), 0, list[datetime | None]()
    while True:
        look = await storage.record.look(sought, before, 10)
        ways.append(look.reached)
        if look.rows or not look.before:
            break
        before = look.before
    assert [row.subject for row in look.rows] == ["h0", "h0"] and ways[0] == NOON + 26 * HOUR and len(ways) == 3


async def test_what_rows_are_about_is_known(storage: Storage) -> None:
    assert await storage.record.known(["h1", "run2", "nothing"]) == ({"h1"}, {"run2"})
    assert await storage.record.known([]) == (set(), set())


async def test_the_chain_can_be_walked_page_by_page(storage: Storage) -> None:
    chain = Chain("0" * 64)
    while True:
        head, rows = await storage.record.page(chain.last.number)
        if not rows:
            break
        for row in rows:
            chain.follow(row)
    chain.end(head)
    assert head == await storage.record.head()


async def test_the_first_row_of_a_time_is_found_by_halves(storage: Storage) -> None:
    for hours, number in ((-1, 1), (0, 1), (1, 3), (2.5, 7), (3, 7), (4, 9), (99, 13)):
        at = to_micros(NOON + hours * HOUR)
        assert await storage.database.run(record.first("audit", at)) == number, hours
