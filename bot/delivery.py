"""Carries one effect out: words in the reader's language, cards as they stand, to the channel that serves the place."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Protocol

from bot.files import Files, as_sent
from bot.i18n import Locales
from bot.outlets import serving
from bot.relays import Relays
from bot.showing import Showing
from bot.statuses import Statuses
from channels.base import Channel, ChannelError, Gone, Mailbox, MessageRef, RetryAfter, Unconfirmed, Unreachable
from channels.tokens import of_nothing_seen
from channels.views import Attachment, Button, MailView, TextView
from engine.effects import (
    CloseRoom,
    EditCard,
    EditStatus,
    Effect,
    Literal,
    OpenRoom,
    PostCard,
    PostFiles,
    PostStatus,
    Relay,
    SendMail,
    SendText,
    Words,
)
from engine.ids import HandoffId, Place
from engine.ports import Clock
from engine.store import CardCopy, Claimed, Posting, Store
from engine.values import dump, parse

log = logging.getLogger(__name__)


class Seals(Protocol):
    """Reads what the instance has sealed, and seals it again."""

    def seal(self, text: str) -> str: ...
    def unseal(self, sealed: str) -> str: ...


class Delivery:
    """Knows which channel serves which place."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        mailbox: Mailbox | None,
        showing: Showing,
        statuses: Statuses,
        relays: Relays,
        locales: Locales,
        seals: Seals,
        clock: Clock,
        files: Files,
    ) -> None:
        self._store = store
        self._channels = channels
        self._mailbox = mailbox
        self._showing = showing
        self._statuses = statuses
        self._relays = relays
        self._locales = locales
        self._seals = seals
        self._clock = clock
        self._files = files

    async def carry_out(self, claimed: Claimed) -> Posting | None:
        """Tell the world; answers what is to be kept of what was posted. Raises ChannelError."""
        match claimed.effect:
            case SendText(place, deciding=deciding):
                view = TextView(
                    **_with_buttons(await self._rendered(claimed)),
                    answer_to=claimed.effect.answer_to,
                    reply_to=await self._card_at(deciding, place) if deciding else "",
                )
                await serving(self._channels, place).post_text(place, view, claimed.key)
            case SendMail():
                await self._mail(claimed, claimed.effect)
            case PostCard(place, handoff):
                ref = await serving(self._channels, place).post_card(
                    place, await self._showing.card(handoff, place), claimed.key
                )
                return CardCopy(handoff, place, ref)
            case PostFiles(place, handoff, files):
                await self._show_files(place, handoff, [as_sent(file) for file in files], claimed)
            case EditCard(place, handoff):
                return await self._edit(place, handoff, claimed.key)
            case PostStatus():
                return await self._statuses.post(claimed.effect, claimed.key)
            case EditStatus():
                await self._statuses.edit(claimed.effect)
            case OpenRoom():
                return await self._relays.open(claimed.effect, claimed.key)
            case CloseRoom():
                return await self._relays.close(claimed.effect, claimed.key)
            case Relay():
                return await self._relays.relay(claimed.effect, claimed.key, claimed.attempts)
        return None

    async def _card_at(self, handoff: HandoffId, place: Place) -> str:
        """The copy of a card at a place below which something about it is said; "" if there is none."""
        return next((copy.ref for copy in await self._store.cards(handoff, place)), "")

    async def _show_files(
        self, place: Place, handoff: HandoffId, files: Sequence[Attachment], claimed: Claimed
    ) -> None:
        """Show what can be shown at this place; where that is nothing, its words say why."""
        channel, caption = serving(self._channels, place), self._showing.files_caption(handoff, place)
        locale = self._showing.locale_at(place)
        async with self._files.view(place, files, caption, locale, claimed.attempts) as view:
            if view.files or view.contents:
                await channel.post_files(place, view, claimed.key)
            else:
                await channel.post_text(place, TextView(view.caption), claimed.key)

    async def _mail(self, claimed: Claimed, mail: SendMail) -> None:
        """Send a mail, unless the code in it is worth nothing any more."""
        if self._mailbox is None:
            raise Gone("there is no mail provider")
        if mail.until and self._clock.now() >= mail.until:
            raise Gone("its code has expired")
        await self._mailbox.send(MailView(**await self._rendered(claimed)), claimed.key)

    async def _edit(self, place: Place, handoff: HandoffId, key: str) -> CardCopy | None:
        """Edit every copy at a place; one that is refused does not keep the others from the truth.

        Where all copies were deleted, an open request is posted anew: else nobody there could decide it any more. They
        are forgotten at a later edit, beside the new one: a process that ends in between must find that they are gone.
        """
        channel, refusal, left = serving(self._channels, place), None, 0
        gone: list[CardCopy] = []
        for copy in await self._store.cards(handoff, place):
            view = await self._showing.card(handoff, place)
            try:
                await channel.edit_card(place, MessageRef(copy.ref), view)
                left += 1
            except (RetryAfter, Unreachable, Unconfirmed):
                raise
            except Gone as error:
                log.info("a copy of the card %s is gone: %s", handoff, error)
                gone.append(copy)
            except ChannelError as refused:
                refusal = refused
        view = await self._showing.card(handoff, place)
        if gone and not left and not refusal and view.buttons:
            return CardCopy(handoff, place, await channel.post_card(place, view, key))
        for copy in gone:
            await self._store.forget_card(copy)
        if refusal:
            raise refusal
        return None

    async def _rendered(self, claimed: Claimed) -> dict[str, Any]:
        """The words of an effect, made once and kept before they are sent, so that a repetition says the same.

        What holds a code is kept sealed.
        """
        secret = isinstance(claimed.effect, SendMail) and claimed.effect.code
        if claimed.rendered is not None:
            return dict(parse(self._seals.unseal(claimed.rendered) if secret else claimed.rendered))
        body = await self._words_of(claimed.effect)
        text = dump(body)
        await self._store.keep_rendered(claimed.id, self._seals.seal(text) if secret else text)
        return body

    async def _words_of(self, effect: Effect) -> dict[str, Any]:
        match effect:
            case SendText(place, words, buttons, locale, deciding, _, wishes):
                wished = [self._locales.text(locale or self._showing.locale, f"wish-{wish}") for wish in wishes]
                offered = [Button(token=text, label=text) for text in (*buttons, *wished)]
                said = self._text(words, locale)
                if deciding:
                    said = await self._showing.masked(deciding, said)
                    shown = (await self._showing.card(deciding, place)).buttons
                    offered += [replace(button, token=of_nothing_seen(button.token)) for button in shown]
                return {"text": said, "buttons": [asdict(button) for button in offered]}
            case SendMail(address, subject, body, locale, sealed):
                code = self._seals.unseal(sealed) if sealed else ""
                told = {"address": address, "subject": self._text(subject, locale, code)}
                return {**told, "text": self._text(body, locale, code), "code": code}
        raise TypeError(f"{effect!r} has no words of its own")

    def _text(self, words: Words, locale: str, code: str = "") -> str:
        if isinstance(words, Literal):
            return words.text
        args = {**words.args, "code": code} if code else words.args
        return self._locales.text(locale or self._showing.locale, words.id, **args)


def _with_buttons(body: dict[str, Any]) -> dict[str, Any]:
    buttons: Sequence[Mapping[str, Any]] = body["buttons"]
    return {**body, "buttons": tuple(Button(**button) for button in buttons)}
