"""The rooms: places that were opened beside a card for one talk, where all that people write belongs to it."""

from collections.abc import Iterable

from engine.ids import Place


class TalkRooms:
    """Which places are rooms at present, as far as this process knows."""

    def __init__(self) -> None:
        self._open: set[Place] = set()

    def is_room(self, place: str) -> bool:
        """Whether all that is written at a place belongs to a talk."""
        return place in self._open

    def are(self, places: Iterable[Place]) -> None:
        """These are the rooms, and no others."""
        self._open = set(places)

    def opened(self, place: Place) -> None:
        """Hear everything at this place from now on."""
        self._open.add(place)

    def closed(self, place: Place) -> None:
        """A room's talk has ended."""
        self._open.discard(place)
