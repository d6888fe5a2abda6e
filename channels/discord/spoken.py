"""What people say without typing it: by a button under a text, or by a command."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from channels.base import Inbound
from channels.discord.acknowledging import acknowledged, quietly
from channels.discord.answering import Answering, answer_to
from channels.discord.client import Touch
from channels.discord.hearing import roles_of
from channels.discord.places import place_of_interaction
from channels.discord.settings import PLATFORM, DiscordSettings
from channels.discord.unreadable import locale_of

log = logging.getLogger(__name__)


class Spoken:
    """Of one account."""

    def __init__(
        self,
        settings: DiscordSettings,
        answering: Answering,
        hear: Callable[[Inbound], Awaitable[bool]],
        words: Callable[[str, str], str],
        now: Callable[[], datetime],
    ) -> None:
        """`words` gives a text of ours by a language and its id."""
        self._settings = settings
        self._answering = answering
        self._hear = hear
        self._words = words
        self._now = now

    async def pressed(self, interaction: Touch, said: str | None) -> None:
        """Hear what a button says, None for one that its message does not have.

        A choice was made then, and the buttons have done their work; those of a command stay.
        """
        if not await acknowledged(interaction):
            return
        failed = "" if said is not None else "tap-unknown"
        if said is not None:
            try:
                await self._hear(self.inbound(interaction, said))
            except Exception:
                log.exception("what a button says could not be written down")
                failed = "tap-failed"
        if failed:
            await quietly(self._answering.whisper(interaction, self._words(locale_of(interaction), failed)))
        elif said is not None and not said.startswith("/"):
            await quietly(self._answering.change(answer_to(interaction), None))

    def inbound(self, interaction: Touch, text: str, answer_to: str = "") -> Inbound:
        """What somebody says by a button or a command, as a message of theirs."""
        return Inbound(
            channel=PLATFORM,
            account=self._settings.account,
            update_id=str(interaction.id),
            place=place_of_interaction(self._settings.name, interaction),
            user_id=str(interaction.user.id),
            user_name=str(interaction.user.display_name),
            text=text,
            at=self._now(),
            locale=locale_of(interaction),
            answer_to=answer_to,
            roles=roles_of(interaction.user),
        )
