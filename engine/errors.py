"""What can go wrong, as data: each error names the thing and the fix; people's words are made from it in `bot`."""

from dataclasses import dataclass, field
from enum import StrEnum

from engine.ids import HandoffId


class ErrorCode(StrEnum):
    """Why a node failed; each has its words in `locales/` as `error-<code>`."""

    UNRESOLVED = "unresolved"
    """A template's path has no value."""
    TYPE = "type"
    """A condition or filter met a value that it cannot compare or format."""
    TOO_LONG = "too-long"
    """A template rendered more than 64 kB."""
    TOOL_FAILED = "tool-failed"
    """The tool answered with an error, or the call was definitely not executed."""
    TOOL_UNKNOWN = "tool-unknown"
    """The call may have been executed: nobody knows."""
    KEY_LAPSED = "key-lapsed"
    """The same of a `keyed` call, for longer than its key is honoured: sent again, it might happen twice."""
    TOOL_ARGUMENTS = "tool-arguments"
    """The arguments do not fit the tool's schema; nothing was called."""
    TOOL_MISSING = "tool-missing"
    """The tool or its server is not configured or does not exist."""
    ARGS_CHANGED = "args-changed"
    """What would be called is not what a person approved."""
    TOOL_CHANGED = "tool-changed"
    """The tool is not described any more as it was when a person approved its call."""
    TOOL_UNSEEN = "tool-unseen"
    """The tool could not be looked up, neither when its call was shown nor when it was approved."""
    NO_THRESHOLD = "no-threshold"
    """None of the thresholds of a handoff holds, so nobody could ever decide it."""
    STUCK = "stuck"
    """The process died again and again at this node."""
    STEP_LIMIT = "step-limit"
    """The run executed more nodes than it may."""
    MAIL = "mail"
    """No mail can be sent: there is no mail provider."""
    NODE_REFUSED = "node-refused"
    """This release no longer accepts the node as it stands in the run's own workflow."""
    INTERNAL = "internal"
    """A fault of ours; the log says more."""


@dataclass(frozen=True, slots=True)
class NodeError:
    """Why one node could not do its work: code, the field at fault, and the cause in plain technical words."""

    code: ErrorCode
    detail: str
    field: str = ""
    path: str = ""


class AssentError(Exception):
    """Base of the errors that the engine raises on purpose."""


class TemplateSyntaxError(AssentError):
    """A template or condition does not parse; `fix` says what to write instead."""

    def __init__(self, problem: str, fix: str = "") -> None:
        super().__init__(f"{problem}. {fix}".strip() if fix else problem)
        self.problem = problem
        self.fix = fix


class EvaluationError(AssentError):
    """A template or condition could not be evaluated with the values at hand."""

    def __init__(self, code: ErrorCode, detail: str, path: str = "") -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.path = path

    def at(self, field_name: str) -> NodeError:
        """The same fault as a node's error, with the field in which it stood."""
        return NodeError(self.code, self.detail, field=field_name, path=self.path)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a workflow file: where it is, what it is, and how to mend it.

    `node` is a node id, an edge id or "" for the whole file; `code` is a stable slug for machines.
    """

    code: str
    message: str
    fix: str
    node: str = ""
    field: str = ""
    severity: str = "error"


@dataclass
class WorkflowRefused(AssentError):
    """A workflow file has errors; `problems` holds every one of them, warnings left out."""

    problems: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        return "; ".join(f"{p.node}.{p.field}: {p.message}" for p in self.problems)


class LeaseLost(AssentError):
    """The run may belong to another process by now: nothing more may be sent for it from here."""


class RunHeld(AssentError):
    """The run is under review after a restore: nobody but an operator may have it go on."""


class GateClosed(AssentError):
    """No run may begin: the database is under review after a restore."""


class StaleRun(AssentError):
    """The run was changed by somebody else since it was loaded: load it again."""


class AlreadyTalking(AssentError):
    """A person talks with this customer already, for the sake of another request: `handoff` names it."""

    def __init__(self, handoff: HandoffId) -> None:
        super().__init__(f"a person talks with the customer because of handoff {handoff!r}")
        self.handoff = handoff
