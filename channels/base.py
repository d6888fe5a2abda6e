"""The port between the house and a platform: what a channel hears, what it shows, and how it says no.

A channel implements `Channel` and calls `Intake` and `Desk`; it knows neither engine nor storage. All texts in views
are already worded in the reader's language; a channel only lays them out, and shows every text inert.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NewType, Protocol

MessageRef = NewType("MessageRef", str)
"""A platform's own id of a posted message, as text."""


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message that a platform delivered, before anybody thought about it.

    `update_id` is unique per channel and account for ever; the same id heard twice is one message.
    `place` is `channel:chat` or `channel:chat/thread`.
    """

    channel: str
    account: str
    update_id: str
    place: str
    user_id: str
    user_name: str
    text: str
    at: datetime
    bot: str = ""
    """The bot that was spoken to, where the channel knows it; else the account decides."""
    locale: str = ""
    attachments: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that somebody pressed; `token` is the button's payload and may be forged."""

    channel: str
    account: str
    place: str
    user_id: str
    user_name: str
    token: str
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person who tapped is told; an alert for refusals."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card or a text; `token` is at most 64 bytes."""

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
    """Written after the card was opened."""


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


@dataclass(frozen=True, slots=True)
class TextView:
    """A plain message; a button's token is the text that pressing it says."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class MailView:
    """A mail in plain text."""

    address: str
    subject: str
    text: str


class ChannelError(Exception):
    """A platform did not do what it was asked."""


class RetryAfter(ChannelError):
    """Not now: nothing was sent, try again after `seconds`."""

    def __init__(self, seconds: float, detail: str = "") -> None:
        super().__init__(detail or f"try again after {seconds:g} s")
        self.seconds = seconds


class Gone(ChannelError):
    """The chat or message is not there any more, or the bot was put out of it: do not try again."""


class Rejected(ChannelError):
    """The platform refuses this content for good: do not try again."""


class Channel(Protocol):
    """A surface: it hears through `Intake`, asks through `Desk`, and shows what the outbox hands it.

    The posting verbs get a key that is the same when a send is repeated; a channel that can, drops the repetition and
    answers with the message that is there. They raise `ChannelError`; an unchanged edit counts as done.
    """

    name: str

    async def start(self) -> None:
        """Begin to listen; returns once the channel is ready."""

    async def stop(self) -> None:
        """Stop listening, let what is being answered finish."""

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place."""

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card at a place."""

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a posted card to this view."""


class Mailbox(Protocol):
    """Sends mail."""

    async def send(self, mail: MailView, key: str) -> MessageRef:
        """Send a mail once per key; raises `ChannelError`."""


class Intake(Protocol):
    """Where a channel brings what it hears."""

    async def hear(self, inbound: Inbound) -> bool:
        """Write a message down; returns once it is durable, False if it was known already. Only then confirm it."""


class Desk(Protocol):
    """Where a channel brings what a reviewer taps."""

    async def tap(self, tap: Tap) -> Answer:
        """Do what the button means, if this person may, and say in words what happened."""


class BoardItem(Protocol):
    """One thing on the playground's page: a `text`, `card`, `mail` or `said`; `version` grows with each change."""

    @property
    def id(self) -> int: ...
    @property
    def version(self) -> int: ...
    @property
    def place(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...
    @property
    def at(self) -> datetime | None: ...


class Board(Protocol):
    """What the playground shows, kept so that a reload or a kill shows the same page."""

    async def put(self, key: str, place: str, kind: str, body: Mapping[str, Any]) -> int:
        """Add an item, once per key; answers its id (also that of the item which was there)."""

    async def change(self, item: int, body: Mapping[str, Any]) -> None:
        """Replace an item's body; raises KeyError if there is no such item."""

    async def items(self, after: int = 0) -> Sequence[BoardItem]:
        """Everything added or changed after that version, oldest version first."""
