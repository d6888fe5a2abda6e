"""Places where nobody lets us speak: after a definite refusal nothing is sent there for an hour."""

from collections.abc import Callable

from channels.discord.errors import PlaceGone

PROBE_AFTER = 3600.0
"""Seconds after which a place that refused us is tried again."""


class Shut:
    """Remembers refusals; `elapsed` is a clock in seconds that nobody sets."""

    def __init__(self, elapsed: Callable[[], float]) -> None:
        self._elapsed = elapsed
        self._since: dict[str, tuple[float, str]] = {}

    def check(self, place: str) -> None:
        """Raises PlaceGone for a place that refused us lately."""
        since, why = self._since.get(place, (0.0, ""))
        if why and self._elapsed() - since < PROBE_AFTER:
            raise PlaceGone(why)

    def refused(self, place: str, gone: PlaceGone) -> None:
        """We may not speak there."""
        self._since[place] = (self._elapsed(), str(gone))

    def opened(self, place: str) -> None:
        """Somebody speaks to us there, so we may try again."""
        self._since.pop(place, None)
