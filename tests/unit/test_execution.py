"""What one run does in memory, from event to event."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from engine.effects import EditStatus, Literal, Message, PostCard, PostStatus, SendMail, SendText
from engine.events import CodeTried, Replied
from engine.execution import MOST_STEPS, Execution
from engine.handoff import Decision, Handoff
from engine.ids import NodeId, PersonId
from engine.question import UNSEEN, HandoffKind
from engine.run import RunStatus, TokenState, fill_from_json, run_to_json
from engine.step import Intent
from engine.tools import Refused, Returned, Unknown
from engine.transitions import Action, HandoffState
from engine.values import dump, parse
from tests.unit.engine_stage import NOW, execution, message

START = {"type": "trigger", "triggerType": "message_received"}
ASK = {"type": "action", "actionType": "human_handoff", "reason": "Pay {{message}}?"}
PAY = {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {"what": "{{message}}"}, "outputVariable": "paid"}
SAY = {"type": "send_message", "message": "Paid."}
NO = {"type": "send_message", "message": "No."}
GATED: dict[str, dict[str, Any]] = {"t": START, "h": ASK, "pay": PAY, "yes": SAY, "no": NO}
GATED_EDGES = ["t h", "h.approved pay", "h.rejected no", "pay yes"]


def begun(nodes: Any = GATED, edges: Any = GATED_EDGES, text: str = "5", **effects: str) -> Execution:
    run = execution(nodes, edges, **(effects or {"bank__pay": "keyed"}))
    run.begin(NodeId("t"), message(text))
    run.advance()
    return run


def effects(run: Execution, kind: type) -> list[Any]:
    return [keyed.effect for keyed in run.draft.step.effects if isinstance(keyed.effect, kind)]


def texts(run: Execution) -> list[str]:
    words = [effect.words for effect in effects(run, SendText)]
    return [word.text if isinstance(word, Literal) else word.id for word in words]


def decide(run: Execution, action: Action) -> None:
    handoff: Handoff = run.draft.step.opened[0]
    run.draft.take()
    run.rule(handoff, Decision(action, PersonId("ana"), "Ana", NOW, via="play:review", teams=("finance",)))
    run.advance()


def test_a_run_pauses_at_a_handoff_with_card_notice_and_frozen_call() -> None:
    run = begun()
    handoff = run.draft.step.opened[0]
    assert run.run.status is RunStatus.WAITING
    assert handoff.question.reason == "Pay 5?"
    assert [(call.tool, call.arguments) for call in handoff.question.calls] == [("bank__pay", '{"what":"5"}')]
    assert [effect.place for effect in effects(run, PostCard)] == ["play:review"]
    assert [(effect.place, effect.handoff) for effect in effects(run, PostStatus)] == [("play:chris", handoff.id)]
    assert [said.words for said in run.draft.step.said if said.author == "bot"] == [Message("customer-escalated")]


def test_approval_calls_the_frozen_bytes_with_the_key_added() -> None:
    run = begun()
    decide(run, Action.APPROVE)
    run.run.variables["message"] = "9"  # whatever happens to the variables, the approved bytes are sent
    token = run.intend_effect()
    intent = run.draft.step.intent
    assert token is not None and intent is not None
    assert intent.arguments == f'{{"what":"5","key":"{intent.key}"}}'
    assert run.draft.step.refreshed == [ruled.after.id for ruled in run.draft.step.rulings]


def test_rejection_follows_its_edge_and_calls_nothing() -> None:
    run = begun()
    decide(run, Action.REJECT)
    assert run.intend_effect() is None
    assert texts(run) == ["No."]
    assert run.run.status is RunStatus.DONE


def test_timeout_without_an_edge_falls_to_rejected_never_to_approved() -> None:
    run = begun()
    decide(run, Action.EXPIRE)
    assert texts(run) == ["No."]
    assert run.intend_effect() is None


def in_doubt(effect: str) -> tuple[Execution, Intent]:
    run = begun(bank__pay=effect)
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    intent = run.draft.step.intent
    assert token is not None and intent is not None
    run.draft.take()
    run.end_call(token, Unknown("no answer", finding="nothing there"))
    run.advance()
    return run, intent


def test_an_unknown_outcome_stops_for_an_operator_and_is_not_repeated() -> None:
    run, intent = in_doubt("once")
    asked = run.draft.step.opened[0]
    told = asked.question.error or {}
    assert asked.question.kind is HandoffKind.DOUBT
    assert (told["tool"], told["key"], told["finding"]) == ("bank__pay", intent.key, "nothing there")
    assert asked.question.retry_after is not None and asked.question.retry_after > intent.deadline
    assert run.run.status is RunStatus.STOPPED
    assert texts(run) == ["customer-being-checked"]
    assert run.calls.next(run.run) is None


@pytest.mark.parametrize(("effect", "same_key"), [("once", False), ("keyed", True)])
def test_what_did_not_happen_is_called_again_with_the_same_bytes(effect: str, same_key: bool) -> None:
    run, first = in_doubt(effect)
    decide(run, Action.RETRY)
    run.intend_effect()
    second = run.draft.step.intent
    assert second is not None
    assert (second.key == first.key) is same_key
    assert parse(second.arguments)["what"] == "5"


@pytest.mark.parametrize(("first", "second", "same_key"), [(1, 22, True), (1, 23, False)])
def test_a_key_means_nothing_any_more_when_its_window_from_its_first_use_is_over(
    first: int, second: int, same_key: bool
) -> None:
    """Made again after so many hours, once more after so many from the beginning."""
    run, intent = in_doubt("keyed")
    keys = []
    for hours in (first, second):
        run.draft.now = NOW + timedelta(hours=hours)
        handoff = run.draft.step.opened[0]
        assert handoff.question.error is not None
        assert handoff.question.error["key_until"] == (NOW + timedelta(hours=23)).isoformat()
        run.draft.take()
        run.draft.now = NOW + timedelta(hours=hours)
        run.rule(handoff, Decision(Action.RETRY, PersonId("ana"), "Ana", NOW))
        run.advance()
        token = run.intend_effect()
        assert token is not None and run.draft.step.intent is not None
        keys.append(run.draft.step.intent.key)
        run.draft.take()
        run.draft.now = NOW + timedelta(hours=hours)
        run.end_call(token, Unknown("no answer"))
    assert keys[0] == intent.key
    assert (keys[1] == intent.key) is same_key


def test_an_approval_is_good_for_one_visit_of_the_node() -> None:
    run = begun()
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    assert token and "pay" in run.run.frozen
    run.end_call(token, Returned({}))
    assert run.run.frozen == {}, "a later visit calls what is approved then"


@pytest.mark.parametrize(("declared", "wished", "counts"), [("once", "read", "once"), ("read", "once", "once")])
def test_a_node_cannot_make_an_effect_weaker(declared: str, wished: str, counts: str) -> None:
    run = begun({"t": START, "pay": {**PAY, "effect": wished}}, ["t pay"], bank__pay=declared)
    assert [token.call and token.call.effect for token in run.run.tokens] == [counts]


def test_what_happened_goes_on_as_a_success_with_its_reference() -> None:
    run, _ = in_doubt("once")
    handoff = run.draft.step.opened[0]
    run.draft.take()
    run.rule(handoff, Decision(Action.CONFIRM, PersonId("ana"), "Ana", NOW, reason="re_1"))
    run.advance()
    assert run.run.variables["paid"] == {"reference": "re_1"}
    assert texts(run) == ["Paid."]
    assert run.intend_effect() is None


def test_a_stored_call_that_was_altered_is_not_made_and_no_edge_takes_it() -> None:
    run = begun({**GATED, "sorry": NO}, [*GATED_EDGES, "pay.error sorry"])
    handoff = run.draft.step.opened[0]
    altered = replace(handoff.question.calls[0], arguments='{"what":"5000"}')
    run.draft.take()
    run.rule(
        replace(handoff, question=replace(handoff.question, calls=(altered,))),
        Decision(Action.APPROVE, PersonId("ana"), "Ana", NOW, teams=("finance",)),
    )
    run.advance()
    assert run.intend_effect() is None
    assert run.draft.step.opened[0].question.error["code"] == "args-changed"  # type: ignore[index]


def test_a_tool_that_changed_is_put_before_an_operator_even_with_an_error_edge() -> None:
    run = begun({**GATED, "sorry": NO}, [*GATED_EDGES, "pay.error sorry"])
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    assert token is not None and token.call is not None and token.call.schema == "as it was"
    run.draft.take()
    run.end_call(token, Refused("tool-changed", "other words"))
    run.advance()
    assert run.run.status is RunStatus.STOPPED


def unseen(described_at_approval: str) -> Execution:
    """Approved although the tool's server was not connected at the pause, with an `error` edge behind the call."""
    run = execution({**GATED, "sorry": NO}, [*GATED_EDGES, "pay.error sorry"], bank__pay="once")
    tools: Any = run._env.tools
    tools.described = ""
    run.begin(NodeId("t"), message("5"))
    run.advance()
    assert run.draft.step.opened[0].question.calls[0].schema == UNSEEN
    tools.described = described_at_approval
    decide(run, Action.APPROVE)
    return run


def test_a_tool_that_could_not_be_looked_up_at_the_pause_is_called_as_it_is_when_somebody_approves() -> None:
    token = unseen("as approved").intend_effect()
    assert token is not None and token.call is not None and token.call.schema == "as approved"


def test_a_tool_that_could_not_be_looked_up_when_it_was_approved_waits_for_an_operator_who_has_it_looked_up() -> None:
    run = unseen("")
    assert run.intend_effect() is None and run.run.status is RunStatus.STOPPED
    assert run.draft.step.opened[0].question.error["code"] == "tool-unseen"  # type: ignore[index]
    decide(run, Action.RETRY)
    assert run.intend_effect() is None and run.run.status is RunStatus.STOPPED
    run._env.tools.described = "as retried"  # type: ignore[attr-defined]
    decide(run, Action.RETRY)
    token = run.intend_effect()
    assert token is not None and token.call is not None and token.call.schema == "as retried"


def test_a_call_that_nobody_had_to_approve_is_made_however_its_tool_is_described() -> None:
    run = begun({"t": START, "pay": PAY, "yes": SAY}, ["t pay", "pay yes"], bank__pay="once")
    token = run.intend_effect()
    assert token is not None and token.call is not None and token.call.schema == ""


def test_what_kills_the_process_again_and_again_is_parked() -> None:
    run = begun()
    decide(run, Action.APPROVE)
    run.draft.take()
    run.park("5 times")
    assert run.draft.step.opened[0].question.error["code"] == "stuck"  # type: ignore[index]
    assert run.run.status is RunStatus.STOPPED


def test_a_definite_failure_is_retried_under_a_new_key_with_the_same_bytes() -> None:
    run = begun()
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    first = run.draft.step.intent
    assert token is not None and first is not None
    run.draft.take()
    run.end_call(token, Refused("tool-failed", "down"))
    run.advance()
    decide(run, Action.RETRY)
    run.intend_effect()
    second = run.draft.step.intent
    assert second is not None and second.key != first.key
    assert parse(second.arguments)["what"] == "5"


def test_a_wired_error_edge_takes_the_failure() -> None:
    run = begun({**GATED, "sorry": NO}, [*GATED_EDGES, "pay.error sorry"])
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    assert token is not None
    run.draft.take()
    run.end_call(token, Refused("tool-failed", "down"))
    run.advance()
    assert texts(run) == ["No."]
    assert run.run.variables["error"]["node"] == "pay"


def test_a_condition_that_cannot_be_evaluated_asks_an_operator_and_is_never_false() -> None:
    check = {"type": "logic", "logicType": "if_else", "condition": "{{message}} > 500"}
    run = begun({"t": START, "c": check, "no": NO, "yes": SAY}, ["t c", "c.true yes", "c.false no"], text="1,999.00")
    assert texts(run) == ["customer-person-will-look"]
    assert run.draft.step.opened[0].question.error["code"] == "type"  # type: ignore[index]


def test_two_edges_from_one_handle_are_two_tokens() -> None:
    run = begun({"t": START, "a": SAY, "b": NO}, ["t a", "t b"])
    assert texts(run) == ["Paid.", "No."]


def test_a_run_that_never_rests_is_put_before_an_operator() -> None:
    run = begun({"t": START, "a": SAY}, ["t a"])
    run.run.steps = MOST_STEPS
    run.begin(NodeId("t"), message("again"))
    run.advance()
    assert run.draft.step.opened[-1].question.error["code"] == "step-limit"  # type: ignore[index]


GATE = {"type": "auth_gate", "provider": "resend", "contact_type": "email", "outputVariable": "email"}
VERIFYING = {"t": START, "g": GATE, "yes": SAY}
VERIFYING_EDGES = ["t g", "g.verified yes"]


def replied(run: Execution, text: str) -> None:
    run.draft.take()
    token = next(token for token in run.run.tokens if token.state is TokenState.REPLY)
    run.resume(token, Replied(message(text)))
    run.advance()


def test_a_code_is_compared_only_after_a_try_was_taken() -> None:
    run = begun(VERIFYING, VERIFYING_EDGES)
    replied(run, " <Ana@example.com> ")
    assert effects(run, SendMail)[0].address == "Ana@example.com"
    digest = run.draft.step.challenges[0].digest
    replied(run, "123 456")
    token = run.waiting_count()
    assert token is not None
    run.resume(token, CodeTried(digest, 4))
    run.advance()
    assert run.run.variables["email"] == "Ana@example.com"
    assert run.run.verified["email"]["how"] == "code"
    assert "Paid." in texts(run)


@pytest.mark.parametrize("tried", [CodeTried(None, 0), CodeTried("another digest", 0)])
def test_a_code_without_a_try_left_ends_the_token(tried: CodeTried) -> None:
    run = begun(VERIFYING, VERIFYING_EDGES)
    replied(run, "ana@example.com")
    replied(run, "123456")
    token = run.waiting_count()
    assert token is not None
    run.resume(token, tried)
    run.advance()
    assert texts(run) == ["auth-no-tries", "outcome-failed"]
    assert run.run.status is RunStatus.DONE


def test_the_state_of_a_run_survives_json() -> None:
    run = begun()
    run.run.variables["amount"] = parse("42.50")
    stored = dump(run_to_json(run.run))
    fresh = fill_from_json(execution(GATED, GATED_EDGES).run, parse(stored))
    assert dump(run_to_json(fresh)) == stored
    assert str(fresh.variables["amount"]) == "42.50"


def test_a_call_that_was_answered_goes_on() -> None:
    run = begun()
    decide(run, Action.APPROVE)
    token = run.intend_effect()
    assert token is not None
    run.draft.take()
    run.end_call(token, Returned({"id": 1}))
    run.advance()
    assert texts(run) == ["Paid."]
    assert run.run.variables["paid"] == {"id": 1}


def test_final_states_lead_nowhere() -> None:
    handoff = begun().draft.step.opened[0]
    for state in HandoffState:
        closed = replace(handoff, state=state)
        assert any(closed.allows(action) for action in Action) is state.is_open


@pytest.mark.parametrize(
    ("kind", "never"),
    [
        (HandoffKind.APPROVAL, "retry stop confirm ask_reference"),
        (HandoffKind.FAILURE, "approve choose vote hold edit reject expire escalate confirm ask_reference"),
        (HandoffKind.DOUBT, "approve choose vote hold edit reject expire escalate cancel"),
    ],
)
def test_only_what_fits_the_question_is_an_answer(kind: HandoffKind, never: str) -> None:
    handoff = begun().draft.step.opened[0]
    asked = replace(handoff, question=replace(handoff.question, kind=kind))
    assert [name for name in never.split() if asked.allows(Action(name))] == []


def test_a_run_that_has_ended_says_so_once() -> None:
    run = begun()
    decide(run, Action.REJECT)
    assert len(effects(run, EditStatus)) == 1
    run.draft.take()
    run.advance()
    assert run.draft.is_empty()
