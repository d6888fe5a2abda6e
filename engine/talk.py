"""What the two ends of a request have to do with each other while it waits: a question, or a talk."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engine.ids import PersonId, Place


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question that the customer was asked and has not answered yet."""

    by: PersonId
    by_name: str
    words: str
    at: datetime
    until: datetime
    """When the request goes on waiting for its team, without an answer."""
    place: Place
    """Where the answer is said besides on the card."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A person talks with the customer in the bot's stead; others of the team may speak, too."""

    by: PersonId
    """Who holds the floor: who is answerable for the talk."""
    by_name: str
    since: datetime
    heard_at: datetime
    """When somebody said something last; of what a customer says while nobody answers, the first."""
    idle: timedelta
    """For how long nobody may say anything before the talk is over by itself."""
    place: Place
    """Where it was taken over: beside this place the room of the talk is opened."""
    is_unanswered: bool = False
    """Whether it was the customer who said something last."""

    @property
    def idle_at(self) -> datetime:
        """When it is over if nobody says anything."""
        return self.heard_at + self.idle

    def heard(self, now: datetime, from_customer: bool) -> "Talk":
        """The same once somebody has said something; a customer whom nobody answers does not keep it going."""
        heard_at = self.heard_at if from_customer and self.is_unanswered else now
        return replace(self, heard_at=heard_at, is_unanswered=from_customer)


@dataclass(frozen=True, slots=True)
class TalkRule:
    """What a team has laid down for its talks: after how much silence they are over, and who is asked then."""

    idle: timedelta = timedelta(minutes=30)
    then: str = ""
    """The team that is asked besides when a talk has gone silent; "" for none."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a talk is held: a place of its own, or one that it shares with other things, where replies belong to it."""

    place: Place
    own: bool
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Posted:
    """A message on its platform: where it stands, and its own id there."""

    place: Place
    ref: str


@dataclass(frozen=True, slots=True)
class Relayed:
    """A message that was carried on from one end of a talk to the other; `source` is None for words of our own."""

    copy: Posted
    source: Posted | None = None
