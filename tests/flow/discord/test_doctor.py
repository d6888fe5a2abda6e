"""`assent doctor` looks at a Discord account, beside a running Assent and without one."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from tests.fakes.discord.channels import PUBLIC_THREAD
from tests.fakes.discord.fake import DiscordFake, discord_fake
from tests.fakes.discord.rights import Right
from tests.flow.telegram.test_customers import saying

CONFIG = """
database = "sqlite://assent.db"
[discord]
token = "{token}"
api_base = "{address}"
{more}
[people]
ana = {{ discord = 1001, admin = true }}
[teams.finance]
members = ["ana"]
post = [{post}]
[bots.refunds]
workflow = "workflow.json"
team = "finance"
operators = ["discord:@1001"]
"""


async def look(config: Path, said: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code and what was printed."""
    said.readouterr()
    code = await asyncio.to_thread(main, ["doctor", "--config", str(config)])
    out, err = said.readouterr()
    return code, (out or err).splitlines()


def configured(folder: Path, fake: DiscordFake, *posts: int | str, more: str = "") -> Path:
    """A configuration with these channels as the team's places."""
    (folder / "workflow.json").write_text(saying("hello"))
    post = ", ".join(f'"discord:{number}"' for number in posts)
    (folder / "assent.toml").write_text(CONFIG.format(token=fake.token, address=fake.address, post=post, more=more))
    return folder / "assent.toml"


async def test_what_is_well_and_what_is_missing_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with discord_fake() as fake:
        ana = fake.user(1001, "Ana")
        guild = fake.guild("Office", ana)
        everyone = guild.roles[guild.id]
        good, mute, blind = (fake.channel(guild, name) for name in ("good", "mute", "blind"))
        forum = fake.forum(guild, "cases")
        thread = await ana.opens_thread(good, "a thread", PUBLIC_THREAD)
        fake.deny(mute, everyone, Right.SEND_MESSAGES, Right.ATTACH_FILES)
        fake.deny(blind, everyone, Right.VIEW_CHANNEL)
        places = (good.id, mute.id, blind.id, forum.id, thread.id, 12345)
        code, lines = await look(configured(tmp_path, fake, *places, more=f"guilds = [{guild.id}, 99]"), capsys)
        text = "\n".join(lines)
        assert code == 1
        for number in (good.id, forum.id, thread.id):
            assert f"ok       discord:{number}" in text, text
        assert "ok       discord @Assent" in text and "ok       discord:@1001" in text
        assert f"problem  discord:{mute.id}" in text and "Send Messages" in text and "Attach Files" in text
        assert f"problem  discord:{blind.id}" in text and "problem  discord:12345" in text
        assert "problem  guild 99" in text and "ok       guild Office" in text
        assert not fake.gateway.received, "nothing is heard for a check-up"


async def test_a_wrong_token_is_named_with_the_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with discord_fake() as fake:
        guild = fake.guild("Office", fake.user(1001, "Ana"))
        config = configured(tmp_path, fake, fake.channel(guild, "review").id)
        fake.revoke()
        code, lines = await look(config, capsys)
    assert code == 1
    assert any(line.startswith("problem  discord: Discord refuses the token") for line in lines), lines


async def test_an_intent_that_is_switched_off_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with discord_fake() as fake:
        guild = fake.guild("Office", fake.user(1001, "Ana"))
        fake.bot.allowed = 0
        config = configured(tmp_path, fake, fake.channel(guild, "review").id, more=f"guilds = [{guild.id}]")
        code, lines = await look(config, capsys)
    assert code == 1
    assert any("message content intent" in line for line in lines), lines


async def test_what_only_talks_need_is_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with discord_fake() as fake:
        guild = fake.guild("Office", ana := fake.user(1001, "Ana"))
        desk, forum = fake.channel(guild, "review"), fake.forum(guild, "cases")
        thread = await ana.opens_thread(desk, "a thread", PUBLIC_THREAD)
        for channel in (desk, forum):
            fake.deny(channel, guild.roles[guild.id], Right.CREATE_PUBLIC_THREADS)
        fake.bot.allowed = 0
        code, lines = await look(configured(tmp_path, fake, desk.id, forum.id, thread.id), capsys)
        advice = [line for line in lines if line.startswith("advice ")]
        assert code == 0
        assert ["discord @Assent" in advice[0], f"discord:{desk.id}" in advice[1], len(advice)] == [True, True, 2]
        assert "message content intent" in advice[0] and "Create Public Threads" in advice[1]
        code, lines = await look(configured(tmp_path, fake, "@1001"), capsys)
        assert code == 0 and "ok       discord @Assent" in "\n".join(lines), "nobody can talk in a channel"
