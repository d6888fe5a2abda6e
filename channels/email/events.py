"""What a provider tells of a mail after it was sent."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Lost:
    """A mail that did not arrive, or that its reader does not want; `id` is the event's own.

    `kind` is `bounced`, `complained`, `failed` or `suppressed`; `handoff` is "" for a mail that was no card.
    """

    id: str
    kind: str
    handoff: str
    addresses: tuple[str, ...]


class Undelivered(Protocol):
    """Whoever does something about it."""

    async def __call__(self, lost: Lost) -> None:
        """Take it down, once per event, and see that somebody else is asked; raises if it could not be taken down."""
