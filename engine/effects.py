"""Effects: what the world must be told, once per key. A step commits them; the outbox carries them out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.ids import HandoffId, Place
from engine.talk import Posted


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that a workflow's author wrote, already filled in."""

    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """Our own words, by their id in `locales/`; rendered once, in the reader's language."""

    id: str
    args: dict[str, Any] = field(default_factory=dict)


Words = Literal | Message


@dataclass(frozen=True, slots=True)
class SendText:
    """Say something at a place; `buttons` are texts that the reader may tap instead of typing.

    With `deciding` the buttons of that handoff's card stand below: what was typed is decided by a tap. `wishes` are
    buttons of our own by their names, see `engine.ports.Phrases`.
    """

    place: Place
    words: Words
    buttons: tuple[str, ...] = ()
    locale: str = ""
    """The reader's language where it is known, else that of the place."""
    deciding: HandoffId | None = None
    answer_to: str = ""
    """Where the platform waits for this as the answer to a message, as its channel wrote it down."""
    wishes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendMail:
    """Send a mail to an address.

    `code` is a one-time code as `engine.ports.Secrets.seal` gives it, for the words' variable of that name: it is read
    only to be sent, and after `until` it is not sent any more.
    """

    address: str
    subject: Words
    body: Words
    locale: str = ""
    code: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PostCard:
    """Post a handoff's card at a place, as it stands when it is sent."""

    place: Place
    handoff: HandoffId


@dataclass(frozen=True, slots=True)
class EditCard:
    """Bring every copy of a handoff's card at a place to the handoff's present state."""

    place: Place
    handoff: HandoffId


@dataclass(frozen=True, slots=True)
class PostFiles:
    """Show files that a customer sent to those who decide; each as `channels.views.Attachment` in JSON."""

    place: Place
    handoff: HandoffId
    files: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PostStatus:
    """Tell the customer that their request waits, by the message that will say how it stands from now on."""

    place: Place
    handoff: HandoffId
    locale: str = ""
    answer_to: str = ""
    """As of `SendText`."""


@dataclass(frozen=True, slots=True)
class EditStatus:
    """Bring that message to how the request stands, if it was posted."""

    place: Place
    handoff: HandoffId


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """Open the room of a talk beside the request's card at a place, and say there what it is for."""

    place: Place
    handoff: HandoffId
    words: Words


@dataclass(frozen=True, slots=True)
class CloseRoom:
    """Say in a talk's room how it has ended, and close the room."""

    handoff: HandoffId
    words: Words


@dataclass(frozen=True, slots=True)
class Relay:
    """Carry on what one end of a talk has said, words or files, to the place where the other one is.

    Without a place that is the talk's room. `source` is the message itself; with `edits` its copies get the new words,
    with `quotes` it answers that message at its own place, and the copy answers that one's counterpart.
    """

    handoff: HandoffId
    words: Words
    place: Place | None = None
    source: Posted | None = None
    files: tuple[Mapping[str, Any], ...] = ()
    quotes: str = ""
    edits: bool = False
    locale: str = ""


Effect = SendText | SendMail | PostCard | EditCard | PostFiles | PostStatus | EditStatus | OpenRoom | CloseRoom | Relay


def words_to_json(words: Words) -> dict[str, Any]:
    """`{"text": ...}` for literals, `{"id": ..., "args": {...}}` for messages."""
    if isinstance(words, Literal):
        return {"text": words.text}
    return {"id": words.id, "args": words.args} if words.args else {"id": words.id}


def words_from_json(data: dict[str, Any]) -> Words:
    """The inverse of `words_to_json`."""
    if "text" in data:
        return Literal(data["text"])
    return Message(data["id"], data.get("args", {}))
