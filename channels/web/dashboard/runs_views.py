"""What the pages of runs show, and what they ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from channels.web.dashboard.base import Moment, Viewer


@dataclass(frozen=True, slots=True)
class RunsWanted:
    """Which runs are looked for, as an address says it: nothing of it is trusted."""

    state: str = ""
    bot: str = ""
    customer: str = ""
    workflow: str = ""
    beyond: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of a list with its tone: `good`, `bad`, `warn` or ""."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class StateTab:
    """One choice of states, and how many runs are in them."""

    state: str
    label: str
    count: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run in a list; `silent` is how long ago it came on last, `version` is the workflow's in short."""

    id: str
    short: str
    bot: str
    state: Mark
    customer: str
    workflow: str
    version: str
    workflow_hash: str
    nodes: Sequence[str]
    started: Moment
    silent: str


@dataclass(frozen=True, slots=True)
class RunList:
    """A page of runs; `newer` and `older` are where the pages beside it begin, "" where there is none."""

    lines: Sequence[RunLine]
    tabs: Sequence[StateTab]
    bots: Sequence[str]
    notes: Sequence[str]
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A value under its name; a secret one is not told."""

    name: str
    value: str
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A place where the run stands, and what it waits for there; `handoff` is "" for one that is not the viewer's."""

    node: str
    waits: str
    note: str
    handoff: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One commit: the nodes that were executed, each with the way it was left."""

    at: Moment
    visits: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call with effects; `result` is what came back."""

    at: Moment
    node: str
    tool: str
    arguments: str
    effect: str
    key: str
    attempt: int
    state: Mark
    deadline: Moment
    ended: Moment | None
    result: str


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A request of the run; `path` is "" where the viewer may not see it."""

    short: str
    path: str
    kind: str
    node: str
    state: Mark
    opened: Moment


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A row of the record about the run."""

    number: int
    at: Moment
    actor: str
    event: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class RunView:
    """A run with all that belongs to it; `resumable` says that it waits for an operator after a restore."""

    line: RunLine
    bot_key: str
    has_picture: bool
    variables: Sequence[Named]
    is_erased: bool
    tokens: Sequence[TokenLine]
    steps: Sequence[StepLine]
    calls: Sequence[CallLine]
    asked: Sequence[AskedLine]
    entries: Sequence[EntryLine]
    resumable: bool


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A failure or a call in doubt that waits for an operator."""

    path: str
    short: str
    kind: Mark
    bot: str
    node: str
    run: str
    opened: Moment
    waits: str
    facts: Sequence[Named]


class RunsPort(Protocol):
    """What the pages of runs need of the house; nobody but operators is told anything."""

    async def listed(self, viewer: Viewer, wanted: RunsWanted) -> RunList:
        """A page of runs; what cannot be understood of the wish is told in the notes."""

    async def shown(self, viewer: Viewer, run: str) -> RunView | None:
        """One run; None if there is none."""

    async def resume(self, viewer: Viewer, run: str) -> tuple[str, bool]:
        """Let a run that is held go on; what is told of it, and whether that is an alert."""

    async def doubts(self, viewer: Viewer) -> Sequence[DoubtLine]:
        """What waits for an operator, the oldest first."""
