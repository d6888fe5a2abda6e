"""The port to whoever knows requests and people: what a link's page shows, and what it has done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from channels.views import Answer, Button, CardView, Content, NoFile, Spoken


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who decides by mail, as they are configured at present."""

    person: str
    name: str
    address: str
    locale: str


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a request that may be changed before it is decided; `value` is "" for one that no page may show."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A request as its page shows it; with a `refusal` nothing of it is shown.

    `offer` is the button for what the link does, None if it cannot be done any more. `needs_reason` and `needs_code`
    say what a decision must come with; `edition` is how often the request was changed until then.
    """

    reader: Reader
    view: CardView
    offer: Button | None = None
    refusal: str = ""
    needs_reason: bool = False
    needs_code: bool = False
    fields: tuple[Field, ...] = ()
    also: tuple[Button, ...] = ()
    """What can be done with the request besides deciding it, each by its button's token."""
    edition: int = 0
    ask: Button | None = None
    """Asks the customer what is typed beside it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody wants done by a link, with the words and the code that they gave, and the edition they saw."""

    person: str
    handoff: str
    action: str
    reason: str = ""
    code: str = ""
    edition: int = 0


class Reviews(Protocol):
    """Everything behind the links. Authority is checked at each call, at that moment."""

    def reader(self, address: str) -> Reader | None:
        """The person whose address this is; None if it is nobody's, or that of a list."""

    async def show(self, person: str, handoff: str, action: str) -> Shown | None:
        """A request for this person; None if there is none, or no such person any more. Changes nothing."""

    async def talk(self, person: str, handoff: str) -> Sequence[Spoken]:
        """All that was said in the request's conversation, oldest line first, with what is secret masked."""

    async def file(self, person: str, handoff: str, number: int) -> Content | NoFile:
        """A file of the conversation by its number; that somebody opened it is put on record."""

    async def mail_code(self, person: str, handoff: str) -> Answer:
        """Mail a code to this person for this request, and say so; an alert if it cannot be done now."""

    async def change(self, person: str, handoff: str, values: Mapping[str, str]) -> Answer:
        """Change these values, by their names, and say in words what that means; an alert for the first that cannot be.

        What was changed is asked anew: links that were mailed before do not decide it.
        """

    async def do(self, person: str, token: str) -> Answer:
        """Do what one of the buttons in `Shown.also` means, and say in words what happened, or what was asked."""

    async def ask(self, person: str, handoff: str, words: str) -> Answer:
        """Ask the customer something, and say in words whether that was done."""

    async def rule(self, ruling: Ruling) -> Answer:
        """Do it, and say in words what happened; an alert if nothing did."""


class Drafts(Protocol):
    """What is about to be sent, kept so that a repetition sends the same."""

    async def kept(self, key: str, made: Mapping[str, Any]) -> Mapping[str, Any]:
        """Keep this under the key of an effect, if nothing is; answers what is kept, and `made` for no effect's key."""


class Keys(Protocol):
    """Keys for signing, which change from time to time."""

    async def keys(self) -> Sequence[str]:
        """The keys that are believed, the present one last."""


class Say(Protocol):
    """Our own words, see `bot.i18n.Locales.text`."""

    def __call__(self, locale: str, message_id: str, **args: Any) -> str: ...


class Now(Protocol):
    """The present moment, aware, in UTC."""

    def __call__(self) -> datetime: ...
