"""Rebuilds a workflow that was accepted once, for the runs that began with it: nothing in it is refused any more."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.errors import ErrorCode, NodeError, Problem
from engine.events import Event
from engine.ids import NodeId, WorkflowHash
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import DEFAULT, Fail, Outcome
from engine.values import parse
from engine.workflow.elements import Edge, Node
from engine.workflow.load import Workflow
from engine.workflow.reading import read_node


class RefusedNode(NodeType[NodeData]):
    """A node that this release would refuse: a run that comes to it fails there, and people are asked."""

    data_model = NodeData

    def __init__(self, type_: str, problem: str) -> None:
        # Each such node has the type that its file gave it.
        self.type = type_  # type: ignore[misc]
        self._problem = problem

    def handles(self, data: NodeData) -> Sequence[str]:
        return ()

    def execute(self, ctx: Context, data: NodeData) -> Outcome:
        return Fail(NodeError(ErrorCode.NODE_REFUSED, self._problem))

    def resume(self, ctx: Context, data: NodeData, event: Event) -> Outcome:
        return self.execute(ctx, data)


def restore(pinned: WorkflowHash, text: str) -> Workflow:
    """The workflow that was pinned under that hash, whatever has become of the rules since then."""
    document = parse(text)
    nodes = {node.id: node for item in document["nodes"] if (node := _node(item))}
    name = document.get("name")
    edges = tuple(_edges(document["edges"], nodes))
    return Workflow(pinned, name if isinstance(name, str) else "", document, nodes, edges)


def _node(item: Mapping[str, Any]) -> Node | None:
    if "id" not in item:
        return None
    problems: list[Problem] = []
    node = read_node(item, problems)
    if node and not node.broken:
        return node
    name, said = NodeId(item["id"]), "; ".join(problem.message for problem in problems)
    return Node(name, RefusedNode(str(item.get("type")), said), NodeData(), name)


def _edges(items: Sequence[Mapping[str, Any]], nodes: Mapping[NodeId, Node]) -> Iterator[Edge]:
    for number, item in enumerate(items):
        source, target = NodeId(str(item.get("source"))), NodeId(str(item.get("target")))
        if source in nodes and target in nodes:
            yield Edge(item.get("id") or f"edges[{number}]", source, target, item.get("sourceHandle") or DEFAULT)
