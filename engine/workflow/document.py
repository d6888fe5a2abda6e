"""Reads a workflow file's text as JSON: one object with lists of nodes and edges, of a size that can be handled."""

from collections.abc import Mapping
from typing import Any

from simplejson import JSONDecodeError

from engine.errors import Problem
from engine.values import canonical, parse_strictly

MAX_BYTES = 32 * 1024 * 1024
MAX_NODES = 100_000
MAX_EDGES = 200_000
MAX_DEPTH = 64


def read(text: str | bytes) -> tuple[dict[str, Any], list[Problem]]:
    """The document, and what is wrong with it as a whole; an empty document if nothing can be made of the text."""
    if len(text) > MAX_BYTES:
        return {}, [_problem("too-large", f"The file is larger than {MAX_BYTES >> 20} MB", "Split the workflow")]
    try:
        document = parse_strictly(text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff"))
    except JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return {}, [_problem("bad-json", f"The file is no valid JSON at {place}: {error.msg}", "Mend that place")]
    except UnicodeDecodeError:
        return {}, [_problem("bad-json", "The file is not written in UTF-8", "Save it as UTF-8")]
    except (ValueError, ArithmeticError) as error:
        return {}, [_problem("bad-json", f"The file is no valid JSON: {_reason(error)}", "Mend that place")]
    problems = _shape_problems(document)
    return (document, problems) if isinstance(document, dict) and not problems else ({}, problems)


def _reason(error: Exception) -> str:
    # Arithmetic errors come from numbers like 1e99999999999999999999, and explain themselves in decimal's own jargon.
    return "a number has too many digits" if isinstance(error, ArithmeticError) else str(error)


def _shape_problems(document: Any) -> list[Problem]:
    if not isinstance(document, dict):
        return [_problem("bad-shape", "The file holds no object", 'Write {"nodes": [...], "edges": [...]}')]
    if _is_deeper(document, MAX_DEPTH):
        return [_problem("too-deep", f"The file is nested deeper than {MAX_DEPTH} levels", "Make it flatter")]
    try:
        canonical(document).encode()
    except UnicodeEncodeError:
        return [
            _problem("bad-json", "A text holds half of a character (a lone surrogate)", "Write the whole character")
        ]
    limits = (("nodes", MAX_NODES), ("edges", MAX_EDGES))
    return [problem for field, most in limits for problem in _list_problems(document, field, most)]


def _list_problems(document: Mapping[str, Any], field: str, most: int) -> list[Problem]:
    if field not in document:
        return [_problem("missing-field", f"The file has no {field}", f'Add "{field}": [...]', field)]
    if not isinstance(document[field], list):
        return [_problem("bad-shape", f"{field} is no list", f'Write "{field}": [...]', field)]
    if len(document[field]) > most:
        return [_problem("too-large", f"There are more than {most} {field}", "Split the workflow", field)]
    return []


def _is_deeper(value: Any, most: int) -> bool:
    """Whether lists and objects stand in each other more than that many levels deep; level by level, no recursion."""
    level = [value]
    for _ in range(most):
        level = [
            item
            for parent in level
            for item in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(item, (dict, list))
        ]
        if not level:
            return False
    return True


def _problem(code: str, message: str, fix: str, field: str = "") -> Problem:
    return Problem(code, message, fix, field=field)
