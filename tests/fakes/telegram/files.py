"""Files that were uploaded."""

import mimetypes
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Upload:
    """A file part of a request."""

    name: str
    data: bytes
    mime: str | None = None


@dataclass
class Stored:
    """A file that Telegram keeps; `kind` is the message's field that it came in."""

    id: str
    unique: str
    kind: str
    upload: Upload
    path: str
    size: int
    lost: bool = False
    """Telegram has it no more; messages with it still show it."""

    def wire(self) -> dict[str, Any]:
        """The `Document`, `Voice` or photo size."""
        shown: dict[str, Any] = {"file_id": self.id, "file_unique_id": self.unique, "file_size": self.size}
        if self.kind == "photo":
            return shown | {"width": 1280, "height": 720}
        mime = self.upload.mime or mimetypes.guess_type(self.upload.name)[0] or "application/octet-stream"
        if self.kind == "voice":
            return shown | {"duration": 1, "mime_type": "audio/ogg"}
        return shown | {"file_name": self.upload.name, "mime_type": mime}

    def media(self) -> dict[str, Any]:
        """The field of a message that shows it."""
        return {self.kind: [self.wire()] if self.kind == "photo" else self.wire()}


class Files:
    """All files, by id."""

    def __init__(self) -> None:
        self.by_id: dict[str, Stored] = {}

    def keep(self, kind: str, upload: Upload, size: int | None = None) -> Stored:
        """Store a file; `size` pretends that it has so many bytes."""
        number = len(self.by_id) + 1
        name = f"file_{number}" + ("." + upload.name.rpartition(".")[2] if "." in upload.name else "")
        folder = {"photo": "photos", "voice": "voice"}.get(kind, "documents")
        known = len(upload.data) if size is None else size
        made = Stored(f"AgAD{kind}{number:06d}", f"AQAD{number:06d}", kind, upload, f"{folder}/{name}", known)
        self.by_id[made.id] = made
        return made

    def at(self, path: str) -> Stored | None:
        """The file with that path."""
        return next((file for file in self.by_id.values() if file.path == path and not file.lost), None)
