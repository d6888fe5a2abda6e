"""E-mail as a channel: one place is one address, a card is a mail with links, what became of it is a second one."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Protocol

from aiohttp import web

from channels.base import Finding, Gone, MessageRef, Rejected
from channels.email.composing import Composer
from channels.email.door import Door
from channels.email.events import Undelivered
from channels.email.letter import Letter, Locked, Post, Repeated
from channels.email.links import Links
from channels.email.pages import Pages
from channels.email.reviews import Drafts, Keys, Now, Reader, Reviews, Say
from channels.email.settings import PLATFORM, EmailSettings
from channels.email.talk_pages import TalkPages
from channels.views import Attachment, CardView, FilesView, MailView, TextView

UNDOABLE = "settling"
"""The state of a request that is approved and may still be undone."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the channel needs of the house."""

    reviews: Reviews
    drafts: Drafts
    keys: Keys
    undelivered: Undelivered
    say: Say
    now: Now
    locales: Sequence[str]


class Mount(Protocol):
    """Something that our web server shows."""

    def mount(self, app: web.Application) -> None: ...


_EDITION = "#"
"""Stands between the name of a mail and the edition that it shows, if that is not the first."""


class Email:
    """A `Channel`, a `Mailbox` and a mount of the web server."""

    name = PLATFORM

    def __init__(self, settings: EmailSettings, around: Surroundings, post: Post, events: Mount | None = None) -> None:
        self._reviews = around.reviews
        self._drafts = around.drafts
        self._post = post
        links = Links(around.keys, around.now)
        self._composer = Composer(settings, links, around.say)
        door = Door(links, around.reviews, around.say, around.locales)
        self._pages, self._talks = Pages(door), TalkPages(door)
        self._events = events
        self._status = Finding(self.name)

    def mount(self, app: web.Application) -> None:
        """Add the pages behind the links, and where the provider tells of mails that did not arrive."""
        self._pages.mount(app)
        self._talks.mount(app)
        if self._events is not None:
            self._events.mount(app)

    async def start(self) -> None:
        """Nothing is listened to but our own server."""

    async def stop(self) -> None:
        """Nothing is listened to: what people do with a mail comes by its links."""

    async def close(self) -> None:
        """Let go of connections."""
        await self._post.close()

    # --- what is sent -------------------------------------------------------------------------------------------

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Mail a card; a repetition under the same key sends the very same mail."""
        address, reader = self._recipient(place)
        letter = await self._composer.card(address, reader, view)
        ref = await self._send(Letter(**await self._drafts.kept(key, asdict(letter))), key)
        return MessageRef(f"{ref}{_EDITION}{view.edition}") if view.edition else ref

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """A mail cannot be changed: once a request is decided a second one says so, in the same thread.

        Then raises Gone, for nothing of these mails can say more: so it is one per request and address. The same where
        a value was changed since: the links of that mail do not decide any more, so that one with new links is wanted.
        An approval that can still be undone is told as well, with a link to undo it.
        """
        mailed, edition = _read(ref)
        if not view.decided and edition < view.edition:
            raise Gone("the request was changed since it was mailed")
        if not view.decided and view.state != UNDOABLE:
            return
        address, reader = self._recipient(place)
        thread = await self._post.message_id(mailed) or self._composer.root(address, view)
        letter = await self._composer.result(address, reader, view, thread)
        with suppress(Repeated):  # it was said before in other words, such as the time without its date
            await self._send(letter, f"result.{letter.id.strip('<>')}")
        if view.decided:
            raise Gone("what became of the request is mailed")

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Mail a plain message; its words are kept by who asks."""
        address, reader = self._recipient(place)
        letter = self._composer.message(address, reader.locale if reader else "", view.text, key)
        return await self._send(letter, key)

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Mail the files; what a mail cannot hold is named. A repetition sends nothing that was sent already."""
        address, reader = self._recipient(place)
        locale = reader.locale if reader else ""
        letter = self._composer.files(address, locale, view, self._post.room, key)
        with suppress(Repeated):
            try:
                return await self._send(letter, key)
            except Rejected:
                if not letter.files:
                    raise
                # The provider, or the one who reads, may take less than we know, in size or in type.
                return await self._send(self._composer.files(address, locale, view, 0, key), key)
        return MessageRef("")

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """A mail that is sent stays as it is."""
        raise Rejected("a mail cannot be edited")

    async def fetch(self, file: Attachment) -> bytes:
        """Nobody sends us files by mail."""
        raise Gone("no file came by mail")

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """A mailbox has no rooms: a talk is held there itself."""
        return place

    async def close_room(self, place: str) -> None:
        """There is nothing to close."""

    async def send(self, mail: MailView, key: str) -> MessageRef:
        """Send a mail whose words are made."""
        return await self._send(self._composer.code(mail, key), key)

    async def show_typing(self, place: str) -> None:
        """Mail has no such sign."""

    def _recipient(self, place: str) -> tuple[str, Reader | None]:
        """The address as its owner spells it, and its owner if it has one."""
        address = place.partition(":")[2]
        reader = self._reviews.reader(address)
        return (reader.address if reader else address), reader

    async def _send(self, letter: Letter, key: str) -> MessageRef:
        try:
            ref = await self._post.send(letter, key)
        except Locked as refused:
            self._status = Finding(self.name, "doctor-mail-refused", {"detail": str(refused)})
            raise
        self._status = Finding(self.name)
        return ref

    # --- how it is ----------------------------------------------------------------------------------------------

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the provider, and one for each address."""
        return await check_up(self._post, places)

    def status(self) -> Finding:
        """How the last mail went: nothing is connected that could break in between."""
        return self._status


def _read(ref: MessageRef) -> tuple[MessageRef, int]:
    """The provider's own name of a mail, and the edition of the request that it shows."""
    mailed, _, edition = ref.rpartition(_EDITION)
    return (MessageRef(mailed), int(edition)) if mailed and edition.isdecimal() else (ref, 0)


async def check_up(post: Post, places: Sequence[str]) -> Sequence[Finding]:
    """The check-up of a provider; nothing is sent, so an address is known to be one and not that it is read."""
    return [*await post.look(), *(Finding(place) for place in places)]
