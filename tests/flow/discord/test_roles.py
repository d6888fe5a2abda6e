"""Roles as reviewers: whoever has one at the moment of the decision may decide, by tap, form or command."""

from datetime import timedelta

from bot.clock import SystemClock
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.guilds import Role
from tests.fakes.discord.rights import Right
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse
from tests.flow.telegram_house import direct


async def opened(open_discord: Open) -> tuple[DiscordHouse, Role]:
    """A team of one role, which Otto has."""
    house = await open_discord()
    role = house.fake.role(house.guild, "Approvers", Right(0), house.otto)
    return await open_discord(members=f'"discord_role:{role.id}"'), role


async def test_who_has_the_role_decides_and_is_named(open_discord: Open) -> None:
    house, _ = await opened(open_discord)
    card = await house.asks()
    await house.ana.taps(card, "Approve")
    assert (await house.ana.sees(house.desk, "not a reviewer")).ephemeral
    await house.otto.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Otto")
    assert house.rows("SELECT person, person_name FROM decision") == [("discord:1009", "Otto")]


async def test_a_role_counts_at_the_moment_of_the_decision(open_discord: Open, fake: DiscordFake) -> None:
    house, role = await opened(open_discord)
    card = await house.asks()
    form = await house.otto.taps(card, "Reject")
    assert form.modal is not None
    fake.take(house.guild, house.otto, role)
    await house.otto.submits(form.modal, {"Your own words": "too late for me"}).answer()
    assert (await house.otto.sees(house.desk, "not a reviewer")).ephemeral
    assert house.states() == {"pending": 1}
    fake.give(house.guild, house.ben, role)
    await house.ben.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ben")


async def test_two_votes_by_a_role_are_two_votes(open_discord: Open, fake: DiscordFake) -> None:
    """Ben is a person of the configuration and Otto is not; neither is a member by name."""
    house, role = await opened(open_discord)
    house = await open_discord(direct(quorum=2), members=f'"discord_role:{role.id}"')
    fake.give(house.guild, house.ben, role)
    card = await house.asks()
    await house.ben.taps(card, "Approve")
    assert await house.fake.until(lambda: "Ben approves" in card.text)
    await house.otto.taps(card, "Approve")
    assert await house.fake.until(lambda: "Approved by Otto" in card.text)


async def test_nobody_decides_the_own_request_by_a_role(open_discord: Open, fake: DiscordFake) -> None:
    house, role = await opened(open_discord)
    fake.give(house.guild, house.chris, role)
    card = await house.asks()
    await house.chris.taps(card, "Approve")
    await house.chris.sees(house.desk, "your own request")
    assert house.states() == {"pending": 1}


async def test_a_command_takes_the_roles_of_its_moment(open_discord: Open, clock: SystemClock) -> None:
    house, _ = await opened(open_discord)
    await house.fake.until(lambda: house.bot.commands.get(None))
    await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    offered = await house.otto.types("/approve", house.desk, "id", handoff[:3]).answer()
    assert [one["value"] for one in offered.choices] == [handoff]
    assert not (await house.ana.types("/approve", house.desk, "id", handoff[:3]).answer()).choices
    private = await house.otto.uses("/approve", house.bot, id=handoff).outcome()
    assert "could not see your roles" in private.text, "in private nobody can see a role"
    done = await house.otto.uses("/approve", house.desk, id=handoff, reason="fine").outcome()
    assert done.ephemeral and done.text == "Approved."
    await house.ana.sees(house.desk, "Approved by Otto")


async def test_a_command_that_waited_too_long_says_that_roles_are_not_known(
    open_discord: Open, clock: SystemClock
) -> None:
    house, _ = await opened(open_discord)
    await house.fake.until(lambda: house.bot.commands.get(None))
    await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    inbox = house.app.inbox
    take, inbox._take_turn = inbox._take_turn, _never  # type: ignore[method-assign]
    press = house.otto.uses("/approve", house.desk, id=handoff)
    await press.answer()
    await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM inbox WHERE state = 'new'") == [(1,)])
    await clock.advance(timedelta(minutes=2))
    inbox._take_turn = take  # type: ignore[method-assign]
    told = await press.outcome(within=10)
    assert "could not see your roles" in told.text
    assert house.states() == {"pending": 1}


async def _never(turn: object) -> bool:
    return False
