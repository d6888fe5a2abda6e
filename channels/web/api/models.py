"""What programs get, as the API's document describes it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from channels.web.api.wanted import Act, Kind, Scope, State


class Answered(BaseModel):
    """What a program gets."""

    model_config = ConfigDict(frozen=True)


class DecisionMade(Answered):
    """Who decided what, when and why; `by` is empty for the clock."""

    action: str
    by: str
    by_name: str
    at: datetime
    reason: str
    option: str


class HandoffListed(Answered):
    """A request, as lists have it."""

    id: str
    bot: str
    team: str
    kind: Kind
    state: State
    open: bool
    node: str
    run: str
    reason: str
    opened_at: datetime
    due_at: datetime | None
    edition: int
    assignee: str
    decision: DecisionMade | None


class HandoffPage(Answered):
    """Requests, the newest first; as long as `next` is not empty there may be more, also behind an empty page."""

    items: list[HandoffListed]
    next: str


class FactShown(Answered):
    """One labelled fact; what is secret is masked."""

    label: str
    value: str
    note: str


class CallShown(Answered):
    """A call that follows a yes: the very bytes, but for what is secret."""

    tool: str
    arguments: str


class OptionShown(Answered):
    """An outcome of the request's own."""

    id: str
    label: str


class VoteGiven(Answered):
    """A vote that did not suffice by itself."""

    action: str
    by: str
    by_name: str
    at: datetime
    stage: int
    option: str


class ProgressShown(Answered):
    """How far it has come."""

    stage: int
    stages: int
    teams: list[str]
    settles_at: datetime | None
    seen_at: datetime | None
    escalated: int
    asks_customer: bool
    talks: bool


class HandoffShown(HandoffListed):
    """A request as its card shows it."""

    title: str
    status: str
    notice: str
    facts: list[FactShown]
    calls: list[CallShown]
    calls_note: str
    options: list[OptionShown]
    actions: list[Act] = Field(description="What the token's person may do now, as far as that can be known before.")
    votes: list[VoteGiven]
    progress: ProgressShown
    erased: bool


class Outcome(Answered):
    """What became of a wish, in words and as data."""

    handoff: str
    outcome: str
    state: State
    open: bool
    edition: int
    decision: DecisionMade | None


class LineSaid(Answered):
    """One line of a conversation; what is secret is masked."""

    at: datetime
    side: Literal["customer", "bot", "person"]
    who: str
    text: str
    late: bool
    files: list[str]


class TranscriptShown(Answered):
    """A conversation, oldest line first."""

    handoff: str
    lines: list[LineSaid]
    erased: bool


class TokenShown(Answered):
    """A place in the workflow where a run stands."""

    node: str
    state: str
    handoff: str


class RunShown(Answered):
    """A run, without what it knows of anybody."""

    id: str
    bot: str
    workflow: str
    status: str
    started_at: datetime
    steps: int
    version: int
    tokens: list[TokenShown]
    handoffs: list[str]


class EntryShown(Answered):
    """A row of the record, with all that its hash is over."""

    number: int
    at: str
    actor: str
    event: str
    subject: str
    detail: dict[str, Any]
    hash: str


class EntryPage(Answered):
    """Rows of the record, oldest first; `next` is the `after` of the next page, or null at the end."""

    items: list[EntryShown]
    next: int | None


class TimeTaken(Answered):
    """In how many seconds half, and nine of ten, of the requests were decided by people."""

    half: float
    most: float


class StatsShown(Answered):
    """Figures of the requests that the token's person may see."""

    bot: str
    days: int
    opened: int
    waiting: int
    waiting_since: datetime | None
    outcomes: dict[str, int]
    seconds: TimeTaken | None


class KeyShown(Answered):
    """The token itself."""

    id: str
    name: str
    scopes: list[Scope]
    expires_at: datetime | None


class Me(Answered):
    """Whom the token acts for, as they are at this moment."""

    person: str
    name: str
    locale: str
    operator: bool
    teams: list[str]
    token: KeyShown


class ProblemShown(Answered):
    """What went wrong, as RFC 9457 has it; `code` is stable, `detail` is for people."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[str] | None = None
    state: State | None = None
    edition: int | None = None
    decision: DecisionMade | None = None
