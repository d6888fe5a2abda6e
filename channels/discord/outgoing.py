"""What an account says: texts, cards, files; each view becomes one message, but for a text that is too long for it."""

import io
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui
from discord.http import handle_message_parameters

from channels.base import ChannelError, Gone, MessageRef, Rejected
from channels.discord.answering import Answering
from channels.discord.card import CardMessage, laid_out
from channels.discord.errors import IsArchived, IsForum, PlaceGone, TooLate
from channels.discord.keys import mark_of, mark_on, nonce_of
from channels.discord.line import Line
from channels.discord.order import Order
from channels.discord.places import Posted, Spot, posted, spot
from channels.discord.posts import Posts
from channels.discord.saying import choices
from channels.discord.settings import PLATFORM
from channels.discord.shut import Shut
from channels.discord.text import MOST, inert, linked, pieces
from channels.text import cut, visible
from channels.views import Attachment, CardView, FilesView, TextView

log = logging.getLogger(__name__)

NONCE_LIFE = timedelta(minutes=2)
"""How long Discord surely knows a nonce ("the past few minutes"): a later repetition looks for the message itself."""
MOST_LOOKED = 50
"""How many messages back is looked for a card that may be there."""
MOST_FILE = 8 * 2**20
"""Bytes of a customer's file that are shown again; Discord takes ten million from a bot."""
_MOST_REMEMBERED = 1000


class Outgoing:
    """Posts and edits for one account."""

    def __init__(
        self,
        name: str,
        account: str,
        line: Line,
        shut: Shut,
        answering: Answering,
        now: Callable[[], datetime],
        is_staff: Callable[[str], bool],
    ) -> None:
        self._name = name
        self._account = account
        self._line = line
        self._shut = shut
        self._answering = answering
        self._now = now
        self._is_staff = is_staff
        self._posts = Posts(line)
        self._order = Order()
        self._direct: dict[int, int] = {}
        """The channel of somebody's direct messages, by their number."""
        self._said: dict[str, int] = {}
        """How many pieces of a long text are out, by its key: a repetition goes on behind them."""

    # --- texts ------------------------------------------------------------------------------------------------

    async def text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something, in several messages if it is long; the buttons are under the last.

        What answers a command goes to where Discord waits for it, as long as it waits.
        """
        shown = inert if view.answer_to or self._is_staff(place) else linked
        said = list(pieces(view.text, shown))
        if not said:
            raise Rejected("the text is empty")
        if view.answer_to:
            try:
                return await self._answering.say(view.answer_to, said, choices(view.buttons), place)
            except TooLate as late:
                log.info("a command at %s is answered by a message of its own: %s", place, late)
        channel = message = 0
        flags = discord.MessageFlags(suppress_embeds=True)
        for index in range(self._said.get(key, 0), len(said)):
            is_last = index == len(said) - 1
            layout = choices(view.buttons) if is_last else None
            words = {"content": said[index], "flags": flags}
            channel, message = await self._post(place, f"{key}.{index}", **words, **_with(layout))
            if not is_last:
                self._remember(key, index + 1)
        self._said.pop(key, None)
        return Posted(channel, message).ref

    # --- cards ------------------------------------------------------------------------------------------------

    async def card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card, once per key: by the nonce at first, later by looking whether it is there."""
        mark = mark_of(key)
        message = laid_out(view, mark=mark)
        try:
            if self._now() - view.opened_at > NONCE_LIFE and (there := await self._found(place, mark)):
                await self.edit(place, there.ref, view)
                return there.ref
            channel, number = await self._post(place, key, **_with(message.layout), **_filed(message))
        except IsForum:
            channel, number = await self._posts.post(
                self._spot(place).number, view, lambda: {**_with(message.layout), **_filed(message)}, mark
            )
        return Posted(channel, number, bool(message.document)).ref

    async def edit(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a card to a view; raises Gone if it is not there. A thread is taken out of the archive for it."""
        copy = posted(ref)
        self._shut.check(place)
        async with self._order.of(ref, view) as is_news:
            if is_news:
                await self._bring(place, copy, view)

    async def _bring(self, place: str, copy: Posted, view: CardView) -> None:
        try:
            await self._edit(copy, view)
        except IsArchived:
            await self._line.ask(lambda client: client.http.edit_channel(copy.channel, archived=False))
            await self._edit(copy, view)
        except PlaceGone as gone:
            self._shut.refused(place, gone)
            raise

    async def _edit(self, copy: Posted, view: CardView) -> None:
        message = laid_out(view, copy.in_file)

        async def call(client: discord.Client) -> Any:
            with handle_message_parameters(view=message.layout, allowed_mentions=_NOBODY) as params:
                return await client.http.edit_message(copy.channel, copy.message, params=params)

        await self._line.ask(call, f"edits in {copy.channel}")

    async def _found(self, place: str, mark: int) -> Posted | None:
        """A card of ours that an earlier try has posted; None if there is none, or nobody lets us look."""
        channel = await self._channel(self._spot(place))
        try:
            history: Any = await self._line.ask(lambda client: client.http.logs_from(channel, MOST_LOOKED))
        except Gone as error:
            log.info("the history of %s cannot be read: %s", place, error)
            return None
        for one in history:
            if mark_on(one) == mark and one["author"]["id"] == str(self._me):
                return Posted(channel, int(one["id"]), bool(one.get("attachments")))
        return None

    @property
    def _me(self) -> int:
        user = self._line.client.user
        return user.id if user else 0

    # --- files, signs -------------------------------------------------------------------------------------------

    async def files(self, place: str, view: FilesView) -> MessageRef:
        """Show files that were sent to this account, fetched anew; those of others cannot be had this way."""
        ours = [file for file in view.files if file.channel == PLATFORM and file.account == self._account]
        ref = MessageRef("")
        for number, file in enumerate(ours):
            ref = await self._file(place, file, view.caption, f"{place}.{file.ref}.{number}")
        return ref

    async def _file(self, place: str, file: Attachment, caption: str, key: str) -> MessageRef:
        channel, message, attachment = (int(part) for part in file.ref.split("/"))
        found: Any = await self._line.ask(lambda client: client.http.get_message(channel, message))
        url = next((one["url"] for one in found["attachments"] if int(one["id"]) == attachment), "")
        if not url or file.size > MOST_FILE:
            words = f"{inert(caption)}\n📎 {inert(file.name)}"
            return Posted(*await self._post(place, key, content=cut(words, MOST))).ref
        data: bytes = await self._line.ask(lambda client: client.http.get_from_cdn(url))
        sent = discord.File(io.BytesIO(data), visible(file.name)[:200] or "file")
        return Posted(*await self._post(place, key, content=cut(inert(caption), MOST), file=sent)).ref

    async def document(self, place: str, name: str, text: str, caption: str, key: str) -> None:
        """Show a long text as a file."""
        file = discord.File(io.BytesIO(text.encode()), name)
        await self._post(place, key, content=cut(inert(caption), MOST), file=file)

    async def typing(self, place: str) -> None:
        """Show that we are at work; it does not matter whether that succeeds."""
        try:
            channel = await self._channel(self._spot(place))
            await self._line.ask(lambda client: client.http.send_typing(channel))
        except ChannelError as error:
            log.debug("no typing at %s: %s", place, error)

    # --- the wire -----------------------------------------------------------------------------------------------

    def _spot(self, place: str) -> Spot:
        return spot(self._name, place)

    def met(self, message: discord.Message) -> None:
        """Somebody writes to us, so the channel of their direct messages need not be asked for."""
        author = getattr(message, "author", None)
        if message.guild is None and author is not None:
            self._direct[author.id] = message.channel.id

    async def channel(self, place: str) -> int:
        """The number of a place's channel; for direct messages it is asked for once."""
        return await self._channel(self._spot(place))

    async def _channel(self, where: Spot) -> int:
        if not where.direct:
            return where.number
        if where.number not in self._direct:
            opened: Any = await self._line.ask(
                lambda client: client.http.start_private_message(where.number), "direct messages"
            )
            self._direct[where.number] = int(opened["id"])
        return self._direct[where.number]

    async def _post(self, place: str, key: str, **message: Any) -> tuple[int, int]:
        """Post a message; answers its channel's number and its own. Within minutes the nonce makes it one per key."""
        self._shut.check(place)
        nonce = nonce_of(key)

        async def call(client: discord.Client) -> int:
            with handle_message_parameters(nonce=nonce, allowed_mentions=_NOBODY, **message) as params:
                made: Any = await client.http.send_message(channel, params=params)
                return int(made["id"])

        try:
            channel = await self._channel(self._spot(place))
            return channel, await self._line.ask(call, f"posts in {channel}")
        except PlaceGone as gone:
            self._shut.refused(place, gone)
            raise

    def _remember(self, key: str, pieces: int) -> None:
        while len(self._said) >= _MOST_REMEMBERED:
            self._said.pop(next(iter(self._said)))
        self._said[key] = pieces


_NOBODY = discord.AllowedMentions.none()


def _with(layout: ui.LayoutView | ui.View | None) -> dict[str, Any]:
    return {"view": layout} if layout else {}


def _filed(message: CardMessage) -> dict[str, Any]:
    if not message.document:
        return {}
    return {"file": discord.File(io.BytesIO(message.document.encode()), message.file_name)}
