"""What a request says: each part is read here, or refused by a problem that names what is wrong."""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from channels.web.api.problems import Problem

MOST_BODY_BYTES = 64 * 2**10
LONGEST_NAMED = 100
_BEARER = re.compile(r"[Bb]earer +([A-Za-z0-9_-]{1,200})")
_KEY = re.compile(r"[!-~]{1,255}")

ModelT = TypeVar("ModelT", bound=BaseModel)


def bearer_token(request: web.Request) -> str:
    """The token of a request, which stands in its header and nowhere else; "" for one that cannot be one."""
    given = request.headers.getall("Authorization", [])
    if not given:
        raise Problem("no-token", headers={"WWW-Authenticate": 'Bearer realm="assent"'})
    match = _BEARER.fullmatch(given[0].strip()) if len(given) == 1 else None
    return match[1] if match else ""


def query(request: web.Request, model: type[ModelT]) -> ModelT:
    """What stands behind the question mark, each name once."""
    values: dict[str, str] = {}
    for name, value in request.query.items():
        if name in values:
            raise Problem("bad-query", errors=[f"{_cut(name)}: given twice"])
        values[name] = value
    return _read(model, values, "bad-query")


def idempotency_key(request: web.Request) -> str:
    """The key under which a request may be sent again."""
    given = request.headers.getall("Idempotency-Key", [])
    if len(given) != 1 or not _KEY.fullmatch(given[0]):
        raise Problem("key-missing")
    return given[0]


async def body(request: web.Request, model: type[ModelT]) -> ModelT:
    """The JSON object that was sent."""
    if request.content_type != "application/json":
        raise Problem("not-json")
    try:
        data = json.loads(await _bytes(request), object_pairs_hook=_object, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise Problem("bad-body", errors=[f"this is no JSON that can be read: {_cut(str(error))}"]) from error
    if not isinstance(data, dict):
        raise Problem("bad-body", errors=["this is no object"])
    return _read(model, data, "bad-body")


async def _bytes(request: web.Request) -> bytes:
    if (request.content_length or 0) > MOST_BODY_BYTES:
        raise Problem("too-large")
    found = bytearray()
    async for chunk in request.content.iter_chunked(MOST_BODY_BYTES):
        found += chunk
        if len(found) > MOST_BODY_BYTES:
            raise Problem("too-large")
    return bytes(found)


def _read(model: type[ModelT], data: Any, code: str) -> ModelT:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise Problem(code, errors=list(_wrong(error))) from error


def _wrong(error: ValidationError) -> Sequence[str]:
    """A line for each thing that is wrong; what was given is not repeated, only its name."""
    found = []
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        name = _cut(".".join(str(part) for part in each["loc"]))
        found.append(f"{name}: {'unknown' if each['type'] == 'extra_forbidden' else each['msg']}")
    return found[:20]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def _refused(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _cut(text: str) -> str:
    return text.encode(errors="replace").decode()[:LONGEST_NAMED]
