"""Texts as platforms count and show them: UTF-16 units, cuts on sentence ends, and nothing that hides or reorders."""

import re
import unicodedata
from collections.abc import Iterator

_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f")
"""Line breaks, and the joiners and marks that scripts and emoji need."""
_MARKS_ALONE = re.compile("(?<!\\S)[\u200c-\u200f]+(?!\\S)|[\u200c-\u200f]{3,}")
"""Joiners and marks that join and mark nothing; of them alone Telegram takes no message."""
_DROPPED = "\u030a\u0333\u033f"
"""Letters' marks that Telegram takes out of every text in silence (tdlib/td, `clean_input_string`)."""
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
"""What counts as a letter, a mark or a sign, and shows nothing."""
_ODD = re.compile(f"[{_DROPPED}{_UNSEEN}]")
_RING = re.compile(".\u030a")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*(?=\s)")


def units(text: str) -> int:
    """The length in UTF-16 units, which is what Telegram and Discord count."""
    return len(text) + sum(character > "\uffff" for character in text)


def visible(text: str) -> str:
    """The text with every control, direction and invisible character spelled out, as `⟨U+202E⟩`.

    A value must not be able to hide a part of itself, or to show an amount backwards.
    """
    if text.isprintable() and not _ODD.search(text):
        return text
    text = _RING.sub(lambda found: _composed(found[0]), text.replace("\r\n", "\n"))
    text = _MARKS_ALONE.sub(lambda found: "".join(map(_code, found[0])), text)
    return "".join(_code(one) if _is_hidden(one) else one for one in text)


def _composed(letter: str) -> str:
    """A letter and its ring as one character, where there is such a one: of two, Telegram drops the ring."""
    whole = unicodedata.normalize("NFC", letter)
    return whole if len(whole) == 1 else letter


def _is_hidden(one: str) -> bool:
    if one in _KEPT:
        return False
    return unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or bool(_ODD.match(one))


def _code(one: str) -> str:
    return f"⟨U+{ord(one):04X}⟩"


def cut(text: str, most: int) -> str:
    """At most that many units of a text, with an ellipsis where something is missing."""
    if units(text) <= most:
        return text
    return _head(text, max(0, most - 1)) + "…" if most > 0 else ""


def parts(text: str, most: int) -> Iterator[str]:
    """A long text in pieces that fit, each ending where a paragraph, a line, a sentence or a word ends."""
    text = text.strip()
    while units(text) > most:
        head = _head(text, most)
        end = _good_end(head)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text


def _good_end(head: str) -> int:
    least = len(head) // 2
    for mark in ("\n\n", "\n"):
        if (end := head.rfind(mark)) >= least:
            return end
    ends = [match.end() for match in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] >= least:
        return ends[-1]
    space = head.rfind(" ")
    return space if space >= least else len(head)


def _head(text: str, most: int) -> str:
    """The longest beginning of at most that many units, no character torn."""
    if len(text) <= most // 2:
        return text
    head = text[:most]
    while units(head) > most:
        head = head[: len(head) - max(1, (units(head) - most) // 2)]
    return head
