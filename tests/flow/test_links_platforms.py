"""An account on Discord that is joined by a code from Telegram, over the wires of both."""

from tests.flow.people_house import code_in
from tests.flow.test_two_platforms import Both, both

__all__ = ["both"]


async def test_a_code_from_telegram_makes_a_discord_account_a_reviewers(both: Both) -> None:
    ben, other = both.telegram.user(1002), both.discord.user(2001)
    await both.asks("first")
    copy = await other.sees(both.desk, "first", button="Approve")
    await other.presses(copy, "Approve").answer()
    assert (await other.sees(both.desk, "not a reviewer")).ephemeral

    await both.discord.until(lambda: both.discord.bot.commands.get(None))
    told = await other.uses("/link", both.desk).outcome()
    assert told.text.startswith("Please write /link to me in private")
    await ben.says(both.group, "/link")
    await ben.sees(both.group, "Please write /link to me in private")
    await ben.says(both.telegram.bot, "/link")
    code = code_in((await ben.sees(both.telegram.bot, "it works once")).text)
    told = await other.uses("/link", both.desk, proof=code).outcome()
    assert told.text == "discord:2001 is one of your accounts from now on." and told.ephemeral
    await ben.sees(both.telegram.bot, "/unlink discord:2001")

    card = await ben.sees(both.group, "first", button="Approve")
    await other.presses(copy, "Approve").answer()
    assert await both.telegram.until(lambda: "Approved by Ben" in card.text)
    assert "on Discord" in card.text
