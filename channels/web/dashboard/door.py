"""The door of the dashboard: whoever has a session comes in, everybody else is led to where one begins."""

import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web
from multidict import MultiDict, MultiDictProxy

from channels.web.dashboard.base import Sessions, SignedIn, Viewer
from channels.web.dashboard.frame import Frame
from channels.web.requests import storable

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Form = MultiDictProxy[str | bytes | bytearray | web.FileField]
Show = Callable[["Visit"], Awaitable[web.StreamResponse]]
Act = Callable[["Visit", Form], Awaitable[web.StreamResponse]]

_COOKIE = "assent"
_LOCAL = re.compile(r"/[A-Za-z0-9_.~/-]*(?:\?[A-Za-z0-9_.~!$'()*+,;:@/?%=&-]*)?")


class Visit:
    """One request of somebody who is signed in."""

    def __init__(self, request: web.Request, viewer: Viewer, csrf: str, frame: Frame) -> None:
        self.request = request
        self.viewer = viewer
        self._csrf = csrf
        self._frame = frame

    @property
    def part(self) -> "dict[str, str]":
        """What the address holds at its named places."""
        return dict(self.request.match_info)

    @property
    def query(self) -> "dict[str, str]":
        """What stands behind the question mark, the first of each name."""
        return {name: self.request.query[name] for name in self.request.query}

    def say(self, message_id: str, **args: Any) -> str:
        """A message in the viewer's language."""
        return self._frame.say(self.viewer.locale, message_id, **args)

    def page(self, template: str, section: str = "", status: int = 200, **values: Any) -> web.Response:
        """A page for this viewer."""
        return self._frame.page(
            self.viewer, template, request=self.request, csrf=self._csrf, section=section, status=status, **values
        )

    def back(self, where: str, told: str = "", alert: bool = False) -> web.Response:
        """Go on at an address of ours, where it is said what was done."""
        return self._frame.back(where, told, alert)

    def missing(self) -> web.Response:
        """There is no such thing, or none that this viewer may see: both look the same."""
        return self.page("message", status=404, title=self.say("dash-missing"))


class Door:
    """Knows who is at the door by a cookie, and that a form came from a page of theirs."""

    def __init__(self, sessions: Sessions, frame: Frame, public_url: str, now: Callable[[], datetime]) -> None:
        self.sessions = sessions
        self.frame = frame
        self._public = urlsplit(public_url)
        self._now = now

    def seen(self, show: Show, operators: bool = False) -> Handler:
        """A handler of what is looked at; by it nothing is decided."""

        async def handler(request: web.Request) -> web.StreamResponse:
            visit = await self._visit(request)
            if visit is None:
                return self.frame.back(f"/sign-in?next={quote(request.path_qs, safe='')}")
            return await self._refusal(visit, operators) or await show(visit)

        return handler

    def done(self, act: Act, operators: bool = False) -> Handler:
        """A handler of what is done by a form of ours."""

        async def handler(request: web.Request) -> web.StreamResponse:
            visit = await self._visit(request)
            if visit is None:
                return self.frame.back("/sign-in", self.frame.say(self.frame.wished(request), "dash-signed-out"), True)
            if refusal := await self._refusal(visit, operators):
                return refusal
            try:
                form = await posted(request)
            except web.HTTPRequestEntityTooLarge:
                return visit.page("message", status=413, title=visit.say("dash-talk-large"))
            except ValueError:
                return visit.page("message", status=400, title=visit.say("dash-form-old"))
            given = form.get("csrf", "")
            if not isinstance(given, str) or not hmac.compare_digest(given.encode(), self._csrf(request).encode()):
                return visit.page("message", status=403, title=visit.say("dash-form-old"))
            return await act(visit, form)

        return handler

    async def _visit(self, request: web.Request) -> Visit | None:
        cookie = request.cookies.get(self.cookie_name(request), "")
        viewer = await self.sessions.viewer(cookie) if cookie else None
        return Visit(request, viewer, self._csrf(request), self.frame) if viewer else None

    async def _refusal(self, visit: Visit, operators: bool) -> web.Response | None:
        if not operators or visit.viewer.is_operator:
            return None
        await self.sessions.refused(visit.viewer, visit.request.path)
        return visit.page("message", status=403, title=visit.say("dash-operators-only"))

    def _csrf(self, request: web.Request) -> str:
        """What only pages of this session know: other sites can send its cookie, and cannot read it."""
        return csrf_of(request.cookies.get(self.cookie_name(request), ""))

    def let_in(self, request: web.Request, signed_in: SignedIn, where: str) -> web.Response:
        """Give the cookie out, and go on."""
        response = self.frame.back(where)
        secure = self.is_secure(request)
        seconds = max(0, int((signed_in.ends_at - self._now()).total_seconds()))
        response.set_cookie(
            self.cookie_name(request), signed_in.cookie, max_age=seconds, httponly=True, secure=secure, samesite="Lax",
            path="/",
        )  # fmt: skip
        return response

    def let_out(self, request: web.Request, told: str) -> web.Response:
        """Take the cookie back."""
        response = self.frame.back("/sign-in", told)
        response.del_cookie(self.cookie_name(request), path="/", secure=self.is_secure(request), samesite="Lax")
        return response

    def cookie_name(self, request: web.Request) -> str:
        """The session's cookie; over TLS no other host can have set it."""
        return f"__Host-{_COOKIE}" if self.is_secure(request) else _COOKIE

    def is_secure(self, request: web.Request) -> bool:
        """Whether the browser speaks TLS to whatever stands before us."""
        return self._public.scheme == "https" and request.host.lower() == self._public.netloc.lower()


async def posted(request: web.Request, most: int = 0) -> Form:
    """The form that was sent, its texts as every database keeps them; with `most`, one of no more bytes.

    Raises ValueError for what is none, and HTTPRequestEntityTooLarge.
    """
    try:
        form = await (request.clone(client_max_size=most) if most else request).post()
    except LookupError as error:
        raise ValueError("it is spelled in no encoding that is known") from error
    kept = ((storable(name), storable(value) if isinstance(value, str) else value) for name, value in form.items())
    return MultiDictProxy(MultiDict(kept))


def csrf_of(cookie: str) -> str:
    """The value that a session's forms hold."""
    return hmac.new(cookie.encode(), b"assent form", hashlib.sha256).hexdigest()


def local(where: str) -> str:
    """An address of ours, or the first page: nobody is led away from here."""
    return where if _LOCAL.fullmatch(where) and "//" not in where.partition("?")[0] else "/"
