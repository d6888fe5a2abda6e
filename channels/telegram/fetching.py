"""The contents of files that people sent to an account."""

from collections.abc import Awaitable, Callable

from aiogram.methods import GetFile

from channels.base import Gone, Rejected, Unconfirmed, Unreachable
from channels.telegram.client import Client
from channels.telegram.sending import Sender
from channels.telegram.settings import PLATFORM
from channels.views import Attachment

MOST = 20 << 20
"""Bytes of a file that bots may download, https://core.telegram.org/bots/api#getfile."""
AGAIN_AFTER = 2.0
"""Seconds before a file is asked for once more: Telegram says the same of one that is gone and of a busy moment."""

Sleep = Callable[[float], Awaitable[None]]


class Fetching:
    """Fetches for one account."""

    def __init__(self, account: str, client: Client, sender: Sender, sleep: Sleep) -> None:
        self._account = account
        self._client = client
        self._sender = sender
        self._sleep = sleep

    async def fetch(self, file: Attachment) -> bytes:
        """The contents; raises Gone, and Rejected for a file that Telegram gives to no bot, or not to this one."""
        if (file.channel, file.account) != (PLATFORM, self._account):
            raise Rejected(f"the file is of {file.channel} {file.account}")
        if file.size > MOST:
            raise Rejected(f"the file has {file.size} bytes, and bots are given {MOST} at most")
        return await self._client.download(await self._path(file.ref), MOST)

    async def _path(self, ref: str) -> str:
        try:
            return await self._path_now(ref)
        except Gone:
            await self._sleep(AGAIN_AFTER)
            return await self._path_now(ref)

    async def _path_now(self, ref: str) -> str:
        try:
            found = await self._sender.ask(GetFile(file_id=ref))
        except Unconfirmed as lost:
            # Asking changes nothing: it may be repeated whatever became of it.
            raise Unreachable(str(lost)) from lost
        if not found.file_path:
            raise Gone("Telegram names no path of the file")
        return found.file_path
