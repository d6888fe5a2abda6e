"""Warnings: each best practice of the language has a file that heeds it and one that does not."""

import json
import time
from typing import Any

import pytest

from engine.errors import Problem
from engine.lint.rules import lint
from engine.tools import EffectClass, ToolSpec
from engine.workflow.load import load
from tests.unit.workflows import SEED, auth, file, handoff, message, node, seed_with, tool, trigger

SPECS = {
    "orders__get_order": ToolSpec("orders__get_order", EffectClass.READ),
    "stripe__create_refund": ToolSpec("stripe__create_refund", EffectClass.KEYED),
    "shop__buy": ToolSpec("shop__buy"),
    "shop__look": ToolSpec("shop__look", EffectClass.READ),
}
GATED = ["start > auth", "auth.verified > h", "h.rejected > no"]


def warnings(text: str) -> list[Problem]:
    found = lint(load(text), SPECS.get)
    assert all(problem.severity == "warning" and problem.message and problem.fix for problem in found)
    return found


def codes(text: str) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.node, problem.field) for problem in warnings(text)]


def gated(*more: dict[str, Any], reason: str = "For {{email}}", **data: Any) -> list[dict[str, Any]]:
    """Trigger, auth_gate, handoff `h` and the messages `yes` and `no`, and more nodes."""
    return [trigger(), auth(), handoff("h", reason, **data), message("yes"), message("no"), *more]


def test_the_seed_shows_an_amount_that_the_tool_does_not_get() -> None:
    found = warnings(SEED)
    assert [(problem.code, problem.node) for problem in found] == [
        ("amount-not-passed", "handoff"),
        ("ungated", "auto_refund"),
    ]
    assert (
        "order.total" in found[0].message and "order.id" in found[0].message and "approved_refund" in found[0].message
    )


def test_the_seed_is_clean_once_the_amount_is_passed_and_the_small_refund_is_gated() -> None:
    def mend(document: dict[str, Any]) -> None:
        for each in document["nodes"]:
            if each["id"].endswith("refund"):
                each["data"]["arguments"] = '{"order_id": "{{order.id}}", "amount": {{order.total}}}'
        document["edges"][4]["target"] = "msg_auto"
        document["nodes"] = [each for each in document["nodes"] if each["id"] != "auto_refund"]
        document["edges"] = [each for each in document["edges"] if each["source"] != "auto_refund"]

    assert codes(seed_with(mend)) == []


def test_a_gated_workflow_has_no_warning() -> None:
    assert codes(file(gated(), *GATED, "h.approved > yes")) == []


# --- paths -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ways", "silent"),
    [
        (["h.approved > buy"], [("silent-end", "h", "approved")]),
        (["h.approved > buy", "buy > yes"], []),
        (["h.approved > yes", "yes > buy"], []),
        (["h.approved > check", "check.true > yes", "check.false > end"], [("silent-end", "h", "approved")]),
        (["h.approved > check", "check.true > yes"], [("silent-end", "h", "approved")]),
        (["h.approved > check", "check.true > yes", "check.false > no"], []),
        (["h.approved > end", "h.timeout > end"], [("silent-end", "h", "approved"), ("silent-end", "h", "timeout")]),
        (["h.approved > set", "set > buy"], [("silent-end", "h", "approved")]),
    ],
)
def test_a_path_after_a_handoff_ends_with_a_word_to_the_customer(ways: list[str], silent: list[Any]) -> None:
    nodes = gated(
        tool("buy"),
        node("check", "logic", logicType="if_else", condition="{{email}} contains x"),
        node("end", "action", actionType="end"),
        node("set", "action", actionType="set_variable", variable="x", value=1),
    )
    text = file(nodes, *GATED, *ways)
    assert [each for each in codes(text) if each[0] == "silent-end"] == silent


@pytest.mark.parametrize(
    ("ways", "warned"),
    [
        (["start > auth", "auth.verified > h"], False),
        (["start > h"], True),
        (["start > auth", "auth.failed > h"], True),
        (["start > check", "check.true > auth", "auth.verified > h", "check.false > h"], True),
        (["start > check", "check.true > auth", "auth.verified > h"], False),
    ],
)
def test_a_handoff_wants_an_auth_gate_on_every_path(ways: list[str], warned: bool) -> None:
    nodes = gated(
        node("check", "logic", logicType="if_else", condition="{{message}} contains x"), reason="{{user_name}}"
    )
    text = file(nodes, *ways, "h.approved > yes", "h.rejected > no")
    assert (("unverified", "h", "") in codes(text)) is warned


@pytest.mark.parametrize(
    ("name", "effect", "way", "warned"),
    [
        ("shop__buy", None, "start > t", True),
        ("shop__look", None, "start > t", False),
        ("shop__look", "once", "start > t", True),
        ("nobody__knows", None, "start > t", False),
        ("nobody__knows", "keyed", "start > t", True),
        ("shop__buy", None, "h.approved > t", False),
        ("shop__buy", None, "h.rejected > t", False),
        ("shop__buy", None, "h.timeout > t", True),
        ("shop__buy", None, "h.error > t", True),
        ("shop__buy", None, "auth.failed > t", True),
    ],
)
def test_a_tool_with_effects_wants_a_handoff_before_it(name: str, effect: str | None, way: str, warned: bool) -> None:
    nodes = gated(tool("t", name, **({"effect": effect} if effect else {})))
    found = codes(file(nodes, *GATED, "h.approved > yes", way))
    assert (("ungated", "t", "toolName") in found) is warned


def test_an_unreachable_node_is_named_and_nothing_else_is_said_of_it() -> None:
    nodes = gated(tool("lost"), handoff("island", "{{nothing}}"))
    text = file(nodes, *GATED, "h.approved > yes", "island.approved > yes", "island.rejected > no")
    assert codes(text) == [("unreachable", "lost", ""), ("unreachable", "island", "")]


# --- the handoff itself ----------------------------------------------------------------------------------------


def test_a_reason_names_something() -> None:
    text = file(gated(reason="Customer wants a refund"), *GATED, "h.approved > yes")
    assert codes(text) == [("plain-reason", "h", "reason")]


def test_a_timeout_wants_an_edge() -> None:
    nodes = gated(timeout="2h")
    assert codes(file(nodes, *GATED, "h.approved > yes")) == [("unwired-timeout", "h", "timeout")]
    assert codes(file(nodes, *GATED, "h.approved > yes", "h.timeout > no")) == []


@pytest.mark.parametrize(
    ("reason", "arguments", "missing"),
    [
        ("Refund ${{order.total}}", '{"id": "{{order.id}}"}', "order.total"),
        ("Refund ${{order.total}}", '{"id": "{{order.id}}", "amount": {{order.total}}}', ""),
        ("Refund ${{order.total}}", '{"order": {{order}}}', ""),
        ("Refund {{order.total | money}}", '{"note": "Back: {{order.total}}"}', ""),
        ("Refund {{order.worth}} EUR", "{}", "order.worth"),
        ("Refund {{order.worth | money}}", "{}", "order.worth"),
        ("Refund {{order.worth}} for it", "{}", ""),
        ("Refund {{order.totally}} {{order.unlimited}}", "{}", ""),
        ("Raise {{order.refundAmount}}", "{}", "order.refundAmount"),
        ("Raise {{refund_amount}}", '{"amount": "{{order.total}}"}', "refund_amount"),
        ("Order {{order.id}} of {{email}}", "{}", ""),
    ],
)
def test_an_amount_on_the_card_is_an_argument_of_the_call(reason: str, arguments: str, missing: str) -> None:
    order = tool("order", "shop__look", outputVariable="order")
    amount = node("amount", "action", actionType="set_variable", variable="refund_amount", value=5)
    nodes = gated(order, amount, tool("t", "shop__buy", arguments=arguments), reason=reason)
    ways = [
        "start > auth",
        "auth.verified > order",
        "order > amount",
        "amount > h",
        "h.rejected > no",
        "h.approved > yes",
    ]
    found = warnings(file(nodes, *ways, "yes > t"))
    assert [problem.code for problem in found] == (["amount-not-passed"] if missing else [])
    assert not missing or f"shows {missing}," in found[0].message


# --- variables -------------------------------------------------------------------------------------------------


def test_a_variable_that_some_path_does_not_set() -> None:
    check = node("check", "logic", logicType="if_else", condition="{{message}} contains x")
    look = tool("look", "shop__look", outputVariable="found")
    nodes = [trigger(), check, look, message("say", "{{found.name}} {{user_name}}")]
    both = ["start > check", "check.true > look", "look > say"]
    assert codes(file(nodes, *both)) == []
    assert codes(file(nodes, *both, "check.false > say")) == [("unset", "say", "message")]
    assert codes(file(nodes, *both, "look.error > say")) == [("unset", "say", "message")]


def test_a_default_makes_a_variable_optional() -> None:
    assert codes(file([trigger(), message("m", "{{nick | default(user_name)}}")], "start > m")) == []


def test_a_variable_that_nothing_sets_is_answered_with_the_right_one() -> None:
    found = warnings(file([trigger(), message("m", "{{usr_name}}")], "start > m"))
    assert [(problem.code, problem.fix) for problem in found] == [("unset", "Did you mean user_name?")]


def test_a_verified_address_is_set_on_the_verified_edge_only() -> None:
    nodes = [trigger(), auth(), message("m", "{{email}}")]
    assert codes(file(nodes, "start > auth", "auth.verified > m")) == []
    assert codes(file(nodes, "start > auth", "auth.failed > m")) == [("unset", "m", "message")]


# --- fields ----------------------------------------------------------------------------------------------------


def test_unknown_fields_are_answered_with_the_right_ones() -> None:
    document = json.loads(
        file([trigger(), tool("t", "shop__look", argments={}), message("m")], "start > t", "t > m", desciption="")
    )
    document["nodes"][2]["dta"] = {}
    document["edges"][1]["sorceHandle"] = "default"
    found = {(problem.node, problem.field, problem.fix) for problem in warnings(json.dumps(document))}
    assert found == {
        ("", "desciption", "Did you mean description?"),
        ("t", "argments", "Did you mean arguments?"),
        ("m", "dta", "Did you mean data?"),
        ("edges[1]", "sorceHandle", "Did you mean sourceHandle?"),
    }


def test_unknown_fields_of_a_case_are_found() -> None:
    switch = node("s", "logic", logicType="switch", value="{{message}}", cases=[{"id": "a", "vlaue": "b"}])
    found = warnings(file([trigger(), switch], "start > s"))
    assert [(problem.field, problem.fix) for problem in found] == [("cases.0.vlaue", "Did you mean value?")]


def test_what_an_editor_writes_is_no_unknown_field() -> None:
    document = json.loads(file([trigger(), message("m")], "start > m"))
    document["nodes"][1] |= {"position": {}, "measured": {}, "selected": True, "width": 1, "style": {}, "parentId": "g"}
    document["nodes"][1]["data"] |= {"label": "Hello", "description": "..."}
    document["edges"][0] |= {
        "type": "smoothstep",
        "data": {},
        "animated": True,
        "markerEnd": {},
        "style": {},
        "label": "x",
    }
    document |= {"viewport": {}, "name": "n", "id": "i"}
    assert codes(json.dumps(document)) == []


# --- order and size --------------------------------------------------------------------------------------------


def test_warnings_come_in_the_files_order() -> None:
    nodes = [trigger(), message("a", "{{x}}"), message("b", "{{y}}"), tool("c"), message("d", "{{x}}")]
    assert [each[1] for each in codes(file(nodes, "start > a", "a > b", "b > c", "c > d"))] == ["a", "b", "c", "d"]


def test_large_files_are_linted_in_time() -> None:
    count = 5_000
    nodes = [trigger(), *(handoff(f"h{number}", "{{order.total}}") for number in range(count)), message("m")]
    ways = [f"h{number}.{way} > h{number + 1}" for number in range(count - 1) for way in ("approved", "rejected")]
    last = f"h{count - 1}"
    begun = time.perf_counter()
    assert warnings(file(nodes, "start > h0", *ways, f"{last}.approved > m", f"{last}.rejected > m"))
    assert time.perf_counter() - begun < 20
