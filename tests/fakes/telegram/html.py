"""The HTML parse mode, as strict as Telegram's (TDLib's `parse_html`, Bot API "HTML style")."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.errors import Refused, bad
from tests.fakes.telegram.formatted import Span

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|([a-zA-Z]+));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)))?""")
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


@dataclass
class _Open:
    tag: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse(source: str) -> tuple[str, list[Span]]:
    """The text and its entities; raises "can't parse entities"."""
    return _Parser(source).run()


def _cant(text: str) -> Refused:
    return bad(f"can't parse entities: {text}")


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.open: list[_Open] = []
        self.spans: list[Span] = []

    def run(self) -> tuple[str, list[Span]]:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._end() if self.source.startswith("</", self.at) else self._start()
            else:
                self.out += self._letter()
        if self.open:
            raise _cant(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), [Span(s.start, s.end, "code") if s.type == "code" else s for s in self.spans]

    def _offset(self) -> int:
        return len(self.source[: self.at].encode())

    def _letter(self) -> str:
        found = REFERENCE.match(self.source, self.at)
        letter = _decoded(found) if found else None
        if found is None or letter is None:
            self.at += 1
            return self.source[self.at - 1]
        self.at = found.end()
        return letter

    def _start(self) -> None:
        begin = self._offset()
        named = re.compile(r"<([^\s>]*)").match(self.source, self.at)
        assert named is not None
        tag = named[1].lower()
        if named.end() == len(self.source):
            raise _cant(f"Unclosed start tag at byte offset {begin}")
        if tag not in KINDS:
            raise _cant(f'Unsupported start tag "{tag}" at byte offset {begin}')
        self.at = named.end()
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cant(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, len(self.out), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            rest = self.source[self.at :].lstrip()
            if rest.startswith(">"):
                self.at = len(self.source) - len(rest) + 1
                return found
            one = ATTRIBUTE.match(self.source, self.at)
            if not rest or one is None:
                what = "Unclosed start tag" if not rest else "Empty attribute name in the tag"
                raise _cant(f'{what} "{tag}" at byte offset {begin}')
            found[one[1]] = _text(one[2] or one[3] or one[4] or "")
            self.at = one.end()

    def _end(self) -> None:
        begin = self._offset()
        if not self.open:
            raise _cant(f"Unexpected end tag at byte offset {begin}")
        closed = re.compile(r"</([^\s>]*)\s*>").match(self.source, self.at)
        if closed is None:
            raise _cant(f"Unclosed end tag at byte offset {begin}")
        tag, expected = closed[1].lower(), self.open[-1].tag
        if tag and tag != expected:
            raise _cant(f'Unmatched end tag at byte offset {begin}, expected "</{expected}>", found "</{tag}>"')
        self.at = closed.end()
        self._close(self.open.pop())

    def _close(self, tag: _Open) -> None:
        end = len(self.out)
        if end == tag.start:
            return
        last = self.spans[-1] if self.spans else None
        if last is not None and {tag.tag, last.type} == {"pre", "code"} and (last.start, last.end) == (tag.start, end):
            language = tag.attributes.get("class", "") or dict(last.more).get("class", "")
            more = (("language", language.removeprefix("language-")),) if language else ()
            self.spans[-1] = Span(tag.start, end, "pre", more)
            return
        made = self._span(tag, end)
        if made is not None:
            self.spans.append(made)

    def _span(self, tag: _Open, end: int) -> Span | None:
        kind = KINDS[tag.tag]
        if kind == "text_link":
            return link(tag.start, end, tag.attributes.get("href") or "".join(self.out[tag.start : end]))
        if kind == "custom_emoji":
            number = tag.attributes.get("emoji-id", "")
            if not number.isdigit() or int(number) == 0:
                raise _cant("Invalid custom emoji identifier specified")
            return Span(tag.start, end, kind, (("custom_emoji_id", number),))
        if kind == "blockquote" and "expandable" in tag.attributes:
            kind = "expandable_blockquote"
        language = tag.attributes.get("class") if kind == "code" else None
        return Span(tag.start, end, kind, (("class", language),) if language else ())


def link(start: int, end: int, url: str) -> Span | None:
    """A link, a mention of a user by id, or nothing where the address is none."""
    user = USER_LINK.fullmatch(url)
    if user:
        known: dict[str, Any] = {"id": int(user[1]), "is_bot": False, "first_name": ""}
        return Span(start, end, "text_mention", (("user", known),))
    checked = checked_url(url)
    return Span(start, end, "text_link", (("url", checked),)) if checked else None


def checked_url(url: str) -> str | None:
    """An address as Telegram keeps it, or None (TDLib's `LinkManager::get_checked_link`, simplified)."""
    if re.fullmatch(r"(?:https?|ftp|tg|ton|tonsite)://[^\s]+", url, re.I):
        return url if "/" in url.split("://", 1)[1] or url.lower().startswith(("tg:", "ton")) else f"{url}/"
    return f"http://{url}/" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", url) else None


def _decoded(found: re.Match[str]) -> str | None:
    if found[3]:
        return NAMED.get(found[3])
    code = int(found[1]) if found[1] else int(found[2], 16)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else None


def _text(value: str) -> str:
    return REFERENCE.sub(lambda found: _decoded(found) or found[0], value)
