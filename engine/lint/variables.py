"""Warnings about variables that may not be there when a node reads them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from engine.errors import Problem
from engine.ids import NodeId
from engine.suggest import did_you_mean
from engine.workflow.graph import MOST_STEPS, reachable
from engine.workflow.load import Workflow

_Readers = Mapping[str, Mapping[NodeId, str]]


def variable_problems(workflow: Workflow) -> Iterator[Problem]:
    """Each variable that some path from a trigger leads to a reader of it without setting it."""
    readers = _readers(workflow)
    if len(readers) * (len(workflow.edges) + 1) > MOST_STEPS:
        yield Problem("unchecked", "The file is too large to follow its variables", "Split the workflow")
        return
    setters = _Setters(workflow)
    for variable, fields in readers.items():
        unset = setters.reached_without(variable)
        for name, field in fields.items():
            if name in unset:
                yield setters.problem(variable, name, field)


def _readers(workflow: Workflow) -> _Readers:
    """By variable, the nodes that need it and the first field in which they do."""
    readers: defaultdict[str, dict[NodeId, str]] = defaultdict(dict)
    for node in workflow.nodes.values():
        for field, variable in node.kind.reads(node.data):
            readers[variable].setdefault(node.id, field)
    return readers


class _Setters:
    """Knows which variables are set on the way out of each node."""

    def __init__(self, workflow: Workflow) -> None:
        self._workflow = workflow
        self._ways = {
            node.id: [
                (frozenset(node.kind.sets(node.data, handle)), targets)
                for handle in node.handles
                if (targets := workflow.targets(node.id, handle))
            ]
            for node in workflow.nodes.values()
        }
        self._names = dict.fromkeys(
            name
            for node in workflow.nodes.values()
            for handle in node.handles
            for name in node.kind.sets(node.data, handle)
        )

    def reached_without(self, variable: str) -> dict[NodeId, None]:
        """The nodes that a path from a trigger reaches while the variable was never set."""

        def following(name: NodeId) -> Iterator[NodeId]:
            for names, targets in self._ways[name]:
                if variable not in names:
                    yield from targets

        return reachable((trigger.id for trigger in self._workflow.triggers), following)

    def problem(self, variable: str, node: NodeId, field: str) -> Problem:
        """The warning, which differs for a variable that nothing sets at all."""
        if variable not in self._names:
            return Problem("unset", f"Nothing ever sets {variable}", did_you_mean(variable, self._names), node, field)
        fix = f'Set it on every path, or write {{{{{variable} | default("...")}}}}'
        return Problem("unset", f"On some path {variable} is not set yet", fix, node, field)
