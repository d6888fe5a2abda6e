"""Attachments, kept in memory and served from the fake's own address."""

import mimetypes
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request; `field` is the number in `files[number]`."""

    name: str
    data: bytes
    field: str = "0"


@dataclass(frozen=True)
class Attachment:
    """A kept file."""

    id: int
    upload: Upload
    address: str
    channel_id: int
    ephemeral: bool = False

    @property
    def path(self) -> str:
        """Where it lies on the fake's content server."""
        return f"/attachments/{self.channel_id}/{self.id}/{self.upload.name}"

    def wire(self) -> dict[str, Any]:
        """An attachment object."""
        url = self.address + self.path
        made: dict[str, Any] = {
            "id": str(self.id),
            "filename": self.upload.name,
            "size": len(self.upload.data),
            "url": url,
            "proxy_url": url,
            "content_type": mimetypes.guess_type(self.upload.name)[0] or "application/octet-stream",
        }
        return {**made, "ephemeral": True} if self.ephemeral else made
