"""Which way a run took through its workflow, where it stands, and both ways out: in words, and as a picture."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from bot.dashboard.readers import Readers
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.handoff_views import Exit, Style, Way
from engine.diagram.draw import Mark, Marks, style_hash, svg
from engine.handoff import Handoff
from engine.ids import NodeId
from engine.store import Case, Store
from engine.workflow.load import Workflow
from engine.workflow.pinned import restore
from storage.courses import Course

_APPROVED, _REJECTED = "approved", "rejected"
_STYLES: Mapping[str, Style] = {_APPROVED: "positive", _REJECTED: "negative"}
_MARKS: Mapping[Style, Mark] = {"positive": Mark.YES, "negative": Mark.NO}
LONGEST = 60
"""How many of the nodes that a run came by are told; the newest."""


class Ways:
    """Reads a run's own version of its workflow."""

    def __init__(self, store: Store, readers: Readers) -> None:
        self._store = store
        self._readers = readers

    async def way(self, viewer: Viewer, case: Case, course: Course) -> Way | None:
        """The way in words; None where the workflow is not kept any more."""
        if (workflow := await self._workflow(case)) is None:
            return None
        handoff, open_ = case.handoff, case.handoff.state.is_open
        nodes = (node for node, _ in course.visits if node != handoff.node or not open_)
        passed = [_name(workflow, node) for node, _ in itertools.groupby(nodes)]
        exits = tuple(self._exits(viewer, workflow, handoff)) if open_ else ()
        here = [_name(workflow, token.node) for token in case.run.tokens]
        return Way(workflow.name, tuple(passed[-LONGEST:]), ", ".join(dict.fromkeys(here)), exits, not here)

    async def picture(self, case: Case, course: Course) -> tuple[str, str] | None:
        """The workflow with the way marked, and the hash of the style in it."""
        if (workflow := await self._workflow(case)) is None:
            return None
        nodes = {node: Mark.PASSED for node, _ in course.visits}
        ways = dict.fromkeys(course.visits, Mark.PASSED)
        if case.handoff.state.is_open and case.handoff.node in workflow.nodes:
            for handle in workflow.nodes[case.handoff.node].handles:
                if mark := _MARKS.get(_style(case.handoff, handle)):
                    ways[case.handoff.node, handle] = mark
        nodes |= {token.node: Mark.HERE for token in case.run.tokens}
        return svg(workflow, Marks(nodes, ways)), style_hash()

    def _exits(self, viewer: Viewer, workflow: Workflow, handoff: Handoff) -> Iterator[Exit]:
        node = workflow.nodes.get(handoff.node)
        for handle in node.handles if node else ():
            if targets := workflow.targets(handoff.node, handle):
                yield Exit(self._label(viewer, handoff, handle), _all(workflow, targets), _style(handoff, handle))

    def _label(self, viewer: Viewer, handoff: Handoff, handle: str) -> str:
        if option := next((each for each in handoff.question.options if each.id == handle), None):
            return option.label
        known = {_APPROVED: "dash-way-approved", _REJECTED: "dash-way-rejected"}
        return self._readers.text(viewer, known[handle]) if handle in known else handle

    async def _workflow(self, case: Case) -> Workflow | None:
        try:
            return restore(case.run.workflow, await self._store.workflow_text(case.run.workflow))
        except KeyError:
            return None


def _style(handoff: Handoff, handle: str) -> Style:
    option = next((each for each in handoff.question.options if each.id == handle), None)
    return option.style if option else _STYLES.get(handle, "neutral")


def _name(workflow: Workflow, node: NodeId) -> str:
    return workflow.nodes[node].label if node in workflow.nodes else node


def _all(workflow: Workflow, nodes: Sequence[NodeId]) -> str:
    return ", ".join(_name(workflow, node) for node in nodes)
