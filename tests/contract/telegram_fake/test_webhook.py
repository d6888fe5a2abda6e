"""Delivery to a webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from tests.contract.telegram_fake.ground import Plain
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.people import Person


class Hook:
    """Somebody's webhook; `says` are the statuses to answer with before 200."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.says: list[int] = []
        self.answer: dict[str, Any] = {}
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.says.pop(0) if self.says else 200
        return web.json_response(self.answer if status == 200 else {}, status=status)

    def words(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = "http://{}:{}/hook".format(*runner.addresses[0][:2])
    yield made
    await runner.cleanup()


async def soon(found: Callable[[], bool]) -> None:
    for _ in range(500):
        if found():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it did not come")


async def test_a_webhook_gets_each_chats_updates_in_order(plain: Plain, fake: TelegramFake, hook: Hook) -> None:
    ana, ben = fake.user(1, "Ana"), fake.user(2, "Ben")
    hook.says = [500, 500]
    poll = asyncio.create_task(plain.ask("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await plain.does("setWebhook", url=hook.url, secret_token="s3cret")
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    assert "can't use getUpdates method while webhook is active" in (await plain.ask("getUpdates"))["description"]
    await ana.says(fake.bot, "1")
    await ana.says(fake.bot, "2")
    await soon(lambda: len(hook.got) == 2)
    await ben.says(fake.bot, "3")
    await soon(lambda: len(hook.got) == 3)
    assert hook.words() == ["1", "1", "3"], "the first retry is at once, the second waits, other chats do not"
    info = await plain.does("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert (info["url"], info["pending_update_count"]) == (hook.url, 2)
    plain.clock.passes(2)
    await soon(lambda: not fake.bot.queue.pending())
    assert hook.words() == ["1", "1", "3", "1", "2"]
    assert set(hook.secrets) == {"s3cret"}
    await plain.does("deleteWebhook")
    assert (await plain.does("getWebhookInfo"))["url"] == ""
    await ana.says(fake.bot, "4")
    assert len(await plain.updates()) == 1
    await plain.does("deleteWebhook", drop_pending_updates=True)
    assert await plain.updates() == []


async def test_a_webhooks_answer_may_be_a_call(plain: Plain, fake: TelegramFake, hook: Hook, ana: Person) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": 1001, "text": "by the answer"}
    await plain.does("setWebhook", url=hook.url)
    assert await ana.sees(fake.bot, "by the answer", within=5)


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"url": "ftp://x/"}, "invalid webhook URL specified"),
        ({"url": "http://x/", "secret_token": "ä"}, "secret token contains unallowed characters"),
        ({"url": "http://x/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_webhook_is_refused(plain: Plain, params: dict[str, str], why: str) -> None:
    assert await plain.refused("setWebhook", **params) == why
