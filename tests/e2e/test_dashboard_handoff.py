"""One request on the dashboard in a real browser: decided by clicking and by keys, and talked about."""

from playwright.async_api import Page, expect

from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import OpenHouse, open_house
from tests.flow.house import House
from tests.flow.test_edits import editing
from tests.unit.workflows import SEED

__all__ = ("open_house",)  # a fixture that this module's tests ask for


async def asked(house: House) -> str:
    """The seed's request; answers the address of its page."""
    await house.say("I want a refund. The espresso machine leaks, and <b>nobody</b> answers the phone.")
    await house.verify("chris@example.com")
    card = await house.card("*45678*")
    await house.quiet()
    return f"/handoffs/{card['handoff']}"


async def live(page: Page) -> None:
    """Wait until the page follows what happens."""
    await expect(page.locator("html[data-live]")).to_be_attached()


async def test_it_is_decided_by_clicking(open_house: OpenHouse, open_page: OpenPage, shoot: Shoot) -> None:
    house = await open_house(SEED)
    page = await entered(house, open_page, "ana", await asked(house))
    await live(page)
    await page.get_by_label("Your comment").fill("I know him.")
    await page.get_by_role("button", name="Comment").click()
    await expect(page.locator("#remarks")).to_contain_text("I know him.")
    loaded = await page.locator(".picture img").evaluate("image => image.complete && image.naturalWidth > 0")
    assert loaded, "the picture is there"
    await page.evaluate("scrollTo(0, 0)")
    await looked_at(page, shoot, "handoff-open")
    await page.locator("#way").scroll_into_view_if_needed()
    await shoot(page, "dashboard-handoff-way")
    await page.get_by_role("button", name="Approve", exact=True).click()
    await expect(page.locator(".told").first).to_contain_text("Approved.")
    await expect(page.locator(".status")).to_contain_text("Approved by Ana")
    await house.quiet()
    await page.evaluate("scrollTo(0, 0)")
    await looked_at(page, shoot, "handoff-approved")


async def test_keys_lead_to_a_decision_and_never_press_it(
    open_house: OpenHouse, open_page: OpenPage, shoot: Shoot
) -> None:
    house = await open_house(editing())
    await house.say("hello")
    path = f"/handoffs/{(await house.card('Pay 2150.5?'))['handoff']}"
    page = await entered(house, open_page, "ana", f"{path}#approve")
    await live(page)
    await expect(page.locator("#approve")).to_be_focused()
    await page.keyboard.press("r")
    await expect(page.get_by_label("Your own words")).to_be_focused()
    await page.keyboard.type("aaa")
    await page.get_by_text("Asked for twice").click()
    await page.locator("#fields > summary").click()
    await page.evaluate("scrollTo(0, 0)")
    await looked_at(page, shoot, "handoff-forms")
    await page.locator("h1").click()
    await page.keyboard.press("a")
    await expect(page.locator("#approve")).to_be_focused()
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await page.locator("#reject button").click()
    await expect(page.locator(".status")).to_contain_text("Rejected by Ana")
    assert house.rows("SELECT reason FROM decision") == [("Asked for twice: aaa",)]


async def test_somebody_takes_over_talks_and_hands_back(
    open_house: OpenHouse, open_page: OpenPage, shoot: Shoot
) -> None:
    house = await open_house(SEED)
    page = await entered(house, open_page, "ana", await asked(house))
    await page.get_by_role("button", name="Talk with the customer").click()
    await page.get_by_label("Your message to the customer").fill("Hello, here is Ana")
    await page.get_by_role("button", name="Send to the customer").click()
    await expect(page.locator("#talk-lines")).to_contain_text("Hello, here is Ana")
    await house.sees("Ana: Hello, here is Ana")
    await live(page)
    half = page.get_by_label("Your message to the customer")
    await half.fill("half a sen")
    await house.say("Is anybody there?")
    await expect(page.locator("#talk-lines")).to_contain_text("Is anybody there?")
    await expect(half).to_have_value("half a sen")
    lines = page.locator("#talk-lines ol li")
    await expect(lines.last).to_be_in_viewport()
    await half.fill("")
    await page.get_by_label("Files").set_input_files(
        {"name": "label.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    await house.say("Hello?")
    await expect(page.locator("#talk-lines")).to_contain_text("Hello?")
    await page.get_by_role("button", name="Send to the customer").click()
    await expect(page.locator("#talk-lines")).to_contain_text("label.pdf")
    await page.evaluate("scrollTo(0, 0)")
    await looked_at(page, shoot, "handoff-talk")
    await page.get_by_role("button", name="Approve", exact=True).click()
    await expect(page.locator(".status")).to_contain_text("Approved by Ana")
    await house.sees("Ana has left the conversation.")
