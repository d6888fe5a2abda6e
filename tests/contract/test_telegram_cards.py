"""Cards of any text reach Telegram: none is refused, what decides stands there whole, and the copy can be edited."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace

import pytest
from aiogram.types import CallbackQuery, Update, User
from hypothesis import given, settings
from pydantic import ValidationError

from channels.telegram.client import Client
from channels.telegram.hearing import Ear
from channels.telegram.outgoing import Outgoing
from channels.telegram.pacing import Pacer
from channels.telegram.places import Places, posted
from channels.telegram.sending import Sender
from channels.telegram.settings import DEFAULT, TelegramSettings
from channels.telegram.taps import ref_of
from channels.text import visible
from channels.tokens import MORE
from channels.views import CardView, Line, Row, TextView
from tests.contract.any_cards import FULL, LETTERS, NASTY, NOON, PLACES, SIZES, card, cards, closed, rejecting
from tests.fakes.clocks import HandClock
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.fakes.telegram.formatted import clean
from tests.fakes.telegram.messages import Message

LONG_REASON = "Because it was opened, and because of much else. " * 82


class NoNotes:
    """Nothing was noted before."""

    async def note(self, name: str) -> str:
        return ""

    async def keep_note(self, name: str, text: str) -> None:
        raise AssertionError("nothing here is worth a note")


@dataclass
class Post:
    """An account, and the group that it posts to."""

    fake: TelegramFake
    out: Outgoing
    group: Chat

    @property
    def place(self) -> str:
        return f"telegram:{self.group.id}"

    async def puts(self, view: CardView) -> Message:
        """Post a card, and see it."""
        ref = await self.out.card(self.place, view)
        return self.group.messages[posted(ref).message]

    async def brings(self, message: Message, view: CardView, page: str = "") -> None:
        """Edit the card that was posted."""
        copy = posted(f"{self.group.id}/{message.id}{'f' if message.media else ''}")
        await self.out.edit(self.place, copy.ref, view, page)

    def file_of(self, message: Message) -> str:
        """What the file holds that came with a message, "" for none."""
        found = message.media.get("document")
        return self.fake.world.files.by_id[found["file_id"]].upload.data.decode() if found else ""


@asynccontextmanager
async def post_office() -> AsyncIterator[Post]:
    """An account on a fake without flood limits; at its end nothing may have broken the contract."""
    clock = HandClock(NOON)
    async with telegram_fake(lambda: clock.now().timestamp()) as fake:
        fake.limits.floods = False
        client = Client(TelegramSettings(DEFAULT, fake.token, fake.address))
        places = Places("telegram", NoNotes())
        sender = Sender(client, places, Pacer(clock.elapsed, clock.sleep, 60.0), clock.elapsed)
        try:
            await client.introduce()
            yield Post(fake, Outgoing(client, sender, places), fake.supergroup("Review", fake.user(1, "Ana")))
        finally:
            await client.close()


@contextmanager
def driven() -> Iterator[Callable[..., None]]:
    """Runs checks in one loop: a fake per example would be most of the time."""
    with asyncio.Runner() as runner:
        office = post_office()
        post = runner.run(office.__aenter__())
        yield lambda check, *values: runner.run(check(post, *values))
        runner.run(office.__aexit__(None, None, None))


# --- what must hold of any card -----------------------------------------------------------------------------------


async def arrives_and_stays_true(post: Post, view: CardView) -> None:
    """Post a card and take it through its states."""
    message = await post.puts(view)
    assert len(post.group.live()[-1:]) == 1 and "Approve" in message.buttons
    decisive_is_whole(post, message, view)
    silence = replace(view, notice="Taps between 12:00 and 12:04 may not have reached me. " * 3)
    await post.brings(message, rejecting(silence), MORE)
    decisive_is_whole(post, message, rejecting(silence))
    assert message.buttons
    over = closed(view, "rejected", f"Rejected by Ana at 12:01 on Telegram: {LONG_REASON}")
    await post.brings(message, over)
    assert "Rejected by Ana at 12:01 on Telegram: Because it was opened" in message.text
    assert not message.buttons
    decisive_is_whole(post, message, over)
    assert all(call.ok for call in post.fake.calls), [call.error for call in post.fake.calls if not call.ok]
    post.fake.calls.clear()


def decisive_is_whole(post: Post, message: Message, view: CardView) -> None:
    """Everything that decides is in the message; or in its file, and the message says so."""
    file = post.file_of(message)
    shown = as_read(file or message.text)
    values = [view.title, view.bot, view.reason, view.opened, view.calls_note]
    values += [part for row in view.facts for part in (row.label, row.value, row.note)]
    values += [f"{call.tool} {call.raw}" for call in view.calls]
    for value in values:
        if as_read(visible(value)) not in shown:  # no `assert`: it would spell out the difference of 100 kB
            raise AssertionError(f"{value[:80]!r} of {len(value)} is not whole")
    if file:
        assert message.media["document"]["file_name"].endswith(".txt")
        assert view.in_file in message.text, "that there is more is never cut"
        assert as_read(visible(view.reason))[:20] in as_read(message.text), "the reason begins in the caption"
        for line in view.transcript:
            assert as_read(visible(line.text)) in shown
    elif view.transcript and not view.notice:
        ends = [as_read(visible(line.text)) in shown for line in view.transcript]
        assert all(ends) or "…" in message.text or any("Talk" in label for label in message.buttons) or not view.buttons
    linked = [span.type for span in message.body.entities if span.type in ("mention", "bot_command")]
    assert not linked, f"a value became a {linked[0]}"


def as_read(text: str) -> str:
    """What Telegram makes of a text, without the joiners that nobody sees, and with one kind of space."""
    return clean(text.replace("\u2060", "")).text


# --- texts --------------------------------------------------------------------------------------------------------


@pytest.mark.timeout(3600 if FULL else 240)
def test_cards_of_any_text_arrive_whole_and_can_be_edited() -> None:
    with driven() as drive:

        @settings(derandomize=True, deadline=None, max_examples=1000 if FULL else 60, database=None)
        @given(cards)
        def each(view: CardView) -> None:
            drive(arrives_and_stays_true, view)

        each()


async def test_every_nasty_text_arrives_wherever_it_stands(post: Post) -> None:
    for text in NASTY:
        view = card(title=f"Approval: {text}", bot=text, reason=text, facts=(Row(text, text, text),) * 2,
                    calls_note=text, transcript=(Line("Customer", text, "12:00"),))  # fmt: skip
        await arrives_and_stays_true(post, view)


@pytest.mark.parametrize("where", PLACES)
async def test_a_card_of_any_size_arrives_whole(where: str, post: Post) -> None:
    for number, size in enumerate(SIZES):
        for letter in LETTERS if FULL else [LETTERS[number % 3]]:
            text = (letter * (size // len(letter) + 1))[:size]
            await arrives_and_stays_true(post, PLACES[where](text))


async def test_a_long_text_of_nasty_ones_arrives_in_pieces(post: Post) -> None:
    for text in ["".join(NASTY) * 3, "\u200d" * 5000, "\u2800" * 5000 + "!", "👨‍👩‍👧‍👦" * 2000, "Z" + "\u0300" * 9000]:
        before = len(post.group.live())
        await post.out.text(post.place, TextView(text), "key")
        said = "".join(one.text for one in post.group.live()[before:])
        assert "".join(as_read(visible(text)).split()) == "".join(said.split())


async def test_what_only_a_newer_library_can_read_is_still_known_for_what_it_is() -> None:
    """A card in a file is edited as one, and what a linked channel posted is nobody's message."""
    chat, user = {"id": -100, "type": "supergroup"}, {"id": 1, "is_bot": False, "first_name": "Ana"}
    strange = {"message_id": 5, "date": 1_790_000_000, "chat": chat, "paid_media": {"star_count": "a new kind"}}
    with pytest.raises(ValidationError):
        Update.model_validate({"update_id": 1, "message": strange})
    me = User(id=7, is_bot=True, first_name="Assent", username="assent_bot")
    ear = Ear(DEFAULT, me, Places("telegram", NoNotes()), lambda place: False)
    file = {"file_id": "a", "file_unique_id": "b", "file_name": "request.txt"}
    tap = {"id": "1", "from": user, "chat_instance": "1", "data": "x", "message": {**strange, "document": file}}
    heard = ear.read({"update_id": 1, "callback_query": tap}, NOON)
    assert isinstance(heard, CallbackQuery) and heard.message and ref_of(heard.message) == "-100/5f"
    posted_by = {"from": {**user, "id": 777000}, "sender_chat": {"id": -200, "type": "channel"}}
    linked = {**strange, **posted_by, "text": "/approve 1", "is_automatic_forward": True}
    assert ear.read({"update_id": 2, "message": linked}, NOON) is None


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with post_office() as made:
        yield made
