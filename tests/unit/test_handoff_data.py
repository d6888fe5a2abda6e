"""What a `human_handoff`'s data may say: each fault is refused with its field when the file is read."""

from datetime import timedelta
from typing import Any

import pytest

from engine.errors import WorkflowRefused
from engine.lint.rules import lint
from engine.nodes.handoff_data import HandoffData
from engine.workflow.load import load
from tests.unit.workflows import auth, file, handoff, message, node, tool, trigger

WAYS = ["start > auth", "auth.verified > h", "h.rejected > no", "h.approved > yes"]
OPTIONS = [{"id": "keep", "label": "Keep"}, {"id": "go", "label": "Remove"}]


def loaded(*ways: str, **data: Any) -> HandoffData:
    nodes = [trigger(), auth(), handoff("h", "For {{email}}", **data), message("yes"), message("no")]
    found = load(file(nodes, *(ways or WAYS))).nodes["h"].data  # type: ignore[index]
    assert isinstance(found, HandoffData)
    return found


@pytest.mark.parametrize(
    ("data", "field", "said"),
    [
        ({"quorum": 0}, "quorum", "between 1 and 100 votes, not 0"),
        ({"quorum": "2"}, "quorum", "write a number of votes"),
        ({"quorum": True}, "quorum", "write a number of votes"),
        ({"quorum": [{"of": {}}]}, "quorum.0.of", "at least 1"),
        ({"quorum": [{"of": {"finance": 0}}]}, "quorum.0.of.finance", "greater than or equal to 1"),
        ({"quorum": [{"of": "finance", "when": "{{x"}]}, "quorum", ""),
        ({"quorum": 2, "chain": [{"of": "legal"}]}, "", "quorum and chain exclude each other"),
        ({"chain": [[]]}, "chain", "at least 1"),
        ({"deny": 0}, "deny", "greater than or equal to 1"),
        ({"options": [{"id": "one", "label": "One"}]}, "", "two or more"),
        ({"options": [OPTIONS[0], OPTIONS[0]]}, "", "an id of its own"),
        ({"options": [{"id": "timeout", "label": "T"}, OPTIONS[0]]}, "options", "'timeout' is no handle"),
        ({"options": [{"id": "a b", "label": "T"}, OPTIONS[0]]}, "options", "'a b' is no handle"),
        ({"options": OPTIONS, "deny": 2}, "", "options go with neither chain nor deny"),
        ({"fields": [{"variable": "a b"}]}, "fields", "names no variable"),
        ({"fields": [{"variable": "x", "type": "choice"}]}, "fields", "choices belong to the type choice"),
        ({"fields": [{"variable": "x", "min": 1}]}, "fields", "has no min and max"),
        ({"undo": "soon"}, "undo", "is not a duration"),
        ({"escalate": [{"after": "30m"}]}, "escalate.0.to", "missing"),
        ({"escalate": [{"after": "30m", "to": "x", "repeat": 50}]}, "", "more than 50 escalations"),
    ],
)
def test_a_fault_is_refused_with_its_field(data: dict[str, Any], field: str, said: str) -> None:
    with pytest.raises(WorkflowRefused) as refused:
        loaded(**data)
    problem = refused.value.problems[0]
    assert problem.node == "h"
    assert problem.field.startswith(field)
    assert said in problem.message


@pytest.mark.parametrize("missing", ["keep", "go", "timeout"])
def test_each_option_and_the_timeout_must_be_wired(missing: str) -> None:
    ways = [f"h.{handle} > yes" for handle in ("keep", "go", "timeout") if handle != missing]
    with pytest.raises(WorkflowRefused) as refused:
        loaded("start > auth", "auth.verified > h", *ways, options=OPTIONS)
    assert missing in str(refused.value)


def test_with_options_there_is_no_approved_edge() -> None:
    ways = [f"h.{handle} > yes" for handle in ("keep", "go", "timeout", "approved")]
    with pytest.raises(WorkflowRefused, match="approved"):
        loaded("start > auth", "auth.verified > h", *ways, options=OPTIONS)


def test_what_stands_alone_is_a_list_of_one() -> None:
    data = loaded(
        chain=[{"of": "finance"}, [{"of": "legal"}, {"of": {"directors": 2}}]], escalate={"after": "1h", "to": "x"}
    )
    assert [[dict(each.of) for each in stage] for stage in data.thresholds] == [
        [{"finance": 1}],
        [{"legal": 1}, {"directors": 2}],
    ]
    assert [each.after for each in data.escalations] == [timedelta(hours=1)]


def test_repetitions_of_an_escalation_stand_in_the_order_of_time() -> None:
    late = {"after": "2h", "to": "oncall", "repeat": 2, "every": "30m"}
    data = loaded(escalate=[late, {"after": "135m", "to": "directors"}])
    assert [(each.team, each.after) for each in data.escalations] == [
        ("oncall", timedelta(hours=2)),
        ("directors", timedelta(minutes=135)),
        ("oncall", timedelta(minutes=150)),
        ("oncall", timedelta(hours=3)),
    ]


def test_unknown_fields_of_thresholds_are_found_wherever_they_stand() -> None:
    nodes = [
        trigger(),
        auth(),
        handoff(
            "h", "For {{email}}", chain=[[{"of": "legal", "if": "x"}]], escalate=[{"after": "1h", "to": "x", "too": 1}]
        ),
        message("yes"),
        message("no"),
    ]
    found = lint(load(file(nodes, *WAYS)), lambda name: None)
    assert [(each.code, each.field) for each in found if each.code == "unknown-field"] == [
        ("unknown-field", "chain.0.0.if"),
        ("unknown-field", "escalate.0.too"),
    ]


def test_an_amount_is_wanted_by_the_call_of_each_option() -> None:
    half = tool("half", "bank__pay", arguments={"what": "{{email}}"})
    amount = node("set", "action", actionType="set_variable", variable="amount", value="5")
    nodes = [trigger(), auth(), amount, handoff("h", "Pay ${{amount}}", options=OPTIONS), half, message("yes")]
    ways = ["start > auth", "auth.verified > set", "set > h", "h.keep > half", "h.go > yes", "h.timeout > yes"]
    found = lint(load(file(nodes, *ways, "half > yes")), lambda name: None)
    assert "amount-not-passed" in [each.code for each in found]
