"""Looks whether an account works, and whether it may do in its chats what cards need."""

from collections.abc import Iterator, Sequence

from aiogram.methods import GetChat, GetChatMember, GetMe, GetWebhookInfo
from aiogram.types import ChatFullInfo, User

from channels.base import ChannelError, Finding, Gone, Notes
from channels.telegram.client import Client
from channels.telegram.errors import Moved, Unauthorized
from channels.telegram.places import Places
from channels.telegram.settings import TelegramSettings


async def check_up(settings: TelegramSettings, notes: Notes, places: Sequence[str]) -> Sequence[Finding]:
    """The check-up of an account that nobody serves here: nothing is heard, and nothing that waits is taken away."""
    known, client = Places(settings.name, notes), Client(settings)
    await known.load()
    try:
        return await Checkup(settings, client, known).look(places)
    finally:
        await client.close()


class Checkup:
    """The check-up of one account."""

    def __init__(self, settings: TelegramSettings, client: Client, places: Places) -> None:
        self._settings = settings
        self._client = client
        self._places = places

    async def look(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the account, one for its webhook, one for each place."""
        name = self._settings.name
        try:
            me = await self._client.ask(GetMe())
        except Unauthorized as wrong:
            return [Finding(name, "doctor-telegram-token", {"detail": str(wrong)})]
        except ChannelError as error:
            return [Finding(name, "doctor-unreachable", {"detail": str(error)})]
        found = [Finding(f"{name} @{me.username}")]
        if self._settings.mode == "webhook":
            found.append(await self._webhook())
        return [*found, *[await self._place(place, me) for place in places]]

    async def _webhook(self) -> Finding:
        what = f"{self._settings.name} webhook"
        info = await self._client.ask(GetWebhookInfo())
        if info.url != self._settings.hook:
            return Finding(what, "doctor-telegram-webhook-other", {"url": info.url or "-"})
        if info.last_error_message:
            return Finding(what, "doctor-telegram-webhook-failing", {"detail": info.last_error_message})
        return Finding(what)

    async def _place(self, place: str, me: User) -> Finding:
        try:
            spot = self._places.spot(place)
            chat = await self._client.ask(GetChat(chat_id=spot.chat))
            if chat.type == "private":
                return Finding(place)
            member = await self._client.ask(GetChatMember(chat_id=spot.chat, user_id=me.id))
        except Moved as moved:
            await self._places.moved(spot.chat, moved.chat)
            return await self._place(place, me)
        except Gone as gone:
            return Finding(place, "doctor-telegram-chat", {"detail": str(gone)})
        except ChannelError as error:
            return Finding(place, "doctor-unreachable", {"detail": str(error)})
        problem = next(_problems(chat, member, spot.thread), "")
        lacks_topics = not problem and _lacks_topics(chat, member, spot.thread)
        name = {"chat": chat.title or str(spot.chat)}
        if lacks_topics:
            return Finding(place, "doctor-telegram-may-not-open", name, is_minor=True)
        return Finding(place, problem, name)


def _problems(chat: ChatFullInfo, member: object, thread: int | None) -> Iterator[str]:
    status = getattr(member, "status", "")
    if status in ("left", "kicked"):
        yield "doctor-telegram-not-member"
    default = getattr(chat.permissions, "can_send_messages", True)
    may = getattr(member, "can_send_messages", None)
    if (status == "restricted" and may is False) or (status == "member" and default is False):
        yield "doctor-telegram-may-not-write"
    if chat.type == "channel" and not getattr(member, "can_edit_messages", False):
        yield "doctor-telegram-may-not-edit"
    if thread is not None and not chat.is_forum:
        yield "doctor-telegram-no-topics"


def _lacks_topics(chat: ChatFullInfo, member: object, thread: int | None) -> bool:
    """Whether a talk cannot have a topic of its own in a group that has topics: then it is held by replies."""
    may = getattr(member, "status", "") == "creator" or bool(getattr(member, "can_manage_topics", False))
    return bool(chat.is_forum) and thread is None and not may
