"""The gate in front of money: who does not read the mail of an address does not pass, and is told so."""

import asyncio
import re

import pytest

from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.unit.workflows import auth, file, handoff, message, trigger

WIRED = file(
    [trigger(), auth(), handoff("ask"), message("yes"), message("no"), message("shut", "The gate stays shut.")],
    *("start > auth", "auth.verified > ask", "auth.failed > shut", "ask.approved > yes", "ask.rejected > no"),
)


def wrong(code: str, number: int) -> str:
    """A code that is not this one."""
    return f"{(int(code) + 1 + number) % 1_000_000:06d}"


async def asked_for_the_code(house: House, address: str = "ana@example.com") -> str:
    await house.say("I want a refund")
    await house.sees("*e-mail address*")
    await house.say(address)
    code = await house.code("ana@example.com")
    await house.sees("*six digits*")
    return code


async def test_five_wrong_codes_close_the_gate_and_the_right_one_comes_too_late(house: House) -> None:
    code = await asked_for_the_code(house)
    for number, told in enumerate(("*4 tries left*", "*3 tries*", "*2 tries*", "*one try left*", "*no tries left*")):
        await house.say(wrong(code, number))
        await house.sees(told)
    await house.sees("*could not verify that it is you*support@example.com*")
    await house.say(code)
    await house.sees("*e-mail address*")
    assert house.tools.sent == []


async def test_parallel_guesses_share_the_five_tries(house: House) -> None:
    code = await asked_for_the_code(house)
    await asyncio.gather(*(house.say(wrong(code, number)) for number in range(9)))
    await house.quiet()
    told = await house.texts()
    assert sum("tries left" in text or "try left" in text for text in told) == 5
    assert sum("could not verify" in text for text in told) == 1
    assert house.rows("SELECT MIN(tries_left) FROM challenge") == [(0,)]


async def test_an_expired_code_is_refused_and_a_new_one_is_mailed(house: House) -> None:
    code = await asked_for_the_code(house)
    await house.advance(minutes=11)
    await house.say(code)
    await house.sees("*no longer valid*")
    fresh = await house.code("ana@example.com")
    await house.sees("*six digits*")
    await house.say(fresh)
    await house.sees("*is verified*")


async def test_five_unusable_addresses_close_the_gate(house: House) -> None:
    await house.say("hello")
    await house.sees("*e-mail address*")
    for text in ("ana", "ana@example", "@example.com", "ana@exa mple.com"):
        await house.say(text)
        await house.sees("*does not look like*")
    await house.say("still none")
    await house.sees("*could not verify*")
    assert await house.items("mail") == []


@pytest.mark.parametrize(
    "typed", ["  ana@example.com  ", "mailto:ana@example.com", "Mailto:ana@example.com", "<ana@example.com>",
              "ana@example.com.", "It is ana@example.com, thanks"]
)  # fmt: skip
async def test_an_address_is_found_in_what_people_type(house: House, typed: str) -> None:
    code = await asked_for_the_code(house, typed)
    await house.say(code)
    await house.sees("Thank you, ana@example.com is verified.")


async def test_two_addresses_in_one_message_are_not_guessed_at(house: House) -> None:
    await house.say("hello")
    await house.sees("*e-mail address*")
    await house.say("ana@example.com or ben@example.com")
    await house.sees("*does not look like*")


async def test_capitals_of_an_address_stay_as_they_were_typed(house: House) -> None:
    await house.say("hello")
    await house.verify("Ana@Example.COM")
    card = await house.card("*Ana@Example.COM*")
    assert "(Ana@Example.COM)" in card["reason"]


@pytest.mark.parametrize("spelled", ["{} {}", "{}-{}", " {}{} ", "{}\u00a0{}", "{}{}."])
async def test_a_code_may_be_typed_with_spaces_and_dashes(house: House, spelled: str) -> None:
    code = await asked_for_the_code(house)
    await house.say(spelled.format(code[:3], code[3:]))
    await house.sees("*is verified*")


@pytest.mark.parametrize(
    "hostile", ["\u0661\u0662\u0663\u0664\u0665\u0666", "1" * 100_000, "{{7*7}}", "' OR 1=1 --", "\x00"]
)
async def test_a_hostile_code_is_a_wrong_code(house: House, hostile: str) -> None:
    await asked_for_the_code(house)
    await house.say(hostile)
    await house.sees("*not the code*4 tries left*")


async def test_a_wired_failed_edge_is_followed(open_house: OpenHouse) -> None:
    house = await open_house(WIRED)
    code = await asked_for_the_code(house)
    for number in range(5):
        await house.say(wrong(code, number))
    await house.sees("*no tries left*")
    await house.sees("The gate stays shut.")
    assert not any("could not verify" in text for text in await house.texts())


async def test_the_card_says_how_and_when_an_address_was_verified(open_house: OpenHouse) -> None:
    house = await open_house(WIRED)
    await house.say("hello")
    await house.verify()
    card = await house.card("email: ana@example.com verified by code*")
    [email] = [row for row in card["facts"] if row["label"] == "email"]
    assert re.fullmatch(r"verified by code mailed at \d+:\d\d\s[AP]M UTC", email["note"])


async def test_a_verified_mark_goes_when_the_variable_is_set_anew(open_house: OpenHouse) -> None:
    nodes = [trigger(), auth(), handoff("ask", "For {{email}}"), message("yes"), message("no")]
    forge = {"id": "forge", "type": "action",
             "data": {"actionType": "set_variable", "variable": "email", "value": "boss@example.com"}}  # fmt: skip
    workflow = file([*nodes, forge], "start > auth", "auth.verified > forge", "forge > ask", "ask.approved > yes",
                    "ask.rejected > no")  # fmt: skip
    house = await open_house(workflow)
    await house.say("hello")
    await house.verify()
    card = await house.card("For boss@example.com")
    assert [row["note"] for row in card["facts"]] == [""]


async def test_a_given_contact_is_not_asked_for_and_an_unusable_one_fails(open_house: OpenHouse) -> None:
    gate = auth() | {"data": auth()["data"] | {"contact": "{{message}}"}}
    house = await open_house(
        file([trigger(), gate, message("in", "You are in.")], "start > auth", "auth.verified > in")
    )
    await house.say("ana@example.com")
    code = await house.code("ana@example.com")
    await house.say(code)
    await house.sees("You are in.")
    await house.say("nobody", who="dana")
    await house.sees("*could not verify*", "dana")


async def test_a_mailed_code_is_kept_as_a_digest_only(house: House) -> None:
    code = await asked_for_the_code(house)
    await house.quiet()
    assert all(code not in str(row) for row in house.rows("SELECT * FROM challenge"))
    assert all(code not in str(row) for row in house.rows("SELECT state FROM run"))
    assert all(code not in str(row) for row in house.rows("SELECT detail FROM audit"))
