"""The process is killed while two people talk through it: each reads all that the other wrote, in that order."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.faults.mortal_house import PATIENCE, MortalHouse
from tests.faults.orders import order_of, put_on_order
from tests.faults.parts import amount
from tests.faults.points import AFTER, BEFORE, Point
from tests.faults.trial import FULL, SEED, Record
from tests.flow.discord_house import CONFIG
from tests.flow.ends import DiscordDesk, DiscordEnd, TelegramEnd

KILLS = amount("talks")
LATEST = 0.6
"""Seconds after they began to write at which the process is killed, at most."""
MOST_LINES = 4
"""How many each writes between two kills, at most."""

pytestmark = pytest.mark.timeout(6 * 3600 if FULL else 600)


@dataclass
class Talking(MortalHouse):
    """A process that dies; its customers are on a fake Telegram, and its reviewers on a fake Discord."""

    folder: Path
    fake: DiscordFake
    telegram: TelegramFake
    fates: Sequence[Sequence[Point]] = ()
    customers: int = 0

    async def open(self) -> None:
        """Start on an empty database."""
        self.fake.limits.rates = self.telegram.limits.floods = False
        ana = self.fake.user(1001, "Ana")
        self.channel = self.fake.channel(self.fake.guild("Office", ana), "review")
        self.desk = DiscordDesk(ana, self.channel)
        config = CONFIG.format(
            token=self.fake.token, address=self.fake.address, discord="", bot="", top="", members='"ana", "ben"',
            post=f'"{self.desk.place}"',
        )  # fmt: skip
        self.furnish(config + f'[telegram]\ntoken = "{self.telegram.token}"\napi_base = "{self.telegram.address}"\n')
        await self.back()

    async def back(self) -> None:
        """Start, and listen."""
        before = len(self.fake.bot.identified)
        await self.stage.start()
        await self.until(lambda: len(self.fake.bot.identified) > before and self.fake.gateway.sessions, "it listens")

    async def talks(self) -> "Talk":
        """A new customer asks, and Ana takes over."""
        number, self.customers = self.customers, self.customers + 1
        put_on_order(self.folder, number)
        chris = TelegramEnd(self.telegram.user(5000 + number, f"User {number}"), self.telegram.bot)
        await chris.says(order_of(number))
        card = await self.desk.card(order_of(number))
        more = (await self.desk.person.presses(card, "More…").outcome(PATIENCE)).message
        assert more is not None
        await self.desk.person.presses(more, "Talk with the customer").answer(PATIENCE)
        await self.until(lambda: card.thread and card.thread.live(), "a room")
        assert card.thread is not None
        await self.rests()
        return Talk(chris, DiscordEnd(self.desk.person, card.thread), f"User {number}")

    def texts(self) -> list[str]:
        """What stands in the reviewers' place and in the rooms beside it."""
        threads = [one.thread for one in self.channel.live() if one.thread]
        return [one.text[-200:] for thread in (self.channel, *threads) for one in thread.live()]


@dataclass
class Talk:
    """Its two ends, and what was written at each."""

    chris: TelegramEnd
    ana: DiscordEnd
    name: str
    by_chris: list[str] = field(default_factory=list)
    by_ana: list[str] = field(default_factory=list)

    async def write(self, chance: random.Random, within: float) -> None:
        """Both write a few lines at moments by chance."""
        await asyncio.gather(self._writes(self.chris, self.by_chris, chance, within),
                             self._writes(self.ana, self.by_ana, chance, within))  # fmt: skip

    async def _writes(
        self, end: TelegramEnd | DiscordEnd, written: list[str], chance: random.Random, within: float
    ) -> None:
        for _ in range(chance.randint(1, MOST_LINES)):
            await asyncio.sleep(chance.uniform(0, within / 3))
            written.append(f"line {len(written)}.")
            await end.says(written[-1])

    async def read_by_ana(self) -> list[str]:
        """What Ana has read of the customer's, as it came."""
        return [line.removeprefix(f"{self.name}: ") for line in await self.ana.lines() if line.startswith(self.name)]

    async def read_by_chris(self) -> list[str]:
        """What the customer has read of Ana's, as it came."""
        return [line.removeprefix("Ana: ") for line in await self.chris.lines() if line.startswith("Ana: ")]

    async def is_whole(self) -> bool:
        """Whether each has read everything."""
        ours, theirs = set(self.by_ana), set(self.by_chris)
        return ours <= set(await self.read_by_chris()) and theirs <= set(await self.read_by_ana())


@asynccontextmanager
async def talking(folder: Path, fates: Sequence[Sequence[Point]] = ()) -> AsyncIterator[Talking]:
    """A process at work between its two platforms."""
    async with discord_fake(time.time) as discord, telegram_fake(time.time) as telegram:
        here = Talking(folder, discord, telegram, fates)
        try:
            await here.open()
            yield here
        finally:
            await here.stage.close()


async def test_a_talk_over_kills_is_read_whole_and_in_order_at_both_ends(
    tmp_path: Path, record_property: Record
) -> None:
    chance = random.Random(SEED)
    async with talking(tmp_path, fates(chance)) as here:
        talk = await here.talks()
        for number in range(KILLS):
            told = await a_kill(here, talk, chance, number)
            record_property("reached", 1)
        await it_is_read_as_it_was_written(talk, KILLS + here.stage.deaths, told)
        await it_ends_with_a_decision(here, talk)


def fates(chance: random.Random) -> list[tuple[Point, ...]]:
    """The first life lasts; of those after it some end as soon as a line was sent, and nobody has written that down."""
    points = [Point("post_text", number, AFTER) for number in (1, 2)]
    points += [Point("effect_sent", number, BEFORE) for number in (1, 2)]
    return [(), *((chance.choice(points),) if chance.random() < 0.6 else () for _ in range(2 * KILLS))]


async def a_kill(here: Talking, talk: Talk, chance: random.Random, number: int) -> str:
    """Kill the process while both write, and wait until each has read all of the other's, from the next one."""
    moment = chance.uniform(0, LATEST)
    writing = asyncio.create_task(talk.write(chance, LATEST))
    await asyncio.sleep(moment)
    await here.stage.kill()
    await writing  # some of it to nobody
    await here.back()
    told = f"SEED={SEED}, kill {number} after {moment:.3f} s"
    for _ in range(int(PATIENCE / 0.1)):
        await here.stage.state()  # one that has died by itself is followed by the next
        if await talk.is_whole():
            print(told, f"{len(talk.by_chris)} and {len(talk.by_ana)} lines")
            return told
        await asyncio.sleep(0.1)
    raise AssertionError(
        f"{told}: {talk.by_chris} was read as {await talk.read_by_ana()}, {talk.by_ana} as {await talk.read_by_chris()}"
    )


async def it_is_read_as_it_was_written(talk: Talk, kills: int, told: str) -> None:
    """On Discord a nonce keeps a line from coming twice. Telegram has nothing like it: a kill may repeat one line."""
    assert await talk.read_by_ana() == talk.by_chris, told
    read = await talk.read_by_chris()
    assert list(dict.fromkeys(read)) == talk.by_ana, told
    assert len(read) - len(talk.by_ana) <= kills, f"{told}: {read}"
    for at, line in enumerate(read):
        assert line not in read[:at] or line == read[at - 1], f"{told}: a repetition comes at once: {read}"


async def it_ends_with_a_decision(here: Talking, talk: Talk) -> None:
    """What survived is a talk like any other."""
    await talk.ana.says("/handback approved")
    chat = talk.chris.person.chat(talk.chris.place)
    await here.until(lambda: any("Your refund is done." in one.text for one in chat.live()), "the run goes on")
    await here.rests()
    assert (await here.look.rows("SELECT COUNT(*) FROM room WHERE is_open")) == [(0,)]


async def test_what_is_first_said_in_a_room_while_nobody_listens_is_heard(tmp_path: Path) -> None:
    async with talking(tmp_path) as here:
        talk = await here.talks()
        await here.stage.kill()
        for line in ("hello", "here is Ana"):
            talk.by_ana.append(line)
            await talk.ana.says(line)
        await here.back()
        await talk.chris.sees("here is Ana")
        assert await talk.read_by_chris() == talk.by_ana
