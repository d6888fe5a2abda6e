"""Makes letters of views: a card with its links, what became of it, a plain message, a code."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from channels.email.layout import html, plain
from channels.email.letter import Letter
from channels.email.links import Link, Links
from channels.email.reviews import Reader, Say
from channels.email.settings import EmailSettings
from channels.tokens import OPTION, decode
from channels.views import CardView, Content, FilesView, Line, MailView, Row

MOST_LINES, LONGEST_LINE, LONGEST_VALUE = 20, 1000, 2000
"""How much of a conversation and of one value a mail holds; its page has all of it."""
LONGEST_SUBJECT = 150
BY_LINK: Mapping[str, str] = {
    "approve": "approve", "ask_reason": "reject", "reject": "reject", "ask_reference": "confirm", "confirm": "confirm",
    "retry": "retry", "stop": "stop", "undo": "undo",
}  # fmt: skip
"""What a link does where a card has this button: what is asked for afterwards elsewhere, its page asks for at once."""


class Choice(NamedTuple):
    """A link as a mail shows it."""

    label: str
    style: str
    url: str


class Composer:
    """Knows how a mail looks, and which links it holds for whom."""

    def __init__(self, settings: EmailSettings, links: Links, say: Say) -> None:
        self._settings = settings
        self._links = links
        self._say = say

    async def card(self, address: str, reader: Reader | None, view: CardView) -> Letter:
        """A card for an address; links are for the person whose address it is, and for nobody else."""
        locale = reader.locale if reader else ""
        short, cut = _shortened(view)
        values = {
            "locale": locale or "en",
            "view": short,
            "choices": await self._choices(reader, view) if reader else [],
            "cut": self._say(locale, "mail-card-cut") if cut else "",
            "note": self._note(reader, view),
        }
        subject = self._subject(locale, view)
        name, thread = self.root(address, view), ""
        if view.edition:
            subject, thread = f"Re: {subject}", name
            name = self._named(f"{view.handoff}.edition {view.edition}", address)
        tags = {"handoff": view.handoff}
        return Letter(address, subject, plain("card", **values), html("card", **values), name, thread, tags=tags)

    async def result(self, address: str, reader: Reader | None, view: CardView, thread: str) -> Letter:
        """What became of a request, in the thread of its card; what can still be undone has a link for that."""
        locale = reader.locale if reader else ""
        choices = await self._choices(reader, view) if reader else []
        values = {"locale": locale or "en", "view": view, "choices": choices}
        told = view.state if view.decided else f"{view.state}.{view.status}"
        name = self._named(f"{view.handoff}.{told}", address)
        subject = f"Re: {self._subject(locale, view)}"
        return Letter(address, subject, plain("result", **values), html("result", **values), name, thread)

    def message(self, address: str, locale: str, text: str, key: str) -> Letter:
        """A plain message, such as operators get."""
        subject = _one_line(text.partition("\n")[0])
        return self._noted(address, locale, MailView(address, subject, text), key)

    def files(self, address: str, locale: str, view: FilesView, room: int, key: str) -> Letter:
        """Files in a mail, as far as there is room; the others are named, as are those that nobody brought."""
        taken: list[Content] = []
        named = [file.name or file.kind for file in view.files]
        for content in view.contents:
            if len(content.data) <= room:
                taken.append(content)
                room -= len(content.data)
            else:
                named.append(self._say(locale, "mail-file-left", name=content.name))
        text = "\n".join([view.caption, *named])
        return replace(self.message(address, locale, text, key), files=tuple(taken))

    def code(self, mail: MailView, key: str) -> Letter:
        """A mail whose words are made; a code in it stands out."""
        return self._noted(mail.address, "", mail, key)

    def root(self, address: str, view: CardView) -> str:
        """The Message-ID of a request's first mail to an address."""
        return self._named(view.handoff, address)

    def _noted(self, address: str, locale: str, mail: MailView, key: str) -> Letter:
        values = {"locale": locale or "en", "mail": mail}
        subject = _one_line(mail.subject)
        return Letter(address, subject, plain("note", **values), html("note", **values), self._named(key, address))

    async def _choices(self, reader: Reader, view: CardView) -> list[Choice]:
        choices = {}
        for button in view.buttons:
            token = decode(button.token)
            action = _by_link(token.action) if token else None
            if action and action not in choices:
                signed = await self._links.token(Link(view.handoff, *view.binding, reader.person, action))
                url = f"{self._settings.public_url}/a/{signed}"
                choices[action] = Choice(button.label, button.style, url)
        return list(choices.values())

    def _note(self, reader: Reader | None, view: CardView) -> str:
        if not view.buttons:
            return ""
        if reader is None:
            return self._say("", "mail-card-nobody")
        return self._say(reader.locale, "mail-card-note", name=reader.name)

    def _subject(self, locale: str, view: CardView) -> str:
        return _one_line(self._say(locale, "mail-card-subject", title=view.title, bot=view.bot, id=view.short_id))

    def _named(self, what: str, address: str) -> str:
        """A Message-ID that is the same whenever it is asked for."""
        digest = hashlib.sha256(f"{what}\n{address}".encode()).hexdigest()[:32]
        return f"<{digest}@{self._settings.domain}>"


def _by_link(action: str) -> str | None:
    """What a link does where a card has this button, None if nothing."""
    return action if action.startswith(OPTION) else BY_LINK.get(action)


def _shortened(view: CardView) -> tuple[CardView, bool]:
    """The card as a mail holds it, and whether something was left out."""
    lines = tuple(_short_line(line) for line in view.transcript[-MOST_LINES:])
    facts = tuple(_short_row(row) for row in view.facts)
    calls = tuple(replace(call, arguments=tuple(map(_short_row, call.arguments))) for call in view.calls)
    short = replace(view, transcript=lines, facts=facts, calls=calls, reason=_cut(view.reason, LONGEST_VALUE))
    return short, short != view


def _short_line(line: Line) -> Line:
    return replace(line, text=_cut(line.text, LONGEST_LINE))


def _short_row(row: Row) -> Row:
    return replace(row, value=_cut(row.value, LONGEST_VALUE))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _one_line(text: str) -> str:
    """A text as a header can hold it."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:LONGEST_SUBJECT]
