"""Looks ahead from a handoff: which tool calls stand behind an edge, and with which arguments."""

from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from engine.errors import EvaluationError
from engine.ids import NodeId
from engine.nodes.base import Preview
from engine.nodes.mcp_tool import McpToolData
from engine.nodes.send_message import SendMessageData
from engine.question import UNSEEN, FrozenCall
from engine.tools import Tools
from engine.values import Scope, dump
from engine.workflow.load import Node, Workflow

_Reached = tuple[NodeId, McpToolData, bool]
"""A call on the way, and whether the way to it and its arguments are known before anybody goes there."""


class LookAhead(Preview):
    """Follows a handle as far as a token would run before it waits for somebody again."""

    def __init__(self, workflow: Workflow, tools: Tools) -> None:
        self._workflow = workflow
        self._known = _ways_of(workflow)
        self._tools = tools

    def calls_behind(self, node: NodeId, handle: str, scope: Scope) -> tuple[tuple[FrozenCall, ...], tuple[str, ...]]:
        if (node, handle) not in self._known:
            self._known[node, handle] = tuple(self._calls_behind(node, handle))
        known: list[FrozenCall] = []
        unknown: list[str] = []
        for here, data, sure in self._known[node, handle]:
            schema = self._tools.fingerprint(data.tool_name) or UNSEEN
            call = _resolved(here, data, scope, schema) if sure else None
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
def _ways_of(workflow: Workflow) -> dict[tuple[NodeId, str], tuple[_Reached, ...]]:
    """The ways that were found in a workflow, kept for the next handoff of any run."""
    return {}


def _resolved(node: NodeId, data: McpToolData, scope: Scope, schema: str) -> FrozenCall | None:
    try:
        return FrozenCall(node, data.tool_name, dump(data.arguments.fill(scope)), schema).bound()
    except EvaluationError:
        return None
