"""A request's body: JSON, or multipart with `payload_json` and `files[n]` ("Uploading Files")."""

from __future__ import annotations

import json
import re
from typing import Any

from aiohttp import web

from tests.fakes.discord import errors
from tests.fakes.discord.files import Upload

FILE = re.compile(r"files?\[(\d+)\]")


async def decoded(request: web.Request) -> tuple[Any, list[Upload]]:
    """The body and the files."""
    if not request.can_read_body:
        return None, []
    if request.content_type.startswith("multipart/"):
        return await _multipart(request)
    text = await request.text()
    if not text:
        return None, []
    if request.content_type != "application/json":
        raise errors.wrong(code="CONTENT_TYPE_INVALID", message=_expected(request))
    return _json(text), []


def _expected(request: web.Request) -> str:
    kinds = "application/json, application/x-www-form-urlencoded, multipart/form-data"
    return f'Expected "Content-Type" header to be one of {{{kinds}}}, got {request.content_type}.'


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise errors.MALFORMED from None


async def _multipart(request: web.Request) -> tuple[Any, list[Upload]]:
    body: Any = {}
    files: list[Upload] = []
    for name, value in (await request.post()).items():
        found = FILE.fullmatch(name)
        if isinstance(value, web.FileField):
            files.append(Upload(value.filename, value.file.read(), found[1] if found else name))
        elif name == "payload_json":
            body = _json(value if isinstance(value, str) else bytes(value).decode())
    return body, files
