"""The contract of `engine.store.Store` on what waits: who may be meant, in which order, however much there is."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from engine.handoff import AlreadyDecided, Edit, Handoff
from engine.ids import BotId, HandoffId, PersonId
from engine.question import Editable, Escalation, HandoffKind
from engine.run import Run, TokenState
from engine.step import Ruling
from engine.store import Sought
from engine.transitions import Action
from tests.contract.store_ground import (
    MINUTE,
    NASTY,
    NOON,
    Ground,
    commit,
    conversation,
    decision,
    handoff,
    new_run,
    ruling,
    step,
    waiting,
)


async def opened(ground: Ground, *changes: dict[str, Any]) -> list[Handoff]:
    """Open requests of one run, each changed so; parts of a question are named `q_...`."""
    run = new_run(await conversation(ground.store), state=TokenState.DECISION)
    asked = []
    for number, change in enumerate(changes):
        of_question = {name[2:]: value for name, value in change.items() if name.startswith("q_")}
        rest = {name: value for name, value in change.items() if not name.startswith("q_")}
        made = handoff(run, f"h{number}")
        asked.append(replace(made, question=replace(made.question, **of_question), **rest))
    await commit(ground.store, run, opened=asked)
    return asked


async def ids(ground: Ground, sought: Sought) -> list[str]:
    return [each.id for each in await ground.store.pending(100, sought)]


async def test_only_what_may_be_for_these_teams_is_read(ground: Ground) -> None:
    await opened(
        ground,
        {"team": "finance"},
        {"team": "legal"},
        {"team": "finance", "q_stages": (({"legal": 1},),)},
        {"team": "finance", "q_escalations": (Escalation(MINUTE, "legal"),)},
        {"team": "", "q_kind": HandoffKind.DOUBT},
    )
    assert await ids(ground, Sought(("finance",), operators=False)) == ["h0", "h2", "h3"]
    assert await ids(ground, Sought(("legal",), operators=False)) == ["h1", "h2", "h3"]
    assert await ids(ground, Sought(("legal",))) == ["h1", "h2", "h3", "h4"]
    assert await ids(ground, Sought((), operators=True)) == ["h2", "h3", "h4"]
    assert await ids(ground, Sought((NASTY,), operators=False)) == ["h2", "h3"]
    assert await ids(ground, Sought()) == ["h0", "h1", "h2", "h3", "h4"]


async def test_bot_and_age_narrow_what_is_read(ground: Ground) -> None:
    later = NOON + MINUTE
    await opened(ground, {"bot": BotId("refunds")}, {"bot": BotId("help")}, {"bot": BotId("help"), "opened_at": later})
    assert await ids(ground, Sought(bot="help")) == ["h1", "h2"]
    assert await ids(ground, Sought(bot="help", before=later)) == ["h1"]
    assert await ids(ground, Sought(bot=NASTY)) == []


async def test_everything_is_read_once_in_pieces_also_what_was_opened_at_the_same_moment(ground: Ground) -> None:
    moments = [NOON + timedelta(seconds=number // 4) for number in range(23)]
    asked = await opened(ground, *({"opened_at": moment} for moment in moments))
    expected = [each.id for each in sorted(asked, key=lambda each: (each.opened_at, each.id))]
    found: list[str] = []
    last: Handoff | None = None
    while read := await ground.store.pending(5, Sought(), last):
        found += (each.id for each in read)
        last = read[-1]
    assert found == expected


async def test_what_is_decided_does_not_wait(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await ground.store.record_decision(ruling(run, asked, "ana"))
    assert await ground.store.pending(5, Sought(("finance",))) == []


# --- changes -----------------------------------------------------------------------------------------------------


def changed(asked: Handoff) -> Handoff:
    """The request after somebody changed a value of it."""
    edit = Edit("items.0.price", Decimal("2150.00"), {"nasty": [NASTY, None, True]}, PersonId("ana"), NASTY, NOON)
    editable = Editable("items.0.price", NASTY, "number", Decimal("2000.50"), ("a", "b"), "1", "5000")
    question = replace(asked.question, reason="anew", editable=(editable,), hidden=(NASTY,))
    return replace(asked, question=question, progress=replace(asked.progress, edits=(edit,)))


async def written(ground: Ground, run: Run, after: Handoff) -> Handoff:
    await ground.store.record_decision(step(run, rulings=[Ruling(after, asks_anew=True)]))
    run.version += 1
    return (await ground.store.case(after.id)).handoff


async def test_a_changed_question_comes_back_as_it_is_asked_anew(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    after = changed(asked)
    assert await written(ground, run, after) == after
    assert await ground.store.pending() == [after]
    assert (after.edition, after.edits[0].after) == (1, {"nasty": [NASTY, None, True]})


async def test_of_a_change_and_a_decision_one_is_first(ground: Ground) -> None:
    """Both build on the same state: whoever comes second begins anew, or is told who decided."""
    run, asked = await waiting(ground.store)
    decided = ruling(run, asked, "ben", Action.APPROVE)
    await ground.store.record_decision(decided)
    with pytest.raises(AlreadyDecided) as late:
        await written(ground, run, changed(asked))
    kept = late.value.handoff.decision
    assert kept is not None and kept.by == decision("ben").by
    assert (await ground.store.case(HandoffId("h1"))).handoff.question == asked.question
