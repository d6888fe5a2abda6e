"""How an answer to an operator is worded and sent."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.desk import Actor
from bot.i18n import Locales
from engine.effects import Effect, Literal, SendText
from engine.ids import Place
from engine.ports import Clock


class Words:
    """Our words for whoever asked; answers are lines of one text."""

    def __init__(self, locales: Locales, clock: Clock) -> None:
        self.locales = locales
        self.clock = clock

    def text(self, actor: Actor, message_id: str, **args: Any) -> str:
        """One message in the reader's language."""
        return self.locales.text(actor.locale, message_id, **args)

    def moment(self, actor: Actor, at: datetime) -> str:
        """A moment in the reader's language."""
        return self.locales.moment(actor.locale, at, self.clock.now())

    def span(self, actor: Actor, span: timedelta) -> str:
        """A length of time in the reader's language."""
        return self.locales.duration(actor.locale, span)

    def say(self, actor: Actor, message_id: str, **args: Any) -> Sequence[Effect]:
        """Answer by one message."""
        return self.lines(actor, [self.text(actor, message_id, **args)])

    def lines(self, actor: Actor, lines: Iterable[str]) -> Sequence[Effect]:
        """Answer by several lines."""
        return (SendText(Place(actor.place), Literal("\n".join(lines)), locale=actor.locale),)
