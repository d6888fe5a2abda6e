"""Workflow files load unchanged, or are refused with every error at once."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import Problem, WorkflowRefused
from engine.ids import NodeId
from engine.tools import EffectClass, ToolSpec
from engine.workflow.load import Workflow, load
from tests.unit.workflows import SEED, auth, edge, file, handoff, message, node, seed_with, tool, trigger


def problems(text: str | bytes, **options: Any) -> list[Problem]:
    with pytest.raises(WorkflowRefused) as caught:
        load(text, **options)
    assert all(problem.severity == "error" and problem.message and problem.fix for problem in caught.value.problems)
    return caught.value.problems


def codes(text: str | bytes, **options: Any) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.node, problem.field) for problem in problems(text, **options)]


def test_the_seeds_workflow_loads_unchanged() -> None:
    workflow = load(SEED, servers=["orders", "stripe"])
    assert list(workflow.nodes)[:3] == ["t1", "auth", "lookup"]
    assert [trigger.id for trigger in workflow.triggers] == ["t1"]
    assert workflow.targets(NodeId("check"), "true") == ("handoff",)
    assert workflow.targets(NodeId("t1"), "default") == ("auth",)
    assert workflow.targets(NodeId("check"), "error") == ()
    assert workflow.wired(NodeId("handoff"), "rejected")
    assert workflow.wired_handles(NodeId("handoff")) == {"approved", "rejected"}
    assert workflow.document == json.loads(SEED)


def test_the_hash_is_that_of_the_meaning_and_not_of_the_spelling() -> None:
    respelt = json.dumps(json.loads(SEED), indent=7, sort_keys=True)
    changed = SEED.replace("> 500", "> 501")
    assert load(SEED).hash == load(respelt).hash == load(SEED.encode()).hash == load("\ufeff" + SEED).hash
    assert load(SEED).hash != load(changed).hash


def test_fractions_of_the_file_keep_their_spelling() -> None:
    text = file([trigger(), tool("t", arguments={"amount": "AMOUNT"})]).replace('"AMOUNT"', "42.50")
    arguments = load(text).nodes[NodeId("t")].data.arguments  # type: ignore[attr-defined]
    assert str(arguments.fill({})["amount"]) == "42.50"


def test_what_an_editor_writes_is_accepted() -> None:
    def decorate(document: dict[str, Any]) -> None:
        for each in document["nodes"]:
            each |= {"position": {"x": 1.5, "y": 2}, "width": 150, "measured": {"width": 1}, "selected": False}
        for each in document["edges"]:
            each |= {"type": "smoothstep", "animated": True, "markerEnd": {"type": "arrow"}, "targetHandle": None}
            each.setdefault("sourceHandle", None)
        document["viewport"] = {"x": 0, "y": 0, "zoom": 1}

    assert len(load(seed_with(decorate)).nodes) == 10


@pytest.mark.parametrize("handle", [None, "", "default"])
def test_no_source_handle_means_the_default_one(handle: str | None) -> None:
    text = json.dumps(
        {"nodes": [trigger(), message("m")], "edges": [{"source": "start", "target": "m", "sourceHandle": handle}]}
    )
    assert load(text).targets(NodeId("start"), "default") == ("m",)


def test_targets_keep_the_files_order() -> None:
    nodes = [trigger(), message("b"), message("a"), message("c")]
    assert load(file(nodes, "start > c", "start > a", "start > b")).targets(NodeId("start"), "default") == (
        "c",
        "a",
        "b",
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bad-json"), ("{", "bad-json"), ("nope", "bad-json"), (b"\xff\xfe", "bad-json"),
        ('{"a": NaN}', "bad-json"),
        ('{"a": 1, "a": 2}', "bad-json"), ("[" * 100_000, "bad-json"), ('{"a": %s}' % ("9" * 10_000), "bad-json"),
        ('{"a": 1e999999999999999999999}', "bad-json"), ('{"nodes": [], "edges": [], "a": "\\ud800"}', "bad-json"),
        ("[]", "bad-shape"), ("5", "bad-shape"), ("null", "bad-shape"), ('{"nodes": {}, "edges": []}', "bad-shape"),
        ("{}", "missing-field"), ('{"nodes": []}', "missing-field"), ('{"nodes": [], "edges": []}', "no-trigger"),
        ('{"edges": [], "nodes": ' + "[" * 90 + "]" * 90 + "}", "too-deep"), (" " * (33 << 20), "too-large"),
    ],
    ids=lambda value: repr(value)[:40],
)  # fmt: skip
def test_what_is_no_workflow_file_is_refused(text: str | bytes, code: str) -> None:
    assert problems(text)[0].code == code


def test_bad_json_names_its_place() -> None:
    assert "line 2, column 13" in problems('{\n  "nodes": [,]}')[0].message


@pytest.mark.parametrize(
    ("broken", "code", "field"),
    [
        (node("x", "auth_gat"), "unknown-type", "type"),
        (node("x", "llm_call"), "unsupported-type", "type"),
        (node("x", "human_handoff"), "unknown-type", "type"),
        (node("x", "action", actionType="human_handof"), "unknown-type", "actionType"),
        (node("x", "action"), "missing-field", "actionType"),
        (node("x", "logic", logicType="parallel"), "unsupported-type", "logicType"),
        ({"id": "x", "data": {}}, "missing-field", "type"),
        ({"id": "x", "type": 5}, "missing-field", "type"),
        ({"id": "x", "type": "send_message", "data": []}, "bad-shape", "data"),
        ({"id": "x", "type": "send_message"}, "missing-field", "message"),
        (message("x", "{{"), "bad-template", "message"),
        (node("x", "send_message", message=5), "bad-template", "message"),
        (node("x", "logic", logicType="if_else", condition="{{a}} ="), "bad-template", "condition"),
        (tool("x", arguments='{"a": 1, "a": 2}'), "bad-template", "arguments"),
        (node("x", "auth_gate", provider="pigeon", contact_type="email", outputVariable="e"), "bad-field", "provider"),
        (tool("x", effect="maybe"), "bad-field", "effect"),
        ({"id": "start", "type": "trigger", "data": {"triggerType": "message_received"}}, "duplicate-id", "id"),
    ],
)
def test_a_broken_node_is_named_with_its_field(broken: dict[str, Any], code: str, field: str) -> None:
    assert codes(file([trigger(), broken])) == [(code, broken["id"], field)]


@pytest.mark.parametrize("id_", [None, 5, "", " ", "a\x00b", "x" * 201, ["x"], {}])
def test_a_node_without_a_usable_id_is_named_by_its_place(id_: Any) -> None:
    assert codes(json.dumps({"nodes": [trigger(), {"id": id_, "type": "action"}], "edges": []}))[0][1] == "nodes[1]"


def test_a_slip_of_the_pen_is_answered_with_the_right_word() -> None:
    text = file([trigger(), node("a", "send_mesage"), message("last")], "start > lasst", "start.deflt > last")
    assert [problem.fix for problem in problems(text)] == [
        "Did you mean send_message?",
        "Did you mean last?",
        "Did you mean default?",
    ]


def test_a_variant_that_is_written_as_a_type_is_explained() -> None:
    assert '"actionType": "human_handoff"' in problems(file([trigger(), node("x", "human_handoff")]))[0].fix


@pytest.mark.parametrize(
    ("broken", "code", "field"),
    [
        ({"source": "nowhere", "target": "m"}, "unknown-node", "source"),
        ({"source": "start", "target": "nowhere"}, "unknown-node", "target"),
        ({"source": "start"}, "missing-field", "target"),
        ({"source": ["start"], "target": "m"}, "unknown-node", "source"),
        ({"source": "start", "target": "m", "sourceHandle": "true"}, "unknown-handle", "sourceHandle"),
        ({"source": "start", "target": "m", "sourceHandle": True}, "unknown-handle", "sourceHandle"),
        ({"source": "check", "target": "m"}, "unknown-handle", "sourceHandle"),
        ({"source": "end", "target": "m"}, "unknown-handle", "sourceHandle"),
        ({"source": "m", "target": "start"}, "into-trigger", "target"),
        ({"source": "start", "target": "check"}, "duplicate-edge", ""),
        ({"id": "first", "source": "start", "target": "m"}, "duplicate-id", "id"),
        ({"id": 5, "source": "start", "target": "m"}, "bad-id", "id"),
        ("start", "bad-shape", ""),
    ],
)
def test_a_broken_edge_is_named_with_its_field(broken: Any, code: str, field: str) -> None:
    nodes = [
        trigger(),
        message("m"),
        node("check", "logic", logicType="if_else", condition="true"),
        node("end", "action", actionType="end"),
    ]
    good = {"id": "first", "source": "start", "target": "check"}
    found = codes(json.dumps({"nodes": nodes, "edges": [good, broken]}))
    assert [(each[0], each[2]) for each in found] == [(code, field)]
    assert found[0][1] == ("first" if code == "duplicate-id" else "edges[1]")


def test_both_edges_of_a_decision_must_be_wired() -> None:
    assert codes(file([trigger(), handoff("h")], "start > h")) == [
        ("unwired", "h", "approved"),
        ("unwired", "h", "rejected"),
    ]


@pytest.mark.parametrize(
    ("ways", "cyclic"),
    [
        (["start > a", "a > b", "b > a"], True),
        (["start > a", "a > a"], True),
        (["start > b", "a > b", "b > a"], True),
        (["start > a", "a > auth", "auth.failed > a"], False),
        (["start > a", "a > h", "h.approved > a", "h.rejected > b"], False),
        (["start > a", "a > h", "h.approved > b", "h.rejected > b", "h.error > a"], True),
        (["start > a", "start > b", "a > b"], False),
    ],
)
def test_a_cycle_must_pass_a_node_that_waits(ways: list[str], cyclic: bool) -> None:
    nodes = [trigger(), message("a"), message("b"), auth()]
    text = file([*nodes, handoff("h")] if any(way.endswith("> h") for way in ways) else nodes, *ways)
    if cyclic:
        assert [code for code, _, _ in codes(text)] == ["cycle"]
    else:
        load(text)


def test_every_cycle_is_named() -> None:
    nodes = [trigger(), *(message(name) for name in "abcd")]
    found = problems(file(nodes, "start > a", "a > b", "b > a", "b > c", "c > d", "d > c"))
    assert [problem.node for problem in found] == ["a", "c"]
    assert "a → b → a" in found[0].message


def test_tools_are_looked_up_only_where_servers_are_known() -> None:
    text = file([trigger(), tool("t", "stripe__refund")], "start > t")
    assert isinstance(load(text), Workflow)
    assert codes(text, servers=["strip"]) == [("unknown-server", "t", "toolName")]
    assert codes(text, servers=[]) == [("unknown-server", "t", "toolName")]


@pytest.mark.parametrize(("said", "refused"), [("read", True), ("keyed", False), ("checkable", False), ("once", False)])
def test_a_node_can_only_make_an_effect_stricter(said: str, refused: bool) -> None:
    text = file([trigger(), tool("t", "stripe__refund", effect=said)], "start > t")
    specs = {"stripe__refund": ToolSpec("stripe__refund", EffectClass.KEYED)}
    if refused:
        assert codes(text, effects=specs.get) == [("looser-effect", "t", "effect")]
    else:
        load(text, effects=specs.get)


def test_all_errors_are_reported_at_once() -> None:
    text = json.dumps(
        {
            "nodes": [
                node("a", "nope"),
                node("b", "send_message", message="{{"),
                handoff("h"),
                {"type": "x"},
                tool("t"),
            ],
            "edges": [edge("a > zzz"), edge("h.maybe > b"), edge("t > t")],
        }
    )
    assert {code for code, _, _ in codes(text, servers=[])} == {
        "unknown-type", "bad-template", "missing-field", "no-trigger", "unknown-node", "unknown-handle", "unwired",
        "cycle", "unknown-server",
    }  # fmt: skip


# --- size and chance -------------------------------------------------------------------------------------------


def test_a_long_chain_does_not_hang() -> None:
    """A chain loads; the same chain closed to a ring is refused; neither takes long nor recurses."""
    count = 20_000
    nodes = [trigger(), *(message(f"n{number}") for number in range(1, count))]
    ways = ["start > n1", *(f"n{number} > n{number + 1}" for number in range(1, count - 1))]
    begun = time.perf_counter()
    assert len(load(file(nodes, *ways)).nodes) == count
    assert codes(file(nodes, *ways, f"n{count - 1} > n1")) == [("cycle", "n1", "")]
    assert time.perf_counter() - begun < 20


def test_a_flood_of_errors_is_cut() -> None:
    nodes = [trigger(), *(node(f"n{number}", f"nope{number}") for number in range(10_000))]
    ways = [f"x{number} > y{number}" for number in range(10_000)]
    assert 1000 <= len(problems(file(nodes, *ways))) < 1010


def test_many_edges_from_one_handle_do_not_hang() -> None:
    nodes = [trigger(), *(message(f"n{number}") for number in range(10_000))]
    workflow = load(file(nodes, *(f"start > n{number}" for number in range(10_000))))
    assert len(workflow.targets(NodeId("start"), "default")) == 10_000


names = st.sampled_from(["start", "a", "b", "c", "handoff", "", None, 5])
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8)
)
junk = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
texts = st.sampled_from(
    ["hi", "{{message}}", "{{", "{{order.total}} > 500", '{"a": {{b}}}', "shop__buy", "read", "message_received"]
)
fields = st.sampled_from(
    [
        "triggerType",
        "message",
        "actionType",
        "logicType",
        "reason",
        "condition",
        "toolName",
        "arguments",
        "effect",
        "value",
        "cases",
        "variable",
    ]
)
raw_nodes = st.fixed_dictionaries(
    {"id": names},
    optional={
        "type": st.sampled_from(["trigger", "send_message", "action", "logic", "mcp_tool", "auth_gate", "loop", "x"])
        | junk,
        "data": st.dictionaries(fields, texts | st.sampled_from(["human_handoff", "if_else", "switch", "end"]) | junk)
        | junk,
    },
)
raw_edges = st.fixed_dictionaries(
    {"source": names, "target": names},
    optional={"id": names, "sourceHandle": st.sampled_from(["approved", "true", "default", "error", "", None, 7])},
)
files = st.fixed_dictionaries(
    {"nodes": st.lists(raw_nodes | junk, max_size=6), "edges": st.lists(raw_edges | junk, max_size=8)}
)


@given(files | junk)
def test_random_files_load_or_are_refused_cleanly(document: Any) -> None:
    try:
        workflow = load(json.dumps(document))
    except WorkflowRefused as refused:
        assert refused.problems
    else:
        assert workflow.triggers


@given(st.text() | st.binary())
def test_random_text_is_refused_cleanly(text: str | bytes) -> None:
    with pytest.raises(WorkflowRefused):
        load(text)
