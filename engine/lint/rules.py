"""Warnings: what a workflow file may do and its author hardly meant, the best practices for handoffs among them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from engine.errors import Problem
from engine.lint.amounts import amount_problems
from engine.lint.fields import field_problems
from engine.lint.paths import path_problems
from engine.lint.variables import variable_problems
from engine.nodes.handoff_data import HandoffData
from engine.nodes.human_handoff import TIMEOUT
from engine.tools import ToolSpec
from engine.workflow.elements import Node
from engine.workflow.load import Workflow

WARNING = "warning"


def lint(workflow: Workflow, specs: Callable[[str], ToolSpec | None]) -> list[Problem]:
    """Every warning, in the order of the file's nodes; `specs` tells what is declared of a tool, None if nothing."""
    problems = [
        *field_problems(workflow),
        *(problem for node in workflow.nodes.values() for problem in _node_problems(workflow, node)),
        *path_problems(workflow, specs),
        *variable_problems(workflow),
        *amount_problems(workflow, specs),
    ]
    return _in_order(workflow, (replace(problem, severity=WARNING) for problem in problems))


def _in_order(workflow: Workflow, problems: Iterable[Problem]) -> list[Problem]:
    place = {str(name): number for number, name in enumerate(workflow.nodes)}
    return sorted(problems, key=lambda problem: place.get(problem.node, -1))


def _node_problems(workflow: Workflow, node: Node) -> Iterator[Problem]:
    """What can be said of one node alone."""
    for problem in node.kind.lint(node.data):
        yield replace(problem, node=problem.node or node.id)
    if not isinstance(node.data, HandoffData):
        return
    if not node.data.reason.paths:
        fix = "Say who asks for what, and how much: Refund ${{order.total}} for {{email}}"
        yield Problem("plain-reason", "The reason is the same for every request", fix, node.id, "reason")
    if node.data.timeout and not workflow.wired(node.id, TIMEOUT):
        fix = f'Add an edge with "sourceHandle": "{TIMEOUT}" that tells the customer'
        yield Problem("unwired-timeout", "When the time is over, the rejected edge is followed", fix, node.id, TIMEOUT)
