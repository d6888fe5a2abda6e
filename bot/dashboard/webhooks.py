"""Webhooks on the dashboard, for operators."""

from collections.abc import Sequence

from bot.dashboard.readers import Readers
from bot.people import People
from bot.webhooks.hooks import Hooks, Unfit
from bot.webhooks.telling import EVENTS
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.webhooks_views import CallListed, HookListed, HookWish, Secret
from engine.ids import BotId
from storage.webhook_calls import Told


class DashboardWebhooks:
    """`channels.web.dashboard.webhooks_views.WebhooksOfHouse`."""

    events: Sequence[str] = EVENTS

    def __init__(self, hooks: Hooks, people: People, readers: Readers) -> None:
        self._hooks = hooks
        self._people = people
        self._readers = readers

    def bots(self) -> Sequence[tuple[str, str]]:
        """The bots by their ids and names."""
        return [(bot, self._people.bot_name(BotId(bot))) for bot in self._hooks.bots]

    async def listed(self, viewer: Viewer) -> Sequence[HookListed]:
        """Every address, the newest first."""
        return [
            HookListed(
                hook.id, hook.url, hook.events, hook.bot, self._people.known_name(hook.person),
                self._readers.moment(viewer, hook.at),
                [self._call(viewer, told) for told in await self._hooks.told(hook.id)],
            )
            for hook in await self._hooks.all()
        ]  # fmt: skip

    async def add(self, viewer: Viewer, wish: HookWish) -> Secret:
        """Set an address up."""
        try:
            return Secret(await self._hooks.add(viewer.person, self._who(viewer), wish.url, wish.events, wish.bot))
        except Unfit as unfit:
            return Secret(refusal=self._readers.text(viewer, f"dash-webhooks-unfit-{unfit.why}"))

    async def renew(self, viewer: Viewer, id: str) -> Secret:
        """Give an address another secret."""
        return Secret(await self._hooks.renew(id, self._who(viewer)))

    async def end(self, viewer: Viewer, id: str) -> bool:
        """Remove an address."""
        return await self._hooks.end(id, self._who(viewer))

    async def ping(self, viewer: Viewer, id: str) -> bool:
        """Try whether it listens."""
        return await self._hooks.ping(id)

    async def again(self, viewer: Viewer, id: str, call: int) -> bool:
        """Make a call once more."""
        return await self._hooks.again(id, call)

    def _who(self, viewer: Viewer) -> str:
        return self._readers.actor(viewer).account

    def _call(self, viewer: Viewer, told: Told) -> CallListed:
        say = self._readers.text
        outcome = told.detail
        if outcome and not outcome.isdecimal():
            outcome = say(viewer, f"dash-webhooks-why-{outcome}")
        status = say(viewer, f"dash-webhooks-state-{told.state}")
        at = self._readers.moment(viewer, told.due_at)
        return CallListed(told.id, told.event, told.state, status, outcome, told.attempts, at)
