"""Workflows as they can be read: a list of boxes and ways, findings in sentences, and pictures for a short while."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.workflows import Examined, sentence
from channels.text import visible
from channels.web.dashboard.workflows_views import Finding, NodeLine
from engine.outcomes import DEFAULT
from engine.ports import Clock
from engine.workflow.load import Workflow

MOST_NODES, MOST_EDGES = 500, 1500
"""What is larger is not drawn, and not listed any further."""
MOST_FINDINGS = 200
KEPT_FOR = timedelta(minutes=10)
MOST_KEPT = 20
_TONES = {"error": "bad", "warning": "warn"}


class Drawings:
    """The last picture of each session, in memory only."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[datetime, str]] = OrderedDict()

    def keep(self, session: str, picture: str) -> None:
        """Keep a picture in the stead of an earlier one."""
        self._kept.pop(session, None)
        self._kept[session] = self._clock.now(), picture
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def kept(self, session: str) -> str | None:
        """The picture of a session, if it is not too old."""
        at, picture = self._kept.get(session, (None, ""))
        return picture or None if at and self._clock.now() - at < KEPT_FOR else None


def is_small(workflow: Workflow) -> bool:
    """Whether a workflow can be drawn so that somebody could read it."""
    return len(workflow.nodes) <= MOST_NODES and len(workflow.edges) <= MOST_EDGES


def nodes_of(workflow: Workflow) -> Sequence[NodeLine]:
    """The boxes of a workflow in the file's order, each with the ways that leave it."""
    found = []
    for node in list(workflow.nodes.values())[:MOST_NODES]:
        handles = sorted(workflow.wired_handles(node.id))
        ways = [("" if each == DEFAULT else each, to) for each in handles for to in workflow.targets(node.id, each)]
        kind = node.kind.variant or node.kind.type
        found.append(NodeLine(visible(node.id), visible(node.label), visible(kind), ways[:MOST_NODES]))
    return found


def findings(found: Examined, word: Callable[[str], str]) -> Sequence[Finding]:
    """What was found in a file, the most severe first."""
    return [
        Finding(word(each.severity), _TONES.get(each.severity, ""), visible(sentence(each)), each.code)
        for each in found.problems[:MOST_FINDINGS]
    ]
