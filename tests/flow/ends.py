"""The two ends of a talk on every platform: what somebody writes there, edits and answers, and what they read."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tests.fakes.discord.channels import Channel
from tests.fakes.discord.messages import Message as OnDiscord
from tests.fakes.discord.people import Person as DiscordPerson
from tests.fakes.discord.people import Place as DiscordPlace
from tests.fakes.telegram.chats import Chat, Topic
from tests.fakes.telegram.messages import Message as OnTelegram
from tests.fakes.telegram.people import Person as TelegramPerson
from tests.fakes.telegram.people import Place as TelegramPlace
from tests.flow.house import House, Item, said_on

MessageT = TypeVar("MessageT")
File = tuple[str, bytes]
WITHIN = 15.0


class End(ABC, Generic[MessageT]):
    """Somebody at a place where the bot carries on what the other end says."""

    @abstractmethod
    async def says(self, text: str, answers: MessageT | None = None) -> MessageT:
        """Write something, as the answer to another message or not."""

    @abstractmethod
    async def edits(self, said: MessageT, text: str) -> None:
        """Change what they wrote."""

    @abstractmethod
    async def sends(self, name: str, data: bytes) -> None:
        """Send a file."""

    @abstractmethod
    async def files(self) -> list[File]:
        """The files that the bot shows there, oldest first."""

    @abstractmethod
    async def shown(self) -> list[MessageT]:
        """What the bot shows there, oldest first."""

    @abstractmethod
    def text(self, shown: MessageT) -> str:
        """What can be read of it."""

    @abstractmethod
    def quoted(self, shown: MessageT) -> object:
        """Which message it answers, as `same` names one."""

    @abstractmethod
    def same(self, message: MessageT) -> object:
        """By what a message is known there."""

    @abstractmethod
    async def until(self, look: Callable[[], Awaitable[Any]], what: str) -> Any:
        """Look again and again until there is something."""

    async def lines(self) -> list[str]:
        """All that can be read there of the bot, oldest first."""
        return [self.text(one) for one in await self.shown()]

    async def gets(self, file: File) -> None:
        """Wait for a file, whole and by its name."""

        async def look() -> bool:
            return file in await self.files()

        await self.until(look, file[0])

    async def sees(self, fragment: str) -> MessageT:
        """Wait for a message that says this; the newest that does."""

        async def look() -> MessageT | None:
            return next((one for one in reversed(await self.shown()) if fragment in self.text(one)), None)

        found: MessageT = await self.until(look, fragment)
        return found


@dataclass
class TelegramEnd(End[OnTelegram]):
    """In a private chat, a topic, or a group where only answers to `root` belong to a talk."""

    person: TelegramPerson
    place: TelegramPlace
    topic: Topic | None = None
    root: OnTelegram | None = None

    async def says(self, text: str, answers: OnTelegram | None = None) -> OnTelegram:
        thread = self.topic.id if self.topic else None
        return await self.person.says(self.place, text, reply_to=answers or self.root, thread=thread)

    async def edits(self, said: OnTelegram, text: str) -> None:
        await self.person.edits(said, text)

    async def sends(self, name: str, data: bytes) -> None:
        thread = self.topic.id if self.topic else None
        await self.person.sends_document(self.place, name, data, reply_to=self.root, thread=thread)

    async def files(self) -> list[File]:
        live = [one for one in self.person.chat(self.place).live() if one.sender is not self.person.user]
        sent = [one.media["document"] for one in live if "document" in one.media]
        kept = [self.person.world.files.by_id[document["file_id"]].upload for document in sent]
        return [(upload.name, upload.data) for upload in kept]

    async def shown(self) -> list[OnTelegram]:
        live = [one for one in self.person.chat(self.place).live() if one.sender is not self.person.user and one.text]
        return [one for one in live if one.thread_id == self.topic.id] if self.topic else live

    def text(self, shown: OnTelegram) -> str:
        return shown.text

    def quoted(self, shown: OnTelegram) -> object:
        return shown.reply_to

    def same(self, message: OnTelegram) -> object:
        return message

    async def until(self, look: Callable[[], Awaitable[Any]], what: str) -> Any:
        return await patiently(look, self.person.world.until, what, self.lines)


@dataclass
class DiscordEnd(End[OnDiscord]):
    """In direct messages or a thread."""

    person: DiscordPerson
    place: DiscordPlace

    async def says(self, text: str, answers: OnDiscord | None = None) -> OnDiscord:
        return await self.person.says(self.place, text, reply_to=answers)

    async def edits(self, said: OnDiscord, text: str) -> None:
        await self.person.edits(said, text)

    async def sends(self, name: str, data: bytes) -> None:
        await self.person.says(self.place, "", files={name: data})

    async def files(self) -> list[File]:
        kept = [file.upload for one in await self.shown() for file in one.attachments]
        return [(upload.name, upload.data) for upload in kept]

    async def shown(self) -> list[OnDiscord]:
        return [one for one in self.person.channel(self.place).live(self.person.id) if one.author.is_bot]

    def text(self, shown: OnDiscord) -> str:
        return shown.text

    def quoted(self, shown: OnDiscord) -> object:
        return shown.reply_to

    def same(self, message: OnDiscord) -> object:
        return message

    async def until(self, look: Callable[[], Awaitable[Any]], what: str) -> Any:
        return await patiently(look, self.person.world.until, what, self.lines)


@dataclass
class PageEnd(End[Item]):
    """On the playground's page: a customer's place, the reviewers', or a room."""

    house: House
    who: str
    place: str

    async def says(self, text: str, answers: Item | None = None) -> Item:
        more: dict[str, Any] = {"room": self.place} if "/" in self.place else {}
        if answers:
            more["reply_to"] = answers.get("id", answers.get("item"))
        return await self.house.say(text, self.who, **more)

    async def edits(self, said: Item, text: str) -> None:
        more = {"room": self.place} if "/" in self.place else {}
        await self.house.say(text, self.who, edits=said["item"], **more)

    async def sends(self, name: str, data: bytes) -> None:
        more: dict[str, Any] = {"room": self.place} if "/" in self.place else {}
        await self.house.say("", self.who, files=[await self.house.upload(name, data)], **more)

    async def files(self) -> list[File]:
        shown = [file for one in await self.shown() for file in one["body"].get("files", ())]
        return [(file["name"], await self.house.download(file["id"])) for file in shown]

    async def shown(self) -> list[Item]:
        return await self.house.items("text", self.place)

    def text(self, shown: Item) -> str:
        return str(shown["body"]["text"])

    def quoted(self, shown: Item) -> object:
        return shown["body"].get("reply_to")

    def same(self, message: Item) -> object:
        return str(message.get("item", message.get("id")))

    async def until(self, look: Callable[[], Awaitable[Any]], what: str) -> Any:
        return await self.house.until(look, self.lines, what)


async def patiently(
    look: Callable[[], Awaitable[Any]], beat: Callable[..., Awaitable[Any]], what: str, instead: Callable[[], Any]
) -> Any:
    """Look whenever something has changed at a fake, and now and then."""
    for _ in range(int(WITHIN / 0.05)):
        if found := await look():
            return found
        await beat(lambda: None, 0.05)
    raise AssertionError(f"not seen: {what!r}; there was {await instead()}")


class Desk(ABC):
    """Where Ana finds the card."""

    place: str
    """Its name in the configuration."""

    @abstractmethod
    async def card(self, fragment: str) -> Any:
        """Wait for the card to say this."""

    @abstractmethod
    async def presses(self, label: str) -> None:
        """Press one of the buttons behind More."""

    @abstractmethod
    async def asks(self, question: str) -> None:
        """Ask the customer, by the card's button."""

    @abstractmethod
    async def room(self) -> End[Any]:
        """Where the talk is held, once it is open."""

    @abstractmethod
    async def is_shut(self) -> bool:
        """Whether nothing can be said in the room any more, where it is a place of its own."""


MORE, ASK, TALK = "More…", "Ask the customer", "Talk with the customer"


@dataclass
class TelegramDesk(Desk):
    """A group, with topics or without."""

    person: TelegramPerson
    group: Chat

    def __post_init__(self) -> None:
        self.place = f"telegram:{self.group.id}"

    async def card(self, fragment: str) -> OnTelegram:
        return await self.person.sees(self.group, fragment, within=WITHIN, where=lambda one: "asks: " in one.text)

    async def presses(self, label: str) -> None:
        card = await self.person.sees(self.group, "asks: ", button=MORE)
        await self.person.taps(card, MORE)
        card = await self.person.sees(self.group, "asks: ", button=label)
        await self.person.taps(card, label)

    async def asks(self, question: str) -> None:
        await self.presses(ASK)
        asked = await self.person.sees(self.group, "Please write the question")
        await self.person.says(self.group, question, reply_to=asked)

    async def room(self) -> TelegramEnd:
        if not self.group.is_forum:
            root = await self.person.sees(self.group, "talks with")
            return TelegramEnd(self.person, self.group, root=root)
        [topic] = await self.person.world.until(lambda: list(self.group.topics.values()), WITHIN)
        return TelegramEnd(self.person, self.group, topic=topic)

    async def is_shut(self) -> bool:
        return all(topic.closed for topic in self.group.topics.values())


@dataclass
class DiscordDesk(Desk):
    """A server's channel."""

    person: DiscordPerson
    channel: Channel

    def __post_init__(self) -> None:
        self.place = f"discord:{self.channel.id}"

    async def card(self, fragment: str) -> OnDiscord:
        return await self.person.sees(
            self.channel, fragment, within=WITHIN, where=lambda one: "asks: " in one.text and not one.ephemeral
        )

    async def presses(self, label: str) -> None:
        await self._opens(label)

    async def _opens(self, label: str) -> Any:
        more = self.person.presses(await self.card(""), MORE)
        shown = (await more.outcome()).message
        assert shown is not None
        return await self.person.presses(shown, label).answer()

    async def asks(self, question: str) -> None:
        form = (await self._opens(ASK)).modal
        assert form is not None
        await self.person.submits(form, {"words": question}).answer()

    async def room(self) -> DiscordEnd:
        card = await self.card("")
        thread = await self.person.world.until(lambda: card.thread, WITHIN)
        return DiscordEnd(self.person, thread)

    async def is_shut(self) -> bool:
        thread = (await self.card("")).thread
        return thread is not None and thread.archived


@dataclass
class PageDesk(Desk):
    """The reviewers' place of the page."""

    house: House
    place: str = "play:review"

    async def card(self, fragment: str) -> Item:
        async def look() -> Item | None:
            cards = [item["body"] for item in await self.house.cards()]
            return next((one for one in cards if any(fragment in text for text in said_on(one))), None)

        found: Item = await self.house.until(look, self.house.cards, fragment)
        return found

    async def presses(self, label: str) -> None:
        card = await self.card("")
        tokens = {button["label"]: button["token"] for button in card["more"]}
        await self.house.press("ana", tokens[MORE])
        await self.house.press("ana", tokens[label])

    async def asks(self, question: str) -> None:
        await self.presses(ASK)
        await self.house.say(question, "ana")

    async def room(self) -> PageEnd:
        return PageEnd(self.house, "ana", await self.house.room())

    async def is_shut(self) -> bool:
        return not any(item["body"]["open"] for item in await self.house.items("room"))
