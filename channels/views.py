"""What a channel is given to show. Every text is worded in the reader's language already, and is shown inert."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card or a text; `token` is at most 64 bytes, see `channels.tokens`."""

    token: str
    label: str
    style: Literal["positive", "negative", "neutral"] = "neutral"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled fact of a card; `note` says how it was verified, or is empty."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CallView:
    """A call that a button leads to: the tool and its arguments, one per row."""

    tool: str
    arguments: tuple[Row, ...]
    raw: str
    """The exact JSON text that is sent."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a transcript."""

    who: str
    text: str
    at: str
    side: Literal["customer", "bot", "person"] = "customer"
    late: bool = False
    """Written while the request was pending."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of a conversation by its number in it; None for one that cannot be opened, since it was never taken."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line of a conversation as a page shows it, its files apart from its words."""

    line: Line
    files: tuple[FileLink, ...] = ()


@dataclass(frozen=True, slots=True)
class NoFile:
    """Why a file is not to be had, in words, and whether it may be `later`."""

    words: str
    later: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A handoff as one reader sees it; decisive facts first, in the order of these fields."""

    handoff: str
    short_id: str
    state: str
    """`pending`, `rejecting`, `approved`, ...: for colours, never shown as it is."""
    title: str
    status: str
    """The state in words: who, when, why, where."""
    bot_label: str
    bot: str
    reason_label: str
    reason: str
    opened_label: str
    opened: str
    opened_at: datetime
    facts_label: str = ""
    facts: tuple[Row, ...] = ()
    calls_label: str = ""
    calls: tuple[CallView, ...] = ()
    calls_note: str = ""
    transcript_label: str = ""
    transcript: tuple[Line, ...] = ()
    buttons: tuple[Button, ...] = ()
    notice: str = ""
    """What reviewers must know before they rely on an earlier tap; stands right under the status."""
    more: tuple[Button, ...] = ()
    """Rarer actions, where a channel shows them behind one more tap; the first one leads there, the last one back."""
    decided: bool = False
    """Whether nothing more can be decided."""
    binding: tuple[str, str] = ("", "")
    """What a decision is bound to: the one pause that asks, and a digest of the calls that Approve leads to."""
    in_file: str = ""
    """Says that the card is too long for a message, and that all of it is in the attached file."""
    edition: int = 0
    """How often the request was changed; what cannot be edited is posted anew for each."""
    late_label: str = ""
    """What marks a line that is `late`, in words."""


@dataclass(frozen=True, slots=True)
class TextView:
    """A plain message. A button's token is the text that pressing it says (`/cancel`), unless it is a card's."""

    text: str
    buttons: tuple[Button, ...] = ()
    answer_to: str = ""
    """The `Inbound.answer_to` of the message that this answers, if the platform waits for an answer to it."""
    reply_to: str = ""
    """The message at that place which this replies to, by its `MessageRef`; one that is gone is no hindrance."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that somebody sent: `ref` is how its own channel and account find it again."""

    channel: str
    account: str
    ref: str
    kind: Literal["photo", "document", "voice"] = "document"
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """A file by its contents; `name` is safe to show and to save under, `media_type` is what it says it is."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FilesView:
    """Files that somebody sent, for those at the other end; `caption` says whose they are.

    `files` are of the channel's own account, `contents` came from elsewhere. What is neither is named in the caption.
    """

    caption: str
    files: tuple[Attachment, ...] = ()
    contents: tuple[Content, ...] = ()
    reply_to: str = ""
    """As `TextView.reply_to`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is too long for a message, as a file; `name` ends with `.txt`."""

    name: str
    text: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class MailView:
    """A mail in plain text; `code` stands in it, for whoever can show it large."""

    address: str
    subject: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class FormView:
    """What somebody is asked to fill in before a button's action is taken.

    `token` is the payload of the filled-in form; its words are one of the `choices`, own words, or both.
    """

    token: str
    title: str
    label: str
    needed: bool
    choices: tuple[str, ...] = ()
    choices_label: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A request that may be meant by what somebody has typed so far: its whole id, and a line about it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person who tapped is told; an alert for refusals.

    With `asks` the words of this person are awaited next. `card` is the card as it stands, for the tapped copy when
    nothing else brings it up to date. `document` is what was asked to be shown. `why` tells programs what the text of
    a refusal tells people.
    """

    text: str
    alert: bool = False
    asks: bool = False
    card: CardView | None = None
    document: Document | None = None
    why: Literal["", "unknown", "refused", "incomplete", "early", "late", "changed", "held", "claimed"] = field(
        default="", compare=False
    )
