"""A workflow that was accepted once is rebuilt for its runs, whatever the rules have become."""

import json
from pathlib import Path
from typing import Any

from engine.errors import ErrorCode
from engine.execution import Execution
from engine.ids import BotId, NodeId, RunId
from engine.question import HandoffKind
from engine.run import Run, RunStatus
from engine.values import canonical
from engine.workflow.load import load
from engine.workflow.pinned import restore
from tests.unit.engine_stage import CUSTOMER, NOW, CountingSecrets, NamedTools, OneTeam, StandingClock, message
from tests.unit.engine_stage import Environment as Env

EXAMPLE = Path(__file__).parents[2] / "examples" / "refund" / "workflow.json"


def begun(document: dict[str, Any]) -> Execution:
    """A run of a pinned document, executed as far as it goes."""
    workflow = restore(load(EXAMPLE.read_bytes()).hash, json.dumps(document))
    run = Run(RunId("r"), BotId("b"), CUSTOMER.id, workflow.hash, NOW)
    execution = Execution(
        workflow, run, CUSTOMER, Env(StandingClock(), CountingSecrets(), OneTeam(), NamedTools(), "i")
    )
    execution.begin(NodeId("t"), message("5"))
    execution.advance()
    return execution


def document(**node: Any) -> dict[str, Any]:
    """A trigger, one node, and a message behind it."""
    return {
        "nodes": [
            {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
            {"id": "x", **node},
            {"id": "end", "type": "send_message", "data": {"message": "after {{error.code}}"}},
        ],
        "edges": [
            {"source": "t", "target": "x"},
            {"source": "x", "target": "end", "sourceHandle": "error"},
            {"source": "x", "target": "gone"},
        ],
    }


def test_what_is_still_accepted_is_the_same_workflow() -> None:
    loaded = load(EXAMPLE.read_bytes())
    restored = restore(loaded.hash, canonical(loaded.document))
    assert (restored.hash, restored.name, restored.edges) == (loaded.hash, loaded.name, loaded.edges)
    assert {name: (node.kind.type, node.data, node.label) for name, node in restored.nodes.items()} == {
        name: (node.kind.type, node.data, node.label) for name, node in loaded.nodes.items()
    }


def test_a_type_that_went_away_fails_only_where_a_run_comes_to_it() -> None:
    run = begun(document(type="teleport", data={}))
    assert run.run.status is RunStatus.DONE
    assert run.run.variables["error"]["code"] == ErrorCode.NODE_REFUSED
    assert "teleport" in run.run.variables["error"]["detail"]


def test_without_an_error_edge_an_operator_is_asked() -> None:
    gone = document(type="send_message", data={"message": 5})
    del gone["edges"][1]
    run = begun(gone)
    assert run.run.status is RunStatus.STOPPED
    assert run.draft.step.opened[0].question.kind is HandoffKind.FAILURE
    assert run.draft.step.opened[0].question.error["code"] == ErrorCode.NODE_REFUSED  # type: ignore[index]


def test_rules_about_wiring_and_ids_do_not_count_any_more() -> None:
    ways = document(type="send_message", data={"message": "hi"}, label="x" * 500)
    ways["nodes"].append({"id": "an id\u200b of long ago", "type": "end", "data": {}})
    ways["edges"] += [ways["edges"][0], {"source": "x", "target": "t"}]
    assert begun(ways).run.steps > 1
