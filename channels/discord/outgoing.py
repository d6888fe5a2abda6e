"""What an account says: texts and cards; each view becomes one message, but for a text that is too long for it."""

import io
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui

from channels.base import ChannelError, Gone, MessageRef, Rejected
from channels.discord.answering import Answering
from channels.discord.card import CardMessage, laid_out
from channels.discord.errors import IsForum, TooLate
from channels.discord.keys import mark_of, mark_on
from channels.discord.line import Line
from channels.discord.order import Order
from channels.discord.places import Posted, posted
from channels.discord.posts import Posts
from channels.discord.progress import Progress
from channels.discord.saying import choices
from channels.discord.sending import Named, Sending
from channels.discord.shut import Shut
from channels.discord.text import inert, linked, pieces
from channels.views import CardView, TextView

log = logging.getLogger(__name__)

NONCE_LIFE = timedelta(minutes=2)
"""How long Discord surely knows a nonce ("the past few minutes"): a later repetition looks for the message itself."""
MOST_LOOKED = 50
"""How many messages back is looked for a card that may be there."""
_MOST_SPLIT = 1000


class Outgoing:
    """Posts and edits for one account."""

    def __init__(
        self,
        sending: Sending,
        line: Line,
        shut: Shut,
        answering: Answering,
        now: Callable[[], datetime],
        is_ours: Callable[[str], bool],
    ) -> None:
        """`is_ours` tells the places where reviewers read, to whom no text of somebody else becomes a link."""
        self._sending = sending
        self._line = line
        self._shut = shut
        self._answering = answering
        self._now = now
        self._is_ours = is_ours
        self._posts = Posts(line)
        self._order = Order()
        self._texts = Progress()
        self._split: dict[MessageRef, None] = {}
        """The last messages of texts that took several."""

    # --- texts ------------------------------------------------------------------------------------------------

    async def text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something, in several messages if it is long; the first one replies, the buttons are under the last.

        What answers a command goes to where Discord waits for it, as long as it waits. Answers the last message.
        """
        said = self._pieces(place, view)
        if view.answer_to:
            try:
                return self._noted(await self._answering.say(view.answer_to, said, choices(view.buttons), place), said)
            except TooLate as late:
                log.info("a command at %s is answered by a message of its own: %s", place, late)
        made = Posted(0, 0)
        flags = discord.MessageFlags(suppress_embeds=True)
        for index in range(self._texts.of(key), len(said)):
            is_last = index == len(said) - 1
            layout = choices(view.buttons) if is_last else None
            made = await self._sending.post(
                place, f"{key}.{index}", reply_to="" if index else view.reply_to, content=said[index], flags=flags,
                **_with(layout),
            )  # fmt: skip
            if not is_last:
                self._texts.reached(key, index + 1)
        self._texts.ended(key)
        return self._noted(made.ref, said)

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a text to this view, and its buttons; raises Gone if it is not there.

        An edit is of one message. Of a text that took several only the last is known by its ref, and one that would
        take several now does not fit: both are Rejected, and whoever edits can say it anew.
        """
        said = self._pieces(place, view)
        if len(said) > 1 or ref in self._split:
            raise Rejected("a text that takes several messages cannot be edited")
        await self._sending.bring(place, posted(ref), content=said[0], view=choices(view.buttons))

    def _pieces(self, place: str, view: TextView) -> list[str]:
        said = list(pieces(view.text, inert if view.answer_to or self._is_ours(place) else linked))
        if not said:
            raise Rejected("the text is empty")
        return said

    def _noted(self, ref: MessageRef, said: Sequence[str]) -> MessageRef:
        """The last message of a text; that it has others before it is remembered."""
        if len(said) > 1:
            while len(self._split) >= _MOST_SPLIT:
                self._split.pop(next(iter(self._split)))
            self._split[ref] = None
        return ref

    # --- cards ------------------------------------------------------------------------------------------------

    async def card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card, once per key: by the nonce at first, later by looking whether it is there."""
        mark = mark_of(key)
        message = laid_out(view, mark=mark)
        try:
            if self._now() - view.opened_at > NONCE_LIFE and (there := await self._found(place, mark)):
                await self.edit(place, there.ref, view)
                return there.ref
            made = await self._sending.post(place, key, files=_filed(message), **_with(message.layout))
        except IsForum:
            forum = self._sending.spot(place).number
            made = Posted(*await self._posts.post(forum, view, lambda: _first_post(message), mark))
        return Posted(made.channel, made.message, bool(message.document)).ref

    async def edit(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a card to a view; raises Gone if it is not there. A thread is taken out of the archive for it."""
        copy = posted(ref)
        self._shut.check(place)
        async with self._order.of(ref, view) as is_news:
            if is_news:
                await self._sending.bring(place, copy, view=laid_out(view, copy.in_file).layout)

    async def _found(self, place: str, mark: int) -> Posted | None:
        """A card of ours that an earlier try has posted; None if there is none, or nobody lets us look."""
        channel = await self._sending.channel(place)
        try:
            history: Any = await self._line.ask(lambda client: client.http.logs_from(channel, MOST_LOOKED))
        except Gone as error:
            log.info("the history of %s cannot be read: %s", place, error)
            return None
        for one in history:
            if mark_on(one) == mark and one["author"]["id"] == str(self._line.me):
                return Posted(channel, int(one["id"]), bool(one.get("attachments")))
        return None

    # --- signs --------------------------------------------------------------------------------------------------

    async def typing(self, place: str) -> None:
        """Show that we are at work; it does not matter whether that succeeds."""
        try:
            channel = await self._sending.channel(place)
            await self._line.ask(lambda client: client.http.send_typing(channel))
        except ChannelError as error:
            log.debug("no typing at %s: %s", place, error)


def _with(layout: ui.LayoutView | ui.View | None) -> dict[str, Any]:
    return {"view": layout} if layout else {}


def _filed(message: CardMessage) -> list[Named]:
    return [(message.file_name, message.document.encode())] if message.document else []


def _first_post(message: CardMessage) -> dict[str, Any]:
    """The message as a forum takes it; called once for each try, since the library closes what it has sent."""
    files = [discord.File(io.BytesIO(data), name) for name, data in _filed(message)]
    return {**_with(message.layout), **({"files": files} if files else {})}
