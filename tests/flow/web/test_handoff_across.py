"""One request on Telegram, on Discord and on the dashboard: decided on any of them, all are true within a second."""

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.desk import Actor
from engine.ids import PersonId
from tests.flow.test_two_platforms import Both, both, soon
from tests.flow.web.test_handoff import offers
from tests.flow.web_house import Visitor

__all__ = ("both",)  # a fixture that this module's tests ask for


@pytest.fixture
async def ana(both: Both) -> AsyncIterator[Visitor]:
    """Ana on the dashboard."""
    link = await both.app._web.sessions.link(PersonId("ana"), Actor("telegram:1001", "Ana", "telegram:1001", "en"))
    assert both.app.server
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        visitor = Visitor(both.app.server.address, http)
        await visitor.post(link.removeprefix(visitor.address), next="/account")
        yield visitor


async def page_of(both: Both, reason: str) -> str:
    """The address of the page of the open request that says this."""
    [found] = [each for each in await both.app.store.pending() if reason in each.question.reason]
    return f"/handoffs/{found.id}"


async def test_decided_here_it_is_true_on_telegram_and_on_discord(both: Both, ana: Visitor) -> None:
    async def decided(text: str) -> float:
        await both.asks(text)
        here, there = both.telegram.user(1002), both.discord.user(1002)
        card = await here.sees(both.group, text, button="Approve")
        copy = await there.sees(both.desk, text, button="Approve")
        path = await page_of(both, text)
        [form] = offers(await ana.get(path), "approve")
        began = time.monotonic()
        assert "Approved." in (await ana.post(f"{path}/act", **form)).words
        assert await both.telegram.until(lambda: "Approved by Ana" in card.text)
        assert await both.discord.until(lambda: "Approved by Ana" in copy.text)
        assert "the dashboard" in card.text and not copy.buttons and not card.buttons
        return time.monotonic() - began

    await soon(decided)
    await both.telegram.user(2001).sees(both.telegram.bot, "Your refund is done.")


@pytest.mark.parametrize("where", ["telegram", "discord"])
async def test_decided_there_the_open_page_is_told(both: Both, ana: Visitor, where: str) -> None:
    async def decided(text: str) -> float:
        await both.asks(text)
        path = await page_of(both, text)
        async with ana.http.get(f"{ana.address}/live") as stream:
            await tide(stream)  # how it stands at first
            await asyncio.sleep(0.1)
            began = time.monotonic()
            if where == "telegram":
                person = both.telegram.user(1002)
                await person.taps(await person.sees(both.group, text, button="Approve"), "Approve")
            else:
                colleague = both.discord.user(1002)
                await colleague.presses(await colleague.sees(both.desk, text, button="Approve"), "Approve").answer()
            while "Approved by Ben" not in (await ana.get(path)).words:
                await tide(stream)
            return time.monotonic() - began

    await soon(decided)


async def tide(stream: aiohttp.ClientResponse) -> str:
    """The next state that the stream tells."""
    async with asyncio.timeout(10):
        async for line in stream.content:
            if line.startswith(b"data: "):
                return line.decode()
    raise AssertionError("the stream has ended")


async def test_a_talk_is_taken_over_here_with_a_customer_on_telegram(both: Both, ana: Visitor) -> None:
    await both.asks("it leaks")
    path = await page_of(both, "it leaks")
    chris = both.telegram.user(2001)
    await ana.post(f"{path}/act", **offers(await ana.get(path), "take_over")[0])
    await chris.sees(both.telegram.bot, "Ana has joined")
    [form] = (await ana.get(path)).forms(f"{path}/say")
    await ana.post(f"{path}/say", **{**form, "words": "Which one?"})
    await chris.sees(both.telegram.bot, "Ana: Which one?")
    await chris.says(both.telegram.bot, "the red one")

    async def heard() -> bool:
        return "the red one" in (await ana.get(path)).words

    for _ in range(100):
        if await heard():
            break
        await asyncio.sleep(0.05)
    assert await heard()
    await chris.sends_document(both.telegram.bot, "bill.pdf", b"%PDF-1.7 bill")
    for _ in range(100):
        if "bill.pdf" in (await ana.get(path)).words:
            break
        await asyncio.sleep(0.05)
    async with ana.http.get(f"{ana.address}{path}/files/0") as answer:
        assert (answer.status, await answer.read()) == (200, b"%PDF-1.7 bill")
    await ana.post(f"{path}/act", **offers(await ana.get(path), "end_talk")[0])
    await chris.sees(both.telegram.bot, "Ana has left")
