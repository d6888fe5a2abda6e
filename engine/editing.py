"""Changes of a request's values before it is decided: typed, checked, and laid over the run's variables."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from engine.errors import AssentError
from engine.handoff import Edit
from engine.question import Editable
from engine.values import Scope

LONGEST_TEXT = 4000
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


class EditRefused(AssentError):
    """A value cannot be changed so; `why` is a slug (`edit-<why>` in `locales/`), `detail` what it should have been."""

    def __init__(self, path: str, why: str, detail: str = "") -> None:
        super().__init__(f"{path}: {why} {detail}".strip())
        self.path = path
        self.why = why
        self.detail = detail


def find(editable: Sequence[Editable], name: str) -> Editable:
    """The value that somebody names, by its path or label; raises EditRefused."""
    wanted = name.strip().casefold()
    for each in editable:
        if wanted in (each.path.casefold(), each.label.casefold(), each.path.casefold().rpartition(".")[2]):
            return each
    raise EditRefused(name, "unknown", ", ".join(each.path for each in editable))


def read(editable: Editable, text: str) -> Any:
    """What somebody typed, as a value of the kind that is wanted; raises EditRefused."""
    typed = text.strip()
    match editable.kind:
        case "number":
            return _number(editable, typed)
        case "boolean":
            if typed.casefold() not in _TRUTHS:
                raise EditRefused(editable.path, "no-truth")
            return _TRUTHS[typed.casefold()]
        case "date":
            return _date(editable, typed)
        case "choice":
            found = [choice for choice in editable.choices if choice.casefold() == typed.casefold()]
            if not found:
                raise EditRefused(editable.path, "no-choice", ", ".join(editable.choices))
            return found[0]
    if not typed:
        raise EditRefused(editable.path, "empty")
    if len(typed) > LONGEST_TEXT:
        raise EditRefused(editable.path, "too-long", str(LONGEST_TEXT))
    return typed


def edited(variables: Scope, edits: Sequence[Edit]) -> dict[str, Any]:
    """The variables with these edits; the ones given stay as they are."""
    changed = dict(variables)
    for edit in edits:
        root, _, rest = edit.path.partition(".")
        changed[root] = _put(changed.get(root), rest.split(".") if rest else [], edit.after)
    return changed


def _put(into: Any, path: Sequence[str], value: Any) -> Any:
    if not path:
        return value
    head, *rest = path
    if isinstance(into, list) and head.isdecimal() and int(head) < len(into):
        return [_put(each, rest, value) if number == int(head) else each for number, each in enumerate(into)]
    inner: Mapping[str, Any] = into if isinstance(into, Mapping) else {}
    return {**inner, head: _put(inner.get(head), rest, value)}


def _number(editable: Editable, typed: str) -> Decimal:
    try:
        value = Decimal(typed)
    except InvalidOperation:
        raise EditRefused(editable.path, "no-number") from None
    if not value.is_finite() or len(typed) > 40:
        raise EditRefused(editable.path, "no-number")
    if editable.least and value < Decimal(editable.least):
        raise EditRefused(editable.path, "too-small", editable.least)
    if editable.most and value > Decimal(editable.most):
        raise EditRefused(editable.path, "too-large", editable.most)
    return value


def _date(editable: Editable, typed: str) -> str:
    try:
        value = date.fromisoformat(typed)
    except ValueError:
        raise EditRefused(editable.path, "no-date") from None
    if editable.least and value < date.fromisoformat(editable.least):
        raise EditRefused(editable.path, "too-small", editable.least)
    if editable.most and value > date.fromisoformat(editable.most):
        raise EditRefused(editable.path, "too-large", editable.most)
    return value.isoformat()
