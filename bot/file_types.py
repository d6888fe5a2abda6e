"""What a file is, by how its contents begin; what a sender says of it counts for nothing that a page could execute."""

from collections.abc import Mapping

from bot.file_names import endings

UNKNOWN = "application/octet-stream"
PROGRAM = "application/x-executable"
_ZIP, _OLE = "application/zip", "application/x-ole-storage"
_LOOKED_AT = 1024
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
    (0, b"PK\x03\x04", _ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (0, b"MZ", PROGRAM),
    (0, b"\x7fELF", PROGRAM),
    (0, b"\xfe\xed\xfa\xce", PROGRAM),
    (0, b"\xfe\xed\xfa\xcf", PROGRAM),
    (0, b"\xce\xfa\xed\xfe", PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", PROGRAM),
    (0, b"\xca\xfe\xba\xbe", PROGRAM),
    (0, b"#!", PROGRAM),
)
"""Where in a file which bytes stand, and what that makes of it."""
_IN_RIFF = frozenset({"image/webp", "audio/wav"})
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_IN_ZIP: Mapping[str, str] = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".odt": f"{_OPEN}.text",
    ".ods": f"{_OPEN}.spreadsheet",
    ".odp": f"{_OPEN}.presentation",
}
_IN_OLE: Mapping[str, str] = {
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
}
_TEXTS: Mapping[str, str] = {".txt": "text/plain", ".log": "text/plain", ".md": "text/plain", ".csv": "text/csv"}
"""What has no mark of its own. Nothing is among them that a browser or a reader would carry out."""
_ENDINGS: Mapping[str, str] = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "application/pdf": ".pdf",
    _ZIP: ".zip",
}


def media_type(name: str, data: bytes) -> str:
    """The media type of a file: by its contents, where they have a mark, else by its name's ending, as a text."""
    last = next(iter(endings(name)), "")
    match _marked(data):
        case "application/zip":
            return _IN_ZIP.get(last, _ZIP)
        case "application/x-ole-storage":
            return _IN_OLE.get(last, UNKNOWN)
        case "":
            return _TEXTS.get(last, UNKNOWN) if b"\x00" not in data[:_LOOKED_AT] else UNKNOWN
        case found:
            return found


def ending_of(media: str) -> str:
    """How the name of such a file ends, "" where nothing is usual."""
    return _ENDINGS.get(media, "")


def _marked(data: bytes) -> str:
    """What the contents' own mark says, "" if they have none."""
    for at, mark, media in _MAGIC:
        if data.startswith(mark, at) and (media not in _IN_RIFF or data.startswith(b"RIFF")):
            return media
    return ""
