"""`/doctor`: the same lines as `assent doctor`, of the process that answers."""

from collections.abc import Callable, Mapping, Sequence

from bot import checkup
from bot.admin.words import Words
from bot.bindings import Bindings
from bot.desk import Actor
from bot.people import People
from bot.settings import Settings
from bot.standing import Origins, standings
from bot.tools import ServerStatus
from bot.workflows import Workflows
from channels.base import Channel, Finding
from engine.effects import Effect
from engine.store import Turn

WELL, ILL = "✅", "⚠️"


class HealthCommands:
    """Looks at what this process works with."""

    def __init__(
        self,
        settings: Settings,
        people: People,
        bindings: Bindings,
        channels: Mapping[str, Channel],
        workflows: Workflows,
        servers: Callable[[], Mapping[str, ServerStatus]],
        database: Callable[[], str],
        words: Words,
    ) -> None:
        self._settings = settings
        self._bindings = bindings
        self._channels = channels
        self._workflows = workflows
        self._servers = servers
        self._database = database
        self._words = words
        self._origins = Origins(people, words.locales, words.clock)

    async def doctor(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/doctor`: a line each."""
        stand = list(standings(self._settings, self._bindings.all()))
        places = list(dict.fromkeys(one.place for one in stand))
        trouble = self._database()
        found = [
            Finding("database", "doctor-database", {"detail": trouble}) if trouble else Finding("database"),
            *checkup.workflows({bot: self._workflows.examine(bot) for bot in self._workflows.current}),
            *checkup.servers(self._servers(), checkup.declared(self._settings)),
            *await checkup.channels(list(self._channels.values()), places),
        ]
        spoken = checkup.Spoken(self._words.locales, self._origins, stand)
        return self._words.lines(actor, [spoken.line(one, actor.locale, WELL, ILL) for one in found])
