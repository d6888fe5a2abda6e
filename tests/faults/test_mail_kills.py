"""The process is killed between a mail's sending and its commit, and around every write that only mail reaches."""

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.stage import StageFailed
from tests.fakes.ports import free_port
from tests.fakes.resend_api import Email, ResendFake, resend_fake
from tests.faults.look import Look
from tests.faults.mortal import MortalStage
from tests.faults.parts import amount
from tests.faults.points import AFTER, BEFORE, OF_MAIL, Point
from tests.faults.trial import FULL, SEED, Record
from tests.flow.mail.house import BEN, CONFIG, DIRECT, OLGA, code_in, links
from tests.unit.workflows import auth

KILLS = amount("mail-kills")
CUSTOMER = "ana.k@example.com"
ALWAYS = (Point("send", 1, AFTER), Point("post_card", 1, AFTER), Point("forget_card", 1, BEFORE))
"""Between a mail and its commit: a code, a card, what became of it (its first mail is forgotten once that is sent)."""
OTHERS = tuple(
    Point(name, number, moment)
    for name, number in (
        *((name, 1) for name in sorted(OF_MAIL)),
        *(("post_card", 2), ("send", 2), ("edit_card", 1), ("forget_card", 2)),
    )
    for moment in (BEFORE, AFTER)
)
PATIENCE = 60.0

pytestmark = pytest.mark.timeout(6 * 3600 if FULL else 600)


def _workflow() -> dict[str, Any]:
    """A code for the customer, a card for the team, a code for who decides."""
    nodes = [*(dict(node) for node in DIRECT["nodes"]), auth()]
    nodes[1] = {**nodes[1], "data": {**nodes[1]["data"], "confirmByCode": True}}
    nodes[2] = {**nodes[2], "data": {**nodes[2]["data"], "arguments": {"order_id": "45678"}}}
    first, *edges = DIRECT["edges"]
    verified = {"source": "auth", "target": "h", "sourceHandle": "verified"}
    return {"nodes": nodes, "edges": [{**first, "target": "auth"}, verified, *edges]}


@dataclass
class Mails:
    """A process that dies, its Resend, and the people at both ends."""

    stage: MortalStage
    fake: ResendFake
    look: Look
    address: str
    http: aiohttp.ClientSession = field(default_factory=aiohttp.ClientSession)

    async def until(self, found: Callable[[], Any], what: str) -> Any:
        """Wait for something, whichever life brings it."""
        for _ in range(int(PATIENCE / 0.05)):
            if here := found():
                return here
            await self.stage.state()  # one that has died by itself is followed by the next
            await asyncio.sleep(0.05)
        sent = [(one.to, one.body["subject"]) for one in self.fake.emails]
        raise AssertionError(f"SEED={SEED}: not seen: {what}; sent were {sent}")

    async def mail(self, address: str, subject: str, number: int = 0) -> Email:
        def found() -> Email | None:
            mails = [one for one in self.fake.to(address) if subject in one.body["subject"]]
            return mails[number] if len(mails) > number else None

        email: Email = await self.until(found, f"{subject} for {address}")
        return email

    async def alive(self, act: Callable[[], Awaitable[Any]]) -> Any:
        """Do something at our server, again if it died meanwhile."""
        for _ in range(5):
            with suppress(aiohttp.ClientError, ConnectionError):
                return await act()
            await self.stage.state()
        raise StageFailed("it died again and again")

    async def form(self, url: str, **fields: str) -> int:
        """Open a link and send its form; answers the status."""

        async def act() -> int:
            async with self.http.get(url) as page:
                raw = await page.text()
            value = re.search(r'name="form" value="([^"]+)"', raw)
            data = {"form": value[1] if value else "", "sure": "yes", **fields}
            headers = {"Origin": "null"}
            async with self.http.post(url, data=data, headers=headers, allow_redirects=False) as sent:
                return sent.status

        status: int = await self.alive(act)
        return status

    async def customer_sees(self, words: str) -> None:
        for _ in range(int(PATIENCE / 0.05)):
            page = await self.stage.state()
            if any(words in item["body"].get("text", "") for item in page["items"] if item["kind"] == "text"):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"SEED={SEED}: the customer never saw {words!r}")

    async def rests(self) -> None:
        left: Sequence[str] = ()
        for _ in range(int(PATIENCE / 0.05)):
            await self.stage.state()
            if not (left := await self.look.unfinished()):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"SEED={SEED}: not at rest: {left}")


@asynccontextmanager
async def mails(folder: Path, fate: Sequence[Point]) -> AsyncIterator[Mails]:
    async with resend_fake() as fake:
        port = free_port()
        text = CONFIG.format(port=port, key=fake.api_key, address=fake.address, secret=fake.webhook_secret,
                             post='"email:members"', bot='operators = ["email:olga@example.com"]')  # fmt: skip
        (folder / "workflow.json").write_text(json.dumps(_workflow()), encoding="utf-8")
        (folder / "assent.toml").write_text(text, encoding="utf-8")
        environ: Mapping[str, str] = {"ASSENT_WEB__PORT": str(port)}
        stage = MortalStage(folder, folder / "assent.toml", [fate], environ=environ, sweep_every=0.2)
        here = Mails(stage, fake, Look(folder), f"http://127.0.0.1:{port}")
        try:
            await stage.start()
            yield here
        finally:
            await here.http.close()
            await stage.close()


async def whole_story(here: Mails) -> None:
    """A request from the first message to the last mail, with a bounce on the way."""
    await here.stage.say("customer", "chris", "I want a refund")
    await here.customer_sees("e-mail address")
    await here.stage.say("customer", "chris", CUSTOMER)
    await here.customer_sees("six digits")
    await here.stage.say("customer", "chris", code_in(await here.mail(CUSTOMER, "code")))
    await here.customer_sees("is verified")
    mine, theirs = await here.mail("Ana@example.com", "Finance"), await here.mail(BEN, "Finance")
    hook = f"{here.address}/webhooks/resend"
    while await here.alive(lambda: here.fake.tell(hook, "bounced", theirs, id="msg_1")) != 200:
        pass
    await here.mail(OLGA, "did not arrive")
    url = links(mine)["Approve"]
    await here.form(url, send_code="yes")
    code = await reviewers_code(here, url)
    assert await here.form(url, code=code) in (303, 409)
    await here.customer_sees("Your refund is done.")
    await here.mail("Ana@example.com", "Re: ")
    await here.rests()


async def reviewers_code(here: Mails, url: str) -> str:
    """The newest code for Ana; asked for again if the process died before it was offered."""
    for _ in range(100):
        found = [one for one in here.fake.to("Ana@example.com") if "code" in one.body["subject"]]
        if found and not await here.look.unfinished():
            return code_in(found[-1])
        if not found and not await here.look.unfinished():
            await here.stage.advance(timedelta(seconds=31))
            await here.form(url, send_code="yes")
        await here.stage.state()
        await asyncio.sleep(0.05)
    raise AssertionError(f"SEED={SEED}: no code for Ana")


def points() -> list[Point]:
    """Between sending and commit in any case, and others by the seed."""
    chance = random.Random(SEED)
    if FULL:
        return chance.choices((*ALWAYS, *OTHERS), k=KILLS)
    return [*ALWAYS, *chance.sample(OTHERS, KILLS - len(ALWAYS))]


async def test_a_kill_at_any_moment_of_a_mail_is_one_mail_per_key(tmp_path: Path, record_property: Record) -> None:
    for number, point in enumerate(points()):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with mails(folder, [point]) as here:
            await whole_story(here)
            told = f"SEED={SEED} {point}"
            assert here.stage.deaths == 1, told
            keys = Counter(one.key for one in here.fake.emails)
            assert set(keys.values()) == {1}, f"{told}: {keys}"
            subjects = Counter((one.to, one.body["subject"]) for one in here.fake.emails)
            assert {subjects[pair] for pair in subjects if "ode" not in pair[1]} == {1}, f"{told}: {subjects}"
            assert await here.look.count("decision") == 1, told
            assert await here.look.count("effect", "state = 'dead'") == 0, told
            assert here.look.refunds() == [("45678", 215000)], told
        record_property("reached", 1)


async def test_the_story_reaches_every_write_that_only_mail_has(tmp_path: Path) -> None:
    async with mails(tmp_path, ()) as here:
        await whole_story(here)
        passed = {point.name for life in here.stage.passed() for point in life}
        assert passed >= OF_MAIL | {"post_card", "edit_card", "send", "forget_card"}
        assert here.stage.deaths == 0
