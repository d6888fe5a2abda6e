"""What an account says: texts, cards, files; each view becomes one message, but for a text that is too long for it."""

import logging

from aiogram.methods import SendChatAction

from channels.base import ChannelError, Gone, MessageRef, Rejected
from channels.telegram.card import laid_out
from channels.telegram.client import Client
from channels.telegram.errors import Moved, NotModified
from channels.telegram.methods import carded, choices, documented, edited, filed, said
from channels.telegram.places import Places, Posted, posted
from channels.telegram.sending import Sender
from channels.telegram.text import MOST
from channels.text import parts, visible
from channels.views import CardView, Document, FilesView, TextView

log = logging.getLogger(__name__)

_MOST_REMEMBERED = 1000


class Outgoing:
    """Posts and edits for one account."""

    def __init__(self, client: Client, sender: Sender, places: Places) -> None:
        self._client = client
        self._sender = sender
        self._places = places
        self._said: dict[str, int] = {}
        """How many pieces of a long text are out, by its key: a repetition goes on behind them."""

    async def text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something, in several messages if it is long; the buttons are under the last."""
        pieces = list(parts(visible(view.text), MOST))
        if not pieces:
            raise Rejected("the text is empty")
        chat = number = 0
        for index in range(self._said.get(key, 0), len(pieces)):
            keyboard = choices(view.buttons) if index == len(pieces) - 1 else None
            chat, number = await self._sender.post(place, said(pieces[index], keyboard))
            if index < len(pieces) - 1:
                self._remember(key, index + 1)
        self._said.pop(key, None)
        return Posted(chat, number).ref

    async def card(self, place: str, view: CardView) -> MessageRef:
        """Post a card."""
        message = laid_out(view, self._username)
        chat, number = await self._sender.post(place, carded(message))
        return Posted(chat, number, bool(message.document)).ref

    async def edit(self, place: str, ref: MessageRef, view: CardView, page: str = "") -> None:
        """Bring a card to a view; raises Gone if it is not there, or in a group that became another one."""
        copy, spot = posted(ref), self._places.spot(place)
        if copy.chat != spot.chat:
            raise Gone(f"the card stands in the chat {copy.chat}, which is now {spot.chat}")
        await self._sender.turn(spot)
        try:
            message = laid_out(view, self._username, copy.in_file, page)
            await self._sender.guarded(spot, self._client.ask, edited(copy, message))
        except NotModified:
            return
        except Moved as moved:
            await self._places.moved(spot.chat, moved.chat)
            raise Gone(str(moved)) from moved

    async def files(self, place: str, view: FilesView, account: str) -> MessageRef:
        """Show files by what Telegram knows them by; those of another account or channel cannot be had this way."""
        ours = [file for file in view.files if file.channel == "telegram" and file.account == account]
        chat = number = 0
        for file in ours:
            chat, number = await self._sender.post(place, filed(file, view.caption))
        return Posted(chat, number).ref if ours else MessageRef("")

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

    def _remember(self, key: str, pieces: int) -> None:
        while len(self._said) >= _MOST_REMEMBERED:
            self._said.pop(next(iter(self._said)))
        self._said[key] = pieces
