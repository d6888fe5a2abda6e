"""The pages before the door: a link is shown first and used by a button; by mail there is a new one."""

import time
from collections import OrderedDict
from typing import Any

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit, local, posted
from channels.web.requests import storable

LONGEST_AGENT = 200
MOST_BYTES = 16 * 2**10
"""The largest form that is read of somebody who is not known yet."""
_WANTED, _WANTED_SECONDS = "assent-next", 600
TRIES, SECONDS = 30, 60.0
"""How often one address may try to come in within so many seconds."""
MOST_ADDRESSES = 10_000


class Tries:
    """Counts tries by where they come from, over the last while."""

    def __init__(self, most: int = TRIES, within: float = SECONDS) -> None:
        self._most = most
        self._within = within
        self._since: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def too_many(self, who: str) -> bool:
        """Count one more; whether that is too many."""
        now = time.monotonic()
        since, count = self._since.pop(who, (now, 0))
        if now - since >= self._within:
            since, count = now, 0
        self._since[who] = since, count + 1
        if len(self._since) > MOST_ADDRESSES:
            self._since.popitem(last=False)
        return count >= self._most


class SigningIn:
    """Sign-in, sign-out, and the list of one's sessions."""

    def __init__(self, door: Door, mails: bool) -> None:
        """`mails` says whether links can be had by mail."""
        self._door = door
        self._frame = door.frame
        self._mails = mails
        self._tries = Tries()

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/sign-in", self._ask)
        app.router.add_post("/sign-in", self._mail)
        app.router.add_get("/sign-in/{token}", self._offer)
        app.router.add_post("/sign-in/{token}", self._enter)
        app.router.add_get("/account", self._door.seen(self._account))
        app.router.add_post("/account/end", self._door.done(self._end))
        app.router.add_post("/sign-out", self._door.done(self._leave))

    async def _ask(self, request: web.Request) -> web.Response:
        """Where somebody wanted to go is kept: the link that signs them in does not know it."""
        response, wanted = self._page(request, "sign_in"), local(request.query.get("next", "/"))
        if wanted != "/":
            self._frame.remember(response, _WANTED, wanted, _WANTED_SECONDS)
        return response

    async def _mail(self, request: web.Request) -> web.Response:
        """The answer is the same whosever the address is; who asks for others' links keeps nobody from their own."""
        form = await _form(request)
        address = str(form.get("address", "")).strip()[:254]
        if refusal := self._refusal(request, address.casefold()):
            return refusal
        if self._mails and "@" in address:
            await self._door.sessions.mail_link(address, self._frame.wished(request))
        return self._page(request, "sign_in", sent=address)

    async def _offer(self, request: web.Request) -> web.Response:
        """A link that is only looked at, by whatever program, stays good."""
        name = await self._door.sessions.invited(request.match_info["token"])
        if name is None:
            return self._page(request, "sign_in", status=410, is_old=True)
        return self._page(request, "enter", name=name, next=local(request.cookies.get(_WANTED, "/")))

    async def _enter(self, request: web.Request) -> web.Response:
        """Only links that are none count as tries: nobody can keep out whoever has one, behind the same proxy say."""
        agent = storable(request.headers.get("User-Agent", ""))[:LONGEST_AGENT]
        where = local(str((await _form(request)).get("next", "/")))  # what cannot be read uses no link up
        signed_in = await self._door.sessions.sign_in(request.match_info["token"], agent)
        if signed_in is None:
            return self._refusal(request) or self._page(request, "sign_in", status=410, is_old=True)
        return self._door.let_in(request, signed_in, where)

    async def _account(self, visit: Visit) -> web.Response:
        return visit.page("account", "account", sessions=await self._door.sessions.listed(visit.viewer))

    async def _end(self, visit: Visit, form: Form) -> web.Response:
        await self._door.sessions.end(visit.viewer, str(form.get("id", "")))
        return visit.back("/account", visit.say("dash-session-ended"))

    async def _leave(self, visit: Visit, form: Form) -> web.Response:
        await self._door.sessions.end(visit.viewer, visit.viewer.session)
        return self._door.let_out(visit.request, visit.say("dash-signed-out"))

    def _refusal(self, request: web.Request, about: str = "") -> web.Response | None:
        if not self._tries.too_many(f"{request.remote} {about}"):
            return None
        title = self._frame.say(self._frame.wished(request), "dash-too-many")
        return self._frame.page(None, "message", request=request, status=429, title=title)

    def _page(self, request: web.Request, template: str, status: int = 200, **values: Any) -> web.Response:
        known = {"sent": "", "is_old": False, "mails": self._mails, "has_playground": self._frame.has_playground}
        return self._frame.page(None, template, request=request, status=status, **{**known, **values})


async def _form(request: web.Request) -> Form:
    try:
        return await posted(request, MOST_BYTES)
    except ValueError:
        raise web.HTTPBadRequest from None
