"""The rooms: places that were opened beside a card for one talk, where all that people write belongs to it."""

from collections.abc import Iterable

from engine.ids import Place

MOST_LOOKS = 60
"""How often it is looked whether a room that was opened here is written down; another process may have closed it."""


class TalkRooms:
    """Which places are rooms at present, as far as this process knows."""

    def __init__(self) -> None:
        self._open: set[Place] = set()
        self._new: dict[Place, int] = {}
        """Opened here, perhaps not written down yet: how often it was looked since whether they are."""

    def is_room(self, place: str) -> bool:
        """Whether all that is written at a place belongs to a talk."""
        return place in self._open or place in self._new

    def are(self, places: Iterable[Place]) -> None:
        """These are the rooms that are written down."""
        self._open = set(places)
        self._new = {
            place: looks + 1 for place, looks in self._new.items() if place not in self._open and looks < MOST_LOOKS
        }

    def opened(self, place: Place) -> None:
        """Hear everything at this place from now on."""
        self._new[place] = 0

    def closed(self, place: Place) -> None:
        """A room's talk has ended."""
        self._open.discard(place)
        self._new.pop(place, None)
