"""A gateway session: it outlives its connection and keeps what a client has missed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.accounts import CONTENT, Application
from tests.fakes.discord.lines import Line

GUILDS, MEMBERS = 1 << 0, 1 << 1
GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 9, 1 << 12
ANY = 0
"""Stands for events that need no intent."""


@dataclass(eq=False)
class Session:
    """`line` is its connection, None while it has none."""

    id: str
    app: Application
    intents: int
    line: Line | None = None
    seq: int = 0
    sent: list[tuple[int, str]] = field(default_factory=list)
    lost_at: float = 0.0
    dead: bool = False

    def hears(self, intent: int) -> bool:
        """Whether the client asked for such events."""
        return not self.dead and (intent == ANY or bool(self.intents & intent))

    @property
    def reads(self) -> bool:
        """Whether it gets what people write in guilds."""
        return bool(self.intents & CONTENT)

    def dispatch(self, name: str, data: Any) -> None:
        """Send an event, or keep it until the client resumes."""
        self.seq += 1
        text = json.dumps({"op": 0, "t": name, "s": self.seq, "d": data})
        self.sent.append((self.seq, text))
        if self.line is not None:
            self.line.say(text)

    def replay(self, after: int) -> None:
        """Send again all since a sequence number, then RESUMED."""
        assert self.line is not None
        for number, text in self.sent:
            if number > after:
                self.line.say(text)
        self.dispatch("RESUMED", {})
