"""The dashboard as the server mounts it: its door, its stream, and a room per subject."""

from collections.abc import Sequence
from typing import Protocol

from aiohttp import web

from channels.web.dashboard.door import Door
from channels.web.dashboard.live import Live
from channels.web.dashboard.signing_in import SigningIn


class Room(Protocol):
    """The pages of one subject."""

    def mount(self, app: web.Application) -> None:
        """Add routes."""


class Dashboard:
    """A `Mount` of the web server."""

    def __init__(self, door: Door, signing_in: SigningIn, live: Live, rooms: Sequence[Room]) -> None:
        self._door = door
        self._rooms: Sequence[Room] = (signing_in, live, *rooms)

    def mount(self, app: web.Application) -> None:
        """Add all routes."""
        self._door.frame.mount(app)
        for room in self._rooms:
            room.mount(app)
