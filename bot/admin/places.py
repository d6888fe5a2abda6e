"""`/bind` and `/unbind`: which places get a team's cards, and whether they really can."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot import checkup
from bot.admin.codes import LIFE, TRIES, new_code, read_code
from bot.admin.words import Words
from bot.bindings import Bindings
from bot.desk import Actor, Desk
from bot.people import People
from bot.samples import Samples
from bot.settings import Settings
from channels.base import Channel, ChannelError
from engine.effects import Effect, Message
from engine.ports import Secrets
from engine.store import Turn
from storage.bindings import Attempt, Code, Outcome, Redeemed

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds for the test card and the look at our rights; what takes longer is looked at by /doctor."""


class PlaceCommands:
    """Ties places to teams."""

    def __init__(
        self,
        settings: Settings,
        people: People,
        bindings: Bindings,
        channels: Mapping[str, Channel],
        secrets: Secrets,
        samples: Samples,
        desk: Desk,
        words: Words,
        ring: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._people = people
        self._bindings = bindings
        self._channels = channels
        self._secrets = secrets
        self._samples = samples
        self._desk = desk
        self._words = words
        self._ring = ring

    # --- /bind ------------------------------------------------------------------------------------------------

    async def bind(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/bind TEAM` hands out a code, `/bind TEAM CODE` uses it: the code is the proof, whoever types it."""
        name, _, code = argument.partition(" ")
        team = self._people.find_team(name)
        if code.strip():
            return await self._redeem(turn, actor, team, name, code)
        if team is None:
            return self._words.say(actor, "admin-bind-usage", teams=", ".join(self._settings.teams))
        if not actor.is_private:
            return self._words.say(actor, "admin-bind-in-private", command=f"/bind {team}")
        return await self._offer(actor, team)

    async def _offer(self, actor: Actor, team: str) -> Sequence[Effect]:
        person = self._people.person(actor.account)
        assert person is not None
        code, now = new_code(), self._words.clock.now()
        kept = Code(team, self._digest(team, code), person, actor.place, TRIES, now + LIFE)
        await self._bindings.offer(kept, actor.account, now)
        minutes = int(LIFE.total_seconds() // 60)
        name = self._people.team_name(team)
        return self._words.say(actor, "admin-bind-code", team=name, command=f"/bind {team} {code}", minutes=minutes)

    async def _redeem(self, turn: Turn, actor: Actor, team: str | None, name: str, code: str) -> Sequence[Effect]:
        if team is not None and actor.place in self._settings.teams[team].post:
            return await self._known(turn, actor, team, "admin-bind-configured")
        # A team that is not there gets the answer of a wrong code: who has none learns no names.
        attempt = Attempt(
            actor.place, team or name[:100], self._digest(team or "", code), actor.account, self._words.clock.now()
        )
        redeemed = await self._bindings.bind(attempt)
        if redeemed.outcome is Outcome.REFUSED or team is None:
            return self._words.say(actor, "admin-bind-refused")
        if redeemed.outcome is Outcome.ALREADY:
            return await self._known(turn, actor, team, "admin-bind-already")
        self._ring()
        log.info("%s gets the cards of the team %s from now on", actor.place, team)
        report = [
            Message("admin-bind-done", {"team": self._people.team_name(team)}),
            *await self._tried_out(turn, actor),
        ]
        return [*self._spoken(actor, report), *self._notice(actor, team, redeemed, report[1:])]

    async def _known(self, turn: Turn, actor: Actor, team: str, message_id: str) -> Sequence[Effect]:
        """The place has this team already; an operator gets a test card again."""
        said = Message(message_id, {"team": self._people.team_name(team)})
        tried = await self._tried_out(turn, actor) if self._desk.is_operator(actor) else ()
        return self._spoken(actor, [said, *tried])

    def _notice(self, actor: Actor, team: str, redeemed: Redeemed, report: Sequence[Message]) -> Sequence[Effect]:
        """Tell whose code it was where it was used, and by whom: also when we may not write there."""
        if redeemed.told == actor.place:
            return ()
        person = self._settings.people.get(redeemed.by)
        reader = replace(actor, place=redeemed.told, locale=(person.locale if person else "") or actor.locale)
        used = {"team": self._people.team_name(team), "place": actor.place, "who": actor.name}
        return self._spoken(reader, [Message("admin-bind-used", used), *report])

    def _spoken(self, reader: Actor, said: Sequence[Message]) -> Sequence[Effect]:
        return self._words.lines(reader, [self._words.text(reader, one.id, **one.args) for one in said])

    async def _tried_out(self, turn: Turn, actor: Actor) -> Sequence[Message]:
        """Post a test card here, and say what we lack, if anything."""
        channel = self._channels.get(actor.place.partition(":")[0])
        if channel is None:
            return [Message("doctor-no-channel")]
        posted = await self._sample(channel, actor.place, f"sample.{turn.inbox_id}")
        found = await checkup.channels([channel], [actor.place], PATIENCE)
        problems = [Message(finding.problem, dict(finding.args)) for finding in found if finding.problem]
        return [posted, *(problems or [Message("admin-bind-rights")])]

    async def _sample(self, channel: Channel, place: str, key: str) -> Message:
        try:
            async with asyncio.timeout(PATIENCE):
                await channel.post_card(place, self._samples.card(place, self._words.locales.default), key)
        except TimeoutError:
            return Message("doctor-slow")
        except ChannelError as error:
            return Message("sample-not-posted", {"detail": str(error)})
        return Message("sample-posted")

    def _digest(self, team: str, code: str) -> str:
        return self._secrets.digest("bind", team, read_code(code))

    # --- /unbind ----------------------------------------------------------------------------------------------

    async def unbind(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/unbind` frees this place, `/unbind PLACE` another one, such as a group that is gone."""
        place = argument.strip() or actor.place
        was = await self._bindings.unbind(place, actor.account, self._words.clock.now())
        if was is not None:
            self._ring()
            log.info("%s gets no cards of the team %s any more", place, was.team)
            return self._words.say(actor, "admin-unbind-done", place=place, team=self._people.team_name(was.team))
        keys = [f"teams.{name}.post" for name, team in self._settings.teams.items() if place in team.post]
        keys += [f"bots.{name}.operators" for name, bot in self._settings.bots.items() if place in bot.operators]
        if keys:
            return self._words.say(actor, "admin-unbind-configured", place=place, key=", ".join(keys))
        return self._words.say(actor, "admin-unbind-nothing", place=place)
