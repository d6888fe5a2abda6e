"""The state behind the fake: accounts, chats, messages, taps and files, and who hears what of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.pulse import Pulse
from tests.fakes.telegram.accounts import BotAccount, User
from tests.fakes.telegram.chats import Chat, Member
from tests.fakes.telegram.files import Files, Upload
from tests.fakes.telegram.formatted import Formatted
from tests.fakes.telegram.hearing import hears
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.schema import Schema
from tests.fakes.telegram.taps import Tap

Perform = Callable[[BotAccount, str, dict[str, Any], dict[str, Upload]], Awaitable[dict[str, Any]]]


async def _no_server(*_: Any) -> dict[str, Any]:
    raise RuntimeError("the fake is not served")


@dataclass
class Called:
    """One request in the log; `answer` is the whole JSON, None while it is under way or where a fault kept it off."""

    bot: str
    method: str
    params: dict[str, Any]
    at: float
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By field: file name and size."""
    answer: dict[str, Any] | None = None
    fault: str | None = None
    """The kind of trouble that it met (see `faults`)."""

    @property
    def ok(self) -> bool:
        return bool(self.answer and self.answer.get("ok"))

    @property
    def error(self) -> str | None:
        """The description of a refusal."""
        return None if self.answer is None else self.answer.get("description")


class World:
    """Everything that Telegram knows. `now` is in seconds since 1970."""

    def __init__(self, now: Callable[[], float], limits: Limits) -> None:
        self.now = now
        self.limits = limits
        self.schema = Schema()
        self.bots: dict[str, BotAccount] = {}
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.privates: dict[tuple[int, int], Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.files = Files()
        self.log: list[Called] = []
        self.violations: list[str] = []
        self.perform: Perform = _no_server
        """Carries out a method call; the server puts it here."""
        self._pulse = Pulse()
        self._account_ids = 0

    def stamp(self) -> int:
        """The time as messages carry it."""
        return int(self.now())

    def violate(self, problems: Iterable[str]) -> None:
        """Note what breaks the documented contract."""
        self.violations += [problem for problem in problems if problem not in self.violations]

    def changed(self) -> None:
        """Wake those who watch the state."""
        self._pulse.beat()

    async def until(self, found: Callable[[], Any], within: float) -> Any:
        """What `found` finds, as soon as it is no more None or False; None after so many real seconds."""
        return await self._pulse.until(found, within)

    def bot_by_id(self, bot_id: int | None) -> BotAccount | None:
        """The bot with that user id."""
        return next((bot for bot in self.bots.values() if bot.id == bot_id), None)

    def private(self, bot: BotAccount, user: User) -> Chat:
        """The private chat of a bot with a user, as the bot sees it."""
        chat = self.privates.get((bot.id, user.id))
        if chat is None:
            chat = Chat(user.id, "private", peer=user, bot_id=bot.id)
            chat.members = {one.id: Member(one) for one in (user, bot.user)}
            self.privates[bot.id, user.id] = chat
        return chat

    def seen(self, bot: BotAccount, user_id: int) -> bool:
        """Whether a bot has met a user: in private or in a common group."""
        return user_id in bot.started or any(
            bot.id in chat.members and user_id in chat.members for chat in self.chats.values()
        )

    def number(self, chat: Chat) -> int:
        """The next message id: supergroups and channels count their own, all else counts with the account."""
        if chat.type in ("supergroup", "channel"):
            return chat.number()
        self._account_ids += 1
        return self._account_ids

    def compose(self, chat: Chat, sender: User | None, body: Formatted | None = None, **parts: Any) -> Message:
        """A new message in a chat, not yet heard by anybody."""
        made = Message(self.number(chat), chat, self.stamp(), sender, body or Formatted(), **parts)
        chat.messages[made.id] = made
        made.remember()
        self.changed()
        return made

    def announce(self, message: Message, *, edited: bool = False) -> None:
        """Let every bot that hears of a message hear of it."""
        kind = "channel_post" if message.chat.type == "channel" else "message"
        for bot in self.bots.values():
            if hears(bot, message):
                self.tell(bot, f"edited_{kind}" if edited else kind, message.wire(), f"chat {message.chat.id}")

    def serve(self, chat: Chat, sender: User | None, service: dict[str, Any], **parts: Any) -> Message:
        """Post a service message."""
        made = self.compose(chat, sender, service=service, **parts)
        self.announce(made)
        return made

    def tell(self, bot: BotAccount, kind: str, payload: dict[str, Any], key: str, life: float | None = None) -> None:
        """Queue an update of a bot, held against the document."""
        self.violate(self.schema.value({"update_id": 1, kind: payload}, ["Update"], f"update {kind}"))
        bot.queue.add(kind, payload, key, life)

    def change_member(self, chat: Chat, member: Member, by: User, **new: Any) -> None:
        """Change what somebody is in a chat; the bot concerned and the chat's administrators hear of it."""
        old = member.wire(chat.type)
        before = member.wire(chat.type, by.id)
        for name, value in new.items():
            setattr(member, name, value)
        chat.members[member.user.id] = member
        self.changed()
        if member.wire(chat.type, by.id) == before:
            return
        for bot in self.bots.values():
            mine = bot.id == member.user.id
            if mine or chat.may(bot.id, "can_manage_chat"):
                payload = {"chat": chat.wire(), "from": by.wire(), "date": self.stamp(), "old_chat_member": old}
                payload["new_chat_member"] = member.wire(chat.type, bot.id)
                key = f"members {chat.id if mine else member.user.id}"
                self.tell(bot, "my_chat_member" if mine else "chat_member", payload, key)
