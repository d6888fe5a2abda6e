"""What programs send and get, as its document describes it; what is not named here is refused or left out."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from channels.web.requests import storable

LONGEST_REASON = 2000
MOST_LISTED, MOST_ENTRIES, MOST_LINES, MOST_DAYS = 100, 1000, 1000, 3650
MOST_NUMBER = 10**15
CURSOR = r"[0-9]{1,16}\.[a-z2-7]{26}"
"""How the place behind a request is spelled: when it was opened, and its id."""

_DIGITS = re.compile(r"[0-9]{1,16}")
_FLAGS = {"true": True, "false": False}


def _spelled_number(value: object) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise ValueError("write a number in digits")
    return value


def _spelled_flag(value: object) -> object:
    if isinstance(value, str) and value not in _FLAGS:
        raise ValueError("write true or false")
    return _FLAGS[value] if isinstance(value, str) else value


def _number(value: object) -> object:
    if isinstance(value, bool | str):
        raise ValueError("this must be a number")
    return value


Scope = Literal["read", "decide", "operate"]
Kind = Literal["approval", "failure", "doubt"]
State = Literal[
    "pending", "rejecting", "confirming", "inquiring", "settling",
    "approved", "chosen", "rejected", "timed_out", "cancelled", "retried", "confirmed", "stopped",
]  # fmt: skip
Act = Literal["approve", "reject", "choose", "claim", "release", "undo", "retry", "confirm", "stop"]
Name = Annotated[str, Field(max_length=100), AfterValidator(storable)]
Digits = Annotated[int, BeforeValidator(_spelled_number)]
"""A number of a query."""
Flag = Annotated[bool, BeforeValidator(_spelled_flag)]
"""Yes or no in a query."""
Number = Annotated[int, BeforeValidator(_number)]
"""A number of a body."""
Words = Annotated[str, Field(max_length=LONGEST_REASON), AfterValidator(storable)]


class Given(BaseModel):
    """What a program sends: nothing but what is named."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answered(BaseModel):
    """What a program gets."""

    model_config = ConfigDict(frozen=True)


# --- what is asked ----------------------------------------------------------------------------------------------------


class HandoffsWanted(Given):
    """Which requests are listed."""

    state: State | Literal["open", "closed", "all"] = Field(default="open", description="One state, or a group.")
    bot: Name = Field(default="", description="Only those of this bot.")
    team: Name = Field(default="", description="Only those asked of this team first.")
    mine: Flag = Field(default=False, description="Only those that the token's person looks after.")
    limit: Digits = Field(default=50, ge=1, le=MOST_LISTED)
    cursor: str = Field(default="", pattern=f"^({CURSOR})?$", description="`next` of the page before.")


class TranscriptWanted(Given):
    """How much of a conversation is told."""

    limit: Digits = Field(default=200, ge=1, le=MOST_LINES, description="The newest lines.")


class EntriesWanted(Given):
    """Which rows of the record are listed."""

    after: Digits = Field(default=0, ge=0, le=MOST_NUMBER, description="Only rows behind this number.")
    subject: Name = Field(default="", description="Only rows about this, such as a request's id.")
    limit: Digits = Field(default=100, ge=1, le=MOST_ENTRIES)


class StatsWanted(Given):
    """Of which time and bot the figures are."""

    bot: Name = Field(default="", description="Only this bot.")
    days: Digits = Field(default=7, ge=1, le=MOST_DAYS)


class DecisionWish(Given):
    """What is to be done with a request."""

    action: Act
    edition: Number = Field(ge=0, le=MOST_NUMBER, description="The edition of the request that was looked at.")
    reason: Words = Field(default="", description="Why; for `confirm` the reference of the call that happened.")
    option: Name = Field(default="", description="For `choose`: the id of the option.")


# --- what is answered -------------------------------------------------------------------------------------------------


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
