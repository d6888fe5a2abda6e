"""Looks ahead from a handoff: which tool calls stand behind an edge, and with which arguments."""

from engine.errors import EvaluationError
from engine.handoff import FrozenCall
from engine.ids import NodeId
from engine.nodes.base import Preview
from engine.nodes.mcp_tool import McpToolData
from engine.nodes.send_message import SendMessageData
from engine.values import Scope, dump
from engine.workflow import Workflow


class LookAhead(Preview):
    """Follows a handle over nodes that set nothing, up to the first calls: their arguments can be known now."""

    def __init__(self, workflow: Workflow) -> None:
        self._workflow = workflow

    def calls_behind(self, node: NodeId, handle: str, scope: Scope) -> tuple[tuple[FrozenCall, ...], tuple[str, ...]]:
        known: list[FrozenCall] = []
        unknown: list[str] = []
        reached = list(self._workflow.targets(node, handle))
        seen: set[NodeId] = set()
        while reached:
            here = reached.pop(0)
            if here in seen:
                continue
            seen.add(here)
            data = self._workflow.nodes[here].data
            if isinstance(data, SendMessageData):
                reached.extend(self._workflow.targets(here, "default"))
            elif isinstance(data, McpToolData):
                try:
                    known.append(FrozenCall(here, data.tool_name, dump(data.arguments.fill(scope))))
                except EvaluationError:
                    unknown.append(data.tool_name)
        return tuple(known), tuple(unknown)
