"""Cards in forums: each is a post, a thread of its own, which Discord does not make once per nonce."""

from collections.abc import Callable
from typing import Any

import discord
from discord.http import handle_message_parameters

from channels.discord.keys import mark_on
from channels.discord.line import Line
from channels.text import cut, visible
from channels.views import CardView

MOST_NAME = 100
"""Units of a thread's name."""
_NOBODY = discord.AllowedMentions.none()


class Posts:
    """Makes posts for one account, and finds those that an earlier try has made."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def post(
        self, forum: int, view: CardView, message: Callable[[], dict[str, Any]], mark: int
    ) -> tuple[int, int]:
        """A post with this message, unless it is there; answers the numbers of its thread and of its message."""
        name = cut(visible(view.title).replace("\n", " "), MOST_NAME - 10) + f" · {view.short_id}"
        if there := await self._found(forum, name, mark):
            return there

        async def call(client: discord.Client) -> tuple[int, int]:
            with handle_message_parameters(
                channel_payload={"name": name}, allowed_mentions=_NOBODY, **message()
            ) as params:
                made: Any = await client.http.start_thread_in_forum(forum, params=params)
                return int(made["id"]), int(made["message"]["id"])

        return await self._line.ask(call)

    async def _found(self, forum: int, name: str, mark: int) -> tuple[int, int] | None:
        """Whether a thread of that name is there whose first message carries the mark."""
        about: Any = await self._line.ask(lambda client: client.http.get_channel(forum))
        active: Any = await self._line.ask(lambda client: client.http.get_active_threads(about["guild_id"]))
        for thread in active["threads"]:
            if thread.get("parent_id") == str(forum) and thread.get("name") == name:
                number = int(thread["id"])
                if mark_on(await self._first(number)) == mark:
                    return number, number
        return None

    async def _first(self, number: int) -> Any:
        """The first message of a post, which has the post's own number."""
        return await self._line.ask(lambda client: client.http.get_message(number, number))
