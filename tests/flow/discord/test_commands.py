"""Slash commands: what is offered, in which language, to whom, and where the answer goes."""

import json
import re
from datetime import timedelta

from bot.clock import SystemClock
from tests.fakes.discord.errors import UNKNOWN_INTERACTION
from tests.fakes.discord.people import Person
from tests.fakes.discord.rights import Right
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse
from tests.flow.telegram_house import DIRECT

CODE = re.compile(r"/bind finance ([A-Z]{4}-[A-Z]{4})")


async def offered(house: DiscordHouse) -> None:
    """Wait until Discord knows the commands."""
    assert await house.fake.until(lambda: house.bot.commands.get(None))


def olga(house: DiscordHouse) -> Person:
    """The operator, who manages the server."""
    person = house.fake.user(1003, "Olga")
    house.fake.role(house.guild, "Managers", Right.MANAGE_GUILD, person)
    return person


async def test_commands_have_names_and_descriptions_in_every_language(house: DiscordHouse) -> None:
    await offered(house)
    known = {one["name"]: one for one in house.bot.commands[None]}
    assert {"start", "help", "pending", "approve", "bind", "doctor"} <= set(known) and "talk" not in known
    approve = known["approve"]
    assert approve["name_localizations"] == {"de": "genehmigen"}
    assert approve["description_localizations"] == {"de": "Eine Anfrage genehmigen"}
    assert [option["name"] for option in approve["options"]] == ["id", "reason"]
    assert approve["options"][0]["required"] and approve["options"][0]["autocomplete"]
    assert approve["options"][1]["name_localizations"] == {"de": "grund"}
    assert known["bind"]["default_member_permissions"] == str(int(Right.MANAGE_GUILD))
    assert approve["default_member_permissions"] is None


async def test_commands_are_told_once_and_again_only_when_they_change(open_discord: Open) -> None:
    house = await open_discord()
    await offered(house)
    house = await open_discord()
    await house.asks()
    assert len(house.fake.called("bulk_set_application_commands")) == 1


async def test_a_reviewer_looks_and_decides_by_commands(house: DiscordHouse) -> None:
    await offered(house)
    await house.asks("refund for a lamp")
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    pending = await house.ana.uses("/pending", house.desk).outcome()
    assert pending.ephemeral and "refund for a lamp" in pending.text
    choices = (await house.ana.types("/reject", house.desk, "id", "").answer()).choices
    assert [one["value"] for one in choices] == [handoff] and "refund for a lamp" in choices[0]["name"]
    shown = await house.ana.uses("/handoff", house.desk, id=handoff[:6]).outcome()
    assert shown.text == "Done." and shown.ephemeral
    again = await house.ana.sees(house.desk, "refund for a lamp", button="Approve", where=lambda one: not one.ephemeral)
    done = await house.ana.uses("/reject", house.desk, id=handoff, reason="no receipt").outcome()
    assert done.ephemeral and "Rejected" in done.text
    await house.chris.sees(house.bot, "No refund: no receipt")
    assert await house.fake.until(lambda: "Rejected by Ana" in again.text)
    late = await house.ben.uses("/approve", house.desk, id=handoff).outcome()
    assert late.ephemeral and "Already rejected by Ana" in late.text


async def test_reviewers_commands_take_ids_that_are_completed(house: DiscordHouse) -> None:
    await offered(house)
    await house.asks("refund for a lamp")
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    known = {one["name"]: one for one in house.bot.commands[None]}
    assert [option["name"] for option in known["edit"]["options"]] == ["id", "field", "value"]
    assert known["edit"]["name_localizations"] == {"de": "ändern"}
    for command in ("/undo", "/edit", "/claim", "/release", "/assign", "/snooze"):
        choices = (await house.ana.types(command, house.desk, "id", handoff[:3]).answer()).choices
        assert [one["value"] for one in choices] == [handoff], command
    told = await house.ana.uses("/claim", house.desk, id=handoff).outcome()
    assert told.ephemeral and told.text == "You look after this now. Others may still decide."
    assert handoff[:6] in (await house.ana.uses("/mine", house.desk).outcome()).text
    told = await house.ana.uses("/assign", house.desk, id=handoff, person="@ben").outcome()
    assert told.text == "Ben looks after this now."
    told = await house.ana.uses("/pending", house.desk, filter="mine").outcome()
    assert told.text == "Nothing of that kind waits for a decision. All that waits: /pending"
    told = await house.ana.uses("/snooze", house.desk, id=handoff, span="2h").outcome()
    assert told.text.startswith("You are all reminded of it at ")
    assert (await house.ben.uses("/release", house.desk, id=handoff).outcome()).text == "It is left to others again."
    for command in ("/claim", "/undo"):
        assert "Only reviewers" in (await house.otto.uses(command, house.desk, id=handoff).outcome()).text


async def test_a_changed_card_wants_another_look(open_discord: Open) -> None:
    workflow = json.loads(json.dumps(DIRECT))
    workflow["nodes"][1]["data"]["fields"] = [{"variable": "message", "label": "The wish"}]
    house = await open_discord(workflow)
    await offered(house)
    card = await house.asks("refund of 100")
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    old = next(one["custom_id"] for one in card.all_buttons() if one["label"] == "Approve")
    told = await house.ana.uses("/edit", house.desk, id=handoff, field="The wish", value="refund of 50").outcome()
    assert told.text.startswith("The wish is refund of 50 now; it was refund of 100.")
    assert await house.fake.until(lambda: "changed by Ana at" in card.text and "asks: refund of 50" in card.text)
    late = await house.fake.forged_press(house.ben, card, old).outcome()
    assert late.ephemeral and late.text.startswith("Ana changed this at ")
    assert house.states() == {"pending": 1}
    await house.ben.taps(card, "Approve")
    await house.chris.sees(house.bot, "Your refund is done.")


async def test_strangers_are_refused_and_see_nothing(house: DiscordHouse) -> None:
    await offered(house)
    await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    for command, options in (("/pending", {}), ("/approve", {"id": handoff}), ("/handoff", {"id": handoff})):
        answer = await house.otto.uses(command, house.desk, **options).outcome()
        assert answer.ephemeral and "Only reviewers" in answer.text
    assert not (await house.otto.types("/approve", house.desk, "id", "").answer()).choices
    assert house.states() == {"pending": 1}


async def test_an_answer_reaches_its_asker_from_the_next_life_too(open_discord: Open) -> None:
    house = await open_discord()
    await offered(house)
    house.app.inbox.poke = lambda conversation: None  # type: ignore[method-assign]
    house.app.inbox.sweep = _nothing  # type: ignore[method-assign]
    press = house.ana.uses("/pending", house.desk)
    assert (await press.answer()).kind == "deferred"
    await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM inbox") == [(1,)])
    house = await open_discord()
    answer = await press.outcome(within=10)
    assert answer.ephemeral and "Nothing waits" in answer.text


async def test_an_answer_that_nobody_waits_for_any_more_is_said_aloud(open_discord: Open, clock: SystemClock) -> None:
    house = await open_discord()
    await offered(house)
    house.app.inbox.poke = lambda conversation: None  # type: ignore[method-assign]
    house.app.inbox.sweep = _nothing  # type: ignore[method-assign]
    await house.ana.uses("/help", house.desk).answer()
    await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM inbox") == [(1,)])
    await clock.advance(timedelta(minutes=16))
    house = await open_discord()
    await house.ana.sees(house.desk, "I post here what needs a decision", where=lambda one: not one.ephemeral)


async def test_a_command_that_could_not_be_acknowledged_is_not_carried_out(house: DiscordHouse) -> None:
    await offered(house)
    await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    house.fake.faults.refuse(UNKNOWN_INTERACTION, "create_interaction_response")
    house.ana.uses("/approve", house.desk, id=handoff)
    assert await house.fake.until(lambda: house.fake.faults.met)
    pending = await house.ana.uses("/pending", house.desk).outcome()
    assert "1" not in house.states() and house.states() == {"pending": 1} and pending.ephemeral


async def test_binding_a_channel_posts_a_test_card_and_names_missing_rights(house: DiscordHouse) -> None:
    await offered(house)
    operator = olga(house)
    money = house.fake.channel(house.guild, "money")
    refused = await operator.uses("/bind", house.desk, team="finance").outcome()
    assert "private" in refused.text
    told = await operator.uses("/bind", house.bot, team="finance").outcome()
    found = CODE.search(told.text)
    assert found, told.text
    house.fake.deny(money, house.guild.roles[house.guild.id], Right.ATTACH_FILES, Right.READ_MESSAGE_HISTORY)
    done = await operator.uses("/bind", money, team="finance", code=found[1]).outcome(within=15)
    assert done.ephemeral and "Attach Files" in done.text and "Read Message History" in done.text
    sample = await house.ana.sees(money, "Test card", button="Test")
    await house.ana.taps(sample, "Test")
    await house.ana.sees(money, "You may decide for Finance")
    assert await house.fake.until(lambda: "Ana tapped" in sample.text and not sample.buttons)
    await house.asks("for both places")
    both = await house.ana.sees(money, "for both places", button="Approve")
    await house.ana.taps(both, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")
    gone = await operator.uses("/unbind", money).outcome()
    assert gone.ephemeral and "Finance" in gone.text


async def test_operators_commands_are_for_operators(house: DiscordHouse) -> None:
    await offered(house)
    house.fake.role(house.guild, "Managers", Right.MANAGE_GUILD, house.ana)
    answer = await house.ana.uses("/audit", house.desk).outcome()
    assert answer.ephemeral and "operator" in answer.text.lower()
    operator = olga(house)
    for command in ("/audit", "/stats", "/reviewers", "/workflows", "/validate", "/reload"):
        answer = await operator.uses(command, house.desk).outcome(within=10)
        assert answer.ephemeral and answer.text, command
    doctor = await operator.uses("/doctor", house.desk).outcome(within=15)
    assert f"discord:{house.desk.id}" in doctor.text and "✅ discord @Assent" in doctor.text


async def _nothing() -> None:
    return None
