"""Files that people sent: fetched anew from Discord, shown at other places, uploaded by their contents."""

import logging
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

import aiohttp
import discord

from channels.base import Gone, MessageRef, Rejected, Unconfirmed, Unreachable
from channels.discord.line import Line
from channels.discord.places import Posted
from channels.discord.progress import Progress
from channels.discord.sending import Sending
from channels.discord.settings import PLATFORM
from channels.discord.text import MOST, inert
from channels.text import cut, visible
from channels.views import Attachment, Content, FilesView

log = logging.getLogger(__name__)

MOST_FETCHED = 25 * 2**20
"""Bytes of a file that is fetched."""
MOST_FILE = 8 * 2**20
"""Bytes of a customer's own file that are shown again; Discord takes ten million from a bot."""
MOST_TOGETHER = 10 * 2**20
"""Bytes of the files of one message, so that it is out in time; Discord takes 25 MiB in one request."""
MOST_FILES = 10
"""Files of one message, https://docs.discord.com/developers/resources/message#create-message."""
MOST_NAME = 200
_PART = 64 * 2**10
_REF = re.compile(r"(\d{1,20})/(\d{1,20})/(\d{1,20})")
_NOT_THERE = {403, 404, 410}

Post = Callable[[str, str], Awaitable[Posted]]
"""Posts one message of several, by its key, as a reply to another or to none."""


class Files:
    """Of one account."""

    def __init__(self, account: str, line: Line, sending: Sending) -> None:
        self._account = account
        self._line = line
        self._sending = sending
        self._shown = Progress()

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that this account heard; raises Gone if it is there no more, Rejected if too large."""
        return await self._fetch(file, MOST_FETCHED)

    async def show(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files in as few messages as Discord takes; answers the last of them.

        Those of this account are fetched anew; of others only the contents can be shown. Of no files at all the caption
        is shown, which may name some.
        """
        messages = list(self._messages(place, view))
        made = None
        for index in range(self._shown.of(key), len(messages)):
            made = await messages[index](f"{key}.{index}", "" if index else view.reply_to)
            self._shown.reached(key, index + 1)
        self._shown.ended(key)
        return made.ref if made else MessageRef("")

    def _messages(self, place: str, view: FilesView) -> Iterator[Post]:
        ours = [file for file in view.files if self._is_ours(file)]
        if view.caption and not (view.files or view.contents):
            yield lambda key, reply_to: self._upload(place, (), view.caption, key, reply_to)
        for file in ours:
            yield lambda key, reply_to, file=file: self._show_own(place, file, view.caption, key, reply_to)  # type: ignore[misc]
        for number, batch in enumerate(_batches(view.contents)):
            caption = "" if number or ours else view.caption
            yield lambda key, reply_to, batch=batch, caption=caption: self._upload(place, batch, caption, key, reply_to)  # type: ignore[misc]

    def _is_ours(self, file: Attachment) -> bool:
        return file.channel == PLATFORM and file.account == self._account

    async def _show_own(self, place: str, file: Attachment, caption: str, key: str, reply_to: str) -> Posted:
        """A file of ours again; one that cannot be shown is named."""
        try:
            data = await self._fetch(file, MOST_FILE)
        except (Gone, Rejected) as error:
            log.info("a file is only named at %s: %s", place, error)
            words = f"{inert(caption)}\n📎 {inert(file.name)}"
            return await self._sending.post(place, key, reply_to=reply_to, content=cut(words, MOST))
        return await self._upload(place, [Content(file.name, "", data)], caption, key, reply_to)

    async def _upload(self, place: str, batch: Sequence[Content], caption: str, key: str, reply_to: str) -> Posted:
        files = [(visible(one.name)[:MOST_NAME] or "file", one.data) for one in batch]
        said = {"content": cut(inert(caption), MOST)} if caption else {}
        return await self._sending.post(place, key, reply_to=reply_to, files=files, **said)

    # --- fetching -------------------------------------------------------------------------------------------------

    async def _fetch(self, file: Attachment, most: int) -> bytes:
        if not self._is_ours(file):
            raise Gone(f"{file.channel} of {file.account} is not this account")
        if file.size > most:
            raise Rejected(f"{file.size} bytes are more than {most}")
        try:
            address = await self._address(file)
            return await self._line.ask(lambda client: downloaded(address, most))
        except Unconfirmed as error:
            raise Unreachable(str(error)) from error  # it was but read

    async def _address(self, file: Attachment) -> str:
        """Where a file lies today: an address is good for a day only. Raises Gone if its message has it no more.

        https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
        """
        match = _REF.fullmatch(file.ref)
        if match is None:
            raise Gone(f"{file.ref!r} is no file of Discord")
        channel, message, number = (int(part) for part in match.groups())
        return await self._line.ask(lambda client: _address_of(client, channel, message, number))


async def _address_of(client: discord.Client, channel: int, message: int, number: int) -> str:
    found: Any = await client.http.get_message(channel, message)
    for one in found["attachments"]:
        if int(one["id"]) == number:
            return str(one["url"])
    raise Gone("the message has this file no more")


async def downloaded(address: str, most: int) -> bytes:
    """What lies at an address; raises Gone if nothing does, Rejected for more than so many bytes, Unreachable."""
    async with aiohttp.ClientSession() as session, session.get(address, allow_redirects=False) as response:
        if response.status in _NOT_THERE:
            raise Gone(f"the file is not there ({response.status})")
        if response.status != 200:
            raise Unreachable(f"the file cannot be had now ({response.status})")
        data = bytearray()
        async for part in response.content.iter_chunked(_PART):
            data += part
            if len(data) > most:
                raise Rejected(f"the file has more than {most} bytes")
        return bytes(data)


def _batches(contents: Sequence[Content]) -> Iterator[Sequence[Content]]:
    """As many files as go into one message, in their order; one that is larger than that goes alone."""
    batch: list[Content] = []
    for one in contents:
        together = sum(len(other.data) for other in batch) + len(one.data)
        if batch and (len(batch) == MOST_FILES or together > MOST_TOGETHER):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch
