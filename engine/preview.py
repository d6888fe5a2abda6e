"""Looks ahead from a handoff: which tool calls stand behind an edge, and with which arguments."""

from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from engine.errors import EvaluationError
from engine.handoff import FrozenCall
from engine.ids import NodeId
from engine.nodes.base import Preview
from engine.nodes.mcp_tool import McpToolData
from engine.nodes.send_message import SendMessageData
from engine.values import Scope, dump
from engine.workflow.load import Node, Workflow

_Reached = tuple[NodeId, McpToolData, bool]
"""A call on the way, and whether the way to it and its arguments are known before anybody goes there."""


class LookAhead(Preview):
    """Follows a handle as far as a token would run before it waits for somebody again."""

    def __init__(self, workflow: Workflow) -> None:
        self._workflow = workflow
        self._known: dict[tuple[NodeId, str], tuple[_Reached, ...]] = {}

    def calls_behind(self, node: NodeId, handle: str, scope: Scope) -> tuple[tuple[FrozenCall, ...], tuple[str, ...]]:
        if (node, handle) not in self._known:
            self._known[node, handle] = tuple(self._calls_behind(node, handle))
        known: list[FrozenCall] = []
        unknown: list[str] = []
        for here, data, sure in self._known[node, handle]:
            call = _resolved(here, data, scope) if sure else None
            if call:
                known.append(call)
            elif data.tool_name not in unknown:
                unknown.append(data.tool_name)
        return tuple(known), tuple(unknown)

    def _calls_behind(self, node: NodeId, handle: str) -> Iterator[_Reached]:
        # Past a node that sets or chooses anything, neither the way nor the arguments can be known at the pause.
        reached = deque((target, True) for target in self._workflow.targets(node, handle))
        seen: set[NodeId] = set()
        while reached:
            here, sure = reached.popleft()
            if here in seen:
                continue
            seen.add(here)
            data = self._workflow.nodes[here].data
            if isinstance(data, McpToolData):
                yield here, data, sure
            sure = sure and isinstance(data, SendMessageData)
            reached.extend((target, sure) for target in self._onward(self._workflow.nodes[here]))

    def _onward(self, node: Node) -> list[NodeId]:
        if node.kind.waits(node.data):
            return []
        return [target for handle in node.kind.handles(node.data) for target in self._workflow.targets(node.id, handle)]


@lru_cache(maxsize=256)
def look_ahead(workflow: Workflow) -> LookAhead:
    """The look ahead of a workflow, which keeps the ways that it has found."""
    return LookAhead(workflow)


def _resolved(node: NodeId, data: McpToolData, scope: Scope) -> FrozenCall | None:
    try:
        return FrozenCall(node, data.tool_name, dump(data.arguments.fill(scope)))
    except EvaluationError:
        return None
