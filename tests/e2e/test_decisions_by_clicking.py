"""Several votes, own outcomes and time to undo, as somebody tries `examples/decisions` on the page."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from bot.demo import in_folder
from bot.stage import Stage, stage
from tests.e2e.browser import OpenPage, Shoot

CONFIG = Path(__file__).parents[2] / "examples" / "decisions" / "assent.toml"
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(CONFIG, in_folder(tmp_path, ["stripe"])) as made:
        yield made


async def asked(page: Page, bot: str, text: str) -> Locator:
    """A customer asks one of the bots; answers the card."""
    await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
    await page.locator("#bot").select_option(bot)
    await page.get_by_test_id("customer-input").fill(text)
    await page.get_by_test_id("customer-send").click()
    return page.get_by_test_id("card").last


async def as_person(page: Page, name: str) -> None:
    await page.locator("#who").select_option(name)


async def test_people_vote_one_after_the_other(here: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    page = await open_page(f"{here.address}/play")
    card = await asked(page, "thresholds", "7000")
    await expect(card).to_contain_text("Needed: 2 of Finance and 1 of Directors. No vote yet.")
    await as_person(page, "ana")
    await card.get_by_test_id("approve").click()
    await expect(card).to_contain_text("Ana approves")
    await as_person(page, "cleo")
    await card.get_by_test_id("approve").click()
    await expect(card).to_contain_text("2 votes so far")
    await shoot(page, "decisions-votes")
    await as_person(page, "ben")
    await card.get_by_test_id("approve").click()
    await expect(card).to_have_attribute("data-state", "approved")
    await expect(card).to_contain_text("Approved by Ben")
    await shoot(page, "decisions-voted")


async def test_one_of_the_options_is_clicked(here: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    page = await open_page(f"{here.address}/play")
    card = await asked(page, "options", "Buy cheap watches")
    await as_person(page, "lea")
    await expect(card.locator("[data-part=decisions] > button")).to_have_text(["Keep", "Hide", "Remove"])
    await shoot(page, "decisions-options")
    await card.get_by_role("button", name="Hide").click()
    await expect(card).to_have_attribute("data-state", "chosen")


async def test_an_approval_is_undone_and_somebody_looks_after_it(
    here: Stage, open_page: OpenPage, shoot: Shoot
) -> None:
    page = await open_page(f"{here.address}/play")
    card = await asked(page, "undo", "45678")
    await as_person(page, "ana")
    await card.locator(".more-actions summary").click()
    await card.get_by_role("button", name="I look after this").click()
    await expect(card).to_contain_text("Ana looks after this")
    await expect(card).not_to_contain_text("chris")
    await card.get_by_role("button", name="Show what is hidden").click()
    await expect(page.get_by_test_id("toast").last).to_contain_text("user_id: chris")
    await card.get_by_test_id("approve").click()
    await expect(card).to_have_attribute("data-state", "settling")
    await shoot(page, "decisions-settling")
    await card.get_by_role("button", name="Undo").click()
    await expect(card).to_have_attribute("data-state", "pending")
    await shoot(page, "decisions-undone")


async def test_votes_are_read_on_a_phone(here: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    page = await open_page(f"{here.address}/play", **PHONE)
    card = await asked(page, "thresholds", "100")
    await page.locator(".tabs [data-panel=review]").click()
    await as_person(page, "ana")
    await card.get_by_test_id("approve").click()
    await expect(card).to_contain_text("Ana approves")
    await shoot(page, "decisions-phone")
