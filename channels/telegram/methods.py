"""The calls of the Bot API that post and edit, filled from views; a `Make` waits for the chat and topic to be known."""

from collections.abc import Callable

from aiogram.methods import EditMessageCaption, EditMessageText, SendDocument, SendMessage
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters

from channels.base import Gone, MessageRef
from channels.telegram.card import CardMessage
from channels.telegram.places import Posted, Spot, posted
from channels.telegram.text import MOST, MOST_CAPTION
from channels.text import cut
from channels.views import Document

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Make = Callable[[Spot], TelegramMethod[Message]]


def said(text: str, keyboard: InlineKeyboardMarkup | None, reply_to: str = "") -> Make:
    """A text."""

    def make(spot: Spot) -> TelegramMethod[Message]:
        return SendMessage(
            chat_id=spot.chat,
            message_thread_id=spot.thread,
            text=text,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
            reply_parameters=replying(spot, reply_to),
        )

    return make


def retold(copy: Posted, text: str, keyboard: InlineKeyboardMarkup | None) -> TelegramMethod[Message | bool]:
    """The change that brings a posted text, or what stands under a file, to another text; what is too long is cut."""
    if copy.in_file:
        return EditMessageCaption(
            chat_id=copy.chat, message_id=copy.message, caption=cut(text, MOST_CAPTION), reply_markup=keyboard
        )
    return EditMessageText(
        chat_id=copy.chat,
        message_id=copy.message,
        text=cut(text, MOST),
        link_preview_options=_NO_PREVIEW,
        reply_markup=keyboard,
    )


def replying(spot: Spot, reply_to: str) -> ReplyParameters | None:
    """What a message replies to; nothing where that is gone, or is of a group that became another one."""
    try:
        replied = posted(MessageRef(reply_to)) if reply_to else None
    except Gone:
        return None
    if replied is None or replied.chat != spot.chat:
        return None
    return ReplyParameters(message_id=replied.message, allow_sending_without_reply=True)


def carded(message: CardMessage) -> Make:
    """A card, as a text or as a file with a caption."""

    def make(spot: Spot) -> TelegramMethod[Message]:
        if message.document:
            return SendDocument(
                chat_id=spot.chat,
                message_thread_id=spot.thread,
                document=BufferedInputFile(message.document.encode(), message.file_name),
                caption=message.text,
                caption_entities=message.entities,
                reply_markup=message.keyboard,
            )
        return SendMessage(
            chat_id=spot.chat,
            message_thread_id=spot.thread,
            text=message.text,
            entities=message.entities,
            link_preview_options=_NO_PREVIEW,
            reply_markup=message.keyboard,
        )

    return make


def edited(copy: Posted, message: CardMessage) -> TelegramMethod[Message | bool]:
    """The change that brings a posted card to another message."""
    if copy.in_file:
        return EditMessageCaption(
            chat_id=copy.chat,
            message_id=copy.message,
            caption=message.text,
            caption_entities=message.entities,
            reply_markup=message.keyboard,
        )
    return EditMessageText(
        chat_id=copy.chat,
        message_id=copy.message,
        text=message.text,
        entities=message.entities,
        link_preview_options=_NO_PREVIEW,
        reply_markup=message.keyboard,
    )


def documented(document: Document, reply_to: int) -> Make:
    """A text as a file, as the answer to a message."""

    def make(spot: Spot) -> TelegramMethod[Message]:
        return SendDocument(
            chat_id=spot.chat,
            message_thread_id=spot.thread,
            document=BufferedInputFile(document.text.encode(), document.name),
            caption=document.caption or None,
            reply_parameters=ReplyParameters(message_id=reply_to, allow_sending_without_reply=True),
        )

    return make
