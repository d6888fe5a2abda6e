"""The playground as a channel: what the outbox sends stands on a board, and the page is drawn from there."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from aiohttp import web

from channels.base import Board, Desk, Finding, Gone, Intake, MessageRef
from channels.views import CardView, FilesView, MailView, TextView
from channels.web.feed import Feed
from channels.web.pages import Advance, Clock, Pages, Words, WorkingDay
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
        self._pages = Pages(self._feed, intake, desk, people, words, clock, advance, working_day, tuple(locales))

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
        return await self._put(place, key, "text", {**asdict(view), "from": "bot"})

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
        """Name the files; the page has no way to send any, so none is its own."""
        text = "\n".join([view.caption, *(file.name or file.kind for file in view.files)])
        return await self.post_text(place, TextView(text), key)

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
        if not place.startswith(f"{self.name}:"):
            raise Gone(f"{place!r} is no place of the playground")
        return MessageRef(str(await self._feed.put(key, place, kind, body)))

    async def _server_stops(self, _app: web.Application) -> None:
        await self.stop()


def _card_body(view: CardView) -> dict[str, Any]:
    return {**asdict(view), "opened_at": view.opened_at.isoformat()}
