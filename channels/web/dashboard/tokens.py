"""The page where people make keys for their programs, and take them back."""

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.tokens_views import KeysOfViewer, KeyWish

LONGEST_NAME = 100
NEVER = "never"
CHOICES = ("30", "90", "365", NEVER)


class TokenPages:
    """A key is shown on the page that answers its making, and nowhere else: no cookie holds it."""

    def __init__(self, door: Door, keys: KeysOfViewer) -> None:
        self._door = door
        self._keys = keys

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/account/tokens", self._door.seen(self._show))
        app.router.add_post("/account/tokens", self._door.done(self._make))
        app.router.add_post("/account/tokens/end", self._door.done(self._end))

    async def _show(self, visit: Visit) -> web.Response:
        return await self._page(visit)

    async def _make(self, visit: Visit, form: Form) -> web.Response:
        name = " ".join(str(form.get("name", "")).split())[:LONGEST_NAME]
        scopes = tuple(str(scope) for scope in form.getall("scope", []))
        chosen = str(form.get("days", ""))
        if not name or chosen not in CHOICES:
            return await self._page(visit, refusal=visit.say("dash-tokens-incomplete"), name=name)
        days = None if chosen == NEVER else int(chosen)
        made = await self._keys.make(visit.viewer, KeyWish(name, scopes, days))
        if made.refusal:
            return await self._page(visit, refusal=made.refusal, name=name)
        return await self._page(visit, token=made.token)

    async def _end(self, visit: Visit, form: Form) -> web.Response:
        if not await self._keys.end(visit.viewer, str(form.get("id", ""))):
            return visit.missing()
        return visit.back("/account/tokens", visit.say("dash-tokens-ended"))

    async def _page(self, visit: Visit, token: str = "", refusal: str = "", name: str = "") -> web.Response:
        return visit.page(
            "tokens", "account", status=422 if refusal else 200, token=token, refusal=refusal, name=name,
            keys=await self._keys.listed(visit.viewer), scopes=self._keys.scopes(visit.viewer), choices=CHOICES,
        )  # fmt: skip
