"""Coming in to the dashboard and going out again, by clicking."""

import re

from playwright.async_api import expect

from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import (
    OpenHouse,
    open_house,  # noqa: F401
)
from tests.flow.web_house import link_for


async def test_a_link_signs_in_and_leads_to_where_somebody_wanted_to_go(
    open_house: OpenHouse,  # noqa: F811
    open_page: OpenPage,
    shoot: Shoot,
) -> None:
    house = await open_house()
    assert house.app.server
    page = await open_page(f"{house.app.server.address}/account")
    await expect(page).to_have_title("Sign in · Assent")
    await looked_at(page, shoot, "sign-in")
    await page.goto(await link_for(house, "ana"))
    await looked_at(page, shoot, "enter")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page).to_have_url(re.compile("/account$"))
    await expect(page.get_by_role("heading", name="Account")).to_be_visible()
    await looked_at(page, shoot, "account")
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("status").first).to_have_text("You are signed out.")
    await page.go_back()
    await page.reload()
    await expect(page).to_have_title("Sign in · Assent")


async def test_the_page_speaks_the_readers_language(open_house: OpenHouse, open_page: OpenPage) -> None:  # noqa: F811
    house = await open_house()
    page = await open_page(await link_for(house, "ana"), locale="de-DE")
    await expect(page.get_by_role("button")).to_have_text("Anmelden")
    page = await entered(house, open_page, "ben", "/account")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Account")
