"""Files sent and fetched."""

from typing import Any

from tests.fakes.telegram import texts
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import Refused, bad
from tests.fakes.telegram.files import Stored, Upload
from tests.fakes.telegram.sending import Content, post

SENT_AS = {"document": "Document", "photo": "Photo", "voice": "VoiceNote"}


@answers("sendDocument", "sendPhoto", "sendVoice")
def send_file(call: Call) -> dict[str, Any]:
    """An upload, or a file that Telegram has, with a caption of up to 1024 characters."""
    kind = call.method.removeprefix("send").lower()
    parsed = texts.parse(call.get("caption") or "", call.get("parse_mode"), call.get("caption_entities"))
    stored = _file(call, kind)
    return post(call, Content(kind, parsed, media=stored.media())).wire()


def _file(call: Call, kind: str) -> Stored:
    given = str(call.get(kind))
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
    if stored.size > call.world.limits.download:
        raise bad("file is too big")
    shown = {"file_id": stored.id, "file_unique_id": stored.unique, "file_size": stored.size}
    return {**shown, "file_path": stored.path}
