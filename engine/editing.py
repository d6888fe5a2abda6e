"""Changes of a request's values before it is decided: typed, checked, and laid over the run's variables."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from engine.errors import AssentError
from engine.handoff import Edit
from engine.question import Editable
from engine.values import Scope

LONGEST_TEXT, LONGEST_NUMBER = 4000, 40
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class EditRefused(AssentError):
    """A value cannot be changed so; `why` is a slug (`edit-<why>` in `locales/`), `detail` what it should have been."""

    def __init__(self, path: str, why: str, detail: str = "") -> None:
        super().__init__(f"{path}: {why} {detail}".strip())
        self.path = path
        self.why = why
        self.detail = detail


def addressed(editable: Sequence[Editable], text: str) -> tuple[Editable, str]:
    """The value that a text begins with the name of, and the rest of the text; raises EditRefused.

    A name is the path, the label or the last part of the path; labels may have spaces, so the longest name counts.
    """
    typed = text.strip()
    found = [(name, each) for each in editable for name in _names(each) if _begins(typed, name)]
    longest = max((len(name) for name, _ in found), default=0)
    if not longest:
        raise _unknown(editable, typed.partition(" ")[0])
    return find(editable, typed[:longest]), typed[longest:].strip()


def find(editable: Sequence[Editable], name: str) -> Editable:
    """The value that somebody names: by its path, its label, or the last part of its path; raises EditRefused."""
    wanted = name.strip().casefold()
    for number in range(3):
        found = [each for each in editable if _names(each)[number].casefold() == wanted]
        if len(found) > 1:
            raise EditRefused(name, "ambiguous", ", ".join(each.path for each in found))
        if found:
            return found[0]
    raise _unknown(editable, name)


def read(editable: Editable, text: str) -> Any:
    """What somebody typed, as a value of the kind that is wanted; raises EditRefused."""
    typed = text.strip()
    if not typed:
        raise EditRefused(editable.path, "empty")
    if len(typed) > LONGEST_TEXT:
        raise EditRefused(editable.path, "too-long", str(LONGEST_TEXT))
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
            return next((choice for choice in found if choice == typed), found[0])
    return typed


def changed(editable: Editable, text: str) -> Any:
    """What somebody typed in the place of the value that there is; raises EditRefused, also if it is the same."""
    value = read(editable, text)
    if value == editable.value and isinstance(value, bool) is isinstance(editable.value, bool):
        raise EditRefused(editable.path, "same")
    return value


def edited(variables: Scope, edits: Sequence[Edit]) -> dict[str, Any]:
    """The variables with these edits; the ones given stay as they are."""
    after = dict(variables)
    for edit in edits:
        root, *rest = edit.path.split(".")
        after[root] = _put(after.get(root), rest, edit.after)
    return after


def root_of(edit: Edit) -> str:
    """The variable in which something is changed."""
    return edit.path.partition(".")[0]


def ensure_reachable(variables: Scope, path: str) -> None:
    """Raise EditRefused where a list has no such item, or something else stands where the path must go on."""
    root, *rest = path.split(".")
    into: Any = variables.get(root)
    for key in rest:
        if isinstance(into, (list, tuple)) and key.isdecimal() and int(key) < len(into):
            into = into[int(key)]
        elif isinstance(into, Mapping) or (into is None and not key.isdecimal()):
            into = into.get(key) if into is not None else None
        else:
            raise EditRefused(path, "not-there", key)


def _put(into: Any, path: Sequence[str], value: Any) -> Any:
    if not path:
        return value
    head, *rest = path
    if isinstance(into, (list, tuple)):
        # What is no item of a list is not put beside its items: it would turn the list into something else.
        at = int(head) if head.isdecimal() else len(into)
        return [_put(each, rest, value) if number == at else each for number, each in enumerate(into)]
    inner: Mapping[str, Any] = into if isinstance(into, Mapping) else {}
    return {**inner, head: _put(inner.get(head), rest, value)}


def _unknown(editable: Sequence[Editable], name: str) -> EditRefused:
    known = ", ".join(each.path for each in editable)
    return EditRefused(name, "unknown" if editable else "nothing", known)


def _names(editable: Editable) -> Sequence[str]:
    return editable.path, editable.label, editable.path.rpartition(".")[2]


def _begins(text: str, name: str) -> bool:
    end = len(name)
    return bool(name) and text[:end].casefold() == name.casefold() and not text[end : end + 1].strip()


def _number(editable: Editable, typed: str) -> Any:
    """The number; as a text where there was one, since that is what its tools know."""
    if len(typed) > LONGEST_NUMBER or not _NUMBER.fullmatch(typed):
        raise EditRefused(editable.path, "no-number")
    value = Decimal(typed)
    if editable.least and value < Decimal(editable.least):
        raise EditRefused(editable.path, "too-small", editable.least)
    if editable.most and value > Decimal(editable.most):
        raise EditRefused(editable.path, "too-large", editable.most)
    return typed if isinstance(editable.value, str) and editable.value else value


def _date(editable: Editable, typed: str) -> str:
    try:
        value = date.fromisoformat(typed) if _DATE.fullmatch(typed) else None
    except ValueError:
        value = None
    if value is None:
        raise EditRefused(editable.path, "no-date")
    if editable.least and value < date.fromisoformat(editable.least):
        raise EditRefused(editable.path, "too-early", editable.least)
    if editable.most and value > date.fromisoformat(editable.most):
        raise EditRefused(editable.path, "too-late", editable.most)
    return value.isoformat()
