"""The page where operators set up which addresses are told of requests, and see what became of that."""

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.webhooks_views import HookWish, Secret, WebhooksOfHouse

WHERE = "/account/webhooks"
_LONGEST_NUMBER = 18


class WebhookPages:
    """A secret is shown on the page that answers its making, and nowhere else."""

    def __init__(self, door: Door, hooks: WebhooksOfHouse) -> None:
        self._door = door
        self._hooks = hooks

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get(WHERE, self._door.seen(self._show, operators=True))
        app.router.add_post(WHERE, self._door.done(self._add, operators=True))
        for name, act in (("renew", self._renew), ("end", self._end), ("ping", self._ping), ("again", self._again)):
            app.router.add_post(f"{WHERE}/{name}", self._door.done(act, operators=True))

    async def _show(self, visit: Visit) -> web.Response:
        return await self._page(visit, Secret())

    async def _add(self, visit: Visit, form: Form) -> web.Response:
        events = tuple(str(event) for event in form.getall("event", []))
        wish = HookWish(str(form.get("url", "")).strip(), events, str(form.get("bot", "")))
        return await self._page(visit, await self._hooks.add(visit.viewer, wish), wish.url)

    async def _renew(self, visit: Visit, form: Form) -> web.Response:
        secret = await self._hooks.renew(visit.viewer, _id(form))
        return await self._page(visit, secret) if secret.text else visit.missing()

    async def _end(self, visit: Visit, form: Form) -> web.Response:
        done = await self._hooks.end(visit.viewer, _id(form))
        return visit.back(WHERE, visit.say("dash-webhooks-ended")) if done else visit.missing()

    async def _ping(self, visit: Visit, form: Form) -> web.Response:
        done = await self._hooks.ping(visit.viewer, _id(form))
        return visit.back(WHERE, visit.say("dash-webhooks-pinged")) if done else visit.missing()

    async def _again(self, visit: Visit, form: Form) -> web.Response:
        call = str(form.get("call", ""))
        is_number = call.isascii() and call.isdecimal() and len(call) <= _LONGEST_NUMBER
        done = is_number and await self._hooks.again(visit.viewer, _id(form), int(call))
        return visit.back(WHERE, visit.say("dash-webhooks-again-done")) if done else visit.missing()

    async def _page(self, visit: Visit, secret: Secret, url: str = "") -> web.Response:
        return visit.page(
            "webhooks", "account", status=422 if secret.refusal else 200, secret=secret.text, refusal=secret.refusal,
            url=url if secret.refusal else "", events=self._hooks.events, bots=self._hooks.bots(),
            hooks=await self._hooks.listed(visit.viewer),
        )  # fmt: skip


def _id(form: Form) -> str:
    id = str(form.get("id", ""))
    return id if id.isascii() and id.isalnum() else ""
