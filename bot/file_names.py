"""Names of files as they may be shown and saved under: senders choose them, so nothing of them is believed."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 100
"""How many characters a name may have, its ending included."""
LONGEST_ENDING = 12
_MOST_BYTES = 200
"""File systems keep 255 bytes of a name, and whoever saves it may add to it."""
_SEPARATORS = re.compile(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]")
"""What separates the parts of a path, and what only looks like it."""
_UNSAVABLE = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.I)
"""Names that Windows keeps for devices, whatever ending stands behind them."""
_ENDING = re.compile(rf"\.\w{{1,{LONGEST_ENDING - 1}}}")


def clean(name: str) -> str:
    """The name without folders, without what hides, reorders or controls, and no longer than `LONGEST`; may be ""."""
    parts = [part.strip(". ") for part in _SEPARATORS.split(_seen(name))]
    whole = next((part for part in reversed(parts) if part), "")
    whole = _UNSAVABLE.sub("_", whole)
    if _DEVICES.fullmatch(whole.partition(".")[0].strip()):
        whole = f"_{whole}"
    return _bounded(whole)


def safe_name(name: str, otherwise: str, ending: str = "") -> str:
    """The name to save a file under; one without a name is called `otherwise`, one without an ending gets `ending`."""
    whole = clean(name) or clean(otherwise) or "file"
    if ending and not _ENDING.fullmatch(whole[len(_stem(whole)) :]):
        whole = _bounded(f"{whole}{ending}")
    return whole


def endings(name: str) -> Sequence[str]:
    """Everything behind a dot in a name, in small letters, the last one first: `.exe`, then `.pdf` of `a.pdf.exe`."""
    return [f".{part.strip()}" for part in reversed(clean(name).casefold().split(".")[1:])]


def _seen(name: str) -> str:
    """What can be seen of a name, in one line."""
    spaced = " ".join(unicodedata.normalize("NFC", name).split())
    return "".join(one for one in spaced if unicodedata.category(one)[0] != "C" and one not in "\u2028\u2029")


def _stem(name: str) -> str:
    """The name without its ending."""
    return name.rpartition(".")[0] or name


def _bounded(name: str) -> str:
    """The name within both bounds, its ending kept."""
    stem = _stem(name)
    ending = name[len(stem) :] if _ENDING.fullmatch(name[len(stem) :]) else ""
    stem = name[: len(name) - len(ending)]
    stem = stem[: LONGEST - len(ending)]
    room = _MOST_BYTES - len(ending.encode())
    return (stem.encode()[:room].decode(errors="ignore").rstrip(". ") + ending) if name else ""
