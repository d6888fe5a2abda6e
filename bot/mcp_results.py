"""What a call to an MCP server means to us: arguments that fit, values with their decimals, definite or in doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import mcp_types as types
from jsonschema import SchemaError
from jsonschema.exceptions import best_match
from jsonschema.protocols import Validator
from jsonschema.validators import Draft202012Validator, validator_for
from mcp.shared.exceptions import MCPError
from referencing import Registry
from referencing.exceptions import Unresolvable

from bot.mcp_wire import Attempt
from engine import values
from engine.errors import ErrorCode
from engine.ids import short_digest
from engine.tools import CallOutcome, EffectClass, Refused, Returned, Unknown

MAX_RESULT = 1_000_000
"""Characters of JSON that a result may have."""
SHORTENED = 60_000
"""Characters that are kept of a longer answer of a tool that has already acted."""
MAX_DETAIL = 500

LOST = frozenset(
    {
        types.CONNECTION_CLOSED,
        types.REQUEST_TIMEOUT,
        types.PARSE_ERROR,
        types.INVALID_REQUEST,
        types.INTERNAL_ERROR,
    }
)
"""Codes that may stand for an answer lost on its way: the SDK makes them up for a broken connection or a 5xx."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How to read what a tool answers: what it does, whether its errors can be trusted, which tool is meant."""

    effect: EffectClass
    errors_are_definite: bool = False
    schema: str = ""
    """The fingerprint that the tool must still have; "" if any will do."""

    @property
    def errors_leave_doubt(self) -> bool:
        return self.effect in (EffectClass.CHECKABLE, EffectClass.ONCE) and not self.errors_are_definite

    def garbled(self, detail: str) -> CallOutcome:
        """The tool answered, and nobody can tell what."""
        return refused(detail) if self.effect is EffectClass.READ else Unknown(detail)

    def failed(self, detail: str) -> CallOutcome:
        """The tool said that it failed: definite, unless it may have acted first."""
        detail = shorten(detail, MAX_DETAIL)
        return Unknown(detail) if self.errors_leave_doubt else refused(detail)


def fingerprint(tool: types.Tool) -> str:
    """A digest of everything that a server says of a tool: what a person approved was this tool, not a later one."""
    told = tool.model_dump(mode="json", by_alias=True, exclude_none=True)
    return short_digest(values.canonical(values.to_json(told)))


def refused(detail: str, code: ErrorCode = ErrorCode.TOOL_FAILED) -> Refused:
    """Nothing was done, for this reason."""
    return Refused(code, shorten(detail, MAX_DETAIL))


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def read_arguments(text: str) -> dict[str, Any]:
    """The arguments as the SDK sends them: numbers that are not whole become floats of exactly the same value.

    Raises ValueError for what is no JSON object, and for a number that would change on its way.
    """
    arguments = values.parse(text)
    if not isinstance(arguments, dict):
        raise ValueError("the arguments are not an object")
    return {name: _sendable(value, f"$.{name}") for name, value in arguments.items()}


def _sendable(value: Any, path: str) -> Any:
    if isinstance(value, Decimal):
        number = float(value)
        if Decimal(repr(number)) != value:
            raise ValueError(f"{path}: {value} has more digits than can be sent")
        return number
    if isinstance(value, Mapping):
        return {name: _sendable(item, f"{path}.{name}") for name, item in value.items()}
    if isinstance(value, list):
        return [_sendable(item, f"{path}[{index}]") for index, item in enumerate(value)]
    return value


def schema_validator(schema: dict[str, Any]) -> Validator:
    """A validator of a tool's arguments that fetches nothing from anywhere. Raises ValueError for a broken schema."""
    kind = validator_for(schema, default=Draft202012Validator)
    try:
        kind.check_schema(schema)
    except SchemaError as error:
        raise ValueError(f"the tool's own schema is broken: {error.message}") from None
    return kind(schema, registry=Registry())


def misfit(validator: Validator, arguments: Mapping[str, Any]) -> str:
    """Where and why the arguments do not fit, as `$.path: reason`; empty if they do."""
    try:
        error = best_match(validator.iter_errors(arguments))
    except (Unresolvable, RecursionError, re.error):
        return "$: the tool's own schema cannot be applied"
    return f"{error.json_path}: {error.message}" if error is not None else ""


def outcome_of(
    result: types.CallToolResult | types.InputRequiredResult, tool: types.Tool, policy: Policy
) -> CallOutcome:
    """What the server's answer means."""
    if isinstance(result, types.InputRequiredResult):
        return refused("asks for input, which is not supported yet")
    text = _text(result.content)
    if result.is_error:
        return policy.failed(text or "the tool failed and did not say why")
    try:
        value = _value(result, text, tool.output_schema)
        size = len(values.dump(value))
    except (ValueError, RecursionError):
        return _unusable("its answer cannot be read as JSON", text, policy)
    if size > MAX_RESULT:
        return _unusable(f"its answer has {size} characters, the limit is {MAX_RESULT}", text, policy)
    return Returned(value)


def outcome_of_error(error: MCPError, attempt: Attempt, policy: Policy) -> CallOutcome:
    """What a JSON-RPC error, or the SDK's stand-in for a lost answer, means."""
    if attempt.declined:
        return refused(attempt.declined)
    if error.code == types.METHOD_NOT_FOUND:
        return refused(f"the server does not know this call: {error.message}")
    if error.code in LOST:
        return Unknown(shorten(f"the answer was lost: {error.message}", MAX_DETAIL))
    return policy.failed(error.message)


def _unusable(problem: str, text: str, policy: Policy) -> CallOutcome:
    """An answer that we cannot keep: a read is refused; what has changed the world did so, and says what fits."""
    return refused(problem) if policy.effect is EffectClass.READ else Returned(shorten(text or problem, SHORTENED))


def _text(content: Sequence[types.ContentBlock]) -> str:
    return "\n".join(filter(None, map(_block_text, content)))


def _block_text(block: types.ContentBlock) -> str:
    match block:
        case types.TextContent(text=text):
            return text
        case types.EmbeddedResource(resource=types.TextResourceContents(text=text)):
            return text
        case types.ResourceLink(uri=uri):
            return str(uri)
        case _:
            return f"[{block.type}]"


def _value(result: types.CallToolResult, text: str, schema: Mapping[str, Any] | None) -> Any:
    """The structured result, spelled as the text has it where both are the same JSON; without one, the text."""
    structured = result.structured_content
    if structured is None:
        return _parsed(text, otherwise=text)
    if _same(spelled := _parsed(text), structured):
        return spelled
    if not _is_wrapped(structured, schema):
        return values.to_json(structured)
    inner = structured["result"]
    if isinstance(inner, str):
        return inner
    if isinstance(inner, list):
        spelled = [_parsed(item, otherwise=item) for item in map(_block_text, result.content)]
    return spelled if _same(spelled, inner) else values.to_json(inner)


_NOT_JSON = object()


def _parsed(text: str, otherwise: Any = _NOT_JSON) -> Any:
    try:
        return values.parse(text)
    except ValueError:
        return otherwise


def _is_wrapped(structured: Any, schema: Mapping[str, Any] | None) -> bool:
    """Whether this is the SDK's `{"result": ...}` around an answer that is no object; the text has no wrapping."""
    return (
        isinstance(structured, Mapping)
        and list(structured) == ["result"]
        and schema is not None
        and list(schema.get("properties") or ()) == ["result"]
    )


def _same(spelled: Any, structured: Any) -> bool:
    """Whether two readings are the same JSON: a float of the SDK equals the decimal that it was made from."""
    if isinstance(structured, bool) or isinstance(spelled, bool) or structured is None:
        return spelled is structured
    if isinstance(structured, int | float):
        return isinstance(spelled, int | Decimal) and _same_number(spelled, structured)
    if isinstance(structured, Mapping):
        return (
            isinstance(spelled, Mapping)
            and spelled.keys() == structured.keys()
            and all(_same(spelled[key], structured[key]) for key in structured)
        )
    if isinstance(structured, list):
        return isinstance(spelled, list) and len(spelled) == len(structured) and all(map(_same, spelled, structured))
    return bool(spelled == structured)


def _same_number(spelled: int | Decimal, structured: int | float) -> bool:
    try:
        return spelled == structured or float(spelled) == structured
    except OverflowError:
        return False
