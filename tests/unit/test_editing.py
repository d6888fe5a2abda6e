"""Changes of a request's values: what is meant, what is refused and why, and what becomes of the variables."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from engine.editing import LONGEST_TEXT, EditRefused, addressed, changed, edited, ensure_reachable, find, read
from engine.execution import Execution
from engine.handoff import NOTHING_YET, Decision, Edit, Handoff
from engine.ids import PersonId
from engine.nodes.handoff_data import FieldData
from engine.question import Editable
from engine.transitions import Action, HandoffState
from tests.unit.engine_stage import NOW, execution, message

TOTAL = Editable("order.total", "Order total", "number", Decimal("2150.00"), least="1", most="5000")
FEE = Editable("fee.total", "Fee", "number", 5)
NOTE = Editable("note", "Note")


def edit(path: str, before: Any, after: Any, by: str = "ana") -> Edit:
    return Edit(path, before, after, PersonId(by), by.title(), NOW)


def refusal(editable: Editable, text: str) -> tuple[str, str]:
    with pytest.raises(EditRefused) as refused:
        changed(editable, text)
    return refused.value.why, refused.value.detail


# --- which value is meant ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["order.total", "ORDER.Total", "Order total", "order TOTAL", "total", " total "])
def test_a_value_is_named_by_path_label_or_last_part(name: str) -> None:
    assert find([NOTE, TOTAL], name) is TOTAL


def test_a_name_that_could_be_two_values_is_refused_unless_a_better_name_is_one() -> None:
    with pytest.raises(EditRefused, match="ambiguous") as refused:
        find([TOTAL, FEE], "total")
    assert refused.value.detail == "order.total, fee.total"
    called_total = Editable("sum", "total")
    assert find([TOTAL, FEE, called_total], "total") is called_total


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(EditRefused) as refused:
        find([TOTAL, NOTE], "amount")
    assert (refused.value.why, refused.value.detail) == ("unknown", "order.total, note")
    with pytest.raises(EditRefused) as nothing:
        addressed([], "amount 5")
    assert nothing.value.why == "nothing"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("total 2000", "2000"),
        ("Order total  2000 ", "2000"),
        ("order.total\n2000", "2000"),
        ("ORDER TOTAL", ""),
        ("note Order total 5", "Order total 5"),
    ],
)
def test_the_longest_name_at_the_beginning_counts(text: str, value: str) -> None:
    found, rest = addressed([TOTAL, NOTE, Editable("order", "Order")], text)
    assert rest == value
    assert found is (NOTE if text.startswith("note") else TOTAL)


def test_a_word_that_begins_like_a_name_is_none() -> None:
    with pytest.raises(EditRefused, match="unknown"):
        addressed([NOTE], "notes 5")


# --- what is typed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("editable", "typed", "value"),
    [
        (TOTAL, " 1999.90 ", Decimal("1999.90")),
        (FEE, "-3", Decimal(-3)),
        (NOTE, " two  words\nand a line ", "two  words\nand a line"),
        (Editable("x", "x", "boolean", False), "YES", True),
        (Editable("x", "x", "boolean", True), "false", False),
        (Editable("x", "x", "date"), "2026-03-31", "2026-03-31"),
        (Editable("x", "x", "choice", "a", ("Air mail", "Sea")), "air MAIL", "Air mail"),
        (Editable("x", "x", "choice", "a", ("A", "a")), "a", "a"),
    ],
)
def test_what_is_typed_becomes_a_value_of_its_kind(editable: Editable, typed: str, value: Any) -> None:
    found = read(editable, typed)
    assert (found, type(found)) == (value, type(value))


def test_a_number_that_is_a_text_stays_a_text() -> None:
    """The tool behind it knows a text there: it would refuse a number."""
    assert changed(replace(TOTAL, value="2150.00"), "2000") == "2000"
    assert changed(replace(TOTAL, value=""), "2000") == Decimal(2000)


@pytest.mark.parametrize(
    ("editable", "typed", "why", "detail"),
    [
        *((TOTAL, bad, "no-number", "") for bad in
          ("a lot", "1,999.00", "1_000", "1e3", "NaN", "Infinity", "١٢", "--1", "1.", ".5", "0x10", "1" * 41)),
        (TOTAL, "0.99", "too-small", "1"),
        (TOTAL, "5000.01", "too-large", "5000"),
        (TOTAL, "2150", "same", ""),
        (TOTAL, " ", "empty", ""),
        (NOTE, "", "empty", ""),
        (NOTE, "x" * (LONGEST_TEXT + 1), "too-long", str(LONGEST_TEXT)),
        (Editable("x", "x", "boolean"), "maybe", "no-truth", ""),
        (Editable("x", "x", "boolean", True), "yes", "same", ""),
        *((Editable("x", "x", "date"), bad, "no-date", "") for bad in
          ("31.3.2026", "2026-02-30", "20260331", "2026-W14-1", "tomorrow")),
        (Editable("x", "x", "date", least="2026-03-01"), "2026-02-28", "too-early", "2026-03-01"),
        (Editable("x", "x", "date", most="2026-03-01"), "2026-03-02", "too-late", "2026-03-01"),
        (Editable("x", "x", "choice", "a", ("a", "b")), "c", "no-choice", "a, b"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_what_would(editable: Editable, typed: str, why: str, detail: str) -> None:
    assert refusal(editable, typed) == (why, detail)


def test_one_is_not_the_same_as_yes() -> None:
    assert changed(Editable("x", "x", "boolean", 1), "yes") is True


# --- what becomes of the variables -------------------------------------------------------------------------------

ITEMS = {"items": [{"name": "a", "price": 1}, {"name": "b", "price": 2}], "order": {"id": "7", "to": {"city": "Ulm"}}}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("items.1.price", {"items": [{"name": "a", "price": 1}, {"name": "b", "price": 9}]}),
        ("items.0", {"items": [9, {"name": "b", "price": 2}]}),
        ("order.to.city", {"order": {"id": "7", "to": {"city": 9}}}),
        ("order.total", {"order": {"id": "7", "to": {"city": "Ulm"}, "total": 9}}),
        ("new", {"new": 9}),
        ("new.deep", {"new": {"deep": 9}}),
    ],
)
def test_a_value_is_changed_where_its_path_leads_and_nowhere_else(path: str, expected: Mapping[str, Any]) -> None:
    before = repr(ITEMS)
    assert edited(ITEMS, [edit(path, None, 9)]) == {**ITEMS, **expected}
    ensure_reachable(ITEMS, path)
    assert repr(ITEMS) == before


def test_later_changes_lie_over_earlier_ones() -> None:
    assert edited({"a": 1}, [edit("a", 1, 2), edit("b", None, 5), edit("a", 2, 3)]) == {"a": 3, "b": 5}


@pytest.mark.parametrize("path", ["items.2", "items.x", "items.2.price", "order.id.digit", "items.0.name.first"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(EditRefused, match="not-there"):
        ensure_reachable(ITEMS, path)


def test_a_list_stays_a_list_whatever_is_laid_over_it() -> None:
    """Another branch of the run may have changed it since people agreed."""
    assert edited({"items": [1]}, [edit("items.4", 1, 2)]) == {"items": [1]}


# --- how a field is written --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "path"),
    [("items[0].name", "items.0.name"), (" order . total ", "order.total"), ('order["total"]', "order.total")],
)
def test_a_path_has_one_spelling(written: str, path: str) -> None:
    field = FieldData(variable=written)
    assert (field.variable, field.editable(1).path) == (path, path)


@pytest.mark.parametrize("written", ["a | upper", "a }} {{ b", 'order["a.b"]', "", "a b"])
def test_what_is_more_than_a_path_cannot_be_changed(written: str) -> None:
    with pytest.raises(ValidationError):
        FieldData(variable=written)


# --- asking anew -------------------------------------------------------------------------------------------------


def asked(fields: list[dict[str, Any]], variables: dict[str, Any], **data: Any) -> tuple[Execution, Handoff]:
    """A run that waits for a decision about these variables."""
    ask = {
        "type": "action", "actionType": "human_handoff", "reason": "Pay {{order.total}} to {{email}}?",
        "fields": fields, **data,
    }  # fmt: skip
    pay = {"type": "mcp_tool", "toolName": "shop__pay", "arguments": {"amount": "{{order.total}}", "to": "{{email}}"}}
    nodes = {
        "start": {"type": "trigger", "triggerType": "message_received"},
        "ask": ask,
        "pay": pay,
        "no": {"type": "send_message", "message": "no"},
    }
    run = execution(nodes, ["start ask", "ask.approved pay", "ask.rejected no"], shop__pay="keyed")
    run.begin(run.workflow.triggers[0].id, message("hello"))
    run.run.variables |= variables
    run.run.verified = {"email": {"how": "code", "at": NOW.isoformat()}}
    run.advance()
    [opened] = run.draft.step.opened
    return run, opened


ORDER = {"order": {"total": Decimal("2150.00")}, "email": "chris@example.com"}
FIELDS = [{"variable": "order.total", "type": "number", "max": 5000}, {"variable": "email"}]


def test_the_question_is_put_anew_and_its_call_with_it() -> None:
    run, before = asked(FIELDS, ORDER, timeout="1h", quorum=2)
    vote = Decision(Action.APPROVE, PersonId("ben"), "Ben", NOW, teams=("finance",))
    after = run.rule(before, vote)
    assert after.progress.votes
    after = run.edit(after, edit("order.total", Decimal("2150.00"), Decimal(2000)))
    assert after.question.reason == "Pay 2000 to chris@example.com?"
    assert after.question.calls[0].arguments == '{"amount":2000,"to":"chris@example.com"}'
    assert after.question.calls[0].is_intact()
    assert (after.progress.votes, after.edition, after.question.due_at) == ((), 1, before.question.due_at)
    assert after.question.editable[0].value == Decimal(2000)
    assert run.run.variables["order"] == {"total": Decimal("2150.00")}
    ruling = run.draft.step.rulings[-1]
    assert ruling.asks_anew and ruling.decision is None
    assert run.draft.step.audit[-1].event == "handoff.edited"
    assert run.draft.step.audit[-1].detail == {
        "path": "order.total", "before": Decimal("2150.00"), "after": Decimal(2000),
    }  # fmt: skip


@pytest.mark.parametrize("action", [Action.APPROVE, Action.REJECT])
def test_an_approved_change_reaches_call_and_variables_and_a_rejected_one_does_not(action: Action) -> None:
    run, before = asked(FIELDS, ORDER)
    after = run.edit(before, edit("order.total", Decimal("2150.00"), Decimal(2000)))
    after = run.edit(after, edit("order.total", Decimal(2000), Decimal(1900), by="ben"))
    run.rule(after, Decision(action, PersonId("ben"), "Ben", NOW, teams=("finance",)))
    run.advance()
    approved = action is Action.APPROVE
    assert run.run.variables["order"]["total"] == (Decimal(1900) if approved else Decimal("2150.00"))
    told = {"order.total": {"before": Decimal("2150.00"), "after": Decimal(1900), "by": "Ben"}}
    assert run.run.variables["handoff"]["edits"] == told
    if approved:
        token = run.intend_effect()
        assert token and token.call and '"amount":1900' in token.call.arguments


def test_what_a_customer_proved_is_not_proven_of_what_a_reviewer_wrote_and_stays_theirs() -> None:
    run, before = asked(FIELDS, ORDER)
    assert before.question.identities == ["chris@example.com"]
    after = run.edit(before, edit("email", "chris@example.com", "eve@example.com"))
    shown = {fact.name: fact for fact in after.question.facts}
    assert (shown["email"].value, shown["email"].verified) == ("eve@example.com", None)
    assert list(after.question.identities) == ["chris@example.com"]
    assert run.run.verified
    run.rule(after, Decision(Action.APPROVE, PersonId("ben"), "Ben", NOW, teams=("finance",)))
    assert run.run.verified == {}


def test_what_no_card_may_show_stays_hidden_and_off_the_record() -> None:
    run, before = asked(FIELDS, ORDER, secret=["email"])
    after = run.edit(before, edit("email", "chris@example.com", "eve@example.com"))
    assert set(after.question.hidden) == {"chris@example.com", "eve@example.com"}
    assert run.draft.step.audit[-1].detail == {"path": "email"}


def test_a_change_that_cannot_be_asked_changes_nothing() -> None:
    run, before = asked([{"variable": "order"}], ORDER)
    audited, rulings = len(run.draft.step.audit), len(run.draft.step.rulings)
    with pytest.raises(EditRefused, match="cannot-be-asked"):
        run.edit(before, edit("order", {}, "no order at all"))
    with pytest.raises(EditRefused, match="not-there"):
        run.edit(before, edit("email.host", "", "example.org"))
    assert (len(run.draft.step.audit), len(run.draft.step.rulings)) == (audited, rulings)


def test_a_threshold_is_looked_at_anew() -> None:
    quorum = [{"of": {"": 1}, "when": "{{order.total}} <= 1000"}, {"of": {"": 2}, "when": "{{order.total}} > 1000"}]
    run, before = asked(FIELDS, ORDER, quorum=quorum)
    assert before.question.stages == (({"finance": 2},),)
    after = run.edit(before, edit("order.total", Decimal("2150.00"), Decimal(900)))
    assert after.question.stages == ()


@pytest.mark.parametrize(
    ("edits", "person", "seen", "known"),
    [
        ((), "ana", None, True),
        ((), "ana", 0, True),
        (("ana",), "ana", None, True),
        (("ana",), "ben", None, False),
        (("ana",), "ana", 0, False),
        (("ana",), "ben", 1, True),
        (("ana", "ben"), "ana", None, False),
        (("ana", "ben"), "ana", 1, False),
        (("ana", "ben"), "ana", 2, True),
    ],
)
def test_who_means_a_request_as_it_is(edits: tuple[str, ...], person: str, seen: int | None, known: bool) -> None:
    _, handoff = asked(FIELDS, ORDER)
    made = tuple(edit("email", "a", "b", by) for by in edits)
    handoff = replace(handoff, progress=replace(NOTHING_YET, edits=made))
    assert handoff.state is HandoffState.PENDING
    assert handoff.is_known_to(PersonId(person), seen) is known
