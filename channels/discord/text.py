"""Texts as Discord shows them: nothing in a value becomes a link, a mention, a heading or a formatting by itself."""

import re
from collections.abc import Callable, Iterator

from channels.text import cut, parts, units, visible

MOST = 2000
"""Units of a message's content, https://docs.discord.com/developers/resources/message#create-message."""

_MARKUP = re.compile(r"[\\*_~`|<\[]|:(?=//|[\w+-]+:)|@(?=everyone|here)")
"""What begins a formatting, a mention, a time, a link or an emoji, wherever it stands."""
_BREAK = "⟨U+000A⟩"
_AT_LINE_START = re.compile(r"(?m)^(\s*)([#>+-])|^(\s*\d+)(\.)")
"""Headings, quotes, small print and lists; Discord takes a backslash before any sign for that sign."""
_ADDRESS = re.compile(r"(?<!\w)(https?://[^\s<>]{1,1000}[^<>.,:;\"'\]\s])(?=[.,:;\"'\]]*(?:\s|$))")
"""What Discord itself makes a link of, and all of it: what it read as something else would be formatted."""


def inert(text: str) -> str:
    """A text of somebody else, to be shown to the letter."""
    text = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _AT_LINE_START.sub(lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", text)


def linked(text: str) -> str:
    """A text to be shown to the letter, but for addresses of web pages, which stay links."""
    pieces = _ADDRESS.split(text)
    return "".join(visible(piece) if index % 2 else inert(piece) for index, piece in enumerate(pieces))


def pieces(text: str, shown: Callable[[str], str], most: int = MOST) -> Iterator[str]:
    """A long text in pieces of at most so many units as `shown` makes them, each inert by itself.

    It is cut before it is made inert: a cut behind a backslash, or before what begins a line then, would undo that.
    """
    yield from _fitting(visible(text), shown, most, most)


def _fitting(text: str, shown: Callable[[str], str], most: int, raw: int) -> Iterator[str]:
    for part in parts(text, raw):
        made = shown(part)
        if (size := units(made)) <= most:
            yield made
        else:
            yield from _fitting(part, shown, most, max(2, raw * most // size))


def code(text: str) -> str:
    """A value in code, where Discord makes nothing of it.

    What would end the code is spelled out, and so are the line breaks at its edges, which nobody would see.
    """
    text = visible(text).replace("`", "⟨U+0060⟩")
    inner = text.strip("\n")
    before = len(text) - len(text.lstrip("\n")) if inner else len(text)
    text = _BREAK * before + inner + _BREAK * (len(text) - len(inner) - before)
    if "\n" in text:
        return f"```\n{text}\n```"
    return f"`{text}`" if text.strip() else f"`⟨{text}⟩`"


def inert_cut(text: str, most: int) -> str:
    """At most so many units of a foreign text, counted as it is sent; no sign is torn from its backslash."""
    text, raw = visible(text), most
    while (size := units(made := inert(cut(text, raw)))) > most:
        raw = raw * most // size
    return made
