"""`action` / `human_handoff`: pauses the run until people have decided."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from engine.durations import Duration, growing
from engine.effects import Message
from engine.errors import EvaluationError, TemplateSyntaxError
from engine.events import Decided, Event
from engine.handoff import Fact, HandoffKind, Question
from engine.language.condition import Condition
from engine.language.template import Template, ValueTemplate
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import Done, Fail, ForDecision, Next, Outcome, Say, Wait
from engine.values import dump

APPROVED, REJECTED, TIMEOUT, CANCELLED = "approved", "rejected", "timeout", "cancelled"
_LATER = ("fields", "options", "escalate", "undo")


class HandoffData(NodeData):
    """What the reviewers read and who they are; `variables` chooses what the card shows, `secret` masks.

    `confirmByCode` is true, or a condition such as `{{order.total}} > 1000`: then whoever decides by a link in a mail
    is mailed a code and must type it.
    """

    reason: Template
    label: str = ""
    team: str = ""
    channels: tuple[str, ...] = ()
    variables: tuple[str, ...] | None = None
    secret: tuple[str, ...] = ()
    quorum: int = Field(default=1, ge=1)
    allow_self_approval: bool = False
    require_reason: Literal["never", "reject", "always"] = "never"
    timeout: Duration | None = None
    remind: tuple[Duration, ...] | None = None
    """After how long each, from the opening on, people are reminded; nothing given leaves it to the bot."""
    estimate: Template | None = None
    notify_user: bool = True
    output_variable: str | None = None
    confirm_by_code: bool | Condition = False

    @field_validator("quorum")
    @classmethod
    def _only_one(cls, value: int) -> int:
        if value > 1:
            raise ValueError("a quorum above 1 is not supported yet")
        return value

    @field_validator("remind", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @field_validator("remind")
    @classmethod
    def _grow(cls, value: tuple[timedelta, ...] | None) -> tuple[timedelta, ...] | None:
        return None if value is None else growing(value)

    @field_validator("secret")
    @classmethod
    def _are_paths(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for path in value:
            try:
                _secret_value(path)
            except TemplateSyntaxError as error:
                raise ValueError(f"{path!r} names no variable: {error.problem}") from error
        return value

    @model_validator(mode="before")
    @classmethod
    def _refuse_later_fields(cls, data: Any) -> Any:
        # An ignored `undo` or `fields` would promise reviewers what does not happen.
        later = [name for name in _LATER if isinstance(data, dict) and name in data]
        if later:
            raise ValueError(f"{', '.join(later)}: not supported yet")
        return data


class HumanHandoff(NodeType[HandoffData]):
    """Does nothing but pause: what it asks is kept, and the edge that a person chose is followed."""

    type = "action"
    variant = "human_handoff"
    variant_field = "actionType"
    data_model = HandoffData

    def handles(self, data: HandoffData) -> Sequence[str]:
        return (APPROVED, REJECTED, TIMEOUT, CANCELLED, "error")

    def must_wire(self, data: HandoffData) -> Sequence[str]:
        return (APPROVED, REJECTED)

    def waits(self, data: HandoffData) -> bool:
        return True

    def reads(self, data: HandoffData) -> Iterator[tuple[str, str]]:
        yield from (("reason", name) for name in data.reason.reads)
        if data.estimate:
            yield from (("estimate", name) for name in data.estimate.reads)
        if isinstance(data.confirm_by_code, Condition):
            yield from (("confirmByCode", name) for name in data.confirm_by_code.reads)

    def sets(self, data: HandoffData, handle: str) -> Sequence[str]:
        return ("handoff", data.output_variable) if data.output_variable else ("handoff",)

    def execute(self, ctx: Context, data: HandoffData) -> Outcome:
        field = "reason"
        try:
            reason = data.reason.render(ctx.scope)
            field = "estimate"
            estimate = data.estimate.render(ctx.scope) if data.estimate else ""
            field, wanted = "confirmByCode", data.confirm_by_code
            confirm_by_code = wanted.evaluate(ctx.scope) if isinstance(wanted, Condition) else wanted
        except EvaluationError as error:
            return Fail(error.at(field))
        calls, unknown = ctx.preview.calls_behind(ctx.node, APPROVED, ctx.scope)
        question = Question(
            kind=HandoffKind.APPROVAL,
            reason=reason,
            label=data.label,
            team=data.team,
            channels=data.channels,
            facts=tuple(_facts(ctx, data)),
            hidden=tuple(_hidden(ctx, data)),
            calls=calls,
            unknown_calls=unknown,
            allow_self_approval=data.allow_self_approval,
            require_reason=data.require_reason,
            estimate=estimate,
            notify_user=data.notify_user,
            due_at=ctx.now + data.timeout if data.timeout else None,
            remind=data.remind,
            confirm_by_code=confirm_by_code,
        )
        return Wait(ForDecision(question))

    def resume(self, ctx: Context, data: HandoffData, event: Event) -> Outcome:
        if not isinstance(event, Decided):
            raise TypeError(f"a handoff cannot go on with {event!r}")
        assign = {"handoff": event.result}
        if data.output_variable:
            assign[data.output_variable] = event.result
        if event.handle == CANCELLED and not ctx.wired(CANCELLED):
            return Done(say=(Say(Message("outcome-cancelled")),))
        if event.handle == TIMEOUT and not ctx.wired(TIMEOUT):
            return Next(REJECTED, assign)
        return Next(event.handle, assign)


def _hidden(ctx: Context, data: HandoffData) -> Iterator[str]:
    """The secret values that are set, as the texts in which they could stand on a card."""
    for path in data.secret:
        value = _secret_value(path).evaluate(ctx.scope)
        if value not in (None, ""):
            yield value if isinstance(value, str) else dump(value)


def _secret_value(path: str) -> ValueTemplate:
    return ValueTemplate.parse(f'{{{{{path} | default("")}}}}')


def _facts(ctx: Context, data: HandoffData) -> Iterator[Fact]:
    names = data.variables if data.variables is not None else tuple(ctx.set_by_nodes)
    for name in names:
        if name in ctx.scope:
            yield Fact(name, ctx.scope[name], secret=name in data.secret, verified=ctx.verified.get(name))
