"""`action` / `human_handoff`: pauses the run until people have decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.effects import Message
from engine.errors import ErrorCode, EvaluationError, NodeError
from engine.events import Decided, Event
from engine.language.condition import Condition
from engine.nodes.base import Context, NodeType
from engine.nodes.handoff_data import HandoffData, Threshold, value_at
from engine.outcomes import Done, Fail, ForDecision, Next, Outcome, Say, Wait
from engine.question import Fact, HandoffKind, Question, Seats
from engine.values import dump

APPROVED, REJECTED, TIMEOUT, CANCELLED = "approved", "rejected", "timeout", "cancelled"


class HumanHandoff(NodeType[HandoffData]):
    """Does nothing but pause: what it asks is kept, and the edge that a person chose is followed."""

    type = "action"
    variant = "human_handoff"
    variant_field = "actionType"
    data_model = HandoffData

    def handles(self, data: HandoffData) -> Sequence[str]:
        chosen = [option.id for option in data.options] or [APPROVED, REJECTED]
        return (*chosen, TIMEOUT, CANCELLED, "error")

    def must_wire(self, data: HandoffData) -> Sequence[str]:
        return [*(option.id for option in data.options), TIMEOUT] if data.options else (APPROVED, REJECTED)

    def waits(self, data: HandoffData) -> bool:
        return True

    def hidden(self, data: HandoffData, scope: Mapping[str, Any]) -> Iterator[str]:
        for path in data.secret:
            value = value_at(path).evaluate(scope)
            if value not in (None, ""):
                yield value if isinstance(value, str) else dump(value)

    def reads(self, data: HandoffData) -> Iterator[tuple[str, str]]:
        yield from (("reason", name) for name in data.reason.reads)
        if data.estimate:
            yield from (("estimate", name) for name in data.estimate.reads)
        if isinstance(data.confirm_by_code, Condition):
            yield from (("confirmByCode", name) for name in data.confirm_by_code.reads)
        for threshold in (each for stage in data.thresholds for each in stage):
            if threshold.when:
                yield from ((_field(data), name) for name in threshold.when.reads)
        yield from (("fields", field.variable.partition(".")[0]) for field in data.fields)

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
            field = _field(data)
            stages = tuple(_that_hold(ctx, stage) for stage in data.thresholds)
        except EvaluationError as error:
            return Fail(error.at(field))
        if not all(stages):
            number = next(number for number, stage in enumerate(stages, 1) if not stage)
            return Fail(NodeError(ErrorCode.NO_THRESHOLD, f"no `when` of stage {number} holds", field))
        question = Question(
            kind=HandoffKind.APPROVAL,
            reason=reason,
            label=data.label,
            team=data.team,
            channels=data.channels,
            facts=tuple(_facts(ctx, data)),
            hidden=tuple(self.hidden(data, ctx.scope)),
            allow_self_approval=data.allow_self_approval,
            require_reason=data.require_reason,
            estimate=estimate,
            notify_user=data.notify_user,
            stages=stages,
            deny=data.deny,
            editable=tuple(each.editable(value_at(each.variable).evaluate(ctx.scope)) for each in data.fields),
            undo=data.undo,
            escalations=tuple(data.escalations),
            bulk=data.bulk,
            take_over=data.take_over,
            proven=tuple(_proven(ctx, data)),
            due_at=ctx.now + data.timeout if data.timeout else None,
            remind=data.remind,
            confirm_by_code=confirm_by_code,
        )
        return Wait(ForDecision(_with_calls(ctx, data, question)))

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


def _field(data: HandoffData) -> str:
    """Where the thresholds stand."""
    return "chain" if data.chain else "quorum"


def _that_hold(ctx: Context, stage: tuple[Threshold, ...]) -> tuple[Seats, ...]:
    return tuple(dict(each.of) for each in stage if each.when is None or each.when.evaluate(ctx.scope))


def _with_calls(ctx: Context, data: HandoffData, question: Question) -> Question:
    """The question with the calls behind whatever people can say yes to."""
    if not data.options:
        calls, unknown = ctx.preview.calls_behind(ctx.node, APPROVED, ctx.scope)
        return replace(question, calls=calls, unknown_calls=unknown)
    options = []
    for option in data.asked:
        calls, unknown = ctx.preview.calls_behind(ctx.node, option.id, ctx.scope)
        options.append(replace(option, calls=calls, unknown_calls=unknown))
    return replace(question, options=tuple(options))


def _facts(ctx: Context, data: HandoffData) -> Iterator[Fact]:
    for name in _shown(ctx, data):
        if name in ctx.scope:
            yield Fact(name, ctx.scope[name], secret=name in data.secret, verified=ctx.verified.get(name))


def _shown(ctx: Context, data: HandoffData) -> Sequence[str]:
    return data.variables if data.variables is not None else tuple(ctx.set_by_nodes)


def _proven(ctx: Context, data: HandoffData) -> Iterator[str]:
    shown = _shown(ctx, data)
    yield from (str(ctx.scope[name]) for name in ctx.verified if name in ctx.scope and name not in shown)
