"""A workflow as it runs: checked nodes, edges between their handles, pinned by the hash of its canonical JSON."""

from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from engine.errors import WorkflowRefused
from engine.ids import NodeId, WorkflowHash
from engine.tools import ToolSpec
from engine.values import canonical
from engine.workflow import document
from engine.workflow.elements import Edge, Node
from engine.workflow.reading import read_nodes
from engine.workflow.wiring import read_edges, tool_problems, wiring_problems

__all__ = ["Edge", "Node", "Workflow", "load"]


@dataclass(frozen=True, eq=False)
class Workflow:
    """One version of a workflow; `document` is the file's JSON as it was given."""

    hash: WorkflowHash
    name: str
    document: Mapping[str, Any]
    nodes: Mapping[NodeId, Node]
    """In the file's order."""
    edges: tuple[Edge, ...]

    def targets(self, node: NodeId, handle: str) -> tuple[NodeId, ...]:
        """Where the edges of a handle lead, in the file's order."""
        return self._routes.get(node, {}).get(handle, ())

    def wired(self, node: NodeId, handle: str) -> bool:
        """Whether an edge leaves the node at this handle."""
        return handle in self._routes.get(node, {})

    def wired_handles(self, node: NodeId) -> Set[str]:
        """The handles of the node that have an edge."""
        return self._routes.get(node, {}).keys()

    @cached_property
    def triggers(self) -> tuple[Node, ...]:
        """The nodes at which a run can begin, in the file's order."""
        return tuple(node for node in self.nodes.values() if node.is_trigger)

    @cached_property
    def _routes(self) -> Mapping[NodeId, Mapping[str, tuple[NodeId, ...]]]:
        routes: dict[NodeId, dict[str, list[NodeId]]] = {}
        for edge in self.edges:
            routes.setdefault(edge.source, {}).setdefault(edge.handle, []).append(edge.target)
        return {node: {handle: tuple(to) for handle, to in ways.items()} for node, ways in routes.items()}


def load(
    text: str | bytes,
    *,
    servers: Collection[str] | None = None,
    effects: Callable[[str], ToolSpec | None] | None = None,
) -> Workflow:
    """Read and check a workflow file. Raises WorkflowRefused with all of its errors at once.

    `servers` are the names of the configured tool servers and `effects` tells what is declared of a tool; without
    them tools are not looked up.
    """
    parsed, problems = document.read(text)
    if problems:
        raise WorkflowRefused(problems)
    nodes = read_nodes(parsed["nodes"], problems)
    edges = read_edges(parsed["edges"], nodes, problems)
    found = {node.id: node for node in nodes.values() if node and not node.broken}
    problems += wiring_problems(nodes, edges)
    problems += tool_problems(found.values(), servers, effects)
    if problems:
        raise WorkflowRefused(problems)
    name = parsed.get("name")
    fingerprint = WorkflowHash(sha256(canonical(parsed).encode()).hexdigest())
    return Workflow(fingerprint, name if isinstance(name, str) else "", parsed, found, edges)
