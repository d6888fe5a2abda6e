"""What the pages of workflows show, and what they ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Viewer


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a file, in one sentence; `tone` is `bad`, `warn` or ""."""

    severity: str
    tone: str
    sentence: str
    code: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a bot's workflow that runs are on; `is_current` is what new ones begin with."""

    hash: str
    short: str
    runs: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class WorkflowLine:
    """What a bot begins new runs with, and what its file says now; `counts` are findings by severity, in words."""

    bot: str
    name: str
    workflow: str
    version: str
    nodes: int
    file: str
    counts: Sequence[tuple[str, str]]
    is_changed: bool
    is_broken: bool
    versions: Sequence[Version]


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A box of the picture, and where its edges lead as `(handle, target)`."""

    id: str
    label: str
    kind: str
    ways: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A workflow for reading: its boxes, and whether there is a picture of it."""

    nodes: Sequence[NodeLine]
    has_picture: bool


@dataclass(frozen=True, slots=True)
class WorkflowView:
    """One bot's workflow in the version that is looked at; findings are about its file as it is now."""

    line: WorkflowLine
    version: Version
    drawn: Drawn
    findings: Sequence[Finding]
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file that somebody brought."""

    name: str
    findings: Sequence[Finding]
    drawn: Drawn | None


class WorkflowsPort(Protocol):
    """What the pages of workflows need of the house; nobody but operators is told anything."""

    async def listed(self, viewer: Viewer) -> Sequence[WorkflowLine]:
        """A line per bot."""

    async def shown(self, viewer: Viewer, bot: str, version: str) -> WorkflowView | None:
        """A bot's workflow in a version, the current one with ""; None if there is none."""

    async def picture(self, viewer: Viewer, bot: str, version: str) -> str | None:
        """The same as an SVG picture."""

    async def reload(self, viewer: Viewer, bot: str) -> tuple[str, bool] | None:
        """Begin new runs with the file as it is now; what is told, and whether that is an alert."""

    async def check(self, viewer: Viewer, name: str, data: bytes) -> Checked:
        """What is wrong with a file; it is not kept, and nothing of it is carried out."""

    async def checked_picture(self, viewer: Viewer) -> str | None:
        """The picture of what the viewer has had checked last, for a short while."""
