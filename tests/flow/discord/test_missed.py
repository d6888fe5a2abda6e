"""What was said while nobody heard it, or could write it down: looked for as soon as Discord lets us, or told."""

import pytest

from tests.fakes.discord.fake import DiscordFake
from tests.flow.discord.conftest import Open
from tests.flow.discord.test_customers import guild_of, saying

SAYS = saying("You said: {{message}}")


async def test_a_place_that_nobody_may_look_at_yet_is_looked_at_later(open_discord: Open, fake: DiscordFake) -> None:
    house = await open_discord(SAYS)
    await house.chris.says(house.bot, "one")
    await house.chris.sees(house.bot, "You said: one")
    await house.ends()
    await house.chris.says(house.bot, "two")
    fake.faults.flood(12.0, "list_messages", 2)
    await open_discord(SAYS)
    await house.chris.sees(house.bot, "You said: two")


async def test_what_was_missed_at_a_place_comes_before_what_is_new_there(open_discord: Open, fake: DiscordFake) -> None:
    house = await open_discord(SAYS)
    people = [house.ana, house.ben, house.otto, house.chris]
    for one in people:
        await one.says(house.bot, "one")
        await one.sees(house.bot, "You said: one")
    await house.ends()
    for one in people:
        await one.says(house.bot, "two")
    fake.faults.flood(12.0, "list_messages", 2)
    house = await open_discord(SAYS)
    for one in people:
        await one.says(house.bot, "three")
    for one in people:
        await one.sees(house.bot, "You said: three")
        said = [text.text for text in fake.dm(one).live() if text.author is house.bot.user]
        assert said == [f"You said: {number}" for number in ("one", "two", "three")]


@pytest.mark.errors("a use of a command failed")
async def test_a_talk_that_could_not_be_written_down_is_told(
    open_discord: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_discord(SAYS, discord=f"guilds = [{await guild_of(open_discord)}]")
    shop = house.fake.channel(house.guild, "shop")
    await house.fake.until(lambda: house.bot.commands.get(house.guild.id))

    async def away(heard: object) -> None:
        raise OSError("the database is away")

    monkeypatch.setattr(house.app.store, "record_inbound", away)
    answer = await house.chris.uses("/talk", shop, text="a refund please").outcome()
    assert answer.ephemeral and answer.text == "That did not work, and nothing was decided. Please try again."
