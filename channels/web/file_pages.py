"""The HTTP of files: uploading one, and getting it back so that nothing in it can run."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from aiohttp import web

from channels.base import Gone
from channels.board import BoardFile
from channels.views import Content
from channels.web.files import MOST_FILE_BYTES, UNKNOWN_TYPE, Files, file_json, image_type
from channels.web.guard import refusal
from channels.web.requests import Refused, message_id

POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Of a file that a browser is made to open by itself: it may load nothing and run nothing."""


async def uploaded(request: web.Request, files: Files) -> Mapping[str, Any]:
    """Keep the body of a request as a file, once per `id`; `name` is what it was called."""
    key = message_id(request.query.get("id"))
    try:
        data = await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise Refused(413, "play-error-file-large") from error
    if len(data) > MOST_FILE_BYTES:
        raise Refused(413, "play-error-file-large")
    if not data:
        raise Refused(400, "play-error-file-empty")
    content = Content(request.query.get("name", ""), request.content_type, data)
    return file_json(await files.keep(f"upload/{key}", content))


async def served(request: web.Request, files: Files) -> web.Response:
    """A file by its id: an image as such, anything else only to be saved."""
    try:
        return _response(await files.find(request.match_info["id"]))
    except Gone as gone:
        return refusal(404, str(gone))


def _response(file: BoardFile) -> web.Response:
    image = image_type(file.data)
    headers = {
        "Content-Disposition": _disposition("inline" if image else "attachment", file.name),
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=file.data, content_type=image or UNKNOWN_TYPE, headers=headers)


def _disposition(how: str, name: str) -> str:
    plain = "".join(letter if letter.isascii() and letter not in '"\\%;' else "_" for letter in name)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
