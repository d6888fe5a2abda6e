"""Requests and answers held against the Bot API's document."""

import json
import re
from typing import Any

from tests.fakes.telegram import document

ARRAY = "Array of "
# Without the document the strings of a form cannot be told from numbers but by their name.
NUMBERS = {"offset", "limit", "timeout", "cache_time", "max_connections", "icon_color", "duration"}
NOT_NUMBERS = {"callback_query_id", "file_id", "business_connection_id", "icon_custom_emoji_id"}
WORDS = {"text", "caption", "name", "description", "short_description", "title", "secret_token"}
FIXED = re.compile(r"(?:always|must be) [\"“]?(\w+)[\"”]?")


class Schema:
    """`present` says whether there is a document to check against."""

    def __init__(self) -> None:
        found = document.load()
        self.present = found is not None
        self.methods: dict[str, Any] = found["methods"] if found else {}
        self.types: dict[str, Any] = found["types"] if found else {}
        self.spelled = {name.lower(): name for name in self.methods}

    def spelling(self, method: str) -> str:
        """Method names are case-insensitive."""
        return self.spelled.get(method.lower(), method)

    def request(self, method: str, raw: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """Parameters as their types say, and what is wrong with them."""
        if not self.present:
            return {name: _guessed(name, value) for name, value in raw.items()}, []
        if method not in self.methods:
            return dict(raw), [f"{method}: no such method"]
        fields = {field["name"]: field for field in self.methods[method].get("fields", [])}
        params: dict[str, Any] = {}
        problems = [f"{method}: no parameter {name!r}" for name in raw if name not in fields]
        for name, field in fields.items():
            if name in raw:
                params[name] = decoded(raw[name], field["types"])
                problems += self.value(params[name], field["types"], f"{method}.{name}")
            elif field["required"]:
                problems.append(f"{method}: {name!r} is required")
        return params, problems

    def answer(self, method: str, result: Any) -> list[str]:
        """What is wrong with a method's result."""
        return self.value(result, self.methods[method]["returns"], method) if method in self.methods else []

    def value(self, value: Any, types: list[str], where: str) -> list[str]:
        """What is wrong with a value that may be any of the types: the shortest list of complaints."""
        if not self.present:
            return []
        found = [self._one(value, name, where) for name in types]
        return min(found, key=lambda problems: (len(problems), -max(map(len, problems), default=0)))

    def _one(self, value: Any, kind: str, where: str) -> list[str]:
        if kind.startswith(ARRAY):
            if not isinstance(value, list):
                return [f"{where}: not a list"]
            inner = [kind.removeprefix(ARRAY)]
            return [fault for n, item in enumerate(value) for fault in self.value(item, inner, f"{where}[{n}]")]
        plain = _plain(value, kind)
        if plain is not None:
            return [] if plain else [f"{where}: {value!r} is not {kind}"]
        described = self.types.get(kind)
        if described is None:
            return [f"{where}: unknown type {kind}"]
        if subtypes := described.get("subtypes"):
            return self.value(value, subtypes, where)
        if kind == "InputFile":
            return [] if isinstance(value, str) and value.startswith("attach://") else [f"{where}: not a file"]
        return self._object(value, described.get("fields", []), where)

    def _object(self, value: Any, fields: list[dict[str, Any]], where: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is not an object"]
        names = {field["name"]: field for field in fields}
        problems = [f"{where}: no field {name!r}" for name in value if name not in names]
        for name, field in names.items():
            if name in value:
                problems += self.value(value[name], field["types"], f"{where}.{name}")
                fixed = FIXED.search(field.get("description", "")) if name in ("type", "status", "source") else None
                if fixed and value[name] != fixed[1]:
                    problems += [f"{where}.{name}: {value[name]!r} is not {fixed[1]!r}"] * 3
            elif field["required"]:
                problems.append(f"{where}: {name!r} is missing")
        return problems


def _plain(value: Any, kind: str) -> bool | None:
    """Whether a value is of a simple type; None if the type is none."""
    match kind:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean" | "True":
            return isinstance(value, bool)
        case "String":
            return isinstance(value, str)
    return None


def decoded(value: Any, types: list[str]) -> Any:
    """A form's string as the value that it stands for; JSON's values stay, but a string may hold JSON."""
    if not isinstance(value, str):
        return value
    if "Integer" in types and re.fullmatch(r"-?\d+", value):
        return int(value)
    if "Boolean" in types and value.lower() in ("true", "false", "1", "0", "yes", "no"):
        return value.lower() in ("true", "1", "yes")
    if "String" in types or "InputFile" in types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _guessed(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in WORDS:
        return value
    number = name in NUMBERS or (name.endswith("_id") and name not in NOT_NUMBERS)
    if number and re.fullmatch(r"-?\d+", value):
        return int(value)
    if value in ("true", "false"):
        return value == "true"
    return json.loads(value) if value[:1] in ("[", "{") else value
