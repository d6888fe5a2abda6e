"""What is typed behind /pending: `bot:NAME team:NAME mine unclaimed bulk older:2h PAGE`, in any order, each once.

`bot NAME`, `older 2h` and `page 2` mean the same as `bot:NAME`, `older:2h` and `2`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from engine.durations import parse_duration
from engine.errors import AssentError

_ALONE = ("mine", "unclaimed", "bulk")
_WITH_VALUE = ("bot", "team", "older", "page")
MOST_PAGES = 100_000
LONGEST_AGE = timedelta(days=3650)


class BadFilter(AssentError):
    """Something that means nothing here; `word` is what was typed."""

    def __init__(self, word: str) -> None:
        super().__init__(f"{word!r} is no filter")
        self.word = word


@dataclass(frozen=True, slots=True)
class Filters:
    """Which requests somebody wants to see, and which page of them."""

    bot: str = ""
    team: str = ""
    older: timedelta | None = None
    flags: frozenset[str] = frozenset()
    page: int = 1
    typed: str = ""
    """All of it but the page, as it can be typed again."""

    @property
    def mine(self) -> bool:
        return "mine" in self.flags

    @property
    def unclaimed(self) -> bool:
        return "unclaimed" in self.flags

    @property
    def bulk(self) -> bool:
        return "bulk" in self.flags


def parse(text: str) -> Filters:
    """Read filters; raises BadFilter with the first word that is none."""
    values: dict[str, str] = {}
    for name, value in _pairs(text.split()):
        if name in values:
            raise BadFilter(f"{name}:{value}" if value else name)
        values[name] = value
    page = values.pop("page", "1")
    if not (page.isascii() and page.isdecimal()) or not 0 < int(page[:9]) <= MOST_PAGES:
        raise BadFilter(page)
    older = values.get("older")
    return Filters(
        bot=values.get("bot", ""),
        team=values.get("team", ""),
        older=_span(older) if older is not None else None,
        flags=frozenset(name for name in values if name in _ALONE),
        page=int(page),
        typed=" ".join(f"{name}:{value}" if value else name for name, value in values.items()),
    )


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    left = iter(words)
    for word in left:
        name, colon, value = word.partition(":")
        name = name.casefold()
        if word.isdecimal():
            yield "page", word
        elif name in _ALONE and not colon:
            yield name, ""
        elif name in _WITH_VALUE and (value or (not colon and (value := next(left, "")))):
            yield name, value
        else:
            raise BadFilter(word)


def _span(text: str) -> timedelta:
    try:
        span = parse_duration(text)
    except (ValueError, OverflowError):
        raise BadFilter(f"older:{text}") from None
    if span > LONGEST_AGE:
        raise BadFilter(f"older:{text}")
    return span
