"""One account's way to the Bot API: aiogram's client, with its errors turned into those of `channels.base`."""

import contextlib
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, ClientDecodeError
from aiogram.methods import GetMe, SendDocument, SendMediaGroup, SendPhoto
from aiogram.methods.base import TelegramMethod
from aiogram.types import User
from aiohttp import ClientError, ClientResponseError

from channels.base import ChannelError, Gone, Rejected, RetryAfter, Unreachable
from channels.telegram.errors import translated
from channels.telegram.settings import TelegramSettings

POLL_SECONDS = 25
SEND_SECONDS = 30
FILE_SECONDS = 120
"""How long a file may be on its way, up or down."""
AGAIN_AFTER = 5.0
_UPLOADS = (SendDocument, SendPhoto, SendMediaGroup)
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that mean anything here."""

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was posted, the first one of an album."""

    number: int
    is_file: bool
    """Whether it holds a document, whatever it was sent as."""


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

    async def send(self, method: TelegramMethod[Any]) -> Sent:
        """Call a method that posts a message or an album."""
        seconds = FILE_SECONDS if isinstance(method, _UPLOADS) else SEND_SECONDS
        try:
            message = _first(await self.bot(method, request_timeout=seconds))
        except ClientDecodeError as error:
            # It was posted, and what came back has something that the library does not know yet.
            result = _first(error.data.get("result")) if isinstance(error.data, dict) else None
            if isinstance(result, dict) and isinstance(result.get("message_id"), int):
                return Sent(int(result["message_id"]), "document" in result)
            raise translated(error) from error
        except AiogramError as error:
            raise translated(error) from error
        return Sent(int(message.message_id), message.document is not None)

    async def download(self, path: str, most: int) -> bytes:
        """The file at a path that `getFile` named; raises Gone, and Rejected for one of more than so many bytes."""
        session, data = self.bot.session, bytearray()
        url = session.api.file_url(self.bot.token, quote(path))
        try:
            async with contextlib.aclosing(session.stream_content(url, timeout=FILE_SECONDS)) as chunks:
                async for chunk in chunks:
                    data += chunk
                    if len(data) > most:
                        raise Rejected(f"the file has more than {most} bytes")
        except ClientResponseError as error:
            # Without its cause: that names the address, which holds the token.
            raise _not_given(error.status) from None
        except (ClientError, TimeoutError) as error:
            raise Unreachable(f"the file could not be read: {type(error).__name__}") from None
        return bytes(data)

    async def updates(self, offset: int | None, wait: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Wait so many seconds for updates; what is below the offset counts as heard and is dropped by Telegram."""
        return await self.ask(RawUpdates(offset=offset, timeout=wait), seconds=wait + 10)

    async def close(self) -> None:
        """Leave the connection."""
        await self.bot.session.close()


def _first(result: Any) -> Any:
    """The message that a method answered with; an album is a list of them."""
    return result[0] if isinstance(result, list) and result else result


def _not_given(status: int) -> ChannelError:
    detail = f"the file is answered with the status {status}"
    if status == 429:
        return RetryAfter(AGAIN_AFTER, detail)
    return Gone(detail) if status in (404, 410) else Unreachable(detail)
