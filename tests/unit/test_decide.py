"""A decision on a case that its caller has just read: taken as read, and read anew if it changed since."""

import copy
from typing import cast

import pytest

from engine.environment import Environment
from engine.errors import StaleRun
from engine.handoff import Decision
from engine.ids import HandoffId, PersonId
from engine.runner import Runner
from engine.step import Step
from engine.store import Case, Store
from engine.transitions import Action, HandoffState
from tests.unit.engine_stage import CUSTOMER, NOW, CountingSecrets, NamedTools, OneTeam, StandingClock
from tests.unit.test_execution import begun

ENV = Environment(StandingClock(), CountingSecrets(), OneTeam(), NamedTools(), "instance")
REJECT = Decision(Action.REJECT, PersonId("ana"), "Ana", NOW, teams=("finance",))


class OneCase:
    """A store that knows one case; the first `stale` decisions come too late for the run's version."""

    def __init__(self, stale: int) -> None:
        execution = begun()
        [handoff] = execution.draft.take().opened
        self._case = Case(handoff, execution.run, CUSTOMER)
        self._stale = stale
        self.workflow = execution.workflow
        self.reads = 0
        self.steps: list[Step] = []

    async def case(self, handoff: HandoffId) -> Case:
        self.reads += 1
        return copy.deepcopy(self._case)

    async def record_decision(self, step: Step) -> None:
        if self._stale:
            self._stale -= 1
            raise StaleRun(step.run.id)
        self.steps.append(step)


@pytest.mark.parametrize(("stale", "reads"), [(0, 1), (1, 2)])
async def test_a_known_case_is_read_again_only_if_it_changed(stale: int, reads: int) -> None:
    store = OneCase(stale)
    runner = Runner(cast(Store, store), ENV, {CUSTOMER.bot: store.workflow})
    known = await store.case(HandoffId("id1"))
    await runner.rulings.decide(known.handoff.id, REJECT, known=known)
    [step] = store.steps
    assert store.reads == reads
    assert [ruling.after.state for ruling in step.rulings] == [HandoffState.REJECTED]
