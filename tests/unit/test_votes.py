"""Votes: thresholds against a second, plain account of the rules, for people who act on several channels."""

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest

from engine.execution import Execution
from engine.handoff import Decision, Edit, Handoff
from engine.ids import NodeId, PersonId, Place
from engine.transitions import Action, HandoffState
from engine.votes import is_filled, ruled, settled
from tests.unit.engine_stage import NOW, execution, message

NODES = {
    "t": {"type": "trigger", "triggerType": "message_received"},
    "pay": {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {"what": "{{message}}"}, "outputVariable": "p"},
    "yes": {"type": "send_message", "message": "Paid."},
    "no": {"type": "send_message", "message": "No."},
}
EDGES = ["t h", "h.approved pay", "h.rejected no", "pay yes"]
TEAMS = {
    "ana": {"finance"},
    "ben": {"finance"},
    "cem": {"finance", "directors"},
    "dora": {"directors"},
    "eve": {"legal"},
}


def asked(text: str = "5", **data: Any) -> tuple[Execution, Handoff]:
    """A run that waits for a decision with this data."""
    ask = {"type": "action", "actionType": "human_handoff", "reason": "Pay {{message}}?", **data}
    run = execution({**NODES, "h": ask}, EDGES, bank__pay="keyed")
    run.begin(NodeId("t"), message(text))
    run.advance()
    return run, run.draft.step.opened[0]


def said(person: str, action: Action = Action.APPROVE, via: str = "play", **more: Any) -> Decision:
    """What somebody says, with the teams they are in."""
    teams = tuple(sorted(TEAMS[person]))
    return Decision(action, PersonId(person), person.title(), NOW, via=Place(f"{via}:review"), teams=teams, **more)


def vote(run: Execution, handoff: Handoff, *said_by: Decision) -> Handoff:
    """The handoff after these were said, one after the other."""
    for decision in said_by:
        handoff = run.rule(handoff, decision)
    return handoff


def always(person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False) -> bool:
    return True


def without(name: str) -> Callable[..., bool]:
    """Everybody's vote counts, but for that person's."""
    return lambda person, team, stands_for=None, by_role=False: person != name


def test_two_of_a_team_are_two_people() -> None:
    run, handoff = asked(quorum=2)
    once = vote(run, handoff, said("ana"), said("ana", via="telegram"), said("ana", via="discord"))
    assert (once.state, len(once.progress.votes)) == (HandoffState.PENDING, 1)
    assert vote(run, once, said("ben")).state is HandoffState.APPROVED


@pytest.mark.parametrize("quorum", [1, 2])
def test_nobody_of_another_team_counts(quorum: int) -> None:
    run, handoff = asked(quorum=quorum)
    after = vote(run, handoff, *([said("ana")] if quorum > 1 else []), said("dora"), said("eve"))
    assert after.state is HandoffState.PENDING


def test_one_person_takes_one_seat_even_of_two_teams() -> None:
    run, handoff = asked(quorum=[{"of": {"finance": 1, "directors": 1}}])
    assert (once := vote(run, handoff, said("cem"))).state is HandoffState.PENDING
    assert vote(run, once, said("ana")).state is HandoffState.APPROVED
    assert vote(run, once, said("dora")).state is HandoffState.APPROVED


LARGE = [
    {"of": {"finance": 2}, "when": "{{message}} <= 5000"},
    {"of": "directors", "when": "{{message}} <= 5000"},
    {"of": {"finance": 2, "directors": 1}, "when": "{{message}} > 5000"},
]


@pytest.mark.parametrize(
    ("amount", "people", "suffice"),
    [
        ("5000", ["ana", "ben"], True),
        ("5000", ["ana"], False),
        ("5000", ["dora"], True),
        ("5001", ["ana", "ben"], False),
        ("5001", ["dora", "cem"], False),
        ("5001", ["ana", "ben", "dora"], True),
        ("5001", ["ana", "ben", "cem"], True),
        ("5001", ["ana", "cem", "dora"], True),
    ],
)
def test_two_of_finance_or_one_of_directors_and_above_5000_both(
    amount: str, people: Sequence[str], suffice: bool
) -> None:
    run, handoff = asked(amount, quorum=LARGE)
    after = vote(run, handoff, *map(said, people))
    assert (after.state is HandoffState.APPROVED) is suffice


def test_thresholds_of_which_none_holds_ask_an_operator() -> None:
    _, handoff = asked("9", quorum=[{"of": "finance", "when": "{{message}} < 5"}])
    assert handoff.question.error is not None
    assert (handoff.question.kind, handoff.question.error["code"]) == ("failure", "no-threshold")


def test_a_condition_that_cannot_be_told_asks_an_operator() -> None:
    _, handoff = asked("much", quorum=LARGE)
    assert handoff.question.error is not None
    assert (handoff.question.error["code"], handoff.question.error["field"]) == ("type", "quorum")


def test_a_vote_may_be_changed_while_it_is_pending() -> None:
    run, handoff = asked(quorum=2, deny=2)
    changed = vote(run, handoff, said("ana"), said("ana", Action.REJECT), said("ben"))
    assert changed.state is HandoffState.PENDING
    assert [(each.by, each.action) for each in changed.progress.votes] == [("ana", "reject"), ("ben", "approve")]
    assert vote(run, changed, said("ana")).state is HandoffState.APPROVED


def test_so_many_rejections_reject() -> None:
    run, handoff = asked(quorum=3, deny=2)
    once = vote(run, handoff, said("ana"), said("ben", Action.REJECT))
    assert once.state is HandoffState.PENDING
    assert vote(run, once, said("ben", Action.REJECT, via="telegram")).state is HandoffState.PENDING
    assert vote(run, once, said("cem", Action.REJECT)).state is HandoffState.REJECTED


def test_whoever_left_the_team_does_not_count_any_more() -> None:
    run, handoff = asked(quorum=2)
    once = vote(run, handoff, said("ana"))
    without_ana = ruled(once, said("ben"), without("ana"))
    assert without_ana.action is Action.VOTE
    assert ruled(once, said("ben"), always).action is Action.APPROVE


CHAIN = [{"of": {"finance": 2}}, [{"of": "legal"}, {"of": "directors"}]]


def test_a_chain_asks_one_stage_after_the_other() -> None:
    run, handoff = asked(chain=CHAIN)
    assert list(handoff.teams) == ["finance"]
    once = vote(run, handoff, said("ana"), said("ben"))
    assert (once.state, once.progress.stage) == (HandoffState.PENDING, 1)
    assert list(once.teams) == ["finance", "legal", "directors"]
    assert list(once.agreeing_teams) == ["legal", "directors"]
    assert vote(run, once, said("cem")).state is HandoffState.APPROVED
    assert vote(run, once, said("eve")).state is HandoffState.APPROVED


def test_whoever_takes_back_an_earlier_approval_leads_back_to_that_stage() -> None:
    run, handoff = asked(chain=CHAIN, deny=2)
    later = vote(run, handoff, said("ana"), said("ben"))
    back = vote(run, later, said("ana", Action.REJECT))
    assert (back.state, back.progress.stage) == (HandoffState.PENDING, 0)
    assert vote(run, back, said("ana")).progress.stage == 1


def test_an_approval_that_may_be_undone_waits() -> None:
    run, handoff = asked(undo="30s")
    waits = vote(run, handoff, said("ana"))
    assert (waits.state, waits.wakes_at) == (HandoffState.SETTLING, NOW + timedelta(seconds=30))
    assert run.intend_effect() is None
    decision = settled(waits, always)
    assert decision is not None
    assert run.rule(waits, decision).state is HandoffState.APPROVED
    run.advance()
    assert run.intend_effect() is not None


def test_undoing_takes_back_every_vote() -> None:
    run, handoff = asked(quorum=2, undo="30s")
    waits = vote(run, handoff, said("ana"), said("ben"))
    undone = vote(run, waits, said("ana", Action.UNDO))
    assert (undone.state, undone.progress.votes, undone.progress.runs_at) == (HandoffState.PENDING, (), None)


def test_an_approval_does_not_settle_without_its_votes() -> None:
    run, handoff = asked(quorum=2, undo="30s")
    waits = vote(run, handoff, said("ana"), said("ben"))
    assert settled(waits, without("ben")) is None


def test_while_it_settles_nothing_else_can_be_decided() -> None:
    run, handoff = asked(undo="30s")
    waits = vote(run, handoff, said("ana"))
    deciding = {"settle", "settle_choice", "undo", "cancel"}
    assert {action for action in Action if waits.allows(action)} == deciding | {"speak", "nudge"}


OPTIONS = [{"id": "full", "label": "All of it"}, {"id": "half", "label": "Half"}, {"id": "none", "label": "Nothing"}]


def with_options(**data: Any) -> tuple[Execution, Handoff]:
    ask = {"type": "action", "actionType": "human_handoff", "reason": "Pay {{message}}?", "options": OPTIONS, **data}
    half = {**NODES["pay"], "arguments": {"what": "half of {{message}}"}}
    nodes = {**NODES, "half": half, "h": ask}
    edges = ["t h", "h.full pay", "h.half half", "h.none no", "h.timeout no", "pay yes", "half yes"]
    run = execution(nodes, edges, bank__pay="keyed")
    run.begin(NodeId("t"), message("5"))
    run.advance()
    return run, run.draft.step.opened[0]


def test_an_option_follows_its_own_edge_with_its_own_call() -> None:
    run, handoff = with_options()
    assert [[call.arguments for call in option.calls] for option in handoff.question.options] == [
        ['{"what":"5"}'],
        ['{"what":"half of 5"}'],
        [],
    ]
    after = vote(run, handoff, said("ana", Action.CHOOSE, choice="half"))
    assert after.state is HandoffState.CHOSEN
    assert (run.run.variables["handoff"]["decision"], list(run.run.frozen)) == ("half", ["half"])


def test_votes_for_different_options_do_not_add_up() -> None:
    run, handoff = with_options(quorum=2)
    split = vote(run, handoff, said("ana", Action.CHOOSE, choice="full"), said("ben", Action.CHOOSE, choice="half"))
    assert split.state is HandoffState.PENDING
    assert vote(run, split, said("ana", Action.CHOOSE, choice="half")).decision is not None


@pytest.mark.parametrize("action", [Action.APPROVE, Action.REJECT, Action.ASK_REASON])
def test_with_options_there_is_no_approval(action: Action) -> None:
    _, handoff = with_options()
    assert not handoff.allows(action)
    assert not handoff.allows(Action.CHOOSE, "everything")
    assert handoff.allows(Action.CHOOSE, "none")


def test_the_result_holds_every_vote() -> None:
    run, handoff = asked(quorum=2)
    vote(run, handoff, said("ana", reason="Looks right"), said("ben"))
    result = run.run.variables["handoff"]
    assert (result["decision"], result["by"], result["edits"]) == ("approved", "Ben", {})
    assert result["votes"] == [
        {"by": "Ana", "decision": "approved", "at": NOW.isoformat(), "reason": "Looks right"},
        {"by": "Ben", "decision": "approved", "at": NOW.isoformat()},
    ]


def _filled_by_trying(seats: Mapping[str, int], voters: Sequence[frozenset[str]]) -> bool:
    """The same, by trying every way to sit down."""
    wanted = [team for team, count in seats.items() for _ in range(count)]
    return any(
        all(team in voter for team, voter in zip(wanted, sitting, strict=True))
        for sitting in itertools.permutations(voters, len(wanted))
    )


def test_seats_are_filled_as_by_trying_every_way() -> None:
    chance, teams = random.Random(7), ["a", "b", "c"]
    outcomes = set()
    for _ in range(3000):
        seats = {team: chance.randint(1, 2) for team in chance.sample(teams, chance.randint(1, 3))}
        voters = [frozenset(chance.sample(teams, chance.randint(0, 3))) for _ in range(chance.randint(0, 5))]
        found = is_filled(seats, voters)
        assert found == _filled_by_trying(seats, voters), (seats, voters)
        outcomes.add(found)
    assert outcomes == {True, False}


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_said_in_whatever_order_the_votes_are_counted_as_by_hand(seed: int) -> None:
    """People on several channels approve, reject, change their minds; a count by hand says when it ends."""
    chance = random.Random(seed)
    quorum, deny = chance.randint(1, 4), chance.randint(1, 3)
    run, handoff = asked(quorum=quorum, deny=deny)
    people = [f"p{number}" for number in range(chance.randint(1, 6))]
    mind: dict[str, Action] = {}
    for _ in range(40):
        person, action = chance.choice(people), chance.choice([Action.APPROVE, Action.APPROVE, Action.REJECT])
        via = chance.choice(["telegram", "discord", "email", "play"])
        member = chance.random() < 0.8
        teams = ("finance",) if member else ("legal",)
        decision = Decision(action, PersonId(person), person, NOW, via=f"{via}:x", teams=teams)
        before, handoff = handoff, run.rule(handoff, decision)
        mind.pop(person, None)
        if member:
            mind[person] = action
        for_it = sum(said is Action.APPROVE for said in mind.values())
        against = sum(said is Action.REJECT for said in mind.values())
        expected = HandoffState.PENDING
        if action is Action.REJECT and against >= deny:
            expected = HandoffState.REJECTED
        if action is Action.APPROVE and for_it >= quorum:
            expected = HandoffState.APPROVED
        assert handoff.state is expected, (seed, mind)
        if not handoff.state.is_open:
            assert before.state.is_open
            return


def test_what_an_edit_changes_is_voted_on_anew() -> None:
    run, handoff = asked(quorum=2, fields=[{"variable": "message", "type": "number"}])
    once = vote(run, handoff, said("ana"))
    edit = Edit("message", "5", "7", PersonId("ben"), "Ben", NOW)
    anew = run.edit(once, edit)
    assert (anew.progress.votes, anew.question.reason) == ((), "Pay 7?")
    assert [call.arguments for call in anew.question.calls] == ['{"what":"7"}']
    assert run.run.variables["message"] == "5"
    approved = vote(run, anew, said("ana"), said("cem"))
    assert (approved.state, run.run.variables["message"]) == (HandoffState.APPROVED, "7")
    assert run.run.variables["handoff"]["edits"] == {"message": {"before": "5", "after": "7", "by": "Ben"}}
