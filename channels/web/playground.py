"""The playground as a channel: what the outbox sends stands on a board, and the page is drawn from there."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from aiohttp import web

from channels.base import Desk, Finding, Gone, Intake, MessageRef
from channels.board import Board
from channels.views import Attachment, CardView, FilesView, MailView, TextView
from channels.web.feed import Feed
from channels.web.files import Files, file_json, is_ours
from channels.web.pages import Advance, Clock, Pages, Words, WorkingDay
from channels.web.rooms import Rooms
from channels.web.saying import Saying
from channels.web.settings import PlaygroundPeople


class Playground:
    """A `Channel`, a `Mailbox` and a `Mount`: customers write at `play:<customer>`, reviewers at `play:review`."""

    name = "play"

    def __init__(
        self,
        board: Board,
        intake: Intake,
        desk: Desk,
        people: PlaygroundPeople,
        *,
        words: Words,
        clock: Clock,
        advance: Advance | None = None,
        working_day: WorkingDay | None = None,
        locales: Sequence[str] = ("en",),
    ) -> None:
        self._feed = Feed(board)
        self._files = Files(board)
        self._rooms = Rooms(self._feed)
        saying = Saying(self._feed, self._files, self._rooms, intake, people, clock)
        self._pages = Pages(
            self._feed, self._files, saying, desk, people, words, clock, advance, working_day, tuple(locales)
        )

    def mount(self, app: web.Application) -> None:
        """Add the page and its data to a server, and end the page's streams when that server stops."""
        self._pages.mount(app)
        app.on_shutdown.append(self._server_stops)

    async def start(self) -> None:
        """Let pages follow the board; the server is what listens."""
        self._feed.open()

    async def stop(self) -> None:
        """End the streams of all open pages; they come back by themselves."""
        self._feed.close()

    async def close(self) -> None:
        """Nothing is held: the page's server is not ours."""

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place, once per key."""
        return await self._put(place, key, "text", _text_body(view))

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a text to this view; raises Gone when there is no such text at this place."""
        item = await self._feed.item(int(ref)) if ref.isdecimal() else None
        if item is None or (item.kind, item.place) != ("text", place):
            raise Gone(f"the playground has no text {ref!r} at {place!r}")
        body = {**_text_body(view), "reply_to": view.reply_to or item.body.get("reply_to", "")}
        if any(item.body.get(name) != value for name, value in body.items()):
            await self._feed.change(item.id, {**item.body, **body, "edited": True})

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Put a card at a place, once per key."""
        return await self._put(place, key, "card", _card_body(view))

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a card to this view; raises Gone when the board has no such card."""
        try:
            await self._feed.change(int(ref), _card_body(view))
        except (KeyError, ValueError) as error:
            raise Gone(f"the playground has no card {ref!r}") from error

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files that are kept here, keep those that come with their contents, and name all others."""
        self._check(place)
        kept = [await self._files.keep(f"{key}/{number}", each) for number, each in enumerate(view.contents)]
        ours = [file for file in view.files if is_ours(file)]
        named = [file.name or file.kind for file in view.files if not is_ours(file)]
        text = _text_body(TextView("\n".join([view.caption, *named]), reply_to=view.reply_to))
        return await self._put(place, key, "text", {**text, "files": [file_json(file) for file in (*ours, *kept)]})

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that the page keeps; raises Gone."""
        return await self._files.contents(file)

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """Open the room of a card, a place of its own; the same card has the same room."""
        return await self._rooms.open(place, card, title, key)

    async def close_room(self, place: str) -> None:
        """Close a room; what was said there can still be read."""
        await self._rooms.close(place)

    async def show_typing(self, place: str) -> None:
        """The page shows no such sign."""

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """The page needs nothing that could be missing."""
        return [Finding(place) for place in places]

    def status(self) -> Finding:
        """It works as long as the server does."""
        return Finding(self.name)

    async def send(self, mail: MailView, key: str) -> MessageRef:
        """Put a mail into the page's inbox, once per key."""
        body = {"address": mail.address, "subject": mail.subject, "text": mail.text}
        return MessageRef(str(await self._feed.put(key, "mail", "mail", body)))

    async def _put(self, place: str, key: str, kind: str, body: Mapping[str, Any]) -> MessageRef:
        self._check(place)
        return MessageRef(str(await self._feed.put(key, place, kind, body)))

    def _check(self, place: str) -> None:
        if not place.startswith(f"{self.name}:"):
            raise Gone(f"{place!r} is no place of the playground")

    async def _server_stops(self, _app: web.Application) -> None:
        await self.stop()


def _text_body(view: TextView) -> dict[str, Any]:
    return {**asdict(view), "buttons": [asdict(button) for button in view.buttons], "from": "bot"}


def _card_body(view: CardView) -> dict[str, Any]:
    return {**asdict(view), "opened_at": view.opened_at.isoformat()}
