"""What people wrote last, as far as this process heard it: a change of a message need not be one of its text."""

_MOST_KNOWN = 10_000


class Texts:
    """By the refs of messages; of each a number that another text hardly has, and the oldest are forgotten."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def learn(self, ref: str, text: str) -> None:
        """This is a message's text now."""
        self._known.pop(ref, None)
        while len(self._known) >= _MOST_KNOWN:
            self._known.pop(next(iter(self._known)))
        self._known[ref] = hash(text)

    def are(self, ref: str, text: str) -> bool:
        """Whether it is known that a message says just this."""
        return self._known.get(ref) == hash(text)
