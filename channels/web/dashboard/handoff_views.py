"""The port between the page of one request and the house: what the page shows, and what is done on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from channels.views import CardView, Content, NoFile, Spoken
from channels.web.dashboard.base import Moment, Viewer

Style = Literal["positive", "negative", "neutral"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done with a request, by its button's token.

    With a `label_of_words` its form has a place for words, which `needs_words` or not, and reasons to choose from.
    """

    token: str
    label: str
    style: Style = "neutral"
    key: str = ""
    """The key that leads to it; it presses nothing."""
    name: str = ""
    """What the place on the page is called, for links to it."""
    label_of_words: str = ""
    needs_words: bool = False
    choices: tuple[str, ...] = ()
    is_grave: bool = False
    """Whether one more look is asked for, since nobody can take it back."""
    hands_back: bool = False
    """Whether it also ends the talk with the customer."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that may be changed before it is decided; `value` is "" for one that no page may show."""

    path: str
    label: str
    value: str
    kind: Literal["text", "number", "boolean", "date", "choice"] = "text"
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Until when an approval can be undone, and how many seconds that is."""

    until: Moment
    seconds: int


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody talks with the customer: who, since when, and where; `is_here` if that is on the dashboard."""

    by: str
    since: Moment
    where: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reviewer has said to the others."""

    who: str
    at: Moment
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, in words."""

    text: str
    at: Moment
    kind: str = ""
    """`good`, `bad`, `soft` or nothing: for colours only."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of where the request stands, and what comes behind it."""

    label: str
    to: str
    style: Style = "neutral"


@dataclass(frozen=True, slots=True)
class Way:
    """The way of a request's run through its workflow: what it came by, where it stands, and both ways out."""

    workflow: str
    passed: tuple[str, ...]
    here: str
    exits: tuple[Exit, ...] = ()
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A request as one viewer sees it."""

    id: str
    view: CardView
    opened: Moment
    due: Moment | None = None
    why_not: str = ""
    """Why this viewer may not decide it, though they see it."""
    offers: tuple[Offer, ...] = ()
    """What decides it."""
    also: tuple[Offer, ...] = ()
    """What is done with it besides."""
    fields: tuple[Field, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    """Who can be asked to look after it: each by what the form says, and by name."""
    spans: tuple[tuple[str, str], ...] = ()
    """For how long it can be put off, each as the form says it, and in words."""
    undo: Undo | None = None
    talk: Talk | None = None
    can_speak: bool = False
    lines: tuple[Spoken, ...] = ()
    earlier: int = 0
    """How many lines of the conversation are left out before these."""
    remarks: tuple[Remark, ...] = ()
    events: tuple[Event, ...] = ()
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of something; an alert if nothing did. `secret` is what was asked to be shown, once."""

    text: str
    alert: bool = False
    secret: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A button that was pressed, with the words that were written beside it."""

    token: str
    words: str = ""
    hands_back: bool = False
    is_sure: bool = False
    """Whether they said so; what is grave is not done without."""


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody says in a talk; `key` is the same when a form is sent twice."""

    key: str
    text: str
    files: tuple[Content, ...] = field(default=(), repr=False)


class Handoffs(Protocol):
    """One request and all that belongs to it. Every verb answers None to whoever may not see it, and notes that."""

    async def find(self, viewer: Viewer, prefix: str) -> str | None:
        """The whole id of the one request that begins so."""

    async def show(self, viewer: Viewer, id: str, everything: bool = False) -> Shown | None:
        """All of it, with the newest lines of its conversation, or with every one. Changes nothing."""

    async def picture(self, viewer: Viewer, id: str) -> tuple[str, str] | None:
        """Its workflow as SVG with its way marked, and the hash of the style in it; changes nothing."""

    async def file(self, viewer: Viewer, id: str, number: int) -> Content | NoFile | None:
        """A file of its conversation; that somebody opened it is put on record."""

    async def act(self, viewer: Viewer, id: str, wanted: Wanted) -> Done | None:
        """Do what a button of its card means."""

    async def change(self, viewer: Viewer, id: str, values: Mapping[str, str]) -> Done | None:
        """Change values of it, by their paths."""

    async def assign(self, viewer: Viewer, id: str, person: str) -> Done | None:
        """Have somebody look after it."""

    async def put_off(self, viewer: Viewer, id: str, span: str) -> Done | None:
        """Have people reminded of it only after a while."""

    async def say(self, viewer: Viewer, id: str, message: Message) -> Done | None:
        """Say something to the customer in the talk that is held."""

    async def remark(self, viewer: Viewer, id: str, key: str, words: str) -> Done | None:
        """Say something to the other reviewers, once per key."""
