"""What all pages of the dashboard have in common: the layout, the words, the style, the script, the headers."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from channels.web.dashboard.base import Say, Viewer
from channels.web.requests import storable

HERE = Path(__file__).parent
STATIC = HERE / "static"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_TOLD = "assent-told"
_TOLD_SECONDS = 60
LONGEST_TOLD = 1500
MOST_COOKIE_BYTES = 3800

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    # With `no-referrer`, browsers would send our own forms with the origin `null`.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}

SECTIONS: Sequence[tuple[str, str, bool]] = (
    ("queue", "/", False),
    ("runs", "/runs", True),
    ("workflows", "/workflows", True),
    ("stats", "/stats", False),
    ("audit", "/audit", True),
    ("account", "/account", False),
)
"""The sections by their names, where each begins, and whether it is for operators only."""


class Frame:
    """Fills templates for a reader. Templates have `t` for words, `viewer`, `section` and whatever is given."""

    def __init__(self, say: Say, locales: Sequence[str], has_playground: bool = False, is_secure: bool = False) -> None:
        """`is_secure` says that browsers speak TLS to whatever stands before us: then cookies go no other way."""
        self._say = say
        self._is_secure = is_secure
        self.locales = locales
        self.has_playground = has_playground
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._files = {file.name: file.read_bytes() for file in STATIC.iterdir() if file.suffix in _TYPES}
        self._names = {name: f"{name}?{_digest(content)}" for name, content in self._files.items()}

    def mount(self, app: web.Application) -> None:
        """Serve the style and the script."""
        for name in self._files:
            app.router.add_get(f"/static/{name}", self._static)

    def say(self, locale: str, message_id: str, **args: Any) -> str:
        """A message in the reader's language."""
        return self._say(locale, message_id, **args)

    def page(
        self,
        viewer: Viewer | None,
        template: str,
        *,
        request: web.Request,
        csrf: str = "",
        section: str = "",
        status: int = 200,
        locale: str = "",
        **values: Any,
    ) -> web.Response:
        """A page: `templates/<template>.html` with these values."""
        locale = viewer.locale if viewer else locale or self.wished(request)

        def words(message_id: str, **args: Any) -> str:
            return self._say(locale, message_id, **args)

        text = self._templates.get_template(f"{template}.html").render(
            t=words,
            viewer=viewer,
            locale=locale,
            section=section,
            sections=[(name, path) for name, path, only in SECTIONS if viewer and (viewer.is_operator or not only)],
            static=self._names,
            csrf=csrf,
            told=_read_told(request),
            here=request.path_qs,
            **values,
        )
        response = web.Response(status=status, text=text, content_type="text/html", headers=HEADERS)
        if _TOLD in request.cookies:
            response.del_cookie(_TOLD, path="/")
        return response

    def back(self, where: str, told: str = "", alert: bool = False) -> web.Response:
        """Go on at an address of ours, where it is said what was done."""
        response = web.Response(status=303, headers={**HEADERS, "Location": where})
        if told:
            self.remember(response, _TOLD, _written_told(told, alert), _TOLD_SECONDS)
        return response

    def remember(self, response: web.Response, name: str, value: str, seconds: int) -> None:
        """Have the browser keep something short for a while, out of reach of scripts and other sites."""
        response.set_cookie(
            name, value, max_age=seconds, httponly=True, secure=self._is_secure, samesite="Lax", path="/"
        )

    def wished(self, request: web.Request) -> str:
        """The first language that the browser names and we have, for pages that know no reader."""
        tags = (tag.partition(";")[0].strip() for tag in request.headers.get("Accept-Language", "").split(","))
        return next((known for tag in tags for known in (tag, tag.partition("-")[0]) if known in self.locales), "")

    async def _static(self, request: web.Request) -> web.Response:
        name = request.path.rpartition("/")[2]
        cached = {"Cache-Control": "public, max-age=31536000, immutable" if request.query_string else "no-cache"}
        return web.Response(
            body=self._files[name], content_type=_TYPES[Path(name).suffix], charset="utf-8", headers=cached
        )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def _written_told(told: str, alert: bool) -> str:
    """What was said, as a cookie that browsers keep: they drop a longer one in silence."""
    text = told[:LONGEST_TOLD]
    while True:
        whole = json.dumps({"text": text, "alert": alert}, ensure_ascii=False).encode(errors="replace")
        if len(value := base64.urlsafe_b64encode(whole).decode()) <= MOST_COOKIE_BYTES:
            return value
        text = text[: len(text) * 3 // 4]


def _read_told(request: web.Request) -> Mapping[str, Any] | None:
    """What was said at the last step, if it can be read: only we set this cookie, and it is shown as plain text."""
    try:
        told = json.loads(base64.urlsafe_b64decode(request.cookies.get(_TOLD, "")))
        return {"text": storable(str(told["text"]))[:LONGEST_TOLD], "alert": bool(told["alert"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
