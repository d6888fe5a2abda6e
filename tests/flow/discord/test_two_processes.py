"""Two processes on one PostgreSQL: one holds the gateway, both post, and when it is killed the other takes over."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.settings_sections import CHECKOUT
from tests.fakes.discord.channels import Channel
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.flow.discord_house import CONFIG

WORKFLOW = {
    "nodes": [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {"id": "h", "type": "action", "data": {"actionType": "human_handoff", "reason": "{{message}}"}},
        {"id": "yes", "type": "send_message", "data": {"message": "Yes."}},
        {"id": "no", "type": "send_message", "data": {"message": "No."}},
    ],
    "edges": [
        {"id": "1", "source": "t", "target": "h"},
        {"id": "2", "source": "h", "target": "yes", "sourceHandle": "approved"},
        {"id": "3", "source": "h", "target": "no", "sourceHandle": "rejected"},
    ],
}


@pytest.fixture
async def fake() -> AsyncIterator[DiscordFake]:
    """A fake Discord with Ana, who decides, Chris, who asks, and a channel."""
    async with discord_fake() as server:
        guild = server.guild("Office", server.user(1001, "Ana"), server.user(2001, "Chris"))
        server.channel(guild, "review")
        yield server


@pytest.fixture
def config(tmp_path: Path, postgres_url: str, fake: DiscordFake) -> Path:
    """Two processes' one configuration."""
    text = CONFIG.replace("sqlite://assent.db", postgres_url).format(
        token=fake.token, address=fake.address, discord="", bot="", members='"ana", "ben"',
        post=f'"discord:{desk(fake).id}"', top='[run]\nlease = "2s"',
    )  # fmt: skip
    (tmp_path / "workflow.json").write_text(json.dumps(WORKFLOW))
    (tmp_path / "assent.toml").write_text(text)
    return tmp_path / "assent.toml"


def desk(fake: DiscordFake) -> Channel:
    """The team's channel."""
    return next(one for one in fake.world.channels.values() if one.name == "review")


@asynccontextmanager
async def process(config: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`assent run`, killed at the end."""
    command = (sys.executable, "-m", "bot", "run", "--config", str(config))
    with (config.parent / "log").open("a") as log:
        made = await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, stderr=log)
        try:
            yield made
        finally:
            with suppress(ProcessLookupError):
                made.kill()
            await made.wait()


async def test_one_listens_both_answer_and_the_other_takes_over(config: Path, fake: DiscordFake) -> None:
    ana, chris = fake.user(1001), fake.user(2001)
    async with process(config) as first:
        await fake.ready(within=30)
        async with process(config):
            assert await fake.until(lambda: len(fake.called("get_my_user")) == 2 or None, 30)
            assert len(fake.gateway.sessions) == 1
            await chris.says(fake.bot, "refund please")
            card = await ana.sees(desk(fake), "refund please", button="Approve")
            answer = await ana.uses("/pending", desk(fake)).outcome(10)
            assert answer.ephemeral and "refund please" in answer.text, "whichever process had it to send"
            first.kill()
            await first.wait()
            assert await fake.until(lambda: [one["op"] for one in fake.gateway.received].count(2) == 2 or None, 30)
            await fake.ready(within=20)
            await ana.taps(card, "Approve", within=10)
            assert await fake.until(lambda: "Approved by Ana" in card.text or None, 20)
            await chris.sees(fake.bot, "Yes.", within=20)
