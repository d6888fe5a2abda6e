"""Carries out effects: per place in their order, once per key, each said in the reader's language."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.cards import MOST_LINES, Cards
from bot.i18n import Locales
from channels.base import (
    Button,
    CardView,
    Channel,
    ChannelError,
    Gone,
    Mailbox,
    MailView,
    MessageRef,
    RetryAfter,
    TextView,
)
from engine.effects import EditCard, Effect, Literal, Message, PostCard, SendMail, SendText, Words
from engine.ids import HandoffId, Place
from engine.ports import Clock
from engine.step import Keyed
from engine.store import CardCopy, Claimed, Store
from engine.values import dump, parse

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
MOST_AT_ONCE = 32
MOST_ATTEMPTS = 30
LONGEST = 300
"""How much of a refusal's text the operators read."""
_LONGEST_WAIT = timedelta(minutes=5)
_NOTICE = "undelivered."
"""How the keys of notices to the operators begin."""
_KINDS: Mapping[type[Effect], str] = {SendText: "text", SendMail: "mail", PostCard: "card", EditCard: "edit"}


class Outbox:
    """Claims effects and delivers them; woken after a commit, and by the sweep for what was left."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        mailbox: Mailbox | None,
        cards: Cards,
        locales: Locales,
        clock: Clock,
        place_locale: str,
        lease: timedelta = LEASE,
        operators: Sequence[Place] = (),
    ) -> None:
        self._store = store
        self._channels = channels
        self._mailbox = mailbox
        self._cards = cards
        self._locales = locales
        self._clock = clock
        self._place_locale = place_locale
        self._lease = lease
        self._operators = operators
        """Where it is said that something could not be delivered."""
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look for effects now."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled; what is being sent then is found again by its key. No place waits for another."""
        async with asyncio.TaskGroup() as sends:
            while True:
                await self._woken.wait()
                self._woken.clear()
                for claimed in await self._store.claim_effects(MOST_AT_ONCE, self._clock.now() + self._lease):
                    sends.create_task(self._deliver(claimed))

    async def _deliver(self, claimed: Claimed) -> None:
        try:
            await self._try(claimed)
        except Exception:
            log.exception("what became of effect %s could not be written down", claimed.key)
        else:
            self.wake()  # the next effect of this place may go

    async def _try(self, claimed: Claimed) -> None:
        try:
            card = await self._carry_out(claimed)
        except RetryAfter as later:
            await self._put_off(claimed, later, timedelta(seconds=later.seconds))
        except ChannelError as refused:
            await self._give_up(claimed, str(refused))
        except Exception as error:
            log.exception("effect %s failed", claimed.key)
            wait = min(_LONGEST_WAIT, timedelta(seconds=2 ** min(claimed.attempts, 10)))
            await self._put_off(claimed, error, wait)
        else:
            await self._store.effect_sent(claimed.id, card)

    async def _put_off(self, claimed: Claimed, error: Exception, wait: timedelta) -> None:
        detail = f"{type(error).__name__}: {error}"
        if claimed.attempts < MOST_ATTEMPTS:
            await self._store.effect_failed(claimed.id, detail, self._clock.now() + wait)
        else:
            await self._give_up(claimed, detail)

    async def _give_up(self, claimed: Claimed, detail: str) -> None:
        """Never try again, and let the operators know, in the same commit; of a lost notice no other one tells."""
        log.error("effect %s is given up: %s", claimed.key, detail)
        notices: list[Keyed] = []
        if not claimed.key.startswith(_NOTICE):
            words = Message("operator-undelivered", {"kind": _KINDS[type(claimed.effect)], "detail": detail[:LONGEST]})
            told = enumerate(self._operators)
            notices = [Keyed(f"{_NOTICE}{claimed.id}.{number}", SendText(place, words)) for number, place in told]
        await self._store.effect_failed(claimed.id, detail, None, notices)

    async def _carry_out(self, claimed: Claimed) -> CardCopy | None:
        match claimed.effect:
            case SendText(place):
                view = TextView(**_with_buttons(await self._rendered(claimed)))
                await self._channel(place).post_text(place, view, claimed.key)
            case SendMail():
                if self._mailbox is None:
                    raise Gone("there is no mail provider")
                await self._mailbox.send(MailView(**await self._rendered(claimed)), claimed.key)
            case PostCard(place, handoff):
                ref = await self._channel(place).post_card(place, await self._card(handoff), claimed.key)
                return CardCopy(handoff, place, ref)
            case EditCard(place, handoff):
                await self._edit(place, handoff)
        return None

    async def _edit(self, place: Place, handoff: HandoffId) -> None:
        """Edit every copy at a place; one that is gone does not keep the others from the truth."""
        refusal: ChannelError | None = None
        for copy in await self._store.cards(handoff, place):
            try:
                await self._channel(place).edit_card(place, MessageRef(copy.ref), await self._card(handoff))
            except RetryAfter:
                raise
            except ChannelError as refused:
                refusal = refused
        if refusal:
            raise refusal

    async def _rendered(self, claimed: Claimed) -> dict[str, Any]:
        """The words of an effect, made once and kept before they are sent, so that a repetition says the same."""
        if claimed.rendered is not None:
            return dict(parse(claimed.rendered))
        body = self._words_of(claimed.effect)
        await self._store.keep_rendered(claimed.id, dump(body))
        return body

    def _words_of(self, effect: Effect) -> dict[str, Any]:
        match effect:
            case SendText(_, words, buttons, locale):
                offered = [asdict(Button(token=text, label=text)) for text in buttons]
                return {"text": self._text(words, locale), "buttons": offered}
            case SendMail(address, subject, body, locale):
                return {"address": address, "subject": self._text(subject, locale), "text": self._text(body, locale)}
        raise TypeError(f"{effect!r} has no words of its own")

    def _text(self, words: Words, locale: str) -> str:
        if isinstance(words, Literal):
            return words.text
        return self._locales.text(locale or self._place_locale, words.id, **words.args)

    async def _card(self, handoff: HandoffId) -> CardView:
        case = await self._store.case(handoff)
        transcript = await self._store.transcript(case.conversation.id, MOST_LINES)
        view = self._cards.view(case.handoff, transcript, self._place_locale, self._clock.now())
        held = case.run.held and case.handoff.state.is_open
        return self._cards.held(view, self._place_locale) if held else view

    def _channel(self, place: Place) -> Channel:
        name = place.partition(":")[0]
        if name not in self._channels:
            raise Gone(f"no channel serves {place}")
        return self._channels[name]


def _with_buttons(body: dict[str, Any]) -> dict[str, Any]:
    buttons: Sequence[Mapping[str, Any]] = body["buttons"]
    return {**body, "buttons": tuple(Button(**button) for button in buttons)}
