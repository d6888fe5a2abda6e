"""What an account says: texts, cards, files; each view becomes one message, where one has room for it."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from aiogram.methods import SendChatAction
from aiogram.methods.base import TelegramMethod

from channels.base import ChannelError, Gone, MessageRef, Rejected
from channels.telegram.buttons import choices
from channels.telegram.card import laid_out
from channels.telegram.client import Client
from channels.telegram.errors import HasNoText, Moved, NoPhoto, NotModified
from channels.telegram.filing import Batch, batches, captioned
from channels.telegram.methods import carded, documented, edited, retold, said
from channels.telegram.places import Places, Posted, posted
from channels.telegram.sending import Sender
from channels.telegram.text import MOST, MOST_CAPTION
from channels.text import parts, units, visible
from channels.views import CardView, Document, FilesView, TextView

log = logging.getLogger(__name__)

_MOST_REMEMBERED = 1000

Send = Callable[[], Awaitable[Posted]]


class Outgoing:
    """Posts and edits for one account."""

    def __init__(self, client: Client, sender: Sender, places: Places) -> None:
        self._client = client
        self._sender = sender
        self._places = places
        self._out: dict[str, tuple[Posted, ...]] = {}
        """What is out of something that needs several messages, by its key: a repetition goes on behind it."""

    async def text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something, in several messages if it is long; the buttons are under the last, whose ref this answers."""
        pieces = list(parts(visible(view.text), MOST))
        if not pieces:
            raise Rejected("the text is empty")
        keyboards = [*[None] * (len(pieces) - 1), choices(view.buttons)]
        replies = [view.reply_to, *[""] * (len(pieces) - 1)]
        made = [said(*each) for each in zip(pieces, keyboards, replies, strict=True)]
        out = await self._in_turn(key, [partial(self._sender.post, place, make) for make in made])
        return out[-1].ref

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a posted text, or what stands under a posted file, to a view; raises Gone if it is not there.

        Only the message that the ref names is changed: it shows as much of a longer text as one has room for.
        """
        text = visible(view.text).strip()
        copy, keyboard = posted(ref), choices(view.buttons)
        try:
            await self._bring(place, copy, retold(copy, text, keyboard))
        except HasNoText:  # a photo, which its ref does not tell from a text
            await self._bring(place, copy, retold(replace(copy, in_file=True), text, keyboard))

    async def card(self, place: str, view: CardView) -> MessageRef:
        """Post a card."""
        message = laid_out(view, self._username)
        return (await self._sender.post(place, carded(message))).ref

    async def edit(self, place: str, ref: MessageRef, view: CardView, page: str = "") -> None:
        """Bring a card to a view; raises Gone if it is not there, or in a group that became another one."""
        copy = posted(ref)
        await self._bring(place, copy, edited(copy, laid_out(view, self._username, copy.in_file, page)))

    async def _bring(self, place: str, copy: Posted, method: TelegramMethod[Any]) -> None:
        spot = self._places.spot(place)
        if copy.chat != spot.chat:
            raise Gone(f"the message stands in the chat {copy.chat}, which is now {spot.chat}")
        await self._sender.turn(spot)
        try:
            await self._sender.guarded(spot, self._client.ask, method)
        except NotModified:
            return
        except Moved as moved:
            await self._places.moved(spot.chat, moved.chat)
            raise Gone(str(moved)) from moved

    async def files(self, place: str, view: FilesView, account: str, key: str) -> MessageRef:
        """Show files; the ref of the first message. Those of other accounts and without contents are named only.

        A caption that no file has room for comes as a text before them.
        """
        caption, found = captioned(view, account), list(batches(view, account))
        if not found and not view.files and not view.contents:
            return MessageRef("")
        sends: list[Send] = []
        if not found or units(caption) > MOST_CAPTION:
            replies = [view.reply_to]
            for piece in parts(caption, MOST):
                sends.append(partial(self._sender.post, place, said(piece, None, replies.pop() if replies else "")))
        else:
            found[0] = replace(found[0], caption=caption, reply_to=view.reply_to)
        out = await self._in_turn(key, [*sends, *(partial(self._batch, place, batch) for batch in found)])
        return out[0].ref

    async def _batch(self, place: str, batch: Batch) -> Posted:
        try:
            return await self._sender.post(place, batch.make, len(batch))
        except NoPhoto:
            if (documents := batch.as_documents()) is None:
                raise
            return await self._sender.post(place, documents.make, len(documents))

    async def document(self, place: str, document: Document, reply_to: int) -> None:
        """Show a long text as a file, as the answer to a message."""
        await self._sender.post(place, documented(document, reply_to))

    async def typing(self, place: str) -> None:
        """Show that we are at work; it does not matter whether that succeeds."""
        try:
            spot = self._places.spot(place)
            await self._client.ask(SendChatAction(chat_id=spot.chat, message_thread_id=spot.thread, action="typing"))
        except ChannelError as error:
            log.debug("no typing in %s: %s", place, error)

    @property
    def _username(self) -> str:
        return (self._client.me.username if self._client.me else None) or ""

    async def _in_turn(self, key: str, sends: Sequence[Send]) -> Sequence[Posted]:
        """Send what is not out yet."""
        out = self._out.get(key, ())
        for send in sends[len(out) :]:
            out = (*out, await send())
            self._remember(key, out)
        self._out.pop(key, None)
        return out

    def _remember(self, key: str, out: tuple[Posted, ...]) -> None:
        while len(self._out) >= _MOST_REMEMBERED:
            self._out.pop(next(iter(self._out)))
        self._out[key] = out
