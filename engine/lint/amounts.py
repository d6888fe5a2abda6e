"""Warns of a card with an amount that the approved call does not get: then the tool decides it, not the reviewer."""

import re
from collections.abc import Callable, Iterator

from engine.errors import Problem
from engine.ids import NodeId
from engine.language.expression import Expression
from engine.language.template import Template
from engine.lint.paths import effect_of
from engine.nodes.handoff_data import HandoffData
from engine.nodes.human_handoff import APPROVED
from engine.nodes.mcp_tool import McpToolData
from engine.tools import EffectClass, ToolSpec
from engine.workflow.graph import MOST_STEPS, reachable
from engine.workflow.load import Workflow

_NAMED_SO = re.compile(
    r"(?:^|_)(?:amount|total|subtotal|price|sum|cost|fee|refund|payment|balance|limit|budget|salary)(?:$|_)"
)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR))\s*$")
_CURRENCY_AFTER = re.compile(r"\s*(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|JPY|INR|dollars|euros?)\b)")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def amount_problems(workflow: Workflow, specs: Callable[[str], ToolSpec | None]) -> Iterator[Problem]:
    """For each handoff, the amounts in its reason that a tool behind its approved edge is not given."""
    asking = {
        node.id: amounts
        for node in workflow.nodes.values()
        if isinstance(node.data, HandoffData) and (amounts := list(_amounts(node.data.reason)))
    }
    if len(asking) * (len(workflow.edges) + 1) > MOST_STEPS:
        yield Problem("unchecked", "The file is too large to compare amounts with arguments", "Split the workflow")
        return
    for handoff, amounts in asking.items():
        for tool, data in _calls_behind(workflow, handoff, specs):
            yield from _missing(handoff, amounts, tool, data)


def _missing(handoff: NodeId, amounts: list[str], tool: NodeId, data: McpToolData) -> Iterator[Problem]:
    for amount in amounts:
        if not any(amount == path or amount.startswith(f"{path}.") for path in data.arguments.paths):
            given = ", ".join(data.arguments.paths) or "nothing"
            words = f"The reason shows {amount}, but {data.tool_name} ({tool}) gets only {given}"
            fix = f"Give the tool the amount, {{{{{amount}}}}}, so that what was approved is what is done"
            yield Problem("amount-not-passed", words, fix, handoff, "reason")


def _amounts(reason: Template) -> Iterator[str]:
    """The paths in a reason that look like an amount: by their name, their filter, or a currency beside them."""
    around = ("", *reason.parts, "")
    for before, part, after in zip(around, around[1:], around[2:], strict=False):
        if isinstance(part, Expression) and _is_amount(before, part, after):
            yield str(part.path)


def _is_amount(before: str | Expression, part: Expression, after: str | Expression) -> bool:
    last = _HUMP.sub("_", part.path.keys[-1]).lower()
    return (
        _NAMED_SO.search(last) is not None
        or any(step.name == "money" for step in part.steps)
        or (isinstance(before, str) and _CURRENCY_BEFORE.search(before) is not None)
        or (isinstance(after, str) and _CURRENCY_AFTER.match(after) is not None)
    )


def _calls_behind(
    workflow: Workflow, handoff: NodeId, specs: Callable[[str], ToolSpec | None]
) -> Iterator[tuple[NodeId, McpToolData]]:
    """The calls with effects that an edge which people choose leads to before anybody is asked again."""

    def following(name: NodeId) -> Iterator[NodeId]:
        node = workflow.nodes[name]
        if not node.kind.waits(node.data):
            for handle in node.handles:
                yield from workflow.targets(name, handle)

    data = workflow.nodes[handoff].data
    assert isinstance(data, HandoffData)
    chosen = [option.id for option in data.options] or [APPROVED]
    first = [target for handle in chosen for target in workflow.targets(handoff, handle)]
    for name in reachable(first, following):
        data = workflow.nodes[name].data
        if isinstance(data, McpToolData) and effect_of(data, specs) is not EffectClass.READ:
            yield name, data
