"""getUpdates, and who may ask."""

import asyncio
from typing import Any

from tests.contract.telegram_fake.ground import YES, Plain
from tests.fakes.telegram.people import Person


async def test_offsets_confirm(plain: Plain, ana: Person) -> None:
    await plain.updates(offset=-1)
    for word in "abcde":
        await ana.says(plain.fake.bot, word)
    first = (await plain.updates(limit=2))[0]["update_id"]

    async def said(**params: Any) -> str:
        return "".join(update["message"]["text"][-1] for update in await plain.updates(**params))

    assert await said(limit=3) == "tab"
    assert await said(offset=first + 1, limit=2) == "ab"
    assert await said(offset=first + 900) == "abcde", "an offset of the future confirms nothing"
    assert await said(offset=-2) == "de"
    assert await said() == "de", "a negative offset forgets what was before"
    assert await said(offset=first + 6) == ""


async def test_updates_expire(plain: Plain, ana: Person) -> None:
    sent = await plain.does("sendMessage", chat_id=1001, text="card", reply_markup=YES)
    ana.presses(plain.fake.world.private(plain.fake.bot, ana.user).messages[sent["message_id"]], "Approve")
    plain.clock.passes(150)
    assert [*(await plain.updates())[-1]] == ["update_id", "message"], "a tap is kept for 150 s"
    plain.clock.passes(86_400 - 150)
    assert await plain.updates() == [], "a message is kept for a day"


async def test_a_week_of_silence_draws_a_new_update_id(plain: Plain, ana: Person) -> None:
    before = (await plain.updates())[-1]["update_id"]
    plain.clock.passes(8 * 86_400)
    await ana.says(plain.fake.bot, "still here")
    assert (await plain.updates())[-1]["update_id"] != before + 1


async def test_only_the_kinds_asked_for_are_queued(plain: Plain, ana: Person) -> None:
    await plain.updates(offset=-1, allowed_updates=["callback_query", "nonsense"])
    await ana.says(plain.fake.bot, "unheard")
    assert len(await plain.updates(allowed_updates=[])) == 1
    await ana.says(plain.fake.bot, "heard")
    assert len(await plain.updates()) == 2


async def test_one_poller_at_a_time(plain: Plain, ana: Person) -> None:
    await plain.updates(offset=10**9)
    old = plain.fake.bot.queue.pending()[-1].id + 1
    first = asyncio.create_task(plain.ask("getUpdates", offset=old, timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(plain.updates(offset=old, timeout=30))
    told = await first
    assert (told["error_code"], told["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await ana.says(plain.fake.bot, "hello")
    assert (await second)[0]["message"]["text"] == "hello"


async def test_a_poll_ends_by_the_fakes_clock(plain: Plain) -> None:
    poll = asyncio.create_task(plain.updates(timeout=50))
    await asyncio.sleep(0.05)
    plain.clock.passes(51)
    assert await asyncio.wait_for(poll, 1) == []


async def test_tokens(plain: Plain) -> None:
    plain.token = "nonsense"
    assert (await plain.ask("getMe"))["description"] == "Not Found"
    plain.token = "1:unknown"
    assert (await plain.ask("getMe"))["description"] == "Unauthorized"
    plain.token = ""
    assert (await plain.does("GETME"))["can_read_all_group_messages"] is False
    poll = asyncio.create_task(plain.ask("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    plain.fake.revoke()
    assert (await poll)["error_code"] == (await plain.ask("getMe"))["error_code"] == 401
