"""Pressed buttons and filled-in forms: acknowledged first, within Discord's three seconds, then carried out.

A tap whose acknowledgement failed was reported to its person as failed, so it decides nothing, and the card says so.
https://docs.discord.com/developers/interactions/receiving-and-responding
"""

import asyncio
import io
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import discord

from channels.base import Desk, MessageRef, Tap
from channels.discord.acknowledging import acknowledged, quietly
from channels.discord.answering import Answering, answer_to
from channels.discord.card import PRIVATE, laid_out
from channels.discord.client import Touch
from channels.discord.forms import form_of, words_in
from channels.discord.hearing import roles_of
from channels.discord.outgoing import Outgoing
from channels.discord.places import Posted, place_of_interaction
from channels.discord.saying import label_of, payloads_of, payloads_on, said_by, says
from channels.discord.settings import PLATFORM, DiscordSettings
from channels.discord.spoken import Spoken
from channels.discord.text import MOST, inert
from channels.discord.under_way import UnderWay
from channels.discord.unreadable import is_whole, locale_of
from channels.text import cut
from channels.tokens import ASK, MORE, TALK, CardToken, action_of, decode, encode, is_same_button
from channels.views import Answer, CardView, FormView

log = logging.getLogger(__name__)

THOUGHT = 2.0
"""Seconds that looking whether somebody may fill in a form may take: a form must be the first answer."""
_LOOKS = (MORE, TALK)
_NOBODY = discord.AllowedMentions.none()


class Taps:
    """Handles the taps of one account."""

    def __init__(
        self,
        settings: DiscordSettings,
        desk: Desk,
        out: Outgoing,
        answering: Answering,
        spoken: Spoken,
        words: Callable[[str, str], str],
        under_way: UnderWay,
    ) -> None:
        """`words` gives a text of ours by a language and its id."""
        self._settings = settings
        self._desk = desk
        self._out = out
        self._answering = answering
        self._spoken = spoken
        self._words = words
        self._under_way = under_way

    async def touched(self, interaction: Touch) -> None:
        """Take what somebody pressed or sent; never raises."""
        try:
            handling = self._meant(interaction)
        except Exception as error:
            log.warning("a tap cannot be read (%s)", type(error).__name__)
            handling = quietly(self._unknown(interaction))
        await handling

    def _meant(self, interaction: Touch) -> Coroutine[Any, Any, None]:
        """What is to be done; raises whatever for what Discord should never tell."""
        if not is_whole(interaction):
            return quietly(self._unknown(interaction))
        data: Any = interaction.data or {}
        custom_id = str(data.get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            return self._decide(interaction, self._tap(interaction, custom_id, words_in(data)))
        if says(custom_id):
            return self._spoken.pressed(interaction, said_by(interaction.message, custom_id))
        tap = self._tap(interaction, custom_id)
        if action_of(custom_id).startswith(ASK):
            return self._ask(interaction, tap)
        return self._look(interaction, tap) if action_of(custom_id) in _LOOKS else self._decide(interaction, tap)

    def _tap(self, interaction: Touch, custom_id: str, words: str = "") -> Tap:
        message, user = interaction.message, interaction.user
        private = bool(message and message.flags.ephemeral)
        is_form = _is_form(interaction)
        shown = _offers(message, custom_id, is_form)
        ref = MessageRef("")
        if message and not private:
            ref = Posted(message.channel.id, message.id, bool(message.attachments)).ref
        return Tap(
            channel=PLATFORM,
            account=self._settings.account,
            place=place_of_interaction(self._settings.name, interaction),
            user_id=str(user.id),
            user_name=str(user.display_name),
            # A client can be made to send any payload: what no button of the message carries, nobody tapped. The card
            # may have changed while somebody filled in its form.
            token=custom_id if shown or is_form else "",
            locale=locale_of(interaction),
            ref=ref,
            on_message=shown,
            words=words,
            roles=roles_of(user),
            private=private,
        )

    # --- decisions ----------------------------------------------------------------------------------------------

    async def _decide(self, interaction: Touch, tap: Tap) -> None:
        async with self._under_way.tap():
            if not await acknowledged(interaction):
                await self._missed(tap)
                return
            answer = await self._desk.tap(tap)
        await self._tell(interaction, tap, answer)

    async def _missed(self, tap: Tap) -> None:
        """The person read that it failed: have the card say that nothing came of it."""
        try:
            card = await self._desk.unconfirmed(tap)
            if card and tap.ref:
                await self._out.edit(tap.place, tap.ref, card)
        except Exception as error:
            log.warning("a card could not say that a tap had failed: %s", error)

    async def _tell(self, interaction: Touch, tap: Tap, answer: Answer) -> None:
        """Say what happened, and then have the tapped message show it: that may have to wait for its turn."""
        if answer.text:
            await quietly(self._answering.whisper(interaction, answer.text))
        if answer.card:
            await quietly(self._bring(interaction, tap, answer.card))

    async def _bring(self, interaction: Touch, tap: Tap, card: CardView) -> None:
        """Bring the tapped message up to date; one in a channel only if its buttons are not those of the card.

        Everybody may tap there, and each edit is one that a decision waits for.
        """
        message = interaction.message
        if tap.private:
            layout = laid_out(card, bool(message and message.attachments), PRIVATE).layout
            await self._answering.change(answer_to(interaction), layout)
        elif tap.ref and payloads_on(message) != payloads_of(laid_out(card).layout):
            await self._out.edit(tap.place, tap.ref, card)

    # --- forms ----------------------------------------------------------------------------------------------------

    async def _ask(self, interaction: Touch, tap: Tap) -> None:
        """Open a form for who may fill it in. It must be the first answer, so there is no time to lose."""
        try:
            async with asyncio.timeout(THOUGHT):
                wanted = await self._desk.form(tap)
        except Exception as error:
            log.warning("whether somebody may fill in a form could not be looked up (%s)", type(error).__name__)
            wanted = Answer(self._words(tap.locale, "tap-failed"), alert=True)
        if wanted is None:
            wanted = Answer(self._words(tap.locale, "tap-unknown"), alert=True)
        await quietly(self._answer_at_once(interaction, tap, wanted))

    async def _answer_at_once(self, interaction: Touch, tap: Tap, wanted: FormView | Answer) -> None:
        if isinstance(wanted, FormView):
            await interaction.response.send_modal(form_of(wanted))
            return
        text = cut(inert(wanted.text), MOST)
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=_NOBODY)
        if wanted.card:
            await quietly(self._bring(interaction, tap, wanted.card))

    # --- more -----------------------------------------------------------------------------------------------------

    async def _look(self, interaction: Touch, tap: Tap) -> None:
        """Show more of a request to the one who asks, and to nobody else."""
        if not await acknowledged(interaction, ephemeral=True, thinking=True):
            return
        answer = await self._desk.tap(tap)
        await quietly(self._show(interaction, answer))

    async def _show(self, interaction: Touch, answer: Answer) -> None:
        if answer.card:
            message = laid_out(answer.card, page=PRIVATE)
            files = _files(message.file_name, message.document)
            await self._answering.add(answer_to(interaction), view=message.layout, **files)
        elif answer.document:
            document = answer.document
            files = _files(document.name, document.text)
            await self._answering.whisper(interaction, document.caption, **files)
        else:
            await self._answering.whisper(interaction, answer.text)

    async def _unknown(self, interaction: Touch) -> None:
        text = self._words(locale_of(interaction), "tap-unknown")
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=_NOBODY)


def _is_form(interaction: Touch) -> bool:
    return interaction.type is discord.InteractionType.modal_submit


def _offers(message: discord.Message | None, custom_id: str, is_form: bool) -> bool:
    """Whether a message has this button, or for a form a button of the same request that asks for words."""
    token = decode(custom_id)
    if not is_form or token is None:
        return any(is_same_button(one, custom_id) for one in payloads_on(message))
    asking = (encode(CardToken(token.handoff, f"{ASK}{what}")) for what in ("reason", "reference", "edit"))
    return any(label_of(message, one) is not None for one in asking)


def _files(name: str, text: str) -> dict[str, Any]:
    return {"file": discord.File(io.BytesIO(text.encode()), name)} if text else {}
