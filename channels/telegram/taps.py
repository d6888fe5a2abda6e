"""A tapped button: decided by the desk first, and only then answered, in words, to the person who tapped."""

import logging
from collections.abc import Awaitable, Callable

from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup, SendMessage
from aiogram.types import CallbackQuery, ForceReply, InaccessibleMessage, Message, MessageEntity, ReplyParameters

from channels.base import ChannelError, Desk, MessageRef, Tap
from channels.telegram.buttons import says, spoken, stay
from channels.telegram.client import Client
from channels.telegram.errors import TooLate
from channels.telegram.hearing import thread_of
from channels.telegram.places import Places, Posted
from channels.telegram.settings import PLATFORM
from channels.text import cut, units
from channels.tokens import LESS, MORE, action_of, is_same_button
from channels.views import Answer, CardView, Document

log = logging.getLogger(__name__)

MOST_ANSWER = 200
"""Characters of an answer to a tap, https://core.telegram.org/bots/api#answercallbackquery."""

SayIt = Callable[[CallbackQuery, str, int], Awaitable[bool]]
Redraw = Callable[[str, MessageRef, CardView, str], Awaitable[None]]
Show = Callable[[str, Document, int], Awaitable[None]]


class Taps:
    """Handles the taps of one account; never raises but for what kept a said text from being written down."""

    def __init__(
        self, account: str, client: Client, places: Places, desk: Desk, say: SayIt, redraw: Redraw, show: Show
    ) -> None:
        self._account = account
        self._client = client
        self._places = places
        self._desk = desk
        self._say = say
        self._redraw = redraw
        self._show = show

    async def tapped(self, query: CallbackQuery, update_id: int) -> None:
        """Carry out a tap; returns when its consequence is durable."""
        data = query.data or ""
        if says(data):
            await self._said(query, data, update_id)
            return
        tap = self._tap(query, data)
        answer = await self._desk.tap(tap)
        await self._tell(query, answer)
        try:
            await self._follow_up(query, tap, answer)
        except ChannelError as error:
            log.warning("what a tap asked for could not be shown: %s", error)

    def _tap(self, query: CallbackQuery, data: str) -> Tap:
        message, user = query.message, query.from_user
        place = self._places.place(message.chat.id, thread_of(message)) if message else ""
        return Tap(
            channel=PLATFORM,
            account=self._account,
            place=place,
            user_id=str(user.id),
            user_name=user.full_name,
            # A client can be made to send any payload: what no button of the message carries, nobody tapped.
            # The card may have been changed since it was drawn there: which edition was tapped, is told all the same.
            token="" if isinstance(message, Message) and not _offers(message, data) else data,
            locale=user.language_code or "",
            ref=ref_of(message) if message else MessageRef(""),
            on_message=isinstance(message, Message),
        )

    async def _tell(self, query: CallbackQuery, answer: Answer) -> None:
        text = cut(answer.text, MOST_ANSWER) or None
        try:
            await self._client.ask(AnswerCallbackQuery(callback_query_id=query.id, text=text, show_alert=answer.alert))
        except TooLate:
            log.info("a tap was carried out too late to be answered")
        except ChannelError as error:
            log.warning("a tap was carried out and could not be answered: %s", error)

    async def _follow_up(self, query: CallbackQuery, tap: Tap, answer: Answer) -> None:
        if query.message is None:
            return
        if answer.card:
            page = MORE if action_of(tap.token) == MORE else LESS
            await self._redraw(tap.place, tap.ref, answer.card, page)
        if answer.document:
            await self._show(tap.place, answer.document, query.message.message_id)
        if answer.asks:
            await self._client.send(_question(query, answer.text))

    async def _said(self, query: CallbackQuery, data: str, update_id: int) -> None:
        message = query.message
        words = spoken(message, data) if isinstance(message, Message) else None
        if words is None or not isinstance(message, Message):
            await self._tell(query, await self._desk.tap(self._tap(query, "")))
            return
        await self._say(query, words.text, update_id)
        await self._tell(query, Answer(words.label))
        if stay(message):
            return
        try:
            # What was chosen is said; the buttons have done their work.
            await self._client.ask(EditMessageReplyMarkup(chat_id=message.chat.id, message_id=message.message_id))
        except ChannelError as error:
            log.info("the buttons of a message stay: %s", error)


def _offers(message: Message, data: str) -> bool:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return any(is_same_button(button.callback_data or "", data) for row in rows for button in row)


def ref_of(message: Message | InaccessibleMessage) -> MessageRef:
    """How a card that stands in a message is found again; of one that is out of reach nobody can say what it was."""
    return Posted(
        message.chat.id, message.message_id, isinstance(message, Message) and message.document is not None
    ).ref


def _question(query: CallbackQuery, text: str) -> SendMessage:
    """Ask the person who tapped, and open the reply to it on their side: a bot in a group reads replies to itself."""
    message, user = query.message, query.from_user
    assert message is not None
    name = user.full_name
    mention = MessageEntity(type="text_mention", offset=0, length=units(name), user=user)
    return SendMessage(
        chat_id=message.chat.id,
        message_thread_id=thread_of(message),
        text=f"{name}: {text}",
        entities=[mention],
        reply_markup=ForceReply(force_reply=True, selective=True),
        reply_parameters=ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True),
    )
