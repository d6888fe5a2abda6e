"""`/notify`: on which of their own channels somebody hears of their teams' requests."""

from collections.abc import Callable, Sequence

from bot.admin.words import Words
from bot.desk import Actor
from bot.people import People
from bot.ties import Ties
from engine.effects import Effect
from engine.ids import PersonId
from engine.store import Turn


class ChannelCommands:
    """Puts channels to silence, and never the last one."""

    def __init__(self, people: People, ties: Ties, words: Words, ring: Callable[[], None]) -> None:
        self._people = people
        self._ties = ties
        self._words = words
        self._ring = ring

    async def notify(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/notify` lists one's channels, `/notify CHANNEL on|off` changes one."""
        person = self._people.person(actor.account)
        if person is None:
            return self._words.say(actor, "personal-only-configured", command="/notify")
        channel, _, wish = argument.strip().casefold().partition(" ")
        if not channel:
            return self._words.lines(actor, self._listed(actor, person))
        if channel not in self._people.hearing.channels(person):
            return self._words.say(actor, "personal-notify-unknown", channel=channel[:40])
        if wish.strip() in self._words.text(actor, "personal-words-on").split():
            await self._ties.unmute(person, channel, actor.account, self._words.clock.now())
            self._ring()
            return self._words.say(actor, "personal-notify-on", channel=channel)
        if wish.strip() in self._words.text(actor, "personal-words-off").split():
            return await self._mute(actor, person, channel)
        return self._words.say(actor, "personal-notify-usage")

    async def _mute(self, actor: Actor, person: PersonId, channel: str) -> Sequence[Effect]:
        missed = self._people.teams_missed(person, channel)
        if missed:
            teams = ", ".join(map(self._people.team_name, missed))
            return self._words.say(actor, "personal-notify-last", channel=channel, teams=teams)
        await self._ties.mute(person, channel, actor.account, self._words.clock.now())
        self._ring()
        return self._words.say(actor, "personal-notify-off", channel=channel)

    def _listed(self, actor: Actor, person: PersonId) -> Sequence[str]:
        hearing = self._people.hearing
        states = [
            (channel, "muted" if hearing.is_muted(person, channel) else "heard") for channel in hearing.channels(person)
        ]
        lines = [self._words.text(actor, f"personal-channel-{state}", channel=channel) for channel, state in states]
        return [self._words.text(actor, "personal-notify"), *lines, self._words.text(actor, "personal-notify-usage")]
