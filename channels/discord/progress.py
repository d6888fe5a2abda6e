"""How far something is out that takes several messages: a repetition goes on where the last try ended."""

_MOST_REMEMBERED = 1000


class Progress:
    """By the key of what is posted; the oldest are forgotten."""

    def __init__(self) -> None:
        self._done: dict[str, int] = {}

    def of(self, key: str) -> int:
        """How many messages are out already."""
        return self._done.get(key, 0)

    def reached(self, key: str, messages: int) -> None:
        """So many are out, and more are to come."""
        while len(self._done) >= _MOST_REMEMBERED:
            self._done.pop(next(iter(self._done)))
        self._done[key] = messages

    def ended(self, key: str) -> None:
        """All of it is out."""
        self._done.pop(key, None)
