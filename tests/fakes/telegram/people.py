"""Acting as people: what they say, tap and see."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram import copying, texts
from tests.fakes.telegram.accounts import ANONYMOUS_ADMIN, CHANNEL_BOT, BotAccount, User
from tests.fakes.telegram.chats import Chat, Member, Topic
from tests.fakes.telegram.files import Upload
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.sending import threading
from tests.fakes.telegram.taps import Answer, Tap
from tests.fakes.telegram.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
Place = Chat | BotAccount
_numbers = itertools.count(4_000_000_000_000_001)


class Person:
    """A user with hands. A place is a chat, or a bot for the private chat with it."""

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    def chat(self, place: Place) -> Chat:
        """The chat meant."""
        return place if isinstance(place, Chat) else self.world.private(place, self.user)

    async def says(
        self,
        place: Place,
        text: str,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
        as_channel: Chat | None = None,
    ) -> Message:
        """Post a text; an anonymous administrator's comes from the group, `as_channel`'s from the channel."""
        return self._post(place, reply_to, thread, as_channel, body=texts.said(text))

    async def starts(self, bot: BotAccount, payload: str | None = None) -> Message:
        """Press Start, by a link with a payload or without; that unblocks the bot."""
        if payload is not None and not PAYLOAD.fullmatch(payload):
            raise ValueError(f"no start link can carry {payload!r}")
        await self.unblocks(bot)
        return await self.says(bot, "/start" if payload is None else f"/start {payload}")

    async def sends_document(
        self, place: Place, name: str = "receipt.pdf", data: bytes = b"%PDF", *, caption: str = "", **where: Any
    ) -> Message:
        """Send a file; `size=` pretends that it is so large."""
        return self._send("document", place, name, data, caption, where)

    async def sends_photo(
        self, place: Place, data: bytes = b"\xff\xd8\xff", *, caption: str = "", **where: Any
    ) -> Message:
        """Send a photo."""
        return self._send("photo", place, "photo.jpg", data, caption, where)

    async def sends_voice(self, place: Place, data: bytes = b"OggS", *, caption: str = "", **where: Any) -> Message:
        """Send a voice note."""
        return self._send("voice", place, "voice.ogg", data, caption, where)

    def _send(self, kind: str, place: Place, name: str, data: bytes, caption: str, where: dict[str, Any]) -> Message:
        stored = self.world.files.keep(kind, Upload(name, data), where.pop("size", None))
        body = texts.said(caption) if caption else None
        return self._post(
            place, where.get("reply_to"), where.get("thread"), where.get("as_channel"), body=body, media=stored.media()
        )

    def _post(
        self, place: Place, reply_to: Message | None, thread: int | None, channel: Chat | None, **content: Any
    ) -> Message:
        chat = self.chat(place)
        if chat.bot_id is not None:
            self._speak_to(chat)
        elif not chat.may_post(self.id):
            raise ValueError(f"{self.user.first_name} may not post in {chat.title!r}")
        topic = self._topic(chat, reply_to.thread_id if thread is None and reply_to and chat.is_forum else thread)
        made = self.world.compose(chat, **self._sender(chat, channel), **content, **threading(chat, topic, reply_to))
        self.world.announce(made)
        return made

    def _topic(self, chat: Chat, thread: int | None) -> Topic | None:
        if thread is None:
            return None
        topic = chat.topics.get(thread)
        if topic is None or topic.deleted:
            raise ValueError(f"there is no topic {thread}")
        if topic.closed and not chat.may(self.id, "can_manage_topics"):
            raise ValueError(f"the topic {topic.name!r} is closed")
        return topic

    def _speak_to(self, chat: Chat) -> None:
        bot = self.world.bot_by_id(chat.bot_id)
        assert bot is not None
        if self.id in bot.blocked:
            raise ValueError(f"{self.user.first_name} blocked the bot; starts() unblocks it")
        bot.started.add(self.id)

    def _sender(self, chat: Chat, channel: Chat | None) -> dict[str, Any]:
        """Who the message seems to come from."""
        member = chat.member(self.id)
        if chat.type == "channel":
            return {"sender": None, "sender_chat": chat, "author": self.user}
        if channel is not None:
            fake = User(CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True)
            return {"sender": fake, "sender_chat": channel, "author": self.user}
        if member is not None and member.is_anonymous and chat.is_group:
            fake = User(ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True)
            return {"sender": fake, "sender_chat": chat, "author": self.user, "signature": member.custom_title}
        return {"sender": self.user}

    async def forwards(self, message: Message, place: Place, *, thread: int | None = None) -> Message:
        """Forward a message; what it shows is somebody else's words."""
        origin = message.origin or copying.origin(message)
        return self._post(place, None, thread, None, body=message.body, media=message.media, origin=origin)

    async def edits(self, message: Message, text: str) -> Message:
        """Edit what they posted; bots get an edited_message."""
        if self.user not in (message.sender, message.author):
            raise ValueError("people edit their own messages only")
        message.body = texts.said(text)
        message.edit_date = self.world.stamp()
        message.remember()
        self.world.changed()
        self.world.announce(message, edited=True)
        return message

    def presses(self, message: Message, label: str | None = None, *, data: str | None = None) -> Tap:
        """Tap a button, by its label or data, without waiting for an answer."""
        if data is None:
            button = message.button(label or "")
            if "callback_data" not in button:
                raise AssertionError(f"the button {label!r} does not tell the bot: {button}")
            data = str(button["callback_data"])
        elif data not in [button.get("callback_data") for button in message.all_buttons()]:
            raise AssertionError(f"no button of {message.text!r} carries {data!r}; fake.forged_tap() sends it anyway")
        bot = self.world.bot_by_id(message.keyboard_bot)
        assert bot is not None
        return tapped(self.world, self.user, bot, message.chat, message, data)

    async def taps(
        self, message: Message, label: str | None = None, *, data: str | None = None, within: float = 5.0
    ) -> Answer:
        """Tap a button and wait for the bot's answer."""
        return await self.presses(message, label, data=data).answer(within)

    async def sees(
        self,
        place: Place,
        fragment: str = "",
        *,
        within: float = 10.0,
        button: str | None = None,
        after: Message | None = None,
        where: Callable[[Message], bool] | None = None,
    ) -> Message:
        """The newest message of others with that text (and button); waits so many real seconds for it."""
        chat = self.chat(place)

        def found() -> Message | None:
            fits = [
                one
                for one in chat.live()
                if self.user not in (one.sender, one.author)
                and fragment in one.text
                and (button is None or any(button in label for label in one.buttons))
                and (after is None or one.id > after.id)
                and (where is None or where(one))
            ]
            return fits[-1] if fits else None

        message: Message | None = await self.world.until(found, within)
        if message is None:
            shown = "\n".join(f"  {one.text!r} {one.buttons}" for one in chat.live())
            raise AssertionError(f"{self.user.first_name} does not see {fragment!r} in:\n{shown}")
        return message

    async def joins(self, chat: Chat) -> None:
        """Join a group; bots hear of it twice, as a service message and, if they administer it, as a chat_member."""
        member = chat.member(self.id) or Member(self.user, "left")
        self.world.change_member(chat, member, self.user, status="member")
        if chat.is_group:
            self.world.serve(chat, self.user, {"new_chat_members": [self.user.wire()]})

    async def leaves(self, chat: Chat) -> None:
        """Leave a group."""
        member = chat.members[self.id]
        if chat.is_group:
            self.world.serve(chat, self.user, {"left_chat_member": self.user.wire()})
        self.world.change_member(chat, member, self.user, status="left", rights=set())

    async def blocks(self, bot: BotAccount) -> None:
        """Stop the bot; it hears that it was kicked from the private chat."""
        bot.blocked.add(self.id)
        chat = self.world.private(bot, self.user)
        self.world.change_member(chat, chat.members[bot.id], self.user, status="kicked")

    async def unblocks(self, bot: BotAccount) -> None:
        """Let the bot write again."""
        bot.blocked.discard(self.id)
        chat = self.world.private(bot, self.user)
        self.world.change_member(chat, chat.members[bot.id], self.user, status="member")


def tapped(world: World, user: User, bot: BotAccount, chat: Chat, message: Message | None, data: str) -> Tap:
    """A callback query of the real user, even of an anonymous administrator; a message out of reach is inaccessible."""
    tap = Tap(str(next(_numbers)), bot, user, message, data, world.now())
    world.taps[tap.id] = tap
    payload: dict[str, Any] = {
        "id": tap.id,
        "from": user.wire(),
        "chat_instance": str(-(abs(chat.id) * 7919 + bot.id)),
        "data": data,
    }
    if message is not None:
        old = world.limits.reach is not None and world.now() - message.date > world.limits.reach
        payload["message"] = message.inaccessible() if message.deleted or old else message.wire()
    world.tell(bot, "callback_query", payload, f"taps {user.id}", world.limits.tap_life)
    return tap
