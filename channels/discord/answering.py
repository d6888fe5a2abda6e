"""The answer to a command: Discord waits for it a quarter of an hour, by a token that any process may use."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from channels.base import MessageRef
from channels.discord.errors import TooLate
from channels.discord.line import Line
from channels.discord.places import Posted, spot

_NOBODY = discord.AllowedMentions.none()


def answer_to(interaction: discord.Interaction[Any]) -> str:
    """Where an interaction's answer goes, as text; it is a secret for as long as it is good for anything."""
    return f"{interaction.application_id}/{interaction.token}"


class Answering:
    """Answers for one account."""

    def __init__(self, name: str, line: Line) -> None:
        self._name = name
        self._line = line

    async def say(self, to: str, pieces: Sequence[str], buttons: ui.View | None, place: str) -> MessageRef:
        """Answer in one or several messages, in a server seen by the asker alone; raises TooLate, when nobody waits.

        The first one takes the place of "is thinking". Of several, a repetition may show the first ones again.
        """
        application, _, token = to.partition("/")
        if not (application.isdecimal() and token):
            raise TooLate("there is no answer to wait for")
        ephemeral = not spot(self._name, place).direct
        channel = message = 0
        for index, piece in enumerate(pieces):
            more: dict[str, Any] = {"view": buttons} if buttons and index == len(pieces) - 1 else {}

            async def call(client: discord.Client, piece: str = piece, more: dict[str, Any] = more) -> Any:
                hook = discord.Webhook.partial(int(application), token, client=client)
                return await hook.send(piece, ephemeral=ephemeral, wait=True, allowed_mentions=_NOBODY, **more)

            made = await self._line.ask(call)
            channel, message = made.channel.id, made.id
        return Posted(channel, message).ref
