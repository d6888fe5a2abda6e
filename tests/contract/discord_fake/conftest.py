"""A running fake Discord, a plain client, and an office in which people work."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.contract.discord_fake.ground import Clock, Office, Plain
from tests.fakes.discord.fake import DiscordFake, discord_fake


@pytest.fixture
async def plain() -> AsyncIterator[Plain]:
    """A client of a fake whose rate limits are off and whose clock stands still."""
    clock = Clock()
    async with discord_fake(clock) as fake, aiohttp.ClientSession() as session:
        fake.limits.rates = False
        yield Plain(fake, session, clock)


@pytest.fixture
def fake(plain: Plain) -> DiscordFake:
    return plain.fake


@pytest.fixture
def office(fake: DiscordFake) -> Office:
    ana, ben = fake.user(1001, "Ana", locale="de"), fake.user(1002, "Ben")
    guild = fake.guild("Office", ana, ben)
    return Office(guild, fake.channel(guild, "desk"), ana, ben)
