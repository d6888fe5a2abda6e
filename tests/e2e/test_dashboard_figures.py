"""Statistics and the record in a real browser: they can be read at any width, by keys, and without a picture."""

import sqlite3
from contextlib import closing

import pytest
from playwright.async_api import expect

from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import OpenHouse, open_house
from tests.flow.web.figures_story import weeks

__all__ = ("open_house",)  # a fixture that this module's tests ask for


async def test_figures_are_seen_and_read(open_house: OpenHouse, open_page: OpenPage, shoot: Shoot) -> None:
    house = await weeks(open_house, 20)
    page = await entered(house, open_page, "olga", "/stats")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Statistics")
    await looked_at(page, shoot, "stats")

    pictures = page.get_by_role("img")
    assert await pictures.count() >= 5
    for figure in await page.locator(".figure", has=page.locator("figure")).all():
        await figure.get_by_text("As a table", exact=True).focus()
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        region = figure.get_by_role("region")
        await expect(region).to_be_focused()
        assert await region.locator("tbody tr").count() >= 1
    await looked_at(page, shoot, "stats-tables")

    await page.get_by_role("link", name="Last 7 days").click()
    await page.get_by_label("Team", exact=True).select_option("legal")
    await page.get_by_role("button", name="Show").click()
    await expect(page.get_by_role("link", name="Last 7 days")).to_have_attribute("aria-current", "true")
    assert "days=7" in page.url and "team=legal" in page.url
    await expect(page.locator("#t-teams ~ details tbody tr")).to_have_count(1)
    async with page.expect_download() as waited:
        await page.get_by_role("link", name="As a file (CSV): By team").click()
    assert (await waited.value).suggested_filename == "assent-teams.csv"


async def test_the_record_is_read_searched_and_checked(
    open_house: OpenHouse, open_page: OpenPage, shoot: Shoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dashboard.audit.SHOWN", 20)
    house = await weeks(open_house, 6)
    page = await entered(house, open_page, "olga", "/audit")
    approved = page.locator("tr", has_text="handoff.approved").first
    await approved.get_by_text("Show", exact=True).click()
    await expect(approved.locator("pre")).to_contain_text('"via": "play:review"')
    await looked_at(page, shoot, "audit")
    await page.get_by_role("link", name="Older").click()
    await expect(page.get_by_role("link", name="To the newest")).to_be_visible()

    await page.goto(f"{house.app.server.address}/audit")  # type: ignore[union-attr]
    await page.get_by_label("Who (a person, or an account)").fill("lea")
    await page.get_by_role("button", name="Show").click()
    await expect(page.locator("tbody tr").first).to_contain_text("Lea")

    await page.get_by_role("button", name="Check the whole chain").click()
    await expect(page.locator(".result")).to_contain_text("The record is whole")
    with closing(sqlite3.connect(house.folder / "assent.db")) as books, books:
        books.execute("UPDATE audit SET actor = 'eve' WHERE id = 7")
    await page.get_by_role("button", name="Check the whole chain").click()
    await expect(page.locator(".result")).to_contain_text("Row 7 is not as it was written")
    await looked_at(page, shoot, "audit-broken")
