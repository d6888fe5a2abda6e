"""One account's way to the Bot API: aiogram's client, with its errors turned into those of `channels.base`."""

from typing import Any, TypeVar

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, ClientDecodeError
from aiogram.methods import GetMe
from aiogram.methods.base import TelegramMethod
from aiogram.types import User

from channels.telegram.errors import translated
from channels.telegram.settings import TelegramSettings

POLL_SECONDS = 25
SEND_SECONDS = 30
WANTED = ("message", "callback_query", "my_chat_member")
"""The kinds of updates that mean anything here. An edited message is not asked for: it never decides anything."""

ResultT = TypeVar("ResultT")


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates` as plain JSON, so that one update which the library cannot read does not hold back the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = POLL_SECONDS
    allowed_updates: tuple[str, ...] = WANTED


class Client:
    """Speaks to the Bot API as one account."""

    def __init__(self, settings: TelegramSettings) -> None:
        server = TelegramAPIServer.from_base(settings.api_base.rstrip("/"))
        self.bot = Bot(settings.token, session=AiohttpSession(api=server, timeout=SEND_SECONDS))
        self.me: User | None = None

    async def introduce(self) -> User:
        """Ask who we are; raises Unauthorized for a token that is wrong."""
        self.me = await self.ask(GetMe())
        return self.me

    async def ask(self, method: TelegramMethod[ResultT], seconds: int = SEND_SECONDS) -> ResultT:
        """Call a method once; raises the errors of `channels.telegram.errors`, never aiogram's."""
        try:
            return await self.bot(method, request_timeout=seconds)
        except AiogramError as error:
            raise translated(error) from error

    async def send(self, method: TelegramMethod[Any]) -> int:
        """Call a method that posts a message; answers the message's id."""
        try:
            message = await self.bot(method, request_timeout=SEND_SECONDS)
        except ClientDecodeError as error:
            # It was posted, and what came back has something that the library does not know yet.
            result = error.data.get("result") if isinstance(error.data, dict) else None
            if isinstance(result, dict) and isinstance(result.get("message_id"), int):
                return int(result["message_id"])
            raise translated(error) from error
        except AiogramError as error:
            raise translated(error) from error
        return int(message.message_id)

    async def updates(self, offset: int | None, wait: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Wait so many seconds for updates; what is below the offset counts as heard and is dropped by Telegram."""
        return await self.ask(RawUpdates(offset=offset, timeout=wait), seconds=wait + 10)

    async def close(self) -> None:
        """Leave the connection."""
        await self.bot.session.close()
