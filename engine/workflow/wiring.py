"""Checks how the nodes of a workflow file are wired, and that the tools they name are the configured ones."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from engine.errors import Problem
from engine.ids import NodeId
from engine.nodes.mcp_tool import McpToolData
from engine.outcomes import DEFAULT
from engine.suggest import did_you_mean
from engine.tools import ToolSpec
from engine.workflow.elements import Edge, Node
from engine.workflow.graph import SHOWN, cycles
from engine.workflow.reading import MOST_PROBLEMS, ReadNodes

_ERROR = "error"


def read_edges(raw: list[Any], nodes: ReadNodes, problems: list[Problem]) -> tuple[Edge, ...]:
    """Every edge between two nodes that exist; what is wrong is added to `problems`."""
    reader = _EdgeReader(nodes)
    edges: list[Edge] = []
    for number, item in enumerate(raw):
        if len(problems) >= MOST_PROBLEMS:
            break
        found = list(reader.read(item, f"edges[{number}]"))
        problems += [each for each in found if isinstance(each, Problem)]
        edges += [each for each in found if isinstance(each, Edge)]
    return tuple(edges)


class _EdgeReader:
    """Reads one edge after the other and remembers what there was."""

    def __init__(self, nodes: ReadNodes) -> None:
        self._nodes = nodes
        self._handles = {name: frozenset(node.handles) for name, node in nodes.items() if node}
        self._ids: set[str] = set()
        self._ways: set[tuple[NodeId, str, NodeId]] = set()

    def read(self, item: Any, place: str) -> Iterator[Problem | Edge]:
        """The problems of an edge, or the edge."""
        if not isinstance(item, dict):
            yield Problem("bad-shape", "An edge is no object", 'Write {"source": ..., "target": ...}', place)
            return
        name, wrong_id = self._id(item.get("id"), place)
        if wrong_id:
            yield wrong_id
        ends = [self._end(name, field, item.get(field)) for field in ("source", "target")]
        yield from (end for end in ends if isinstance(end, Problem))
        source, target = item.get("source"), item.get("target")
        if any(isinstance(end, Problem) for end in ends):
            return
        handle = self._handle(name, self._nodes[NodeId(str(source))], item.get("sourceHandle"))
        yield (
            self._way(Edge(name, NodeId(str(source)), NodeId(str(target)), handle))
            if isinstance(handle, str)
            else handle
        )

    def _id(self, given: Any, place: str) -> tuple[str, Problem | None]:
        if given is None or given == "":
            return place, None
        if not isinstance(given, str) or not given.isprintable():
            return place, Problem(
                "bad-id", "The id of an edge cannot be used", "Write a text, or leave it out", place, "id"
            )
        if given in self._ids:
            return given, Problem("duplicate-id", f"Two edges have the id {given}", "Give each its own", given, "id")
        self._ids.add(given)
        return given, None

    def _end(self, name: str, field: str, given: Any) -> Problem | None:
        if given is None:
            return Problem("missing-field", f"The edge has no {field}", "Write the id of a node", name, field)
        if not isinstance(given, str) or given not in self._nodes:
            words = f"The edge's {field} {str(given)[:60]!r} is no node"
            return Problem("unknown-node", words, did_you_mean(str(given), self._nodes), name, field)
        node = self._nodes[NodeId(given)]
        if field == "target" and node and node.is_trigger:
            fix = "Lead it to the node after the trigger"
            return Problem(
                "into-trigger", f"The edge leads into the trigger {given}, which only begins runs", fix, name, field
            )
        return None

    def _handle(self, name: str, source: Node | None, given: Any) -> str | Problem:
        if given is not None and not isinstance(given, str):
            return Problem(
                "unknown-handle", "sourceHandle is no text", 'Put it in quotes: "true"', name, "sourceHandle"
            )
        handle = given or DEFAULT
        if source is None or handle in self._handles[source.id]:
            return handle
        if not source.handles:
            return Problem("unknown-handle", f"{source.id} ends its path", "Remove the edge", name, "sourceHandle")
        words = f"{source.id} has no handle {handle[:60]!r}"
        return Problem("unknown-handle", words, did_you_mean(handle, source.handles), name, "sourceHandle")

    def _way(self, edge: Edge) -> Edge | Problem:
        way = edge.source, edge.handle, edge.target
        if way in self._ways:
            words = f"A second edge leads from {edge.source} ({edge.handle}) to {edge.target}, which would run twice"
            return Problem("duplicate-edge", words, "Remove one of them", edge.id)
        self._ways.add(way)
        return edge


def wiring_problems(nodes: ReadNodes, edges: Iterable[Edge]) -> Iterator[Problem]:
    """Handles that must lead somewhere and do not, and cycles on which a run would never pause."""
    edges = tuple(edges)
    wired = {(edge.source, edge.handle) for edge in edges}
    for node in filter(None, nodes.values()):
        for handle in node.kind.must_wire(node.data):
            if (node.id, handle) not in wired:
                fix = f'Add {{"source": "{node.id}", "target": ..., "sourceHandle": "{handle}"}}'
                yield Problem("unwired", f"No edge leaves {node.id} at {handle}", fix, node.id, handle)
    yield from _cycle_problems(nodes, edges)


def _cycle_problems(nodes: ReadNodes, edges: Iterable[Edge]) -> Iterator[Problem]:
    unpaused: dict[NodeId, list[NodeId]] = {name: [] for name in nodes}
    for edge in edges:
        source = nodes[edge.source]
        # A node that waits has not waited when it fails.
        if source and (edge.handle == _ERROR or not source.kind.waits(source.data)):
            unpaused[edge.source].append(edge.target)
    for cycle in cycles(unpaused):
        way = " → ".join((*cycle, "..." if len(cycle) == SHOWN else cycle[0]))
        fix = "Put a node on it that waits for a person, such as human_handoff, or break it"
        yield Problem("cycle", f"A run could go round for ever: {way}", fix, cycle[0])


def tool_problems(
    nodes: Iterable[Node], servers: Collection[str] | None, specs: Callable[[str], ToolSpec | None] | None
) -> Iterator[Problem]:
    """Tools of servers that are not configured, and nodes that declare a tool to be more harmless than it is."""
    for node in nodes:
        if not isinstance(node.data, McpToolData):
            continue
        tool = node.data.tool_name
        server = tool.split("__", 1)[0]
        if servers is not None and server not in servers:
            fix = did_you_mean(server, sorted(servers)) + f" Or configure [mcp.{server}]"
            yield Problem("unknown-server", f"The tool server {server} is not configured", fix, node.id, "toolName")
        spec = specs(tool) if specs else None
        effect = node.data.effect
        if spec and effect and effect.strictness < spec.effect.strictness:
            words = f"{tool} is configured as {spec.effect}, and a node cannot make it looser"
            yield Problem("looser-effect", words, "Leave effect out, or write a stricter one", node.id, "effect")
