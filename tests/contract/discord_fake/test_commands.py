"""Which application commands Discord registers."""

from typing import Any

import pytest

from tests.contract.discord_fake.ground import Office, Plain
from tests.fakes.discord.fake import DiscordFake


def command(name: str = "pending", **more: Any) -> dict[str, Any]:
    return {"name": name, "description": "What waits", **more}


def option(name: str, **more: Any) -> dict[str, Any]:
    return {"type": 3, "name": name, "description": "One", **more}


def where(fake: DiscordFake, office: Office | None = None) -> str:
    place = f"/guilds/{office.guild.id}" if office else ""
    return f"/applications/{fake.bot.id}{place}/commands"


async def test_commands_are_replaced_and_keep_their_ids(plain: Plain, fake: DiscordFake) -> None:
    localized = command(name_localizations={"de": "wartend"}, options=[option("kind")])
    first = await plain.does("PUT", where(fake), [localized, command("link")])
    second = await plain.does("PUT", where(fake), [command()])
    assert second[0]["id"] == first[0]["id"]
    assert [one["name"] for one in await plain.does("GET", where(fake))] == ["pending"]


async def test_a_guilds_own_commands(plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.does(
        "PUT", where(fake, office), [command(options=[option("kind", choices=[{"name": "A", "value": "a"}])])]
    )
    assert office.ana.uses("/pending", office.desk, kind="A").data["options"][0]["value"] == "a"
    with pytest.raises(AssertionError, match="none of"):
        office.ana.uses("/pending", office.desk, kind="B")
    with pytest.raises(AssertionError, match="not offered"):
        office.ana.uses("/pending", fake.bot)
    assert await plain.refused("PUT", f"/applications/{fake.bot.id}/guilds/5/commands", []) == (403, 50001)


async def test_subcommands(plain: Plain, fake: DiscordFake, office: Office) -> None:
    inner = {"type": 1, "name": "list", "description": "All", "options": [option("kind")]}
    await plain.does("PUT", where(fake), [command("handoff", options=[inner])])
    used = office.ana.uses("/handoff list", office.desk, kind="x")
    assert used.data["options"][0]["options"] == [{"name": "kind", "type": 3, "value": "x"}]


async def test_a_command_for_some_only(plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.does("PUT", where(fake), [command(default_member_permissions=1 << 5, contexts=[0])])
    office.ana.uses("/pending", office.desk)
    with pytest.raises(AssertionError, match="not offered"):
        office.ben.uses("/pending", office.desk)
    with pytest.raises(AssertionError, match="not offered"):
        office.ana.uses("/pending", fake.bot)


@pytest.mark.parametrize(
    ("given", "at", "code"),
    [
        (command("Pending"), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command("two words"), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command("x" * 33), "0.name", "BASE_TYPE_BAD_LENGTH"),
        (command(description="x" * 101), "0.description", "BASE_TYPE_MAX_LENGTH"),
        (command(description=""), "0.description", "BASE_TYPE_REQUIRED"),
        (command(name_localizations={"tlh": "x"}), "0.name_localizations.tlh", "BASE_TYPE_CHOICES"),
        (
            command(options=[option("a"), option("b", required=True)]),
            "0.options.1",
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            command(options=[option("a"), option("a")]),
            "0.options.1.name",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
        (
            command(options=[option(f"o{n}", description="x" * 100) for n in range(26)]),
            "0.options",
            "BASE_TYPE_MAX_LENGTH",
        ),
    ],
)
async def test_commands_that_are_refused(plain: Plain, fake: DiscordFake, given: Any, at: str, code: str) -> None:
    assert await plain.wrong("PUT", where(fake), [given]) == {at: code}


async def test_too_many_and_twice(plain: Plain, fake: DiscordFake) -> None:
    twice = await plain.wrong("PUT", where(fake), [command(), command()])
    assert twice == {"1": "APPLICATION_COMMANDS_DUPLICATE_NAME"}
    assert (await plain.ask("PUT", where(fake), [command(f"c{n}") for n in range(101)]))[0] == 400
