"""Files as Telegram takes them: photos, documents and voice notes, several as an album where it lets them be one.

An album has 2-10 items, photos or documents and not both (https://core.telegram.org/bots/api#sendmediagroup).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from aiogram.methods import SendDocument, SendMediaGroup, SendPhoto, SendVoice
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from channels.telegram.methods import replying
from channels.telegram.places import Spot
from channels.telegram.settings import PLATFORM
from channels.text import visible
from channels.views import Attachment, Content, FilesView

MOST_PHOTO = 10 << 20
"""Bytes of a photo, https://core.telegram.org/bots/api#sendphoto."""
MOST_IN_ALBUM = 10
_PHOTOS = ("image/jpeg", "image/png")
_ICONS = {"photo": "🖼", "voice": "🎤", "document": "📎"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file: by what Telegram knows it by, or by its contents."""

    kind: Literal["photo", "document", "voice"]
    known: str = ""
    content: Content | None = None

    @property
    def media(self) -> str | BufferedInputFile:
        return BufferedInputFile(self.content.data, self.content.name or "file") if self.content else self.known


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are posted with one call: one message, or an album of several."""

    pieces: tuple[_Piece, ...]
    caption: str = ""
    reply_to: str = ""

    def __len__(self) -> int:
        return len(self.pieces)

    def make(self, spot: Spot) -> TelegramMethod[Any]:
        """The call that posts them."""
        where: dict[str, Any] = {
            "chat_id": spot.chat,
            "message_thread_id": spot.thread,
            "reply_parameters": replying(spot, self.reply_to),
        }
        if len(self.pieces) > 1:
            captions = [self.caption or None, *[None] * (len(self.pieces) - 1)]
            media = [_item(piece, caption) for piece, caption in zip(self.pieces, captions, strict=True)]
            return SendMediaGroup(media=media, **where)  # type: ignore[arg-type]
        [piece], where["caption"] = self.pieces, self.caption or None
        match piece.kind:
            case "photo":
                return SendPhoto(photo=piece.media, **where)
            case "voice":
                return SendVoice(voice=piece.media, **where)
        return SendDocument(document=piece.media, **where)

    def as_documents(self) -> "Batch | None":
        """The same as documents, for pictures that are no photos to Telegram; None for what has no contents here."""
        if not all(piece.content and piece.kind == "photo" for piece in self.pieces):
            return None
        return replace(self, pieces=tuple(replace(piece, kind="document") for piece in self.pieces))


def batches(view: FilesView, account: str) -> Iterator[Batch]:
    """Files in their order, those of the account first; without caption and reply."""
    known = [_Piece(file.kind, file.ref) for file in view.files if _is_of(file, account)]
    pieces = [*known, *(_Piece(_kind(content), content=content) for content in view.contents if content.data)]
    # What fails by its contents must not keep those away that Telegram knows.
    for (kind, _), alike in groupby(pieces, lambda piece: (piece.kind, piece.content is None)):
        run, most = list(alike), 1 if kind == "voice" else MOST_IN_ALBUM
        for start in range(0, len(run), most):
            yield Batch(tuple(run[start : start + most]))


def captioned(view: FilesView, account: str) -> str:
    """The caption, and the names of the files that cannot be shown: of other accounts, or with nothing in them."""
    names = [f"{_ICONS[file.kind]} {file.name}".strip() for file in view.files if not _is_of(file, account)]
    names += [f"{_ICONS['document']} {content.name}" for content in view.contents if not content.data]
    return visible("\n".join([view.caption, *names])).strip()


def _item(piece: _Piece, caption: str | None) -> InputMediaPhoto | InputMediaDocument:
    made = InputMediaPhoto if piece.kind == "photo" else InputMediaDocument
    return made(media=piece.media, caption=caption)


def _is_of(file: Attachment, account: str) -> bool:
    return file.channel == PLATFORM and file.account == account


def _kind(content: Content) -> Literal["photo", "document"]:
    media_type = content.media_type.partition(";")[0].strip().lower()
    return "photo" if media_type in _PHOTOS and len(content.data) <= MOST_PHOTO else "document"
