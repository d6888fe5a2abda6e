"""`/forget` and retention, by the whole application: nothing of a customer is left, and the record is whole."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, labels

WORDS, REASON, ADDRESS = "canary-wish for order 45678", "canary-reason", "canary-person@example.com"


def config(**keys: str) -> str:
    """The house, whose bot has these keys besides."""
    return CONFIG + "".join(f'{key} = "{value}"\n' for key, value in keys.items())


async def decided(house: House, label: str = "Approve", who: str = "chris") -> str:
    """A request of a customer, from the first word to its end; answers its handoff."""
    await house.say(WORDS, who)
    await house.verify(ADDRESS, who)
    card = await house.card("Waiting*")
    await house.tap("ana", label, card)
    await house.quiet()
    return str(card["handoff"])


def traces(folder: Path, *words: str) -> list[tuple[str, str]]:
    """Which of these words are anywhere in the files of the database."""
    files = [file for file in folder.iterdir() if file.name.startswith("assent.db")]
    return [(file.name, word) for file in files for word in words if word.encode() in file.read_bytes()]


async def test_nothing_of_a_customer_is_left_in_any_file(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    handoff = await decided(house)
    for number in range(30):  # enough to have pages split and rows moved
        await house.hear(f"/language canary-{number} {'x' * 300}", "chris")
    await house.quiet()
    assert [word for word in (WORDS, ADDRESS) if traces(house.folder, word)] == [WORDS, ADDRESS], "they were there"
    record = house.rows("SELECT * FROM audit ORDER BY id")
    await house.say("/forget")
    asked = await house.sees("Shall I erase*/forget yes*")
    assert [button["token"] for button in asked["buttons"]] == ["/forget yes"]
    assert traces(house.folder, WORDS), "asking back erases nothing"
    await house.say("/forget yes")
    await house.sees("Erased: *stays on record.")
    await house.quiet()
    assert traces(house.folder, "canary", "Chris") == []
    assert house.rows("SELECT * FROM audit ORDER BY id")[: len(record)] == record
    assert house.audit("customer.forgotten") == [("customer", {"requests": 1, "lines": 8})]
    assert house.rows("SELECT action, person, reason FROM decision") == [("approve", "ana", "")]
    assert house.rows("SELECT tool, state FROM tool_intent") == [("stripe__create_refund", "returned")]
    assert [item["body"] for item in await house.items("text", "play:chris")][:-1] == []
    card = await house.card("Erased: *", handoff)
    assert card["status"].startswith("Approved by Ana at ") and not card["facts"] and not card["transcript"]
    verify = ["audit", "verify", "--config", str(house.folder / "assent.toml")]
    assert await asyncio.to_thread(main, verify) == 0, capsys.readouterr()


async def test_an_erased_request_can_be_looked_at_and_counted(house: House) -> None:
    handoff = await decided(house, "Reject")
    await house.say(REASON, "ana")
    await house.sees("*with your reason*", "ana")
    await house.quiet()
    await house.say("/stats", "olga")
    before = await house.sees("*", "olga")
    await house.say("/forget yes")
    await house.sees("Erased: *")
    await house.say("/stats", "olga")
    assert (await house.sees("*", "olga"))["text"] == before["text"]
    await house.say(f"/handoff {handoff[:6]}", "ana")
    await house.quiet()
    cards = [item["body"] for item in await house.cards()]
    assert [(card["reason"][:7], labels(card)) for card in cards] == [("Erased:", [])] * 2
    assert all("Rejected by Ana at " in card["status"] and REASON in card["status"] for card in cards)
    await house.say(f"/approve {handoff[:6]}", "ben")
    await house.sees("Already rejected by Ana*", "ben")
    await house.say(f"/audit {handoff[:6]}", "olga")
    await house.sees(f"*{handoff[:6]}*", "olga")


async def test_what_is_open_is_not_touched(house: House) -> None:
    first = await decided(house)
    await house.say("canary-second wish")
    await house.verify(ADDRESS)
    card = await house.card("Waiting*")
    await house.say("/forget yes")
    await house.sees("Erased: *first /cancel it, or wait until it is decided*")
    await house.quiet()
    assert (await house.card(handoff=card["handoff"]))["facts"] == card["facts"]
    assert (await house.card("Erased: *"))["handoff"] == first
    lines = [words for (words,) in house.rows("SELECT words FROM message ORDER BY id")]
    assert len(lines) == 7 and "canary-second wish" in lines[0]
    assert await house.tap("ana", "Approve", card) == "Approved."
    await house.sees("Your refund of $2150.00 has been approved and processed.")
    await house.quiet()
    await house.say("/forget yes")
    await house.sees("Erased: *stays on record.")
    assert traces(house.folder, "canary") == []


async def test_whoever_withdrew_a_request_is_not_named_any_more(house: House) -> None:
    await house.say(WORDS)
    await house.verify(ADDRESS)
    await house.card("Waiting*")
    await house.say("/cancel")
    await house.card("Withdrawn by Chris at *")
    await house.quiet()
    await house.say("/forget yes")
    await house.card("Withdrawn by Customer at *")
    await house.quiet()
    assert traces(house.folder, "canary", "Chris") == []


async def test_another_customer_keeps_what_is_theirs(house: House) -> None:
    await decided(house, who="dana")
    await decided(house)
    before = house.rows("SELECT words FROM message WHERE conversation_id = 1")
    await house.say("/forget yes")
    await house.sees("Erased: *")
    await house.quiet()
    assert house.rows("SELECT words FROM message") == before
    assert house.rows("SELECT proven, user_name FROM conversation ORDER BY id") == [(ADDRESS, "Dana"), (None, "")]
    assert len(await house.items("text", "play:dana")) > 3


async def test_a_forgotten_customer_begins_anew(house: House) -> None:
    await decided(house)
    await house.say("/forget yes")
    await house.sees("Erased: *")
    await house.say("hello again")
    await house.sees("*What is your e-mail address?")
    assert house.rows("SELECT user_name FROM conversation") == [("Chris",)]


async def test_operators_are_asked_where_they_want_to_be(open_house: OpenHouse) -> None:
    house = await open_house(config=config(forget="ask"))
    await decided(house)
    for _ in range(2):
        await house.say("/forget yes")
        await house.sees("A person will see to it*")
    asked = await house.sees("A customer of Acme Refunds asks*conversation 1.*/forget 1", "olga")
    await house.quiet()
    assert (await house.texts("olga")).count(asked["text"]) == 1, "once a day"
    assert traces(house.folder, WORDS), "nothing is erased before"
    for who, answer in (("ana", "Only operators*"), ("olga", "Erased: what has ended of conversation 1.*")):
        await house.say("/forget 1", who)
        await house.sees(answer, who)
    await house.sees("Erased: *stays on record.")
    await house.say("/forget 99999999999999999999", "olga")
    await house.sees("There is no conversation 99999999999999999.", "olga")
    await house.quiet()
    assert traces(house.folder, "canary") == []
    assert [actor for actor, _ in house.audit("customer.forgotten")] == ["play:olga"]
    assert [detail["why"] for _, detail in house.audit("command.refused")] == ["not-operator"]


async def test_a_customer_is_told_whom_to_turn_to(open_house: OpenHouse) -> None:
    house = await open_house(config=config(forget="never"))
    await decided(house)
    await house.say("/forget yes")
    await house.sees("I cannot erase anything by myself. Please contact support@example.com.")
    assert traces(house.folder, WORDS)


async def test_what_ended_long_enough_ago_is_erased_by_itself(open_house: OpenHouse) -> None:
    house = await open_house(config=config(retention="90d"))
    handoff = await decided(house)
    await house.advance(days=89)
    await house.say("canary-later", "dana")
    await house.sees("*e-mail address*", "dana")
    await house.app.retention.sweep()
    assert traces(house.folder, WORDS) and not house.audit("customer.forgotten")
    await house.advance(days=2)
    card = await house.card("Erased: *")
    assert card["handoff"] == handoff
    await house.quiet()
    assert traces(house.folder, WORDS, ADDRESS) == []
    assert house.audit("customer.forgotten") == [("clock", {"requests": 1, "lines": 8})]
    assert traces(house.folder, "canary-later"), "what is open is kept, however old it gets"


async def test_without_a_retention_all_is_kept(house: House) -> None:
    await decided(house)
    await house.advance(days=360)
    await house.app.retention.sweep()
    assert traces(house.folder, WORDS) and not house.audit("customer.forgotten")


async def test_cards_say_it_in_the_readers_language(open_house: OpenHouse) -> None:
    house = await open_house(config='default_locale = "de"\n' + CONFIG)
    await house.say(WORDS, locale="de")
    await house.sees("*E-Mail-Adresse*")
    await house.say("/cancel", locale="de")
    await house.say("/forget ja", locale="de")
    await house.sees("Gelöscht: *bleibt festgehalten.")
