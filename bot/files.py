"""Files on their way between platforms: what a channel has itself it shows by name, the rest is brought across."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.file_names import clean, endings, safe_name
from bot.file_types import PROGRAM, ending_of, media_type
from bot.i18n import Locales
from bot.settings_sources import DEFAULT
from bot.sizes import MB
from channels.base import Channel, ChannelError, Gone, RetryAfter, Unconfirmed, Unreachable
from channels.views import Attachment, Content, FilesView

PATIENCE, AGAIN = 5.0, 5.0
"""Seconds for which one file waits for another, and after which it is tried again if that was too short."""
FETCHING = 30.0
"""Seconds that a platform gets to hand a file over: less than an effect is claimed for."""
MOST_ATTEMPTS = 8
"""How often a file is asked for before its place is told that it is away: with the outbox' pauses, for two minutes."""
_FIELDS = frozenset(field.name for field in fields(Attachment))


class Why(StrEnum):
    """Why a file is not shown; `file-...` in `locales/` says it in words."""

    LARGE = "large"
    TYPE = "type"
    GONE = "gone"
    KEPT = "kept"
    """Its platform gives it to nobody."""
    NOWHERE = "nowhere"
    """No channel of ours is on the account that heard it."""
    AWAY = "away"
    """Its platform was asked again and again, and could not be reached."""


class NotBrought(Exception):
    """A file that cannot be had, for good."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken and passed on: at most so many bytes, and none of the endings in `refuse`."""

    most: int
    refuse: frozenset[str]

    def refusal(self, name: str, size: int) -> Why | None:
        """Why a file of that name and size is not taken; a size of 0 is unknown."""
        if self.refuse.intersection(endings(name)):
            return Why.TYPE
        return Why.LARGE if size > self.most else None

    def sort(self, files: Iterable[Attachment]) -> tuple[tuple[Mapping[str, Any], ...], tuple[Mapping[str, Any], ...]]:
        """The files that somebody sent, in JSON, as we take them, and those that we refuse, with `refused` and `most`.

        Their names are safe from then on.
        """
        taken: list[Mapping[str, Any]] = []
        refused: list[Mapping[str, Any]] = []
        for file in files:
            known = asdict(replace(file, name=clean(file.name)))
            if why := self.refusal(file.name, file.size):
                refused.append({**known, "refused": str(why), "most": self.megabytes})
            else:
                taken.append(known)
        return tuple(taken), tuple(refused)

    @property
    def megabytes(self) -> int | Decimal:
        """The bound as people read it."""
        whole, rest = divmod(self.most, MB)
        return Decimal(self.most) / MB if rest else whole


def as_sent(file: Mapping[str, Any]) -> Attachment:
    """A file as it was written down."""
    return Attachment(**{name: value for name, value in file.items() if name in _FIELDS})


class Files:
    """Brings files across; one at a time in this process, so that there is never more than one in memory."""

    def __init__(self, channels: Mapping[str, Channel], limits: Limits, locales: Locales) -> None:
        self._channels = channels
        self._limits = limits
        self._locales = locales
        self._one = asyncio.Lock()

    @asynccontextmanager
    async def view(
        self, place: str, files: Sequence[Attachment], caption: str, locale: str, attempts: int = 1
    ) -> AsyncIterator[FilesView]:
        """The files as the channel of that place can show them, for as long as they are being shown.

        Raises RetryAfter or Unreachable where a file could be had later, but not for ever: what else is to be said at
        that place waits meanwhile, and is not to wait for another platform.
        """
        own = tuple(file for file in files if _channel_of(file) == place.partition(":")[0])
        if len(own) == len(files):
            yield FilesView(caption, own)
            return
        async with self._turn():
            foreign = [file for file in files if file not in own]
            yield await self._across(foreign, FilesView(caption, own), locale, attempts >= MOST_ATTEMPTS)

    async def content(self, file: Attachment, locale: str) -> Content:
        """One file by its contents; raises NotBrought, RetryAfter or Unreachable."""
        async with self._turn():
            return await self._content(file, self._limits.most, locale)

    def excuse(self, file: Attachment, why: Why, locale: str) -> str:
        """Why a file is not here, in words, with its name."""
        name = clean(file.name) or self._made_up(file, locale)
        return self._locales.text(locale, f"file-{why}", name=name, most=self._limits.megabytes)

    async def _across(self, files: Sequence[Attachment], view: FilesView, locale: str, last: bool) -> FilesView:
        """The view with the contents of these files; all of them together keep to the bound of one."""
        room, missing = self._limits.most, []
        for file in files:
            try:
                content = await self._content(file, room, locale)
            except NotBrought as reason:
                missing.append(self.excuse(file, reason.why, locale))
            except (RetryAfter, Unreachable):
                if not last:
                    raise
                missing.append(self.excuse(file, Why.AWAY, locale))
            else:
                room -= len(content.data)
                view = replace(view, contents=(*view.contents, content))
        return replace(view, caption="\n".join([view.caption, *missing]))

    async def _content(self, file: Attachment, room: int, locale: str) -> Content:
        if why := self._limits.refusal(file.name, file.size):
            raise NotBrought(why)
        if file.size > room:
            raise NotBrought(Why.LARGE)
        data = await self._fetched(file)
        if len(data) > room:
            raise NotBrought(Why.LARGE)
        media = media_type(file.name, data)
        if media == PROGRAM and self._limits.refuse:
            raise NotBrought(Why.TYPE)
        return Content(safe_name(file.name, self._made_up(file, locale), ending_of(media)), media, data)

    async def _fetched(self, file: Attachment) -> bytes:
        channel = self._channels.get(_channel_of(file))
        if channel is None:
            raise NotBrought(Why.NOWHERE)
        try:
            async with asyncio.timeout(FETCHING):
                return await channel.fetch(file)
        except (RetryAfter, Unreachable):
            raise
        except (Unconfirmed, TimeoutError) as doubt:
            # To fetch once more does no harm: nobody may take this for a message that has perhaps arrived.
            raise Unreachable(f"a file could not be fetched: {type(doubt).__name__}") from doubt
        except Gone as gone:
            raise NotBrought(Why.GONE) from gone
        except ChannelError as refused:
            raise NotBrought(Why.KEPT) from refused

    def _made_up(self, file: Attachment, locale: str) -> str:
        return self._locales.text(locale, "file-name", kind=file.kind)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._one.acquire()
        except TimeoutError:
            raise RetryAfter(AGAIN, "another file is on its way") from None
        try:
            yield
        finally:
            self._one.release()


def _channel_of(file: Attachment) -> str:
    """The name of the channel that heard a file, as places begin with it."""
    return file.channel if file.account in ("", DEFAULT) else f"{file.channel}.{file.account}"
