"""Keys of programs and webhooks, made by clicking."""

import re

import aiohttp
from playwright.async_api import expect

from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import OpenHouse, open_house  # noqa: F401 - a fixture
from tests.flow.web.test_webhooks import Receiver, receiving


async def test_a_key_is_made_shown_once_and_works(
    open_house: OpenHouse,  # noqa: F811 - the fixture
    open_page: OpenPage,
    shoot: Shoot,
) -> None:
    house = await open_house()
    page = await entered(house, open_page, "olga", "/account")
    await page.get_by_role("link", name="Keys for your programs").click()
    await page.get_by_label("Name").fill("Nightly report")
    await page.get_by_label("operate").check()
    await page.get_by_label("Is good").select_option(label="for 30 days")
    await page.get_by_role("button", name="Make the key").click()
    token = (await page.locator("#token").inner_text()).strip()
    assert re.fullmatch(r"assent_[A-Za-z0-9_-]{43}", token)
    await looked_at(page, shoot, "token-made")
    assert house.app.server
    async with (
        aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as http,
        http.get(f"{house.app.server.address}/api/v1/me") as answer,
    ):
        assert (await answer.json())["person"] == "olga"
    await page.goto(f"{house.app.server.address}/account/tokens")
    await expect(page.locator("#token")).to_have_count(0)
    await expect(page.get_by_role("row", name="Nightly report")).to_be_visible()
    await page.get_by_role("button", name="End Nightly report").click()
    await expect(page.get_by_text("You have no keys.")).to_be_visible()


async def test_an_address_is_added_and_tried(
    open_house: OpenHouse,  # noqa: F811 - the fixture
    open_page: OpenPage,
    shoot: Shoot,
) -> None:
    house = await open_house()
    async with receiving() as receiver:
        page = await entered(house, open_page, "olga", "/account/webhooks")
        await page.get_by_label("Address").fill(receiver.url)
        await page.get_by_role("button", name="Add", exact=True).click()
        await expect(page.locator("#secret")).to_contain_text("whsec_")
        await looked_at(page, shoot, "webhook-secret")
        await page.get_by_role("button", name="Send a test").click()
        await expect(page.get_by_text("A test is on its way.")).to_be_visible()
        await house.until(lambda: _got(receiver, 1), house.state, "a test")
        await page.reload()
        await expect(page.get_by_text("delivered")).to_be_visible()
        receiver.statuses = [503]
        await page.get_by_role("button", name="Send again").click()
        await house.until(lambda: _got(receiver, 2), house.state, "the test once more")
        await page.reload()
        await expect(page.get_by_role("cell", name="503")).to_be_visible()
        await looked_at(page, shoot, "webhooks")


async def _got(receiver: Receiver, count: int) -> bool:
    return len(receiver.got) >= count
