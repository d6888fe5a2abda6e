"""Texts as Discord shows them: nothing in a value becomes a link, a mention, a heading or a formatting by itself."""

import re

from channels.text import cut, units, visible

MOST = 2000
"""Units of a message's content, https://docs.discord.com/developers/resources/message#create-message."""

_MARKUP = re.compile(r"[\\*_~`|<\[]|:(?=//|\w+:)|@(?=everyone|here)")
"""What begins a formatting, a mention, a time, a link or an emoji, wherever it stands."""
_AT_LINE_START = re.compile(r"(?m)^(\s*)([#>+-])|^(\s*\d+)(\.)")
"""Headings, quotes, small print and lists; Discord takes a backslash before any sign for that sign."""
_ADDRESS = re.compile(r"(https?://[^\s<>]+)")


def inert(text: str) -> str:
    """A text of somebody else, to be shown to the letter."""
    text = _MARKUP.sub(r"\\\g<0>", visible(text))
    return _AT_LINE_START.sub(lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", text)


def linked(text: str) -> str:
    """A text to be shown to the letter, but for addresses of web pages, which stay links."""
    pieces = _ADDRESS.split(text)
    return "".join(visible(piece) if index % 2 else inert(piece) for index, piece in enumerate(pieces))


def code(text: str) -> str:
    """A value in code, where Discord makes nothing of it; a backtick would end it and is spelled out."""
    text = visible(text).replace("`", "⟨U+0060⟩")
    if "\n" in text:
        return f"```\n{text}\n```"
    return f"`{text}`" if text.strip() else f"`⟨{' ' * len(text)}⟩`"


def inert_cut(text: str, most: int) -> str:
    """At most so many units of a foreign text, counted as it is sent; no sign is torn from its backslash."""
    whole = inert(text)
    if units(whole) <= most:
        return whole
    shown = cut(text, most)
    while units(inert(shown)) > most and len(shown) > 1:
        shown = cut(text, max(1, units(shown) - max(1, (units(inert(shown)) - most) // 2)))
    return inert(shown) if units(inert(shown)) <= most else ""
