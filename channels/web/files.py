"""Files on the page: what they may be, under which names and ids they are kept, and how they are found again."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from channels.base import Gone
from channels.board import Board, BoardFile
from channels.views import Attachment, Content
from channels.web.requests import Refused

MOST_FILES = 5
MOST_FILE_BYTES = 5 * 2**20
MOST_NAME_LENGTH = 100
MOST_EXTENSION_LENGTH = 12
ACCOUNT = "default"
UNKNOWN_TYPE = "application/octet-stream"

_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,40}/[a-z0-9][a-z0-9.+-]{0,50}")
_FILE_ID = re.compile(r"[0-9a-f]{32}")
_UNSAFE = re.compile(r'[<>:"|?*]')
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


class Files:
    """The files of a board."""

    def __init__(self, board: Board, channel: str = "play") -> None:
        """`channel` is whose the files are, as attachments name it."""
        self._board = board
        self._channel = channel

    async def keep(self, key: str, content: Content) -> Attachment:
        """Keep a file once per key; answers the one that is there. Its name is made safe."""
        id = hashlib.sha256(f"file/{key}".encode()).hexdigest()[:32]
        await self._board.keep_file(id, safe_name(content.name), media_type(content.media_type), content.data)
        return self._attachment(await self.find(id))

    async def find(self, id: str) -> BoardFile:
        """The file of that id; raises Gone."""
        found = await self._board.file(id) if _FILE_ID.fullmatch(id) else None
        if found is None:
            raise Gone(f"there is no file {id!r}")
        return found

    async def contents(self, file: Attachment) -> bytes:
        """What is in a file of ours; raises Gone for one of another channel, too."""
        if (file.channel, file.account) != (self._channel, ACCOUNT):
            raise Gone(f"there is no file of {file.channel}:{file.account} here")
        return (await self.find(file.ref)).data

    async def chosen(self, ids: object) -> tuple[Attachment, ...]:
        """The files that a message names, each once."""
        if ids is None:
            return ()
        if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
            raise Refused(400)
        unique: Sequence[str] = list(dict.fromkeys(ids))
        if len(unique) > MOST_FILES:
            raise Refused(400, "play-error-file-many")
        try:
            return tuple([self._attachment(await self.find(id)) for id in unique])
        except Gone as error:
            raise Refused(400, "play-error-file-gone") from error

    def _attachment(self, file: BoardFile) -> Attachment:
        kind: Literal["photo", "document"] = "photo" if image_type(file.data) else "document"
        return Attachment(self._channel, ACCOUNT, file.id, kind, file.name, len(file.data))


def is_ours(file: Attachment) -> bool:
    """Whether the file is one that the page keeps."""
    return (file.channel, file.account) == ("play", ACCOUNT)


def file_json(file: Attachment) -> Mapping[str, Any]:
    """A file as the page reads it; it is fetched by its id."""
    return {"id": file.ref, "name": file.name, "size": file.size, "kind": file.kind}


def image_type(data: bytes) -> str:
    """The type of an image that browsers show without running anything, by its first bytes; "" for all else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((type for start, type in _IMAGES if data.startswith(start)), "")


def media_type(value: str) -> str:
    """What a file says it is, if that reads like a media type."""
    plain = value.partition(";")[0].strip().lower()
    return plain if _MEDIA_TYPE.fullmatch(plain) else UNKNOWN_TYPE


def safe_name(name: str) -> str:
    """A name without folders, without what cannot be seen, and not too long; the extension stays."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in last)
    plain = _UNSAFE.sub("_", " ".join(seen.split())).strip(". ")
    if len(plain) > MOST_NAME_LENGTH:
        stem, dot, extension = plain.rpartition(".")
        kept = dot + extension if stem and len(extension) <= MOST_EXTENSION_LENGTH else ""
        plain = plain[: MOST_NAME_LENGTH - len(kept)].rstrip(". ") + kept
    return plain or "file"
