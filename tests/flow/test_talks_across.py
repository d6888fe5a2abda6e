"""One talk, whichever platforms its two ends are on: what is said at one end is read at the other."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from channels.telegram import pacing
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.flow.discord_house import CONFIG
from tests.flow.ends import Desk, DiscordDesk, DiscordEnd, End, PageDesk, PageEnd, TelegramDesk, TelegramEnd
from tests.flow.house import House, PortT, Workbench
from tests.flow.telegram_house import DIRECT
from tests.flow.troubles import troubles

CUSTOMERS = ("telegram", "discord", "page")
REVIEWERS = ("telegram-forum", "telegram-group", "discord", "page")
WAITS = "I have escalated this to a reviewer."


@dataclass
class Street:
    """An application on every platform, Chris somewhere, and Ana somewhere."""

    house: House
    customer: End[Any]
    desk: Desk

    async def stands(self, words: str) -> None:
        """Wait until the message that tells Chris how it stands says this; it is one message all the while."""

        async def look() -> bool:
            [status] = [line for line in await self.customer.lines() if line.startswith(WAITS)]
            return words in status

        await self.customer.until(look, words)


@pytest.fixture
async def street(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Street]:
    """Open it for the two ends that the test is about."""
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(pacing, "IN_A_CHAT", 0.02)
    monkeypatch.setattr(pacing, "IN_A_GROUP", 0.02)
    customer, reviewer = request.param
    clock = SystemClock()
    benches: list[Workbench] = []

    def now() -> float:
        return clock.now().timestamp()

    def wrap(port: PortT) -> PortT:
        if not isinstance(port, McpTools):
            return port
        benches.append(Workbench(port))
        return benches[0]  # type: ignore[return-value]

    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(telegram_fake(now))
        discord = await stack.enter_async_context(discord_fake(now))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        telegram.limits.floods = discord.limits.rates = False
        config, desk = furnished(telegram, discord, reviewer)
        (tmp_path / "workflow.json").write_text(json.dumps(DIRECT))
        (tmp_path / "assent.toml").write_text(config)
        app = await stack.enter_async_context(running(load_settings(tmp_path / "assent.toml", {}), clock, wrap=wrap))
        await discord.ready()
        house = House(app, tmp_path, http, benches[0])
        if isinstance(desk, PageDesk):
            desk.house = house
        ends: dict[str, End[Any]] = {
            "telegram": TelegramEnd(telegram.user(2001, "Chris"), telegram.bot),
            "discord": DiscordEnd(discord.user(2001, "Chris"), discord.bot),
            "page": PageEnd(house, "chris", "play:chris"),
        }
        yield Street(house, ends[customer], desk)
    assert troubles(caplog, request) == []


def furnished(telegram: TelegramFake, discord: DiscordFake, reviewer: str) -> tuple[str, Desk]:
    """What the configuration says, and where Ana sits."""
    ana = telegram.user(1001, "Ana")
    forum, group = telegram.forum("Review", ana), telegram.supergroup("Review", ana)
    telegram.promote(forum, telegram.bot)
    colleague, customer = discord.user(1001, "Ana"), discord.user(2001, "Chris")
    channel = discord.channel(discord.guild("Office", colleague, customer), "review")
    desks: dict[str, Desk] = {
        "telegram-forum": TelegramDesk(ana, forum),
        "telegram-group": TelegramDesk(ana, group),
        "discord": DiscordDesk(colleague, channel),
        "page": PageDesk(None),  # type: ignore[arg-type]
    }
    desk = desks[reviewer]
    config = CONFIG.format(
        token=discord.token, address=discord.address, discord="", bot="", members='"ana", "ben"',
        post=f'"{desk.place}"', top="",
    )  # fmt: skip
    config = config.replace("telegram = 1001 }", 'telegram = 1001, play = "ana" }')
    return config + f'[telegram]\ntoken = "{telegram.token}"\napi_base = "{telegram.address}"\n', desk


def both_ends() -> Any:
    """Every pair of a customer's platform and a reviewer's."""
    pairs = [(customer, reviewer) for customer in CUSTOMERS for reviewer in REVIEWERS]
    return pytest.mark.parametrize("street", pairs, ids=[" to ".join(pair) for pair in pairs], indirect=True)


@both_ends()
async def test_a_talk_from_the_first_question_to_the_outcome(street: Street) -> None:
    chris, desk = street.customer, street.desk
    await chris.says("the espresso machine leaks")
    await desk.card("the espresso machine leaks")
    await desk.asks("Which one?")
    await chris.sees("Ana has a question about your request:")
    await chris.sees("Which one?")
    await street.stands("has a question for you")
    await chris.says("the red one")
    await chris.sees("Thank you, I have passed that on.")
    await desk.card("the red one")
    await street.stands("A reviewer has seen it.")

    await desk.presses("Talk with the customer")
    await chris.sees("Ana has joined")
    await street.stands("Ana is writing with you now.")
    ana = await desk.room()
    await ana.sees("Ana talks with Chris")
    await several_lines_each_way(chris, ana)
    await edits_each_way(chris, ana)
    await replies_each_way(chris, ana)
    await files_each_way(chris, ana)

    await ana.says("// he has bought it twice", None)
    await ana.says("/handback approved because it leaks")
    await chris.sees("Ana has left the conversation.")
    await chris.sees("Your refund is done.")
    await street.stands("Your request was approved. It is closed now.")
    assert not [line for line in await chris.lines() if "bought it twice" in line]
    await ana.sees("Ana has approved the request. This conversation is over")
    await desk.card("Approved by Ana")
    await desk.card("because it leaks")
    await ana.until(desk.is_shut, "the room is shut")
    assert [call.arguments for call in street.house.tools.calls("stripe__create_refund")]


async def files_each_way(chris: End[Any], ana: End[Any]) -> None:
    """A file arrives whole and under its name; one that is a program is told of and goes to nobody."""
    bill, label = ("bill.pdf", b"%PDF-1.7 bill"), ("label.pdf", b"%PDF-1.7 label")
    await chris.sends(*bill)
    await ana.gets(bill)
    await ana.sends(*label)
    await chris.gets(label)
    await chris.sends("setup.exe", b"MZ....")
    await chris.sees("setup.exe")
    assert [name for name, _ in await ana.files()] == ["bill.pdf"]


async def several_lines_each_way(chris: End[Any], ana: End[Any]) -> None:
    """What each end writes at one go is read at the other in that order."""
    ours, theirs = (
        [f"line {number} of ours" for number in range(4)],
        [f"line {number} of theirs" for number in range(4)],
    )
    for line in theirs:
        await chris.says(line)
    await ana.sees(theirs[-1])
    for line in ours:
        await ana.says(line)
    await chris.sees(ours[-1])
    assert [line for line in await ana.lines() if "of theirs" in line] == [f"Chris: {line}" for line in theirs]
    assert [line for line in await chris.lines() if "of ours" in line] == [f"Ana: {line}" for line in ours]


async def edits_each_way(chris: End[Any], ana: End[Any]) -> None:
    """A message that is changed changes at the other end, where it stands."""
    for one, other, name in ((chris, ana, "Chris"), (ana, chris, "Ana")):
        said = await one.says(f"a slip of {name}")
        copy = await other.sees(f"a slip of {name}")
        await one.edits(said, f"put right by {name}")
        again = await other.sees(f"{name}: put right by {name}")
        assert other.same(again) == other.same(copy)
        assert not [line for line in await other.lines() if "a slip of" in line]


async def replies_each_way(chris: End[Any], ana: End[Any]) -> None:
    """An answer to a message that was carried on answers that message at the other end."""
    for one, other, name in ((chris, ana, "Chris"), (ana, chris, "Ana")):
        asked = await other.says(f"do you hear me, {name}?")
        copy = await one.sees(f"do you hear me, {name}?")
        await one.says(f"yes, says {name}", copy)
        answer = await other.sees(f"{name}: yes, says {name}")
        assert other.quoted(answer) == other.same(asked)
