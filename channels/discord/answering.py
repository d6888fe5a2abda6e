"""Answers to interactions: Discord waits for them a quarter of an hour, by a token that any process may use."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui
from discord.http import MultipartParameters, Route, handle_message_parameters

from channels.base import MessageRef
from channels.discord.errors import TooLate
from channels.discord.line import Line
from channels.discord.places import Posted, spot
from channels.discord.text import MOST, inert
from channels.text import cut

_NOBODY = discord.AllowedMentions.none()
_HOOK = "/webhooks/{webhook_id}/{webhook_token}"


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
        posted = Posted(0, 0)
        for index, piece in enumerate(pieces):
            more: dict[str, Any] = {"view": buttons} if buttons and index == len(pieces) - 1 else {}
            posted = await self.add(to, is_private=spot(self._name, place).direct, content=piece, **more)
        return posted.ref

    async def add(self, to: str, *, is_private: bool = False, **message: Any) -> Posted:
        """A further message of the answer; whoever else reads there does not see it. Raises TooLate.

        It goes past the library's own follow-ups, which would remember each view for ever.
        """
        flags = discord.MessageFlags(suppress_embeds="content" in message, ephemeral=not is_private)
        made = await self._send("POST", _HOOK, to, {"wait": 1}, flags=flags, **message)
        return Posted(int(made["channel_id"]), int(made["id"]))

    async def whisper(self, interaction: discord.Interaction[Any], text: str, **more: Any) -> None:
        """Say something to nobody but who tapped."""
        await self.add(answer_to(interaction), content=cut(inert(text), MOST), **more)

    async def change(self, to: str, layout: ui.LayoutView | None) -> None:
        """Change the message that was answered, or whose button was pressed; None takes its buttons away."""
        await self._send("PATCH", f"{_HOOK}/messages/@original", to, {}, view=layout)

    async def _send(self, verb: str, path: str, to: str, query: dict[str, int], **message: Any) -> Any:
        application, _, token = to.partition("/")
        if not (application.isdecimal() and token):
            raise TooLate("there is no answer to wait for")
        route = Route(verb, path, webhook_id=int(application), webhook_token=token)

        async def call(client: discord.Client) -> Any:
            with handle_message_parameters(allowed_mentions=_NOBODY, **message) as params:
                return await client.http.request(route, params=query, **_body(params))

        return await self._line.ask(call)


def _body(params: MultipartParameters) -> dict[str, Any]:
    return {"files": params.files, "form": params.multipart} if params.files else {"json": params.payload}
