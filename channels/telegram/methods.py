"""The calls of the Bot API that post and edit, filled from views; a `Make` waits for the chat and topic to be known."""

from collections.abc import Callable, Sequence
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVoice,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from channels.telegram.card import CardMessage
from channels.telegram.hearing import SAY
from channels.telegram.places import Posted, Spot
from channels.text import visible
from channels.tokens import decode
from channels.views import Attachment, Button, Document

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Make = Callable[[Spot], TelegramMethod[Message]]


def said(text: str, keyboard: InlineKeyboardMarkup | None) -> Make:
    """A text."""

    def make(spot: Spot) -> TelegramMethod[Message]:
        return SendMessage(
            chat_id=spot.chat,
            message_thread_id=spot.thread,
            text=text,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )

    return make


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


def filed(file: Attachment, caption: str) -> Make:
    """A file that Telegram knows already, by its id."""

    def make(spot: Spot) -> TelegramMethod[Message]:
        where: dict[str, Any] = {
            "chat_id": spot.chat,
            "message_thread_id": spot.thread,
            "caption": visible(caption)[:1000],
        }
        match file.kind:
            case "photo":
                return SendPhoto(photo=file.ref, **where)
            case "voice":
                return SendVoice(voice=file.ref, **where)
        return SendDocument(document=file.ref, **where)

    return make


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


def choices(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """A button of a card carries its own payload; any other says its label, which is read off the message."""
    rows = [
        [InlineKeyboardButton(text=button.label, callback_data=_payload(button, number))]
        for number, button in enumerate(buttons)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _payload(button: Button, number: int) -> str:
    return button.token if decode(button.token) else f"{SAY}:{number}"
