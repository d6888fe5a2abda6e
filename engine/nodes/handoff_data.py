"""The `data` of a `human_handoff`: what reviewers read, who they are, how many of them, and what they may do."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from engine.durations import Duration, growing
from engine.errors import TemplateSyntaxError
from engine.language.condition import Condition
from engine.language.expression import Expression
from engine.language.template import Template, ValueTemplate
from engine.nodes.base import NodeData
from engine.question import Editable, Escalation, Option

MOST_OPTIONS, LONGEST_LABEL = 10, 40
MOST_ESCALATIONS, MOST_VOTES = 50, 100
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_TAKEN = frozenset({"timeout", "cancelled", "error", "default"})
"""Handles that every handoff has."""


def _path(text: str) -> str:
    try:
        value_at(text)
    except TemplateSyntaxError as error:
        raise ValueError(f"{text!r} names no variable: {error.problem}") from error
    return text


def value_at(path: str) -> ValueTemplate:
    """What stands at a variable's path, None where nothing does; raises TemplateSyntaxError."""
    return ValueTemplate.parse(f'{{{{{path} | default("")}}}}')


def _alone_is_a_list(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) or value is None else (value,)


def _team_alone(value: Any) -> Any:
    return {value: 1} if isinstance(value, str) else value


VariablePath = Annotated[str, AfterValidator(_path)]
Count = Annotated[int, Field(ge=1, le=MOST_VOTES, strict=True)]


class Threshold(NodeData):
    """One way to reach a decision: so many votes of each of these teams together, by as many people, where it holds."""

    of: Annotated[Mapping[str, Count], BeforeValidator(_team_alone), Field(min_length=1)]
    when: Condition | None = None


def _votes(value: Any) -> Any:
    """A number of votes is the same as that many of the handoff's own team."""
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= MOST_VOTES:
            raise ValueError(f"a quorum is between 1 and {MOST_VOTES} votes, not {value}")
        return (Threshold(of={"": value}),)
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError('write a number of votes, such as 2, or thresholds, such as [{"of": {"finance": 2}}]')
    return value


Stage = Annotated[tuple[Threshold, ...], BeforeValidator(_alone_is_a_list), Field(min_length=1)]


class OptionData(NodeData):
    """An outcome of the author's own: its id is its handle, its label stands on the button."""

    id: str
    label: str = Field(min_length=1, max_length=LONGEST_LABEL)
    style: Literal["positive", "negative", "neutral"] = "neutral"

    @field_validator("id")
    @classmethod
    def _is_a_handle(cls, value: str) -> str:
        if not _ID.fullmatch(value) or value in _TAKEN:
            raise ValueError(f"{value!r} is no handle: write up to 40 letters and digits, and none of {sorted(_TAKEN)}")
        return value


class FieldData(NodeData):
    """A value that reviewers may change before they decide, by the path of its variable."""

    variable: VariablePath
    label: str = ""
    type: Literal["text", "number", "boolean", "date", "choice"] = "text"
    choices: tuple[str, ...] = ()
    min: str | int | Decimal | None = None
    max: str | int | Decimal | None = None

    @field_validator("variable")
    @classmethod
    def _can_be_changed(cls, value: str) -> str:
        """The path in the one spelling that changes are kept by: `items.0.name`."""
        expression = value_at(value).tree
        if not isinstance(expression, Expression) or len(expression.steps) > 1:
            raise ValueError(f"{value!r} is more than the path of a variable; write it without filters")
        if any("." in key for key in expression.path.keys):
            raise ValueError(f"a part of {value!r} has a full stop in its name, so it cannot be changed")
        return str(expression.path)

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if (self.type == "choice") is not bool(self.choices):
            raise ValueError("choices belong to the type choice, and it needs them")
        for bound in (self.min, self.max):
            if bound is None:
                continue
            if self.type == "number":
                Decimal(str(bound))
            elif self.type == "date":
                date.fromisoformat(str(bound))
            else:
                raise ValueError(f"a value of the type {self.type} has no min and max")
        return self

    def editable(self, value: Any) -> Editable:
        """The field as it is asked for, with the value that it has."""
        least, most = ("" if bound is None else str(bound) for bound in (self.min, self.max))
        return Editable(self.variable, self.label or self.variable, self.type, value, self.choices, least, most)


class EscalationData(NodeData):
    """Whom else is asked when nobody has decided for so long, and how often they are asked again.

    `quorum` of their votes suffice then, by default as many as their team has configured.
    """

    after: Duration
    to: str = Field(min_length=1)
    channels: tuple[str, ...] = ()
    quorum: Count | None = None
    repeat: int = Field(default=0, ge=0, le=MOST_ESCALATIONS, strict=True)
    every: Duration | None = None

    def times(self) -> Iterator[Escalation]:
        """The escalation, and each repetition of it."""
        for number in range(self.repeat + 1):
            after = self.after + number * (self.every or self.after)
            yield Escalation(after, self.to, self.channels, self.quorum or 0)


class HandoffData(NodeData):
    """What the reviewers read and who they are; `variables` chooses what the card shows, `secret` masks.

    `quorum` is a number of votes, or thresholds of which any one suffices; `chain` has several such stages, one after
    the other. `confirmByCode` is true, or a condition such as `{{order.total}} > 1000`: then whoever decides by a link
    in a mail is mailed a code and must type it.
    """

    reason: Template
    label: str = ""
    team: str = ""
    channels: tuple[str, ...] = ()
    variables: tuple[str, ...] | None = None
    secret: tuple[VariablePath, ...] = ()
    quorum: Annotated[tuple[Threshold, ...], BeforeValidator(_votes)] = ()
    chain: tuple[Stage, ...] = ()
    deny: Count = 1
    options: tuple[OptionData, ...] = Field(default=(), max_length=MOST_OPTIONS)
    fields: tuple[FieldData, ...] = ()
    allow_self_approval: bool = False
    require_reason: Literal["never", "reject", "always"] = "never"
    timeout: Duration | None = None
    remind: tuple[Duration, ...] | None = None
    """After how long each, from the opening on, people are reminded; nothing given leaves it to the bot."""
    escalate: tuple[EscalationData, ...] = ()
    estimate: Template | None = None
    notify_user: bool = True
    undo: Duration | None = None
    """For how long an approval may be taken back before anything follows from it."""
    bulk: bool = False
    """Whether this is so harmless that it may be decided together with others."""
    take_over: bool = False
    """Whether the card itself offers to talk with the customer, and not only what stands behind it."""
    output_variable: str | None = None
    confirm_by_code: bool | Condition = False

    @field_validator("remind", "escalate", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return _alone_is_a_list(value)

    @field_validator("remind")
    @classmethod
    def _grow(cls, value: tuple[timedelta, ...] | None) -> tuple[timedelta, ...] | None:
        return None if value is None else growing(value)

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if self.chain and self.quorum:
            raise ValueError("quorum and chain exclude each other: a chain's stages have thresholds of their own")
        if self.options and (self.chain or self.deny > 1):
            raise ValueError("options go with neither chain nor deny: they are no approval that could be rejected")
        ids = [option.id for option in self.options]
        if len(ids) != len(set(ids)) or len(ids) == 1:
            raise ValueError("options must be two or more, each with an id of its own")
        if len(self.escalations) > MOST_ESCALATIONS:
            raise ValueError(f"more than {MOST_ESCALATIONS} escalations, repetitions counted")
        return self

    @property
    def thresholds(self) -> Sequence[tuple[Threshold, ...]]:
        """The stages as they were written."""
        return (self.quorum,) if self.quorum else self.chain

    @property
    def escalations(self) -> Sequence[Escalation]:
        """All of them in the order of time."""
        every = itertools.chain.from_iterable(each.times() for each in self.escalate)
        return sorted(every, key=lambda each: each.after)

    @property
    def asked(self) -> Sequence[Option]:
        """The options without what is behind them."""
        return [Option(option.id, option.label, style=option.style) for option in self.options]
