"""Warnings about paths: what can be reached without being checked, and what ends without a word."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from engine.errors import Problem
from engine.ids import NodeId
from engine.nodes.auth_gate import VERIFIED, AuthGateData
from engine.nodes.handoff_data import HandoffData
from engine.nodes.human_handoff import CANCELLED, TIMEOUT
from engine.nodes.mcp_tool import McpToolData
from engine.nodes.send_message import SendMessageData
from engine.tools import EffectClass, ToolSpec
from engine.workflow.elements import Node
from engine.workflow.graph import reachable
from engine.workflow.load import Workflow

_TOLD_ANYWAY = frozenset({"error", "failed", "cancelled", "timeout", "done", "escalated"})
"""Handles that need no edge: the customer is told by us, or `rejected` is followed."""
_UNDECIDED = frozenset({TIMEOUT, CANCELLED, "error"})
"""Ways out of a handoff that no person chose."""

Gate = Callable[[Node, str], bool]


def path_problems(workflow: Workflow, specs: Callable[[str], ToolSpec | None]) -> Iterator[Problem]:
    """Unreachable nodes, handoffs without a verified customer, ungated tools, and silent ends."""
    met = _without(workflow, lambda node, handle: False)
    unverified = _without(workflow, lambda node, handle: isinstance(node.data, AuthGateData) and handle == VERIFIED)
    ungated = _without(workflow, _is_decided)
    silent = _silent_ends(workflow)
    for node in workflow.nodes.values():
        if node.id not in met:
            yield Problem("unreachable", f"No trigger leads to {node.id}", "Lead an edge to it, or remove it", node.id)
            continue
        if isinstance(node.data, HandoffData):
            if node.id in unverified:
                fix = "Put an auth_gate before it, and go on at its verified handle"
                yield Problem("unverified", "Reviewers cannot tell who asks: no auth_gate precedes", fix, node.id)
            yield from _silences(workflow, node, silent)
        if node.id in ungated and isinstance(node.data, McpToolData) and _has_effects(node.data, specs):
            words = f"{node.data.tool_name} changes something and can be reached without a handoff"
            fix = 'Put a human_handoff before it, or declare the tool effect = "read" if it only looks'
            yield Problem("ungated", words, fix, node.id, "toolName")


def _without(workflow: Workflow, gate: Gate) -> dict[NodeId, None]:
    """The nodes that can be reached from a trigger over edges that are no gate."""

    def following(name: NodeId) -> Iterator[NodeId]:
        node = workflow.nodes[name]
        for handle in node.handles:
            if not gate(node, handle):
                yield from workflow.targets(name, handle)

    return reachable((trigger.id for trigger in workflow.triggers), following)


def _is_decided(node: Node, handle: str) -> bool:
    return isinstance(node.data, HandoffData) and handle not in _UNDECIDED


def effect_of(data: McpToolData, specs: Callable[[str], ToolSpec | None]) -> EffectClass | None:
    """The stricter of what is configured and what the node says; None if nobody says anything."""
    spec = specs(data.tool_name)
    said = [effect for effect in (spec.effect if spec else None, data.effect) if effect]
    return max(said, key=lambda effect: effect.strictness, default=None)


def _has_effects(data: McpToolData, specs: Callable[[str], ToolSpec | None]) -> bool:
    return effect_of(data, specs) not in (None, EffectClass.READ)


def _silent_ends(workflow: Workflow) -> dict[NodeId, NodeId]:
    """The nodes from which a path comes to its end without a message, each with such an end; walked backwards."""
    into: defaultdict[NodeId, list[NodeId]] = defaultdict(list)
    for edge in workflow.edges:
        if not isinstance(workflow.nodes[edge.source].data, SendMessageData):
            into[edge.target].append(edge.source)
    silent: dict[NodeId, NodeId] = {}
    for node in workflow.nodes.values():
        if node.id not in silent and _ends_silently(workflow, node):
            for name in reachable([node.id], lambda name: (each for each in into[name] if each not in silent)):
                silent[name] = node.id
    return silent


def _ends_silently(workflow: Workflow, node: Node) -> bool:
    if isinstance(node.data, SendMessageData):
        return False
    unwired = [handle for handle in node.handles if not workflow.wired(node.id, handle)]
    return not node.handles or any(handle not in _TOLD_ANYWAY for handle in unwired)


def _silences(workflow: Workflow, handoff: Node, silent: Mapping[NodeId, NodeId]) -> Iterator[Problem]:
    for handle in handoff.handles:
        end = next((silent[name] for name in workflow.targets(handoff.id, handle) if name in silent), None)
        if end:
            words = f"After {handle}, the customer hears nothing: a path ends at {end}"
            yield Problem("silent-end", words, "Put a send_message on it", handoff.id, handle)
