"""The MarkdownV2 parse mode, as strict as Telegram's (Bot API "MarkdownV2 style").

Not modelled: block quotes and custom emoji; both are refused as reserved characters.
"""

import re
from dataclasses import dataclass

from tests.fakes.telegram.errors import Refused, bad
from tests.fakes.telegram.formatted import Span
from tests.fakes.telegram.html import link

RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS = {"__": "underline", "||": "spoiler", "_": "italic", "*": "bold", "~": "strikethrough"}
SHOWN = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "text_link": "TextUrl",
    "code": "Code",
    "pre": "Pre",
}
FENCE = re.compile(r"```(?:([^\s`]+)(?=\s))?(?:\r\n|\n|\r)?")


@dataclass
class _Open:
    kind: str
    start: int
    offset: int


def _cant(text: str) -> Refused:
    return bad(f"can't parse entities: {text}")


def parse(source: str) -> tuple[str, list[Span]]:
    """The text and its entities; raises "can't parse entities"."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.open: list[_Open] = []
        self.spans: list[Span] = []

    def run(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise self._unclosed(self.open[-1])
        return "".join(self.out), sorted(self.spans, key=lambda span: (span.start, -span.end))

    def _unclosed(self, mark: _Open) -> Refused:
        return _cant(f"Can't find end of {SHOWN[mark.kind]} entity at byte offset {mark.offset}")

    def _offset(self) -> int:
        return len(self.source[: self.at].encode())

    def _step(self) -> None:
        letter = self.source[self.at]
        following = self.source[self.at + 1 : self.at + 2]
        if letter == "\\" and following and ord(following) <= 126:
            self.out.append(following)
            self.at += 2
        elif letter not in RESERVED:
            self.out.append(letter)
            self.at += 1
        elif letter == "`":
            self._code()
        elif letter in "[]":
            self._link(letter)
        else:
            self._mark(letter)

    def _mark(self, letter: str) -> None:
        mark = letter * 2 if letter in "_|" and self.source.startswith(letter * 2, self.at) else letter
        kind = MARKS.get(mark)
        if kind is None:
            raise _cant(f"Character '{letter}' is reserved and must be escaped with the preceding '\\'")
        if self.open and self.open[-1].kind == kind:
            self._add(self.open.pop())
        else:
            self.open.append(_Open(kind, len(self.out), self._offset()))
        self.at += len(mark)

    def _add(self, mark: _Open) -> None:
        if len(self.out) > mark.start:
            self.spans.append(Span(mark.start, len(self.out), mark.kind))

    def _code(self) -> None:
        fence = FENCE.match(self.source, self.at)
        mark = _Open("pre" if fence else "code", len(self.out), self._offset())
        end = "```" if fence else "`"
        self.at = fence.end() if fence else self.at + 1
        while not self.source.startswith(end, self.at):
            if self.at >= len(self.source):
                raise self._unclosed(mark)
            self.at += self.source[self.at] == "\\" and self.at + 1 < len(self.source)
            self.out.append(self.source[self.at])
            self.at += 1
        self.at += len(end)
        language = (("language", fence[1]),) if fence and fence[1] else ()
        if len(self.out) > mark.start:
            self.spans.append(Span(mark.start, len(self.out), mark.kind, language))

    def _link(self, letter: str) -> None:
        if letter == "[":
            self.open.append(_Open("text_link", len(self.out), self._offset()))
            self.at += 1
            return
        if not self.open or self.open[-1].kind != "text_link":
            raise _cant("Character ']' is reserved and must be escaped with the preceding '\\'")
        mark = self.open.pop()
        self.at += 1
        url = "".join(self.out[mark.start :])
        if self.source.startswith("(", self.at):
            url = self._url()
        made = link(mark.start, len(self.out), url) if len(self.out) > mark.start else None
        if made is not None:
            self.spans.append(made)

    def _url(self) -> str:
        self.at += 1
        begin = self._offset()
        letters: list[str] = []
        while not self.source.startswith(")", self.at):
            if self.at >= len(self.source):
                raise _cant(f"Can't find end of a URL at byte offset {begin}")
            self.at += self.source[self.at] == "\\" and self.at + 1 < len(self.source)
            letters.append(self.source[self.at])
            self.at += 1
        self.at += 1
        return "".join(letters)
