"""The rooms: places that were opened beside a card for one talk, where all that people write belongs to it."""

from engine.ids import Place


class TalkRooms:
    """Which places are rooms at present, as far as this process knows."""

    def __init__(self) -> None:
        self._open: set[Place] = set()

    def is_room(self, place: str) -> bool:
        """Whether all that is written at a place belongs to a talk."""
        return place in self._open

    def opened(self, *places: Place) -> None:
        """Hear everything at these places from now on."""
        self._open.update(places)

    def closed(self, place: Place) -> None:
        """A room's talk has ended."""
        self._open.discard(place)
