"""The list of requests on the dashboard: who sees what, what can be looked for, and what is decided together."""

from tests.flow.house import House
from tests.flow.web.conftest import SignIn
from tests.flow.conftest import OpenHouse


async def asked(house: House, who: str = "chris", address: str = "chris@example.com") -> str:
    """A request of the seed's workflow; answers its id."""
    before = {card["body"]["handoff"] for card in await house.cards()}
    await house.say("I want a refund", who)
    await house.verify(address, who)

    async def look() -> str | None:
        return next((c["body"]["handoff"] for c in await house.cards() if c["body"]["handoff"] not in before), None)

    return str(await house.until(look, house.cards, "a card"))


async def test_a_request_waits_in_the_list_of_who_may_decide_it(house: House, sign_in: SignIn) -> None:
    handoff = await asked(house)
    await house.quiet()
    ana = await sign_in(house, "ana")
    page = await ana.get("/")
    assert page.status == 200
    assert handoff in page.text
