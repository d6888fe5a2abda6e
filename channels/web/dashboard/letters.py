"""The pages of what could not be delivered."""

from urllib.parse import urlencode

from aiohttp import web

from channels.web.dashboard.door import Door, Form, Visit
from channels.web.dashboard.letters_views import LettersPort

SECTION = "runs"


class LetterPages:
    """Lists what was given up; a new try is confirmed on a page of its own."""

    def __init__(self, door: Door, port: LettersPort) -> None:
        self._door = door
        self._port = port

    def mount(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/letters", self._door.seen(self._list, operators=True))
        app.router.add_get("/letters/{id}/retry", self._door.seen(self._confirm, operators=True))
        app.router.add_post("/letters/{id}/retry", self._door.done(self._retry, operators=True))

    async def _list(self, visit: Visit) -> web.Response:
        found = await self._port.listed(visit.viewer, visit.query.get("before", ""))
        older = f"/letters?{urlencode({'before': found.older})}" if found.older else ""
        return visit.page("letters", SECTION, found=found, older=older)

    async def _confirm(self, visit: Visit) -> web.Response:
        letter = await self._port.shown(visit.viewer, visit.part["id"])
        return visit.page("letter_retry", SECTION, letter=letter) if letter else visit.missing()

    async def _retry(self, visit: Visit, form: Form) -> web.Response:
        return visit.back("/letters", *await self._port.retry(visit.viewer, visit.part["id"]))
