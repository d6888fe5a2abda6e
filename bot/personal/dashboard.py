"""`/dashboard`: a one-time link to the web page of the desk."""

from collections.abc import Sequence

from bot.admin.words import Words
from bot.dashboard.sessions import MINUTES, DashboardSessions
from bot.desk import Actor
from bot.people import People
from bot.settings_channels import PLAY, platform_of
from engine.effects import Effect
from engine.store import Turn


class DashboardCommand:
    """Whoever else reads a link could use it: it is told to nobody but the one who asks."""

    def __init__(self, sessions: DashboardSessions, people: People, words: Words) -> None:
        self._sessions = sessions
        self._people = people
        self._words = words

    async def dashboard(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """Answer with a new link, in private; on the page of the playground everybody is everybody anyhow."""
        person = self._people.person(actor.account)
        if person is None:
            return self._words.say(actor, "personal-only-configured", command="/dashboard")
        if not actor.is_private and platform_of(actor.place) != PLAY:
            return self._words.say(actor, "dashboard-in-private")
        if not (link := await self._sessions.link(person, actor)):
            return self._words.say(actor, "dashboard-none")
        return self._words.say(actor, "dashboard-link", link=link, minutes=MINUTES)
