"""The list of requests in a real browser: by keys, by words, several at once, and while it changes."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import OpenHouse, open_house
from tests.flow.house import House
from tests.flow.test_authority import asking
from tests.flow.web.requests import hear

__all__ = ("open_house",)  # a fixture that this module's tests ask for

REASON = "Refund {{message}} to {{user_name}}, who writes that nobody answers the phone"
WISHES = ("12.50 for the lamp", "40 for a cup", "99.90 for the desk", "8 for postage")


@pytest.fixture
async def harmless(open_house: OpenHouse) -> House:
    """A house with four requests that may be decided together, one of them claimed."""
    house = await open_house(asking(reason=REASON, label="Small refund", bulk=True, timeout="2h", quorum=1))
    ids = await hear(house, *WISHES)
    await house.say(f"/claim {ids[1][:6]}", "ben")
    await house.quiet()
    return house


async def rows(page: Page, count: int) -> None:
    await expect(page.locator(".request")).to_have_count(count)


async def test_the_list_by_keys_by_words_and_while_it_changes(harmless: House, open_page: OpenPage) -> None:
    page = await entered(harmless, open_page)
    await rows(page, 4)
    await expect(page.locator("html")).to_have_attribute("data-live", "yes")
    for key, chosen in (("j", 0), ("j", 1), ("k", 0)):
        await page.keyboard.press(key)
        await expect(page.locator(".request").nth(chosen).locator("a").first).to_be_focused()
    chosen_id = await page.evaluate("document.activeElement.id")
    [fresh] = await hear(harmless, "3 for a stamp", first=9)
    await expect(page.locator(f"#r-{fresh}")).to_be_visible(timeout=1_500)
    assert await page.evaluate("document.activeElement.id") == chosen_id, "nobody is taken away from where they are"
    await harmless.tap("ben", "Approve", (await harmless.cards())[2]["body"])
    await expect(page.locator(".request")).to_have_count(4, timeout=1_500)
    assert await page.evaluate("document.activeElement.id") == chosen_id
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await page.keyboard.type("cup user001")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile(r"/\?q=cup\+user001$"))
    await rows(page, 1)
    await expect(page.locator(".request")).to_contain_text("Ben looks after it")
    await page.keyboard.press("j")
    await page.keyboard.press("a")
    await expect(page).to_have_url(re.compile(r"/handoffs/\w+#approve$"))


async def test_several_are_decided_by_clicking(harmless: House, open_page: OpenPage, shoot: Shoot) -> None:
    page = await entered(harmless, open_page, "ana", "/?bulk=1")
    await page.get_by_label("Choose all on this page").check()
    await page.locator(".request input[type=checkbox]").nth(1).uncheck()
    await hear(harmless, "3 for a stamp", first=9)
    await rows(page, 5)
    assert await page.locator(".request input:checked").count() == 3, "what was chosen stays chosen"
    await page.get_by_role("button", name="Reject chosen…").click()
    await expect(page.get_by_role("heading", name="Reject 3 requests")).to_be_visible()
    await page.get_by_label("Reason, for all of them").fill("Below the limit")
    await looked_at(page, shoot, "queue-together")
    await page.get_by_role("button", name="Reject 3 requests").click()
    await expect(page.get_by_role("status").get_by_text("Rejected, with your reason.")).to_have_count(3)
    await looked_at(page, shoot, "queue-outcomes")
    await page.get_by_role("link", name="Back to the requests").click()
    await rows(page, 2)
    assert harmless.rows("SELECT reason FROM decision") == [("Below the limit",)] * 3


async def test_it_can_be_read_and_used_at_any_width(harmless: House, open_page: OpenPage, shoot: Shoot) -> None:
    await harmless.advance(minutes=61)
    await harmless.quiet()
    page = await entered(harmless, open_page, "ana", "/")
    await looked_at(page, shoot, "queue")
    claim = page.get_by_role("button", name="Claim").first
    await claim.click()
    await expect(page.get_by_role("status").first).to_contain_text("look")
    await expect(page.locator(".request").first).to_contain_text("Ana looks after it")
    await page.goto(page.url + "?state=all&q=nothing&min=many")
    await expect(page.get_by_role("alert")).to_contain_text("“many” is not understood")
    await looked_at(page, shoot, "queue-empty")
    await page.get_by_text("More filters").click()
    await page.goto(page.url.partition("?")[0] + "?person=ben&from=2020-01-01")
    await rows(page, 1)
    await looked_at(page, shoot, "queue-filters")
