"""Our own words in the reader's language: one Fluent file per language in `locales/`, one translator over them."""

import logging
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.sizes import KB, MB

FOLDER = Path(__file__).resolve().parent.parent / "locales"
LAST_RESORT = "en"
EMPTY = "none"
"""The variant that an argument selects which is empty or left out."""

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_BIDI_CONTROLS = {
    ord(mark): None for mark in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_STAND_IN = "\ue000{}\ue001"
_LONG = 1000
"""Fluent refuses a value of more than 2500 characters: from here on it formats a stand-in for the value."""

log = logging.getLogger(__name__)


class MissingWords(LookupError):
    """No language has this message, or an argument of it was not given."""


class Locales:
    """The languages that are there. A file is parsed when its language is first asked for, and only once."""

    def __init__(self, default: str = LAST_RESORT, folder: Path = FOLDER, strict: bool = False) -> None:
        """`strict` raises `MissingWords` where production logs and makes do; a `default` that is not there is `en`."""
        self._files = {path.stem: path for path in sorted(folder.glob("*.ftl"))}
        self._languages: dict[str, _Language] = {}
        self._strict = strict
        self.default = self.find(default) or LAST_RESORT

    def text(self, locale: str, message_id: str, **args: Any) -> str:
        """A message in that language, else in its parent, the default, or English.

        Arguments are texts and numbers. An empty text, None, and an argument left out select `[none]` where the message
        has it; arguments that no variable asks for do not matter.
        """
        for tag in self._chain(locale):
            if self._language(tag).bundle.has_message(message_id):
                return self._format(tag, message_id, args)
        self._complain(f"no language has the message {message_id!r}")
        return message_id

    def find(self, wanted: str) -> str | None:
        """The tag of the language that a person or a platform named: a tag, a more special one, or a native name."""
        asked = wanted.strip().replace("_", "-").casefold()
        tags = {tag.casefold(): tag for tag in self._files}
        for tag in _widening(asked):
            if tag in tags:
                return tags[tag]
        return (
            next((tag for tag, name in self.available().items() if name.casefold() == asked), None) if asked else None
        )

    def match(self, wanted: str) -> str:
        """As `find`, but the default where that language is not there."""
        return self.find(wanted) or self.default

    def available(self) -> Mapping[str, str]:
        """Tag to native name of every language."""
        return {tag: self._own_name(tag) for tag in self._files}

    def moment(self, locale: str, at: datetime, now: datetime | None = None, zone: tzinfo = UTC) -> str:
        """An aware moment in words, with its zone; the date is left out where it is that of `now`."""
        babel = _babel(self.match(locale))
        local = at.astimezone(zone)
        time = f"{format_time(local, 'short', tzinfo=zone, locale=babel)} {local.tzname() or ''}".strip()
        if now is not None and now.astimezone(zone).date() == local.date():
            return time
        return str(babel.datetime_formats["medium"]).format(time, format_date(local, "medium", locale=babel))

    def duration(self, locale: str, span: timedelta) -> str:
        """A span in words, rounded to its largest unit: `2 hours`."""
        return format_timedelta(span, threshold=1, locale=_babel(self.match(locale)))

    def day(self, locale: str, at: datetime, zone: tzinfo = UTC) -> str:
        """The day of an aware moment as briefly as it is written: `3 Nov`."""
        return str(format_skeleton("MMMd", at.astimezone(zone), zone, locale=_babel(self.match(locale))))

    def size(self, locale: str, count: int) -> str:
        """So many bytes in words: `1.2 MB`."""
        divisor, unit = (MB, "MB") if count >= MB else (KB, "KB")
        number = format_decimal(max(0.1, count / divisor), "#,##0.#", locale=_babel(self.match(locale)))
        return f"{number} {unit}"

    def _chain(self, locale: str) -> Iterator[str]:
        return iter(dict.fromkeys((self.match(locale), self.default, LAST_RESORT)))

    def _language(self, tag: str) -> "_Language":
        if tag not in self._languages:
            self._languages[tag] = _Language.read(tag, self._files.get(tag))
        return self._languages[tag]

    def _own_name(self, tag: str) -> str:
        return (
            self._format(tag, "language-name", {}) if self._language(tag).bundle.has_message("language-name") else tag
        )

    def _format(self, tag: str, message_id: str, args: Mapping[str, Any]) -> str:
        language = self._language(tag)
        pattern = language.bundle.get_message(message_id).value
        if pattern is None:
            self._complain(f"{message_id!r} has no text in {tag!r}")
            return message_id
        optional = language.optional[message_id]
        bound = dict.fromkeys(optional, EMPTY)
        bound |= {name: _bind(value, tag) for name, value in args.items() if name not in optional or _is_given(value)}
        long = {name: value for name, value in bound.items() if isinstance(value, str) and len(value) > _LONG}
        text, errors = language.bundle.format_pattern(pattern, bound | {name: _STAND_IN.format(name) for name in long})
        if errors:
            self._complain(f"{message_id!r} in {tag!r}: " + "; ".join(str(error) for error in errors))
        text = str(text)
        for name, value in long.items():
            text = text.replace(_STAND_IN.format(name), value)
        return text

    def _complain(self, fault: str) -> None:
        if self._strict:
            raise MissingWords(fault)
        log.error("words are missing: %s", fault)


@dataclass(frozen=True, slots=True)
class _Language:
    """A parsed file; `optional` names each message's variables that select `[none]`."""

    bundle: FluentBundle
    optional: Mapping[str, frozenset[str]]

    @classmethod
    @cache  # parsing takes longer than the rest of a start; a process that is forked has it already
    def read(cls, tag: str, path: Path | None) -> "_Language":
        # Isolating marks would be copied along with a code or an id: `_bind` sets them where they are needed.
        bundle = FluentBundle([tag], use_isolating=False)
        resource = FluentResource(path.read_text(encoding="utf-8") if path else "")
        bundle.add_resource(resource)
        messages = [entry for entry in resource.body if isinstance(entry, ast.Message)]
        return cls(bundle, {message.id.name: _optional(message) for message in messages})


class _OptionalNames(Visitor):
    """Collects the variables that a message can do without."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = {key.name for key in (variant.key for variant in node.variants) if isinstance(key, ast.Identifier)}
        if isinstance(node.selector, ast.VariableReference) and EMPTY in keys:
            self.names.add(node.selector.id.name)
        self.generic_visit(node)


def _optional(message: ast.Message) -> frozenset[str]:
    visitor = _OptionalNames()
    visitor.visit(message)
    return frozenset(visitor.names)


def _is_given(value: Any) -> bool:
    return value is not None and value != ""


def _bind(value: Any, tag: str) -> Any:
    """A value as Fluent takes it; foreign text is fenced so that it cannot turn the sentence around it."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return value
    text = "" if value is None else str(value)
    return f"{_ISOLATE}{text.translate(_BIDI_CONTROLS)}{_END_ISOLATE}" if _needs_fence(text, tag) else text


def _needs_fence(text: str, tag: str) -> bool:
    """Whether a value could disturb the direction of a text in that language.

    A single ASCII word never gets invisible marks: it is a code, an id, an address, and people copy it.
    """
    if text.isascii() and not any(map(str.isspace, text)):
        return False
    leftward = _babel(tag).text_direction == "rtl"
    harmless = {"R", "AL"} if leftward else {"L"}
    strong = {unicodedata.bidirectional(char) for char in text} & {"L", "R", "AL", "AN"}
    return bool(strong - harmless) or any(ord(char) in _BIDI_CONTROLS for char in text)


def _widening(tag: str) -> Iterator[str]:
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def _babel(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")
