"""What the web server and its playground are told at the start."""

from collections.abc import Iterable
from dataclasses import dataclass

RESERVED = frozenset({"review"})
"""Names of places on the page that no person may have."""


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where the server listens; `public_url` is the one address beyond this machine that it answers to."""

    host: str = "127.0.0.1"
    port: int = 8080
    playground: bool = False
    public_url: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody whom the page can speak as; `note` stands behind the name ("finance")."""

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something the customer can say with one click; text and note may be ids of `WORDS`."""

    text: str
    note: str = ""


CUSTOMERS = (Persona("chris", "Chris"), Persona("dana", "Dana"), Persona("eli", "Eli"))
SUGGESTIONS = (
    Suggestion("play-suggest-refund"),
    Suggestion("ana@example.com", "play-suggest-large"),
    Suggestion("ben@example.com", "play-suggest-small"),
)


@dataclass(frozen=True, slots=True)
class PlaygroundPeople:
    """Who is on the page: people of the review group (reviewers or not), customers, and the bots as `(id, name)`.

    Raises ValueError when two of them share an id, or one is named like a place of the page.
    """

    reviewers: tuple[Persona, ...]
    customers: tuple[Persona, ...] = CUSTOMERS
    bots: tuple[tuple[str, str], ...] = (("", "Assent"),)
    suggestions: tuple[Suggestion, ...] = SUGGESTIONS

    def __post_init__(self) -> None:
        seen = set(RESERVED)
        for persona in (*self.reviewers, *self.customers):
            if persona.id in seen:
                raise ValueError(f"the playground knows two people (or a place) called {persona.id!r}")
            seen.add(persona.id)

    def side(self, name: str) -> Iterable[Persona]:
        """The people of one side of the page: `customer` or `review`."""
        return self.customers if name == "customer" else self.reviewers

    def find(self, who: object, side: str) -> Persona | None:
        """Somebody on a side of the page."""
        return next((person for person in self.side(side) if person.id == who), None)

    def bot_id(self, bot: object) -> str:
        """A bot on the page: the one that is named, else the first."""
        ids = [each for each, _ in self.bots]
        return bot if isinstance(bot, str) and bot in ids else ids[0]
