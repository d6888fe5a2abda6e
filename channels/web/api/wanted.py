"""What programs send: nothing but what is named here, and of each part only what it can be."""

import re
from typing import Annotated, Literal

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
