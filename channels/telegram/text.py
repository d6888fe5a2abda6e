"""Texts as Telegram counts and shows them: UTF-16 units, cuts on sentence ends, and nothing that hides or reorders."""

import re
import unicodedata
from collections.abc import Iterator

MOST = 4096
"""Units of a message's text, https://core.telegram.org/bots/api#sendmessage."""
MOST_CAPTION = 1024

_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f")
"""Line breaks, and the joiners and marks that scripts and emoji need."""
_MENTION = re.compile(r"(?<![\w@])@(?=\w)")
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’)\]]*(?=\s)")


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def visible(text: str) -> str:
    """The text with every control, direction and invisible character spelled out, as `⟨U+202E⟩`.

    A value must not be able to hide a part of itself, or to show an amount backwards.
    """
    if text.isprintable():
        return text
    return "".join(map(_spelled, text.replace("\r\n", "\n")))


def _spelled(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character not in _KEPT
    return f"⟨U+{ord(character):04X}⟩" if hidden or character in "\u2028\u2029" else character


def unlinked(text: str) -> str:
    """The text with no `@name` that Telegram would make a mention: a word joiner behind the sign, which nobody sees."""
    return _MENTION.sub("@\u2060", text)


def cut(text: str, most: int) -> str:
    """At most that many units of a text, with an ellipsis where something is missing."""
    if units(text) <= most:
        return text
    return _head(text, max(0, most - 1)) + "…" if most > 0 else ""


def parts(text: str, most: int = MOST) -> Iterator[str]:
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
