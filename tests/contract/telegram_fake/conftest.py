"""A running fake Telegram, a plain client, and Ana, who has started the bot."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.contract.telegram_fake.ground import Clock, Plain
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.fakes.telegram.people import Person


@pytest.fixture
async def plain() -> AsyncIterator[Plain]:
    """A client of a fake whose flood limits are off and whose clock stands still."""
    clock = Clock()
    async with telegram_fake(clock) as fake, aiohttp.ClientSession() as session:
        fake.limits.floods = False
        yield Plain(fake, session, clock)


@pytest.fixture
def fake(plain: Plain) -> TelegramFake:
    return plain.fake


@pytest.fixture
async def ana(fake: TelegramFake) -> Person:
    person = fake.user(1001, "Ana", language="de")
    await person.starts(fake.bot)
    return person


@pytest.fixture
def team(fake: TelegramFake, ana: Person) -> Chat:
    """A supergroup of Ana, who owns it, with the bot as a plain member."""
    return fake.supergroup("Team", ana)
