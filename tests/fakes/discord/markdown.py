"""What people read of a text with Markdown, and of what something else is made than its letters.

After the rules of Discord's client, as its help page "Markdown Text 101" and libraries that repeat them tell: at each
place the first rule that fits takes it. It is strict: a sign that could begin a formatting counts as one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEXT, CODE, LINK = "text", "code", "link"
_AT_LINE_START = re.compile(r" *(?P<sign>>>> |> |#{1,3}\s|-#\s|[-*+]\s|\d+\.\s)")
_RULES = (
    (TEXT, re.compile(r"\\(?P<shown>[^0-9A-Za-z\s])")),
    (CODE, re.compile(r"```(?:[a-z0-9_+\-.#]+?\n)?\n*(?P<shown>[^\n][\s\S]*?)\n*```", re.IGNORECASE)),
    (CODE, re.compile(r"(?P<ends>`+)(?P<shown>[\s\S]*?[^`])(?P=ends)(?!`)")),
    (LINK, re.compile(r"(?P<shown>https?://[^\s<]+[^<.,:;\"'\]\s])")),
    ("", re.compile(r"(?P<sign>\*\*|__|~~|\|\||[*_~|\[<`])")),
    ("", re.compile(r"(?P<sign>:[\w+-]+:|@everyone|@here)")),
    (TEXT, re.compile(r"(?P<shown>[\s\S])")),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: what is read as `text`, `code` or a `link`; any other kind is the sign that formats."""

    kind: str
    shown: str = ""


def read(text: str) -> list[Span]:
    """The parts of a text, letters that follow each other as one."""
    spans: list[Span] = []
    for span in _read(text):
        if spans and span.kind == spans[-1].kind == TEXT:
            spans[-1] = Span(TEXT, spans[-1].shown + span.shown)
        else:
            spans.append(span)
    return spans


def shown(text: str) -> str:
    """What is read."""
    return "".join(span.shown for span in read(text))


def signs(text: str) -> list[str]:
    """What formats, in order."""
    return [span.kind for span in read(text) if span.kind not in (TEXT, CODE, LINK)]


def _read(text: str) -> Iterator[Span]:
    at, begins = 0, True
    while at < len(text):
        if begins and (found := _AT_LINE_START.match(text, at)):
            yield Span(found["sign"])
        else:
            kind, found = next((kind, found) for kind, rule in _RULES if (found := rule.match(text, at)))
            parts = found.groupdict()
            yield Span(kind, parts["shown"]) if kind else Span(parts["sign"])
            begins = found[0].endswith("\n")
        at = found.end()
