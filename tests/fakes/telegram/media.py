"""Files sent and fetched."""

import itertools
from typing import Any

from tests.fakes.telegram import texts
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import Refused, bad
from tests.fakes.telegram.files import Stored, Upload
from tests.fakes.telegram.sending import Content, post, post_all

ALBUM, ALBUM_KINDS = 10, ("document", "photo")
_albums = itertools.count(13_000_000_000_000_001)
PICTURES = (b"\xff\xd8\xff", b"\x89PNG")
"""How a photo begins."""
SENT_AS = {"document": "Document", "photo": "Photo", "voice": "VoiceNote"}


@answers("sendDocument", "sendPhoto", "sendVoice")
def send_file(call: Call) -> dict[str, Any]:
    """An upload, or a file that Telegram has, with a caption of up to 1024 characters."""
    kind = call.method.removeprefix("send").lower()
    parsed = texts.parse(call.get("caption") or "", call.get("parse_mode"), call.get("caption_entities"))
    stored = _file(call, kind, str(call.get(kind)))
    return post(call, Content(kind, parsed, media=stored.media())).wire()


@answers("sendMediaGroup")
def send_album(call: Call) -> list[dict[str, Any]]:
    """2-10 photos, or as many documents; a file that is refused is named by its number, and nothing is posted."""
    media = call.get("media")
    if len(media) < 2:
        raise bad("there are no messages to send")
    if len(media) > ALBUM:
        raise bad("too many messages to send as an album")
    kinds = {item["type"] for item in media}
    for kind in kinds - set(ALBUM_KINDS):
        call.unmodelled(f"albums of {kind}")
    if "document" in kinds and len(kinds) > 1:
        raise bad("Document can't be mixed with other media types")
    number = str(next(_albums))
    contents = [_item(call, item, position, number) for position, item in enumerate(media, 1)]
    return [message.wire() for message in post_all(call, contents)]


def _item(call: Call, item: dict[str, Any], position: int, album: str) -> Content:
    kind = item["type"]
    parsed = texts.parse(item.get("caption") or "", item.get("parse_mode"), item.get("caption_entities"))
    try:
        stored = _file(call, kind, str(item["media"]))
    except Refused as refused:
        why = refused.description.removeprefix("Bad Request: ")
        raise bad(f'failed to send message #{position} with the error message "{why}"') from None
    return Content(kind, parsed, media=stored.media(), album=album)


def _file(call: Call, kind: str, given: str) -> Stored:
    if not given.startswith("attach://"):
        return _known(call, kind, given)
    upload = call.files.get(given.removeprefix("attach://"))
    if upload is None:
        raise bad(f"there is no {kind} in the request")
    _check_size(call, kind, upload)
    return call.world.files.keep(kind, upload)


def _check_size(call: Call, kind: str, upload: Upload) -> None:
    size, limits = len(upload.data), call.world.limits
    if size == 0:
        raise bad("file must be non-empty")
    if size > limits.upload:
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo" and size > limits.photo:
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {limits.photo} bytes")
    if kind == "photo" and not upload.data.startswith(PICTURES):
        raise bad("IMAGE_PROCESS_FAILED")


def _known(call: Call, kind: str, file_id: str) -> Stored:
    """A file by its id; a photo stays a photo."""
    stored = call.world.files.by_id.get(file_id)
    if stored is None:
        if "." in file_id:
            call.unmodelled("files by address")
        raise bad("wrong remote file identifier specified: can't unserialize it")
    if "photo" in (kind, stored.kind) and kind != stored.kind:
        raise bad(f"can't use file of type {SENT_AS[stored.kind]} as {SENT_AS[kind]}")
    return stored


@answers("getFile")
def get_file(call: Call) -> dict[str, Any]:
    """Where a file can be fetched, if it is not too big for that."""
    stored = call.world.files.by_id.get(str(call.get("file_id")))
    if stored is None:
        raise bad("invalid file_id")
    if stored.lost:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if stored.size > call.world.limits.download:
        raise bad("file is too big")
    shown = {"file_id": stored.id, "file_unique_id": stored.unique, "file_size": stored.size}
    return {**shown, "file_path": stored.path}
