"""The webhooks' part of the composition: who sets them up, and the two sweeps by which they are told."""

from collections.abc import Callable
from typing import NamedTuple

from bot.people import People
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.webhooks.calling import Calling, Spawn
from bot.webhooks.hooks import Hooks
from bot.webhooks.signing import Sealing
from bot.webhooks.telling import Telling
from channels.web.outgoing import Outgoing, Reach
from engine.ports import Clock
from storage.following import Following
from storage.opening import ForPrograms


class Webhooks(NamedTuple):
    """The addresses, what follows the record for them, and what calls them."""

    hooks: Hooks
    telling: Telling
    calling: Calling

    async def sweep(self) -> None:
        """See what happened, and make the calls that are due."""
        await self.telling.sweep()
        await self.calling.sweep()


def opened(
    settings: Settings,
    programs: ForPrograms,
    following: Following,
    people: People,
    secrets: InstanceSecrets,
    clock: Clock,
    address: Callable[[], str],
    spawn: Spawn,
    wake_outbox: Callable[[], None],
) -> Webhooks:
    """The webhooks of a process; `address` is where the dashboard is found."""
    reach = Reach.of(settings.web.webhooks_to, settings.web.playground)
    sealing, calls = Sealing(secrets), programs.calls
    hooks = Hooks(programs.webhooks, calls, reach, sealing, clock, secrets.new_id, settings.bots)
    telling = Telling(following, programs.webhooks, calls, clock, lambda handoff: f"{address()}/handoffs/{handoff}")
    calling = Calling(calls, Outgoing(reach), sealing, clock, spawn, people.all_operator_places, wake_outbox)
    return Webhooks(hooks, telling, calling)
