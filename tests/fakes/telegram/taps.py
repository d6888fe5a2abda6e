"""A tap on a button and the bot's answer to it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.fakes.telegram.accounts import BotAccount, User
from tests.fakes.telegram.messages import Message


@dataclass(frozen=True)
class Answer:
    """What the bot answered; an alert is a window to close, another text a short notice; both may be empty."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(eq=False)
class Tap:
    """A callback query."""

    id: str
    bot: BotAccount
    user: User
    message: Message | None
    data: str
    at: float
    given: Answer | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def give(self, answer: Answer) -> None:
        """Show the bot's answer."""
        self.given = answer
        self._done.set()

    async def answer(self, within: float = 5.0) -> Answer:
        """The bot's answer; an AssertionError if none comes in so many real seconds."""
        try:
            await asyncio.wait_for(self._done.wait(), within)
        except TimeoutError:
            raise AssertionError(f"the tap on {self.data!r} by {self.user.first_name} was not answered") from None
        assert self.given is not None
        return self.given
