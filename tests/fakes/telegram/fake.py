"""The door: a fake Telegram to start, people to act as, faults to switch on, and what was asked of it."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

from tests.fakes.telegram import texts
from tests.fakes.telegram.accounts import SERVICE, BotAccount, User
from tests.fakes.telegram.chats import ADMIN_RIGHTS, ONLY_IN, Chat, Member, Topic
from tests.fakes.telegram.errors import UNAUTHORIZED
from tests.fakes.telegram.faults import Faults
from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person, tapped
from tests.fakes.telegram.queue import UpdateQueue
from tests.fakes.telegram.receiving import end_poll
from tests.fakes.telegram.sending import threading
from tests.fakes.telegram.server import Server
from tests.fakes.telegram.taps import Tap
from tests.fakes.telegram.topics import mark_topic, open_topic, remove_topic
from tests.fakes.telegram.world import Called, World

BOT_ID = 7_000_000_001
GROUP, SUPERGROUP = -4_000_000, -1_002_000_000_000


class TelegramFake:
    """Made by `telegram_fake`. Its clock is `now`, in seconds since 1970."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.limits = Limits()
        self.world = World(now, self.limits)
        self.server = Server(self.world)
        self.bot = self.add_bot()
        self._groups = 0

    @property
    def address(self) -> str:
        """What a client takes for https://api.telegram.org."""
        return self.server.address

    @property
    def token(self) -> str:
        """The first bot's."""
        return self.bot.token

    @property
    def faults(self) -> Faults:
        return self.server.faults

    @property
    def calls(self) -> list[Called]:
        """Every request, oldest first: also those that met a fault or had a bad token."""
        return self.world.log

    @property
    def violations(self) -> list[str]:
        """What broke the documented contract; `telegram_fake` fails at its end unless a test clears it."""
        return self.world.violations

    def called(self, method: str) -> list[Called]:
        """The requests of one method."""
        return [call for call in self.calls if call.method == method]

    async def until(self, found: Callable[[], Any], within: float = 10.0) -> Any:
        """What `found` finds, as soon as it finds something; None after so many real seconds."""
        return await self.world.until(found, within)

    def menu(self, scope: dict[str, Any] | None = None, language: str = "", bot: BotAccount | None = None) -> list[str]:
        """The names of the commands that the bot set for exactly this scope and language."""
        key = json.dumps(scope or {"type": "default"}, sort_keys=True)
        return [command["command"] for command in (bot or self.bot).commands.get((key, language), [])]

    # --- accounts and chats

    def add_bot(self, name: str = "Assent", username: str = "assent_bot", **more: Any) -> BotAccount:
        """Another bot with a token of its own."""
        number = BOT_ID + len(self.world.bots)
        queue = UpdateQueue(self.world.now, self.limits, number)
        user = User(number, name, username=username, is_bot=True)
        bot = BotAccount(f"{number}:AAF{number:032d}", user, queue, **more)
        self.world.bots[bot.token] = bot
        self.world.users[number] = user
        return bot

    def user(self, user_id: int, name: str = "", *, language: str | None = None, **more: Any) -> Person:
        """The user with that id, new or known."""
        known = self.world.users.get(user_id)
        if known is None:
            known = User(user_id, name or f"User {user_id}", language_code=language, **more)
            self.world.users[user_id] = known
        return Person(self.world, known)

    def group(self, title: str, *people: Person, **more: Any) -> Chat:
        """A basic group; the first person owns it and the first bot is a member."""
        self._groups += 1
        return self._chat(Chat(GROUP - self._groups, "group", title, **more), people)

    def supergroup(self, title: str, *people: Person, **more: Any) -> Chat:
        """A supergroup; `is_forum=True` gives it topics."""
        self._groups += 1
        return self._chat(Chat(SUPERGROUP - self._groups, "supergroup", title, **more), people)

    def forum(self, title: str, *people: Person, **more: Any) -> Chat:
        """A supergroup with topics."""
        return self.supergroup(title, *people, is_forum=True, **more)

    def channel(self, title: str, *people: Person, **more: Any) -> Chat:
        """A channel; the first bot administers it."""
        self._groups += 1
        chat = self._chat(Chat(SUPERGROUP - self._groups, "channel", title, **more), people)
        self.promote(chat, self.bot)
        return chat

    def _chat(self, chat: Chat, people: tuple[Person, ...]) -> Chat:
        self.world.chats[chat.id] = chat
        for number, person in enumerate(people):
            chat.members[person.id] = Member(person.user, "member" if number else "creator")
        chat.members[self.bot.id] = Member(self.bot.user)
        return chat

    # --- members

    def add(self, chat: Chat, who: Person | BotAccount, by: Person | None = None) -> None:
        """Somebody adds a person or a bot."""
        user, adder = who.user, by.user if by else self._owner(chat)
        member = chat.member(user.id) or Member(user, "left")
        self.world.change_member(chat, member, adder, status="member")
        if chat.is_group:
            self.world.serve(chat, adder, {"new_chat_members": [user.wire()]})

    def promote(self, chat: Chat, who: Person | BotAccount, *rights: str, anonymous: bool = False) -> None:
        """Make an administrator, with these rights or with all that the chat has."""
        every = (*ADMIN_RIGHTS, *ONLY_IN.get(chat.type, ()))
        given = {"can_manage_chat", *(rights or every)}
        owner = self._owner(chat)
        member = chat.member(who.user.id) or Member(who.user, "left")
        status = "creator" if member.status == "creator" else "administrator"
        self.world.change_member(
            chat, member, owner, status=status, rights=given, is_anonymous=anonymous, promoted_by=owner.id
        )

    def demote(self, chat: Chat, who: Person | BotAccount) -> None:
        """Make an administrator a member again."""
        member = chat.members[who.user.id]
        self.world.change_member(chat, member, self._owner(chat), status="member", rights=set(), is_anonymous=False)

    def restrict(self, chat: Chat, who: Person | BotAccount, *may: str) -> None:
        """Let somebody do only this."""
        member = chat.members[who.user.id]
        self.world.change_member(chat, member, self._owner(chat), status="restricted", rights=set(may))

    def kick(self, chat: Chat, who: Person | BotAccount) -> None:
        """Remove and ban somebody."""
        owner, member = self._owner(chat), chat.members[who.user.id]
        if chat.is_group:
            self.world.serve(chat, owner, {"left_chat_member": who.user.wire()})
        self.world.change_member(chat, member, owner, status="kicked", rights=set())

    def kick_bot(self, chat: Chat, bot: BotAccount | None = None) -> None:
        """Remove the bot from a group; it hears so."""
        self.kick(chat, bot or self.bot)

    def _owner(self, chat: Chat) -> User:
        found = next((member.user for member in chat.members.values() if member.status == "creator"), None)
        return found or self.user(999, "Owner").user

    # --- what happens to chats and messages

    def migrate(self, group: Chat) -> Chat:
        """A basic group becomes a supergroup with a new id; both sides get a service message."""
        self._groups += 1
        made = Chat(SUPERGROUP - self._groups, "supergroup", group.title)
        made.members = {number: Member(one.user, one.status, set(one.rights)) for number, one in group.members.items()}
        self.world.chats[made.id] = made
        owner = self._owner(group)
        self.world.serve(group, owner, {"migrate_to_chat_id": made.id})
        group.migrated_to = made.id
        self.world.serve(made, owner, {"migrate_from_chat_id": group.id})
        return made

    def topic(self, chat: Chat, name: str, by: Person | None = None) -> Topic:
        """A person opens a forum topic."""
        return open_topic(self.world, chat, name, by.user if by else self._owner(chat))

    def close_topic(self, chat: Chat, topic: Topic | int) -> None:
        """Only administrators of topics may write there now."""
        found = chat.topics[topic if isinstance(topic, int) else topic.id]
        found.closed = True
        mark_topic(self.world, chat, found, self._owner(chat), {"forum_topic_closed": {}})

    def delete_topic(self, chat: Chat, topic: Topic | int) -> None:
        """The topic goes with all its messages; nobody is told."""
        remove_topic(self.world, chat, chat.topics[topic if isinstance(topic, int) else topic.id])

    def delete_message(self, message: Message) -> None:
        """A person deletes a message; no bot is told."""
        message.deleted = True
        self.world.changed()

    def lose_file(self, message: Message) -> None:
        """Telegram does not have the file of a message any more."""
        media = next(iter(message.media.values()))
        shown = media[0] if isinstance(media, list) else media
        self.world.files.by_id[shown["file_id"]].lost = True

    def forged_tap(
        self, who: Person, chat: Chat, data: str, message: Message | None = None, bot: BotAccount | None = None
    ) -> Tap:
        """A callback query with any data, from a client that lies, about a message that may lack such a button."""
        asked = message or next((one for one in reversed(chat.live()) if one.markup), None)
        return tapped(self.world, who.user, bot or self.bot, chat, asked, data)

    def linked_post(self, channel: Chat, group: Chat, text: str, reply_to: Message | None = None) -> Message:
        """What Telegram forwards into a group from the channel that is linked with it."""
        sender = User(SERVICE, "Telegram")
        parts = threading(group, None, reply_to)
        made = self.world.compose(group, sender, texts.said(text), sender_chat=channel, automatic=True, **parts)
        self.world.announce(made)
        return made

    # --- trouble beyond single calls

    def revoke(self, bot: BotAccount | None = None) -> None:
        """The token is no more valid: 401 from now on, and a waiting getUpdates ends."""
        (bot or self.bot).revoked = True
        end_poll(bot or self.bot, UNAUTHORIZED)

    def strange_update(self, bot: BotAccount | None = None) -> int:
        """Queue an update of a kind that no client knows; its id."""
        return (bot or self.bot).queue.add_raw("hologram", {"shape": "cube"}, "strange").id

    def newer_update(self, who: Person, text: str, bot: BotAccount | None = None) -> int:
        """Queue a message with fields that no client knows; its id."""
        to = bot or self.bot
        message = self.world.compose(self.world.private(to, who.user), who.user, texts.said(text))
        payload = {**message.wire(), "hologram": {"shape": "cube"}, "from": {**who.user.wire(), "aura": "blue"}}
        return to.queue.add_raw("message", payload, "strange").id

    def undecodable_update(self, chat: Chat, bot: BotAccount | None = None) -> int:
        """Queue a my_chat_member without a field that aiogram 3.31 requires (`can_send_welcome_messages`); its id."""
        to = bot or self.bot
        member = Member(to.user, "administrator", {"can_manage_chat"})
        lacking = member.wire(chat.type)
        del lacking["can_send_welcome_messages"]
        payload = {"chat": chat.wire(), "from": self._owner(chat).wire(), "date": self.world.stamp()}
        payload |= {"old_chat_member": Member(to.user).wire(chat.type), "new_chat_member": lacking}
        return to.queue.add_raw("my_chat_member", payload, "strange").id


@contextlib.asynccontextmanager
async def telegram_fake(now: Callable[[], float] = time.time) -> AsyncIterator[TelegramFake]:
    """A running fake; at the end nothing may have broken the documented contract."""
    fake = TelegramFake(now)
    async with fake.server.running():
        yield fake
    assert not fake.violations, "\n".join(fake.violations)
