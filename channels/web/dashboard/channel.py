"""The dashboard as a channel: what is said in a talk there goes the way that words take on every other channel.

A page shows the conversation itself, so what is posted here needs no place of its own; only what answers a reviewer's
message, such as a refusal, is kept until the page has told it.
"""

import hashlib
from collections.abc import Sequence

from channels.base import Finding, Gone, MessageRef
from channels.board import Board
from channels.views import Attachment, CardView, Content, FilesView, TextView
from channels.web.files import Files, file_json

KIND = "web"


class DashboardChannel:
    """A `Channel`: whoever is signed in is at `web:<person>`, and talks beside that in rooms of their own.

    `web` alone is a place of teams whose requests are asked nowhere else.
    """

    name = "web"

    def __init__(self, board: Board) -> None:
        self._board = board
        self._files = Files(board, self.name)

    # --- what its pages ask -------------------------------------------------------------------------------------

    async def keep(self, place: str, key: str, contents: Sequence[Content]) -> tuple[Attachment, ...]:
        """Keep files that go into a room, once per key; they are erased with what was said there."""
        kept = [await self._files.keep(f"web/{key}/{number}", each) for number, each in enumerate(contents)]
        await self._board.put(f"web/files/{key}", place, KIND, {"files": [file_json(file) for file in kept]})
        return tuple(kept)

    async def answer(self, key: str) -> str:
        """What was answered to a message, "" if nothing was, or not yet."""
        found = await self._board.find(_answer(key))
        return str(found.body.get("text", "")) if found else ""

    # --- what the outbox asks -----------------------------------------------------------------------------------

    async def start(self) -> None:
        """The server is what listens."""

    async def stop(self) -> None:
        """Nothing is under way that a page would not ask for again."""

    async def close(self) -> None:
        """Nothing is held."""

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Keep what answers a message; all else stands on the page anyway."""
        self._check(place)
        if view.answer_to:
            await self._board.put(_answer(view.answer_to), place, KIND, {"text": view.text})
        return MessageRef(key)

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """The page shows the new words by itself."""
        self._check(place)

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Every request has its page."""
        self._check(place)
        return MessageRef(key)

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """The page shows the card as it stands."""
        self._check(place)

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """The page links to each file where it is kept."""
        self._check(place)
        return MessageRef(key)

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that was sent from here; raises Gone."""
        return await self._files.contents(file)

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """A place beside the person's own, the same for a repetition."""
        self._check(place)
        digest = hashlib.sha256((card or key).encode()).hexdigest()[:16]
        return f"{place.partition('/')[0]}/{digest}"

    async def close_room(self, place: str) -> None:
        """What was said there stands on the request's page."""
        self._check(place)

    async def show_typing(self, place: str) -> None:
        """No customer reads here."""

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """Nothing could be missing."""
        return [Finding(place) for place in places]

    def status(self) -> Finding:
        """It works as long as the server does."""
        return Finding(self.name)

    def _check(self, place: str) -> None:
        if place.partition(":")[0] != self.name:
            raise Gone(f"{place!r} is no place of the dashboard")


def _answer(key: str) -> str:
    return f"web/answer/{key}"
