"""The refund story as somebody plays it after `make demo`: real process, real tools, real browser, by clicking."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from examples.refund.ledger import entries
from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.demo import Demo

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}
DARK = {"color_scheme": "dark"}
REASON = "Refund $2150.00 for order #45678 (ana@example.com)"
PAID = "Your refund of $2150.00 has been approved and processed."
ASKED = "What is your e-mail address?"


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    made = Demo(tmp_path / "demo")
    await made.start()
    yield made
    await made.close()


def last_said(page: Page) -> Locator:
    return page.get_by_test_id("customer-log").locator("[data-side=bot] .bubble").last


async def opened(demo: Demo, open_page: OpenPage, **context: object) -> Page:
    page = await open_page(f"{demo.address}/play", **context)
    await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
    return page


async def show(page: Page, panel: str) -> None:
    """Turn to a panel where only one is shown at a time."""
    tab = page.locator(f".tabs [data-panel={panel}]")
    if await tab.is_visible():
        await tab.click()


async def ask_for_a_refund(page: Page) -> None:
    """Up to the card, by clicking only."""
    await page.get_by_test_id("suggestion").nth(0).click()
    await expect(last_said(page)).to_contain_text(ASKED)
    await page.get_by_test_id("suggestion").nth(1).click()
    await expect(last_said(page)).to_contain_text("six digits to ana@example.com")
    await show(page, "mail")
    await page.get_by_test_id("mail-code").click()
    await page.get_by_test_id("customer-send").click()
    await expect(last_said(page)).to_contain_text("I have escalated this to a reviewer.")


async def approve(page: Page) -> None:
    await show(page, "review")
    card = page.get_by_test_id("card")
    await expect(card).to_contain_text(REASON)
    await card.get_by_test_id("approve").click()
    await expect(card).to_have_attribute("data-state", "approved")
    await expect(card).to_contain_text("Approved by Ana")
    await expect(card.locator("[data-part=decisions]")).to_have_count(0)
    await show(page, "customer")
    await expect(last_said(page)).to_have_text(PAID)


def paid(demo: Demo) -> list[str]:
    return [f"{entry.order_id} {entry.amount}" for entry in entries(demo.folder / "ledger.db")]


@pytest.mark.parametrize(
    ("name", "context"),
    [("light", DESKTOP), ("dark", DESKTOP | DARK), ("phone", PHONE), ("phone-dark", PHONE | DARK)],
    ids=["light", "dark", "phone", "phone-dark"],
)
async def test_a_refund_is_asked_for_approved_and_paid(
    demo: Demo, open_page: OpenPage, shoot: Shoot, name: str, context: dict[str, object]
) -> None:
    page = await opened(demo, open_page, **context)
    await shoot(page, f"refund-{name}-0-empty")
    await ask_for_a_refund(page)
    await shoot(page, f"refund-{name}-1-escalated")
    await show(page, "review")
    await expect(page.get_by_test_id("card")).to_contain_text(REASON)
    await shoot(page, f"refund-{name}-2-card")
    await approve(page)
    await shoot(page, f"refund-{name}-3-paid")
    assert paid(demo) == ["45678 2150.00"]
    overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0, "the page scrolls sideways"


async def test_a_rejection_by_clicking_asks_for_the_reason(demo: Demo, open_page: OpenPage, shoot: Shoot) -> None:
    page = await opened(demo, open_page, **DESKTOP)
    await ask_for_a_refund(page)
    card = page.get_by_test_id("card")
    await card.get_by_test_id("reject").click()
    await expect(card).to_have_attribute("data-state", "rejecting")
    await expect(page.get_by_test_id("toast").last).to_contain_text("Please write the reason")
    await shoot(page, "refund-reject-1-asked")
    await page.get_by_test_id("review-input").fill("The machine was used for weeks")
    await page.get_by_test_id("review-send").click()
    await expect(card).to_have_attribute("data-state", "rejected")
    await expect(card).to_contain_text("Rejected by Ana")
    await expect(card).to_contain_text("The machine was used for weeks")
    await expect(last_said(page)).to_contain_text("could not be approved")
    await shoot(page, "refund-reject-2-done")
    assert paid(demo) == []


async def test_a_reload_shows_the_same_page(demo: Demo, open_page: OpenPage) -> None:
    page = await opened(demo, open_page, **DESKTOP)
    await ask_for_a_refund(page)
    await expect(page.get_by_test_id("card")).to_contain_text(REASON)
    logs = ("customer-log", "review-log", "mail-log")
    before = [await page.get_by_test_id(log).inner_text() for log in logs]
    await page.reload()
    await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
    assert [await page.get_by_test_id(log).inner_text() for log in logs] == before


@pytest.mark.restart
async def test_the_open_page_goes_on_after_the_server_was_killed(demo: Demo, open_page: OpenPage, shoot: Shoot) -> None:
    page = await opened(demo, open_page, **DESKTOP)
    await page.get_by_test_id("suggestion").nth(0).click()
    await expect(last_said(page)).to_contain_text(ASKED)
    await demo.kill()
    await expect(page.locator("#link")).to_have_attribute("data-state", "reconnecting")
    await page.get_by_test_id("suggestion").nth(1).click()
    await expect(page.locator("[data-unsent] .unsent")).to_have_text("not sent yet, trying again")
    await shoot(page, "refund-killed")
    await demo.start()
    await expect(last_said(page)).to_contain_text("six digits to ana@example.com")
    await page.get_by_test_id("mail-code").click()
    await page.get_by_test_id("customer-send").click()
    await expect(page.get_by_test_id("card")).to_contain_text(REASON)
    await demo.kill()
    await page.get_by_test_id("approve").click()
    await demo.start()
    await expect(page.get_by_test_id("toast").last).to_contain_text("Approved.")
    await expect(last_said(page)).to_have_text(PAID)
    said = page.get_by_test_id("customer-log").locator("[data-kind=said]")
    await expect(said).to_have_count(3)
    assert paid(demo) == ["45678 2150.00"]


async def test_a_refund_without_a_mouse(demo: Demo, open_page: OpenPage) -> None:
    page = await opened(demo, open_page, **DESKTOP)
    await tab_to(page, "suggestion")
    await page.keyboard.press("Enter")
    await expect(last_said(page)).to_contain_text(ASKED)
    await tab_to(page, "customer-input")
    await page.keyboard.type("ana@example.com")
    await page.keyboard.press("Enter")
    await expect(last_said(page)).to_contain_text("six digits")
    await tab_to(page, "mail-code")
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("customer-input")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_test_id("card")).to_contain_text(REASON)
    await tab_to(page, "approve")
    await page.keyboard.press("Enter")
    await expect(last_said(page)).to_have_text(PAID)
    await expect(page.locator(".card .status")).to_be_focused()


async def tab_to(page: Page, test_id: str) -> None:
    """Press Tab until something has the focus, as who has no mouse does."""
    for _ in range(40):
        if await page.evaluate("document.activeElement?.dataset.testid") == test_id:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{test_id} cannot be reached with the keyboard")


async def test_the_second_refund_of_an_order_stops_for_an_operator_and_everybody_knows(
    demo: Demo, open_page: OpenPage, shoot: Shoot
) -> None:
    page = await opened(demo, open_page, **DESKTOP)
    await ask_for_a_refund(page)
    await approve(page)
    await page.get_by_test_id("suggestion").nth(0).click()
    await expect(last_said(page)).to_contain_text(ASKED)
    await page.get_by_test_id("suggestion").nth(1).click()
    await expect(last_said(page)).to_contain_text("six digits")
    await page.get_by_test_id("mail-code").last.click()
    await page.get_by_test_id("customer-send").click()
    await expect(page.get_by_test_id("card")).to_have_count(2)
    await page.get_by_test_id("approve").click()
    await expect(last_said(page)).to_contain_text("Something went wrong on our side")
    failure = page.get_by_test_id("card").last
    await expect(failure).to_contain_text("order 45678 is already refunded")
    await shoot(page, "refund-second-stopped")
    await failure.get_by_test_id("reject").click()
    await expect(last_said(page)).to_contain_text("closed by our team")
    assert paid(demo) == ["45678 2150.00"]
