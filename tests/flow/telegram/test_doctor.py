"""`assent doctor` from the command line, beside a running Assent and without one."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.flow.telegram.test_admin import bound
from tests.flow.telegram_house import DIRECT, TelegramHouse

CONFIG = """
database = "sqlite://assent.db"
[telegram]
token = "{token}"
api_base = "{address}"
[mcp.stripe]
command = ["python", "-m", "examples.refund.payments"]
tools.create_refund = {{ effect = "keyed", idempotency = {{ argument = "idempotency_key" }} }}
[people]
ana = {{ telegram = 1001, admin = true }}
[teams.finance]
members = ["ana"]
post = ["telegram:{group}"]
[bots.refunds]
workflow = "workflow.json"
team = "finance"
operators = ["telegram:1001"]
"""


@dataclass
class Site:
    """A configuration that names a fake Telegram, and a way to have it looked at."""

    config: Path
    fake: TelegramFake
    group: Chat
    said: pytest.CaptureFixture[str]

    def change(self, old: str, new: str) -> None:
        """Write something else into the configuration."""
        text = self.config.read_text()
        assert old in text
        self.config.write_text(text.replace(old, new))

    async def look(self) -> tuple[int, list[str]]:
        """The exit code and what was printed."""
        self.said.readouterr()
        code = await asyncio.to_thread(main, ["doctor", "--config", str(self.config)])
        out, err = self.said.readouterr()
        return code, (out or err).splitlines()


@pytest.fixture
async def site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> AsyncIterator[Site]:
    monkeypatch.setattr("bot.logs.configure", lambda *_: None)
    (tmp_path / "workflow.json").write_text(json.dumps(DIRECT))
    async with telegram_fake() as fake:
        ana = fake.user(1001, "Ana")
        await ana.starts(fake.bot)
        group = fake.supergroup("Review", ana)
        config = tmp_path / "assent.toml"
        config.write_text(CONFIG.format(token=fake.token, address=fake.address, group=group.id))
        yield Site(config, fake, group, capsys)


async def test_all_is_well_before_the_first_start(site: Site) -> None:
    code, lines = await site.look()
    assert (code, lines) == (
        0,
        [
            "ok       configuration",
            f"ok       database {site.config.parent / 'assent.db'}",
            "ok       workflow refunds",
            "ok       mcp stripe",
            "ok       telegram @assent_bot",
            f"ok       telegram:{site.group.id} (finance, configuration: teams.finance.post)",
            "ok       telegram:1001 (Operators of refunds, configuration: bots.refunds.operators)",
        ],
    )
    assert not (site.config.parent / "assent.db").exists()
    assert not site.fake.called("getUpdates")
    assert not site.fake.called("deleteWebhook")


async def problem(site: Site, part: str) -> str:
    """The one problem, which is about that part."""
    code, lines = await site.look()
    found = [line for line in lines if line.startswith("problem")]
    assert (code, len(found)) == (1, 1), lines
    assert found[0].startswith(f"problem  {part}"), found
    return found[0]


async def test_a_wrong_token(site: Site) -> None:
    site.fake.revoke()
    code, lines = await site.look()
    assert code == 1
    assert [line for line in lines if "take the one that @BotFather gives you" in line]


async def test_a_chat_that_is_gone(site: Site) -> None:
    site.fake.kick_bot(site.group)
    assert "add me to the group" in await problem(site, f"telegram:{site.group.id} (finance, ")


async def test_a_place_that_no_account_serves_is_a_fault_of_the_configuration(site: Site) -> None:
    site.change(f"telegram:{site.group.id}", "telegram.other:-5")
    code, lines = await site.look()
    assert (code, len(lines)) == (2, 1)
    assert "[telegram.other] is not configured" in lines[0]


async def test_a_tool_server_that_does_not_start(site: Site) -> None:
    site.change('["python", "-m", "examples.refund.payments"]', '["python", "-c", "raise SystemExit(3)"]')
    assert "Look whether the server runs" in await problem(site, "mcp stripe: not connected")


async def test_a_tool_that_is_configured_and_not_there(site: Site) -> None:
    site.change("[people]", 'tools.make_coffee = { effect = "once" }\n[people]')
    assert "stripe__make_coffee" in await problem(site, "mcp stripe")


async def test_a_workflow_with_errors(site: Site) -> None:
    (site.config.parent / "workflow.json").write_text("{}")
    assert "more: /validate" in await problem(site, "workflow refunds")


async def test_a_database_that_is_none(site: Site) -> None:
    (site.config.parent / "assent.db").write_text("hello" * 1000)
    assert "is damaged" in await problem(site, "database")


async def test_beside_a_running_assent_bound_places_are_looked_at_and_nothing_is_written(
    telegram: TelegramHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.logs.configure", lambda *_: None)
    group = await bound(telegram)
    config = telegram.folder / "assent.toml"
    polls = len(telegram.fake.called("getUpdates"))
    heads = telegram.rows("SELECT MAX(id) FROM audit")
    site = Site(config, telegram.fake, group, capsys)
    _, lines = await site.look()
    [line] = [line for line in lines if f"telegram:{group.id}" in line]
    assert line.startswith("ok  ")
    assert "bound by Olga on" in line
    assert f"ok       database {telegram.folder / 'assent.db'}" in lines
    assert telegram.rows("SELECT MAX(id) FROM audit") == heads
    assert len(telegram.fake.called("getUpdates")) <= polls + 1, "the running one waits in its own poll"


async def test_a_group_whose_topics_the_bot_may_not_manage_is_advice_and_no_problem(site: Site) -> None:
    forum = site.fake.forum("Desk", site.fake.user(1002, "Ben"))
    site.change(f"telegram:{site.group.id}", f"telegram:{forum.id}")
    code, lines = await site.look()
    [advice] = [line for line in lines if line.startswith("advice")]
    assert code == 0 and f"telegram:{forum.id}" in advice and "right to manage topics" in advice
    site.fake.promote(forum, site.fake.bot, "can_manage_topics")
    assert [line for line in (await site.look())[1] if line.startswith("advice")] == []
