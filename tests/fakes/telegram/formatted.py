"""A text with entities, cleaned as Telegram cleans it (TDLib's `fix_formatted_text` and `clean_input_string`).

Entities are kept by code points in `Span`s and leave in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.telegram.errors import bad

SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
QUOTES = {"blockquote", "expandable_blockquote"}
# Types that Telegram finds by itself and ignores when given.
FOUND = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
DROPPED = {"\r", *map(chr, range(0x2028, 0x202F)), "\u030a", "\u0333", "\u033f"}
MARKS = {"\u200e", "\u200f"}
BLANK = {
    *" \n\u00a0\u1680\u180e\u202f\u205f\u2800\u3000\ufeff\ufffc\u202e",
    *map(chr, range(0x2000, 0x2010)),
    *map(chr, range(0xE0000, 0xE0080)),
}


@dataclass(frozen=True)
class Span:
    """An entity over text[start:end]; `more` holds its url, user, language or emoji."""

    start: int
    end: int
    type: str
    more: tuple[tuple[str, Any], ...] = ()

    def crosses(self, other: Span) -> bool:
        """Whether the two overlap without one holding the other."""
        return self.start < other.start < self.end < other.end or other.start < self.start < other.end < self.end

    def meets(self, other: Span) -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Formatted:
    """`repaired` says what Telegram would have mended in silence: senders should not rely on it."""

    text: str = ""
    entities: tuple[Span, ...] = ()
    repaired: tuple[str, ...] = field(default=(), compare=False)

    def wire(self) -> list[dict[str, Any]]:
        """`MessageEntity`s."""
        return [
            {
                "type": span.type,
                "offset": units(self.text[: span.start]),
                "length": units(self.text[span.start : span.end]),
                **dict(span.more),
            }
            for span in self.entities
        ]


def units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def spans(text: str, entities: Iterable[dict[str, Any]]) -> list[Span]:
    """Entities as sent; raises Telegram's refusals of ranges outside the text or inside a character."""
    places: dict[int, int] = {}
    at = 0
    for index, letter in enumerate(text):
        places[at] = index
        at += units(letter)
    places[at] = len(text)
    return [_span(entity, places, at, text) for entity in entities if entity["type"] not in FOUND]


def _span(entity: dict[str, Any], places: dict[int, int], end: int, text: str) -> Span:
    offset, length = entity["offset"], entity["length"]
    if not 0 <= offset <= 1_000_000:
        raise bad(f"Receive an entity with incorrect offset {offset}")
    if not 0 <= length <= 1_000_000:
        raise bad(f"Receive an entity with incorrect length {length}")
    size = len(text.encode("utf-8", "surrogatepass"))
    if length and offset >= end:
        raise bad(f"Entity begins after the end of the text at byte offset {size}")
    if offset + length > end:
        raise bad(f"Entity beginning at UTF-16 offset {offset} ends after the end of the text at byte offset {size}")
    if offset not in places:
        raise bad("Entity begins in a middle of a UTF-16 symbol at byte offset " + _bytes(text, places, offset))
    if offset + length not in places:
        where = _bytes(text, places, offset + length)
        raise bad(
            f"Entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol at byte offset {where}"
        )
    more = tuple((name, value) for name, value in entity.items() if name not in ("type", "offset", "length"))
    return Span(places[offset], places[offset + length], entity["type"], more)


def _bytes(text: str, places: dict[int, int], offset: int) -> str:
    return str(len(text[: places[offset - 1] + 1].encode()))


def clean(text: str, entities: Iterable[Span] = ()) -> Formatted:
    """Control characters become spaces, some are dropped, both ends are trimmed, and entities follow."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad("Strings must be encoded in UTF-8") from None
    kept, repaired = _settled(entities)
    moved: list[int] = []
    letters: list[str] = []
    for index, letter in enumerate(text):
        moved.append(len(letters))
        if letter not in DROPPED:
            letters.append(_letter(letter, text[index + 1 : index + 2]))
    moved.append(len(letters))
    result = "".join(letters)
    fitted = [replace(span, start=moved[span.start], end=moved[span.end]) for span in kept]
    return _trimmed(result, [span for span in fitted if span.end > span.start], repaired)


def _letter(letter: str, following: str) -> str:
    if letter in MARKS:
        return "\u200c" if following in MARKS else letter
    return " " if ord(letter) < 32 and letter != "\n" else letter


def _trimmed(text: str, entities: list[Span], repaired: list[str]) -> Formatted:
    """Spaces and newlines are cut from both ends, at the start only up to the first entity."""
    end = len(text.rstrip(" \n"))
    fitted = [replace(span, end=min(span.end, end)) for span in entities if span.start < end]
    first = min((span.start for span in fitted), default=end)
    start = min(len(text[:end]) - len(text[:end].lstrip(" \n")), first)
    moved = [replace(span, start=span.start - start, end=span.end - start) for span in fitted]
    return Formatted(text[start:end], tuple(sorted(moved, key=_order)), tuple(repaired))


def _settled(entities: Iterable[Span]) -> tuple[list[Span], list[str]]:
    """Spans without conflicts; Telegram drops or splits in silence, here each is noted and the later one dropped."""
    kept: list[Span] = []
    notes: list[str] = []
    for span in sorted((span for span in entities if span.end > span.start), key=_order):
        rival = next((other for other in kept if _conflict(other, span)), None)
        if rival is None:
            kept.append(span)
        else:
            notes.append(f"entity {span.type} [{span.start}, {span.end}) conflicts with {rival.type}")
    return kept, notes


def _conflict(one: Span, other: Span) -> bool:
    if one.crosses(other):
        return True
    soft = SPLITTABLE | QUOTES
    if one.type in QUOTES and other.type in QUOTES:
        return one.meets(other)
    if one.type not in soft and other.type not in soft:
        return one.meets(other)
    code = {"code", "pre"}
    return one.meets(other) and ((one.type in code) != (other.type in code)) and not ({one.type, other.type} & QUOTES)


def _order(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.type


def is_blank(text: str) -> bool:
    """Whether a text shows nothing (TDLib's `is_empty_string`)."""
    return all(letter in BLANK for letter in text)
