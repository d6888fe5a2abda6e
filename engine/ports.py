"""What the engine needs of the world around it and does not reach for itself: time, chance, and who is where."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from engine.ids import BotId, PersonId, Place
from engine.talk import TalkRule


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def elapsed(self) -> float:
        """Seconds since some moment, on a clock that nobody sets and that never stands."""

    async def sleep(self, seconds: float) -> None:
        """Let that much time pass."""


class Secrets(Protocol):
    """Chance and keyed digests; deterministic in tests."""

    def new_id(self) -> str:
        """A fresh 128-bit identifier, see `engine.ids.random_id`."""

    def new_code(self) -> str:
        """A fresh one-time code of six digits."""

    def digest(self, *parts: str) -> str:
        """A digest of the parts under the instance's key, hexadecimal."""

    def seal(self, text: str) -> str:
        """A text that only this instance can read again."""


class Phrases(Protocol):
    """What a customer's words mean where we have offered words to choose from."""

    def wish(self, text: str, locale: str) -> str:
        """The wish that a reply is, such as `resend` (`wish-<name>` in `locales/`); "" for any other text."""


class Directory(Protocol):
    """Where a bot's cards go, as configured; who may decide is asked at the moment of the decision, elsewhere."""

    def team(self, bot: BotId) -> str:
        """The name of the bot's own team."""

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        """Where a handoff to this team is posted; a node's `channels` narrow it, none means the bot's own choice."""

    def operator_places(self, bot: BotId) -> Sequence[Place]:
        """Where failures and calls in doubt go."""

    def reminders(self, bot: BotId) -> tuple[timedelta, ...]:
        """How long after its opening people are reminded of a handoff whose node says nothing of it."""

    def quorum(self, team: str) -> int:
        """How many votes of a team are wanted where the node says nothing of it."""

    def counts(self, person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False) -> bool:
        """Whether a vote that somebody gave earlier still counts for a team: they have not left it since.

        One in another's stead counts as long as that other one has not left it, one by a role while the team has any.
        """

    def works_at(self, team: str, moment: datetime) -> datetime:
        """That moment itself if the team is at work then, else the next one at which it is."""

    def talk_rule(self, team: str) -> TalkRule:
        """When a talk of a team is over by itself, and who is asked then."""

    def patience(self, bot: BotId) -> timedelta:
        """For how long a request waits for its customer's answer before it waits for its team again."""

    def estimate(self, bot: BotId) -> str:
        """How long a decision usually takes, as the operator words it, or ""."""

    def contact(self, bot: BotId) -> str:
        """Where a customer may turn to otherwise, or ""."""
