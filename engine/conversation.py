"""One user on one channel, and what a new message of theirs means."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.ids import BotId, ConversationId, HandoffId, Place
from engine.outcomes import Identity
from engine.run import Run, Token, TokenState


@dataclass(frozen=True, slots=True)
class Conversation:
    """One user on one channel, talking to one bot; `identity` is what they have proven last."""

    id: ConversationId
    bot: BotId
    channel: str
    account: str
    place: Place
    user_id: str
    user_name: str
    locale: str
    identity: Identity | None = None
    talk: HandoffId | None = None
    """The request for whose sake a person talks with the user; until that is over the bot is silent."""

    @property
    def user(self) -> str:
        """The user as `platform:user_id`."""
        return f"{self.channel}:{self.user_id}"


@dataclass(frozen=True, slots=True)
class Begin:
    """The message starts a run."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The message is the reply that a token waits for, be it to what people have asked."""

    run: Run
    token: Token


@dataclass(frozen=True, slots=True)
class Join:
    """The message belongs to a request that people are looking at."""

    run: Run


def meaning(open_runs: Sequence[Run]) -> Begin | Answer | Join:
    """What the user's message means: the reply to what was asked last, an addition to an open request, or a new run."""
    asking = [(run, token) for run in open_runs for token in run.tokens if _is_asking(token)]
    if asking:
        return Answer(*max(asking, key=lambda pair: (pair[1].asked_at, pair[1].id)))
    joined = [run for run in open_runs if run.while_waiting == "join"]
    return Join(joined[-1]) if joined else Begin()


def _is_asking(token: Token) -> bool:
    """Whether a token waits for the customer: by itself, or because people who are asked have a question."""
    return token.state is TokenState.REPLY or (token.handoff is not None and token.asked_at > 0)
