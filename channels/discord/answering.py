"""The answer to a command: Discord waits for it a quarter of an hour, by a token that any process may use."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui
from discord.http import Route, handle_message_parameters

from channels.base import MessageRef
from channels.discord.errors import TooLate
from channels.discord.line import Ask, Line
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
        flags = discord.MessageFlags(suppress_embeds=True, ephemeral=not spot(self._name, place).direct)
        channel = message = 0
        for index, piece in enumerate(pieces):
            more: dict[str, Any] = {"view": buttons} if buttons and index == len(pieces) - 1 else {}
            made = await self._line.ask(_follow_up(application, token, content=piece, flags=flags, **more))
            channel, message = int(made["channel_id"]), int(made["id"])
        return Posted(channel, message).ref


def _follow_up(application: str, token: str, **message: Any) -> Ask[Any]:
    route = Route("POST", "/webhooks/{webhook_id}/{webhook_token}", webhook_id=int(application), webhook_token=token)

    async def call(client: discord.Client) -> Any:
        with handle_message_parameters(allowed_mentions=_NOBODY, **message) as params:
            return await client.http.request(route, json=params.payload, params={"wait": 1})

    return call
