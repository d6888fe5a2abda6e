"""Requests and answers held against Discord's document.

A wrong type, an unknown or a missing field breaks the contract; a text too long or a list too full does not, for that
is what a client may find out by asking. Snowflakes may come as integers: Discord coerces them, discord.py sends them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.fakes.discord import document, lengths, newer
from tests.fakes.discord.errors import Path, Problem

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?")
REQUIRED = "This field is required"


class Schema:
    """`present` says whether there is a document to check against; `length` measures texts."""

    def __init__(self, length: Callable[[str], int]) -> None:
        found = document.load()
        self.present = found is not None
        self.schemas: dict[str, Any] = found["components"]["schemas"] if found else lengths.SCHEMAS
        self.paths: dict[str, Any] = found["paths"] if found else {}
        self.length = length
        self.operations = {one["operationId"]: one for _, _, one in self.routes()}

    def routes(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Every verb, path template and operation of the document."""
        for path, verbs in self.paths.items():
            for verb, operation in verbs.items():
                if verb != "parameters":
                    yield verb.upper(), path, operation

    def request(self, operation: str, query: dict[str, str], body: Any) -> list[Problem]:
        """What is wrong with a request."""
        known = self.operations.get(operation)
        if not self.present and operation in lengths.BODIES:
            return self.check(body, lengths.BODIES[operation])
        if known is None:
            return []
        names = {one["name"] for one in known.get("parameters", [])} | newer.QUERY.get(operation, set())
        problems = [Problem((name,), "UNKNOWN", "no such parameter", True) for name in query if name not in names]
        content = known.get("requestBody", {}).get("content", {}).get("application/json")
        if content is not None:
            problems += self.check(body, content["schema"])
        elif body:
            problems.append(Problem((), "UNKNOWN", "takes no body", True))
        return problems

    def answer(self, operation: str, status: int, body: Any) -> list[str]:
        """What is wrong with the answer of the fake."""
        known = self.operations.get(operation)
        if known is None or body is None:
            return []
        content = known["responses"].get(str(status), {}).get("content", {}).get("application/json")
        if content is None:
            return [f"{operation} does not answer {status} with a body"]
        return [f"{operation} answers {problem}" for problem in self.check(body, content["schema"], coerce=False)]

    def check(self, value: Any, schema: dict[str, Any], path: Path = (), *, coerce: bool = True) -> list[Problem]:
        """What is wrong with a value."""
        if "$ref" in schema:
            return self.check(value, self._meant(schema), path, coerce=coerce)
        for word in ("oneOf", "anyOf"):
            if word in schema:
                return self._union(value, schema[word], path, coerce)
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if value is None and "null" in kinds:
            return []
        if coerce and schema.get("format") == "snowflake" and isinstance(value, int):
            value = str(value)
        if kinds and not any(_is(value, kind) for kind in kinds):
            return [_mistyped(value, kinds, path)]
        if "enum" in schema and value not in schema["enum"]:
            return [_choices(path, schema["enum"])]
        return self._sized(value, schema, path) + self._inner(value, schema, path, coerce)

    def _meant(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        return schema

    def _union(self, value: Any, branches: list[dict[str, Any]], path: Path, coerce: bool) -> list[Problem]:
        """The complaints of the branch that the value's `type` names, else of the one that it fits best."""
        consts = [branch["const"] for branch in branches if "const" in branch]
        if consts:
            return [] if value in consts else [_choices(path, consts)]
        if value is None and any(branch.get("type") == "null" for branch in branches):
            return []
        meant = [self._meant(branch) for branch in branches if branch.get("type") != "null"]
        if isinstance(value, dict):
            objects = [branch for branch in meant if "properties" in branch]
            tagged = [branch for branch in objects if _tag(branch) is not None]
            named = [branch for branch in tagged if value.get("type") in (_tag(branch) or [])]
            if tagged and len(tagged) == len(objects) and not named:
                return [_choices((*path, "type"), sorted({one for branch in tagged for one in _tag(branch) or []}))]
            meant = named or meant
        found = [self.check(value, branch, path, coerce=coerce) for branch in meant]
        return min(found, key=lambda problems: _misfit(problems, len(path) + 1))

    def _sized(self, value: Any, schema: dict[str, Any], path: Path) -> list[Problem]:
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                return [Problem(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.', True)]
            if schema.get("format") == "date-time" and not DATE.fullmatch(value):
                return [Problem(path, "DATE_TIME_TYPE_PARSE", f"Could not parse {value}. Should be ISO8601.", True)]
            return _lengthy(self.length(value), schema.get("minLength", 0), schema.get("maxLength"), path)
        if isinstance(value, list):
            if schema.get("uniqueItems") and len({repr(one) for one in value}) < len(value):
                return [Problem(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")]
            return _lengthy(len(value), schema.get("minItems", 0), schema.get("maxItems"), path)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _ranged(value, schema, path)
        return []

    def _inner(self, value: Any, schema: dict[str, Any], path: Path, coerce: bool) -> list[Problem]:
        if isinstance(value, list) and "items" in schema:
            checks = (self.check(one, schema["items"], (*path, n), coerce=coerce) for n, one in enumerate(value))
            return [problem for problems in checks for problem in problems]
        if not isinstance(value, dict) or ("properties" not in schema and "additionalProperties" not in schema):
            return []
        fields, rest = schema.get("properties", {}), schema.get("additionalProperties")
        problems = [
            Problem((*path, name), "BASE_TYPE_REQUIRED", REQUIRED, True)
            for name in schema.get("required", [])
            if name not in value
        ]
        for name, one in value.items():
            if name in fields or isinstance(rest, dict):
                problems += self.check(one, fields.get(name, rest), (*path, name), coerce=coerce)
            elif rest is not True:
                problems.append(Problem((*path, name), "UNKNOWN", "no such field", True))
        return problems


def _misfit(problems: list[Problem], depth: int) -> tuple[int, int, int]:
    """How badly a branch fits: first by the fields of the value itself, then by what is in them."""
    near = sum(len(problem.path) <= depth for problem in problems)
    return near, len(problems), sum(problem.contract for problem in problems)


def _tag(branch: dict[str, Any]) -> list[Any] | None:
    found: list[Any] | None = branch["properties"].get("type", {}).get("enum")
    return found


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind])


def _mistyped(value: Any, kinds: list[str], path: Path) -> Problem:
    wanted = next(kind for kind in kinds if kind != "null")
    if value is None:
        return Problem(path, "BASE_TYPE_REQUIRED", REQUIRED, True)
    if wanted == "object":
        return Problem(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType", True)
    if wanted == "array":
        return Problem(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType", True)
    if wanted == "string":
        return Problem(path, "STRING_TYPE_CONVERT", f"Could not interpret {value!r} as string.", True)
    short = {"integer": "int", "number": "float", "boolean": "boolean"}[wanted]
    return Problem(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not {short}.', True)


def _choices(path: Path, known: list[Any]) -> Problem:
    listed = ", ".join(map(repr, known))
    return Problem(path, "BASE_TYPE_CHOICES", f"Value must be one of ({listed}).", True)


def _lengthy(size: int, least: int, most: int | None, path: Path) -> list[Problem]:
    if least <= size and (most is None or size <= most):
        return []
    if most is None:
        return [Problem(path, "BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")]
    if least:
        return [Problem(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")]
    return [Problem(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")]


def _ranged(value: float, schema: dict[str, Any], path: Path) -> list[Problem]:
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and value < least:
        return [Problem(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {least}.")]
    if most is not None and value > most:
        return [Problem(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")]
    return []
