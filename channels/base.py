"""The port between the house and a platform: what a channel hears, what it shows, and how it says no.

A channel implements `Channel` and calls `Intake` and `Desk`; it knows neither engine nor storage. All texts in views
are already worded in the reader's language; a channel only lays them out, and shows every text inert.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType, Protocol

from channels.views import Answer, Attachment, CardView, Choice, FilesView, FormView, MailView, TextView

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
    attachments: tuple[Attachment, ...] = ()
    reply_to: MessageRef = MessageRef("")
    """The message of ours that this one answers, where the platform says so."""
    readable: bool = True
    """False for what is no text and no file that we can take, such as a sticker."""
    answer_to: str = ""
    """Where the platform waits for the answer to this very message, in the channel's own words; "" if it does not."""
    roles: tuple[str, ...] | None = None
    """The author's roles at this moment, as teams name them (`discord_role:42`); None where nobody could tell."""
    ref: MessageRef = MessageRef("")
    """The message's own id, as replies to it and edits of it name it; "" where the platform has none."""
    is_edit: bool = False
    """Whether it is the new text of the message `ref`, which was heard before."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that somebody pressed.

    `token` is the button's payload; a channel that can, makes sure that the message really has such a button. `ref` is
    that message, for a channel whose copies may be unknown to us after a crash.
    """

    channel: str
    account: str
    place: str
    user_id: str
    user_name: str
    token: str
    locale: str = ""
    ref: MessageRef = MessageRef("")
    on_message: bool = True
    """Whether the platform showed that the message has this very button; else its copy must be known to us."""
    words: str = ""
    """What the person wrote into the form that the button opened."""
    roles: tuple[str, ...] | None = None
    """The person's roles at this moment, as teams name them (`discord_role:42`); None where nobody could tell."""
    private: bool = False
    """Whether only this person sees the tapped message, so that nothing but the answer brings it up to date."""


class ChannelError(Exception):
    """A platform did not do what it was asked."""


class RetryAfter(ChannelError):
    """Not now: nothing was sent, try again after `seconds`."""

    def __init__(self, seconds: float, detail: str = "") -> None:
        super().__init__(detail or f"try again after {seconds:g} s")
        self.seconds = seconds


class Unreachable(ChannelError):
    """The platform could not be reached, and nothing was sent: try again, for as long as it takes."""


class Unconfirmed(ChannelError):
    """It was sent, and no answer came: the platform may have taken it or not."""


class Gone(ChannelError):
    """The chat or message is not there any more, or the bot was put out of it: do not try again."""


class Rejected(ChannelError):
    """The platform refuses this content for good: do not try again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a check-up or a status: `problem` is "" if all is well, else an id of `locales/`, with what to do.

    `what` names the part in its own words, such as a place or an account; `args` fill the words. Whoever shows a
    finding words it for its reader; probes such as `/readyz` read the default language.
    """

    what: str
    problem: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    is_minor: bool = False
    """Whether all else works with this problem."""


class Channel(Protocol):
    """A surface: it hears through `Intake`, asks through `Desk`, and shows what the outbox hands it.

    The posting verbs get a key that is the same when a send is repeated; a channel that can, drops the repetition and
    answers with the message that is there. They raise `ChannelError`; an unchanged edit counts as done.
    """

    name: str

    async def start(self) -> None:
        """Begin to listen; returns once the channel is ready."""

    async def stop(self) -> None:
        """Stop listening, let what is being answered finish; what is given to be shown is still shown."""

    async def close(self) -> None:
        """Hang up, after `stop`."""

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place."""

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a posted text to this view, its buttons too; raises Rejected where nothing can be edited."""

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card at a place."""

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a posted card to this view."""

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files: those of this account by their own names, others by their contents, the rest by name only."""

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that this account heard; raises Gone, or Rejected where the platform gives none."""

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """Open a place of its own beside a card, for a talk; the place itself where the platform has none.

        Where the very same room was opened before, answers that one.
        """

    async def close_room(self, place: str) -> None:
        """Close a place that `open_room` opened; what was said there stays readable. A place that is gone is closed."""

    async def show_typing(self, place: str) -> None:
        """Let a customer see for some seconds that an answer is on its way, where there is such a sign."""

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """Look whether the account works, and whether it may do at these places of its own what cards need."""

    def status(self) -> Finding:
        """Whether the channel works at this moment."""


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

    async def form(self, tap: Tap) -> FormView | Answer | None:
        """What must be filled in before the button's action; None if nothing must, an answer if this person may not."""

    async def unconfirmed(self, tap: Tap) -> CardView | None:
        """The platform told this person that their tap failed: it counts as none, and the card as returned says so."""

    async def choices(self, tap: Tap, typed: str) -> Sequence[Choice]:
        """Open requests that this person may decide and whose id begins so, oldest first; `tap` carries no button."""

    async def missed(self, channel: str, since: datetime, until: datetime) -> None:
        """Taps of that time may never have reached us: say so on every open card at places of this channel."""


class Notes(Protocol):
    """What a channel must remember over restarts: short texts by name, each durable when the verb returns."""

    async def note(self, name: str) -> str:
        """The text kept under a name, or ""."""

    async def keep_note(self, name: str, text: str) -> None:
        """Keep a text under a name, instead of the one that is there."""

    async def last_heard(self, channel: str, account: str, most: int) -> Mapping[str, str]:
        """The `update_id` of the newest message from each place of an account, the places heard last first.

        "" for rooms that are open and in which nobody was heard yet; they may be another account's.
        """
