"""What operators see of what could not be delivered, and one more try."""

import asyncio

import pytest

from channels.base import Unconfirmed, Unreachable
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.test_trouble import APART, ASK, Refusing, refuse
from tests.flow.web.conftest import SignIn
from tests.unit.workflows import file, message, trigger

pytestmark = pytest.mark.errors("is given up")


SAYS = file([trigger(), message("hi", "Hello.")], "start > hi")


async def given_up(
    open_house: OpenHouse, verb: str = "post_card", place: str = "play:review", workflow: str = ASK
) -> tuple[House, Refusing]:
    """A house in which one thing was given up: the card of a request, or the answer to its customer."""
    house = await open_house(workflow, APART)
    refusing = refuse(house, verb, place)
    await house.say("100")
    await house.until(lambda: _dead(house), house.state, "something is given up")
    await house.quiet()
    return house, refusing


async def _dead(house: House) -> bool:
    return bool(house.rows("SELECT 1 FROM effect WHERE state = 'dead'"))


def number(house: House, kind: str = "card") -> int:
    return int(house.rows("SELECT id FROM effect WHERE kind = ? ORDER BY id", kind)[0][0])


async def test_what_was_given_up_is_told_and_delivered_once_by_a_confirmed_click(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, refusing = await given_up(open_house)
    olga = await sign_in(house, "olga")
    page = await olga.get("/letters")
    for word in ("Card", "play:review", "Gone: the bot was put out of the chat", "Try again", "the run"):
        assert word in page.words, word
    path = f"/letters/{number(house)}/retry"
    assert path in page.text
    page = await olga.get(path)
    assert "worded anew" in page.words and "stands there twice" not in page.words
    assert house.rows("SELECT state, attempts FROM effect WHERE kind = 'card'") == [("dead", 1)], "a look sends nothing"
    refusing._place = "nowhere"
    pages = await asyncio.gather(*(olga.post(path) for _ in range(3)))
    assert sorted("being delivered again" in page.words for page in pages) == [False, False, True]
    await house.quiet()
    assert len(await house.cards()) == 1
    assert await house.tap("ana", "Approve") == "Approved."
    assert [(actor, detail) for actor, detail in house.audit("effect.retried")] == [
        ("web:olga", {"place": "play:review", "kind": "card"})
    ]
    assert "Everything was delivered" in (await olga.get("/letters")).words
    assert (await olga.get(path)).status == 404
    assert "cannot be tried again" in (await olga.post(path)).words


async def test_what_fails_again_is_there_again(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, refusing = await given_up(open_house)
    olga = await sign_in(house, "olga")
    await olga.post(f"/letters/{number(house)}/retry")
    await house.quiet()
    assert refusing.refused == 2
    assert "Try again" in (await olga.get("/letters")).words


async def test_what_was_erased_when_it_was_given_up_cannot_be_sent_again(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, refusing = await given_up(open_house, "post_text", "play:chris", SAYS)
    olga, letter = await sign_in(house, "olga"), number(house, "text")
    page = await olga.get("/letters")
    assert "was erased when it was given up" in page.words and "/retry" not in page.text
    assert "was erased" in (await olga.get(f"/letters/{letter}/retry")).words
    assert "cannot be tried again" in (await olga.post(f"/letters/{letter}/retry")).words
    assert house.rows("SELECT state FROM effect WHERE id = ?", letter) == [("dead",)]
    assert refusing.refused == 1 and house.audit("effect.retried") == []


async def test_a_customers_status_can_be_tried_again(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, refusing = await given_up(open_house, "post_text", "play:chris")
    olga = await sign_in(house, "olga")
    refusing._place = "nowhere"
    await olga.post(f"/letters/{number(house, 'status')}/retry")
    await house.sees("I have escalated*")


async def test_a_message_whose_arrival_nobody_knows_warns_of_a_second_one(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await open_house(ASK, APART)
    refuse(house, "post_card", "play:review", Unconfirmed("no answer came"))
    await house.say("100")
    await house.sees("I have escalated*")

    async def tried() -> bool:
        return bool(house.rows("SELECT 1 FROM effect WHERE kind = 'card' AND detail LIKE 'Unconfirmed%'"))

    await house.until(tried, house.state, "a first try")
    await house.advance(seconds=31)
    await house.until(lambda: _dead(house), house.state, "it is given up")
    olga = await sign_in(house, "olga")
    assert "stands there twice" in (await olga.get(f"/letters/{number(house)}/retry")).words


async def test_what_is_still_being_tried_tells_its_last_trouble(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK, APART)
    olga = await sign_in(house, "olga")  # her link would wait behind what is stuck
    refuse(house, "post_card", "play:review", Unreachable("<script>alert(1)</script> is down"))
    await house.say("100")
    await house.sees("I have escalated*")

    async def tried() -> bool:
        return bool(house.rows("SELECT 1 FROM effect WHERE kind = 'card' AND attempts > 0 AND detail IS NOT NULL"))

    await house.until(tried, house.state, "a first try")
    page = await olga.get("/letters")
    assert "Still being tried" in page.words and "is down" in page.words and "<script>alert" not in page.text


@pytest.mark.parametrize("letter", ["0", "999999", "-1", "x", "9" * 30, "%00", "1%20OR%201=1"])
async def test_a_letter_that_is_not_there_is_missing(open_house: OpenHouse, sign_in: SignIn, letter: str) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    assert (await olga.get(f"/letters/{letter}/retry")).status == 404
    assert "cannot be tried again" in (await olga.post(f"/letters/{letter}/retry")).words
    assert (await olga.get(f"/letters?before={letter}")).status == 200
