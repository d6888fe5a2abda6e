"""The page of one request: who sees it, who decides on it, and that what is done there is true everywhere."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from channels.tokens import CardToken, encode
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page


def offers(page: Page, action: str) -> list[dict[str, str]]:
    """The forms that press a button of the request whose action is that one."""
    path = page.address.partition("?")[0].partition("#")[0]
    return [form for form in page.forms(f"{path}/act") if form["token"].split(":")[2] == action]


async def a_request(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, Mapping[str, Any]]:
    house = await open_house(asking(**data), config)
    await house.say("hello")
    card = await house.card("For Chris")
    await house.quiet()
    return house, card


async def test_a_decision_on_the_page_edits_the_card_and_the_customer_hears(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, card = await a_request(open_house)
    ana = await sign_in(house, "ana")
    page = await ana.get(f"/handoffs/{card['handoff']}")
    assert page.status == 200 and "For Chris" in page.words and "bank__wire" in page.words
    [form] = offers(page, "approve")
    after = await ana.post(f"/handoffs/{card['handoff']}/act", **form)
    assert (after.status, "Approved." in after.words) == (200, True), after.words
    await house.quiet()
    assert "Approved by Ana" in (await house.card("For Chris"))["status"]
    assert "the dashboard" in (await house.card("For Chris"))["status"]
    await house.sees("Paid.")
    again = await ana.post(f"/handoffs/{card['handoff']}/act", **form)
    assert "Already approved by Ana" in again.words
    assert len(house.tools.calls("bank__wire")) == 1


async def test_a_decision_elsewhere_stands_on_the_page(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, card = await a_request(open_house)
    ben = await sign_in(house, "ben")
    page = await ben.get(f"/handoffs/{card['handoff']}")
    assert await house.tap("ana", "Approve", card) == "Approved."
    await house.quiet()
    told = await ben.post(f"/handoffs/{card['handoff']}/act", **offers(page, "approve")[0])
    assert "Already approved by Ana" in told.words
    page = await ben.get(f"/handoffs/{card['handoff']}")
    assert "Approved by Ana" in page.words and "approved it." in page.words and not page.forms(
        f"/handoffs/{card['handoff']}/act")  # fmt: skip
