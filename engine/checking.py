"""Looks whether a checkable call happened, before a person is asked."""

from dataclasses import replace

from engine.errors import EvaluationError
from engine.ids import CallKey
from engine.language.condition import Condition
from engine.ports import Clock
from engine.tools import CallOutcome, EffectClass, Returned, ToolCall, Tools, Unknown, Verify
from engine.values import dump, parse

LONGEST_FINDING = 1000


async def look(tools: Tools, clock: Clock, call: ToolCall, unknown: Unknown) -> CallOutcome:
    """What is known of a call after looking for it: its result if it was found, else the doubt with the finding."""
    spec = tools.spec(call.tool)
    if spec is None or spec.verify is None:
        return unknown
    await clock.sleep(spec.verify.after.total_seconds())
    try:
        outcome = await tools.call(_read(tools, spec.verify, call))
    except EvaluationError as error:
        return replace(unknown, finding=error.detail)
    if not isinstance(outcome, Returned):
        return replace(unknown, finding=outcome.detail)
    finding = dump(outcome.value)[:LONGEST_FINDING]
    found = _holds(spec.verify.found_when, call, outcome)
    return outcome if found is True else replace(unknown, finding=finding if found is False else str(found))


def _read(tools: Tools, verify: Verify, call: ToolCall) -> ToolCall:
    arguments = verify.arguments.fill({"arguments": parse(call.arguments)})
    spec = tools.spec(verify.tool)
    timeout = spec.timeout if spec else call.timeout
    return ToolCall(verify.tool, dump(arguments), CallKey(""), EffectClass.READ, timeout)


def _holds(condition: Condition, call: ToolCall, outcome: Returned) -> bool | str:
    """Whether the look found the call, or why that cannot be said: then it was not found."""
    try:
        return condition.evaluate({"arguments": parse(call.arguments), "result": outcome.value})
    except EvaluationError as error:
        return error.detail
