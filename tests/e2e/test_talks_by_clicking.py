"""A question, a talk and the way back, as somebody tries `examples/talks` on the page."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from bot.demo import in_folder
from bot.stage import Stage, stage
from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.test_playground_talks import file, png

CONFIG = Path(__file__).parents[2] / "examples" / "talks" / "assent.toml"
WIDTHS = (390, 820, 1440)


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(CONFIG, in_folder(tmp_path, [])) as made:
        yield made


async def opened(here: Stage, open_page: OpenPage) -> Page:
    page = await open_page(f"{here.address}/play")
    await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
    return page


async def say(page: Page, text: str) -> None:
    await page.get_by_test_id("customer-input").fill(text)
    await page.get_by_test_id("customer-send").click()


async def say_in_room(page: Page, text: str) -> None:
    await page.get_by_test_id("room-input").fill(text)
    await page.get_by_test_id("room-send").click()


def from_bot(page: Page) -> Locator:
    """What the customer reads of the bot and of people."""
    return page.get_by_test_id("customer-log").locator("[data-kind=text]")


async def test_a_person_takes_over_and_hands_back(here: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    page = await opened(here, open_page)
    await say(page, "My parcel arrived broken")
    status = from_bot(page).first
    await expect(status).to_contain_text("I have escalated this to a reviewer.")
    await expect(status.locator("[data-part=buttons] button")).to_have_text(
        ["Withdraw", "Add something", "Ask how it stands"]
    )
    await page.locator("#who").select_option("ana")
    card = page.get_by_test_id("card").last
    await card.get_by_role("button", name="Talk with the customer").click()
    room = page.get_by_test_id("room")
    await expect(room).to_contain_text("Ana talks with Chris")
    await expect(status).to_contain_text("Ana is writing with you now.")
    await expect(card).to_contain_text("Ana has been talking with the customer since")
    await say_in_room(page, "Hello, what exactly is broken?")
    await expect(from_bot(page).last).to_contain_text("Ana: Hello, what exactly is broken?")
    await page.get_by_test_id("customer-file").set_input_files([file("leg.png", png(), "image/png")])
    await say(page, "This leg")
    await expect(room).to_contain_text("Chris: This leg")
    await expect(room.locator(".thumb img")).to_have_js_property("naturalWidth", 120)
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        await shoot(page, f"talk-{width}")
    await say_in_room(page, "/handback solved A new leg is on its way")
    await expect(from_bot(page).last).to_contain_text("Ana has noted this as solved.")
    await expect(status).to_contain_text("Your request was decided. It is closed now.")
    await expect(status.locator("[data-part=buttons] button")).to_have_count(0)
    await expect(room).to_contain_text("This conversation is over")
    await expect(card).to_have_attribute("data-state", "chosen")
    await shoot(page, "talk-over")


async def test_a_question_is_asked_from_the_card(here: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    page = await opened(here, open_page)
    await say(page, "The shop charged me twice")
    await page.locator("#who").select_option("ben")
    card = page.get_by_test_id("card").last
    await card.locator(".more-actions summary").click()
    await card.get_by_role("button", name="Ask the customer").click()
    await expect(page.get_by_test_id("toast").last).to_contain_text("Please write the question")
    await page.get_by_test_id("review-input").fill("On which day?")
    await page.get_by_test_id("review-send").click()
    await expect(from_bot(page).last).to_contain_text("Ben has a question about your request: On which day?")
    await expect(card).to_contain_text("Ben asked the customer at")
    await shoot(page, "question-asked")
    await say(page, "On Monday")
    await expect(page.get_by_test_id("review-log")).to_contain_text("Chris answers: On Monday")
    await expect(card).to_contain_text("Waiting for a decision")
    await page.get_by_role("button", name="Ask how it stands").click()
    await expect(from_bot(page).last).to_contain_text("They know that you are waiting.")
    await page.get_by_role("button", name="Withdraw").click()
    await expect(from_bot(page).first).to_contain_text("Your request is withdrawn.")
    await expect(card).to_have_attribute("data-state", "cancelled")
    await shoot(page, "question-answered")
