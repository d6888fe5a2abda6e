"""Mails and the page behind their links in a real browser: programs that click decide nothing, a person does."""

import asyncio
from pathlib import Path
from typing import Any, cast

from playwright.async_api import Page, expect

from tests.e2e.browser import OpenPage, Shoot
from tests.fakes.resend_api import Email
from tests.fakes.shelf import PNG, Shelf, sent
from tests.flow.mail.conftest import Open, fake, open_mail
from tests.flow.mail.house import ANA, MailHouse, links
from tests.unit.workflows import SEED

__all__ = ("fake", "open_mail")  # fixtures that this module's tests ask for

VISITS, AT_ONCE = 20, 4
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}
LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "phone": PHONE}


async def asked(house: MailHouse) -> Email:
    """The seed's request, up to Ana's mail."""
    await house.say("I want a refund. The espresso machine leaks, and <b>nobody</b> answers the phone.")
    await house.verify("chris@example.com")
    return await house.mail(ANA, "Approval needed")


async def click_like_a_scanner(page: Page) -> None:
    """Follow whatever can be followed, and send every form as it is: by its buttons, and past the browser's checks."""
    for link in await page.locator("a").all():
        await link.click(timeout=20_000)
        await page.go_back(timeout=20_000)
    for button in await page.locator("button").all():
        await button.click(timeout=20_000)
    if await page.locator("form").count():
        async with page.expect_navigation():
            await page.evaluate("document.forms[0].submit()")


async def test_a_browser_that_clicks_decides_nothing_and_a_person_does(open_mail: Open, open_page: OpenPage) -> None:
    house = await open_mail(SEED)
    choices = links(await asked(house))
    pages = [await open_page("about:blank") for _ in range(AT_ONCE)]
    before = house.rows("SELECT id, hash FROM audit ORDER BY id")

    async def visit(page: Page) -> None:
        for number in range(VISITS // AT_ONCE):
            await page.goto(choices["Approve" if number % 2 else "Reject"])
            await click_like_a_scanner(page)
            await expect(page.get_by_role("alert")).to_contain_text("set the tick")

    await asyncio.gather(*map(visit, pages))
    page = pages[0]
    assert house.rows("SELECT id, hash FROM audit ORDER BY id") == before
    assert house.decisions() == []
    await page.goto(choices["Reject"])
    await page.get_by_label("Reason").fill("Outside the 30 days")
    await page.get_by_label("I am Ana, and this is my decision.").check()
    await page.get_by_role("button", name="Reject").click()
    await expect(page.locator(".status")).to_contain_text("Rejected by Ana")
    await expect(page.locator("form")).to_have_count(0)
    assert [row[:2] for row in house.decisions()] == [("ana", "reject")]


async def test_a_code_is_asked_for_on_the_page(open_mail: Open, open_page: OpenPage, shoot: Shoot) -> None:
    workflow = SEED.replace('"actionType": "human_handoff",', '"actionType": "human_handoff", "confirmByCode": true,')
    house = await open_mail(workflow)
    page = await open_page(links(await asked(house))["Approve"])
    await page.get_by_label("I am Ana").check()
    await page.get_by_role("button", name="Mail me a code").click()
    await expect(page.get_by_role("alert")).to_contain_text("on its way to Ana@example.com")
    await page.get_by_label("Code from the mail").fill(await house.code(ANA))
    await shoot(page, "mail-page-code")
    await page.get_by_role("button", name="Approve").click()
    await expect(page.locator(".status")).to_contain_text("Approved by Ana")


async def test_mails_and_their_page_can_be_read_light_dark_and_on_a_phone(
    open_mail: Open, open_page: OpenPage, shoot: Shoot, tmp_path: Path
) -> None:
    house = await open_mail(SEED)
    card = await asked(house)
    pages = {look: await open_page(links(card)["Approve"], **context) for look, context in LOOKS.items()}
    for look, page in pages.items():
        await _fits(page)
        await shoot(page, f"mail-page-{look}")
    await house.decide(links(card)["Reject"], reason="Outside the 30 days")
    code = next(one for one in house.fake.emails if "ode" in one.body["subject"])
    shown = {"mail": card, "mail-code": code, "mail-result": await house.mail(ANA, "Re: ")}
    for name, email in shown.items():
        file = tmp_path / f"{name}.html"
        file.write_text(email.body["html"], encoding="utf-8")
        for look, page in pages.items():
            await page.goto(file.as_uri())
            await _fits(page)
            assert await page.locator("img").count() == 0
            await shoot(page, f"{name}-{look}")


async def test_a_conversation_is_read_and_its_file_kept(
    open_mail: Open, open_page: OpenPage, shoot: Shoot, tmp_path: Path
) -> None:
    house = await open_mail()
    cast(Any, house.app.channels)["shelf"] = Shelf(a=PNG)
    await house.sends("The machine leaks. " + "Look at this! " * 120, sent("a", "../Käse\u202e.png"))
    for number in range(45):
        await house.sends(f"And <b>{number}</b>")

    async def is_heard() -> bool:
        return house.rows("SELECT COUNT(*) FROM inbox WHERE state = 'new'") == [(0,)]

    await house.until(is_heard, house.texts, "every line")
    url = links(await house.card_mail(ANA))["Approve"]
    pages = {look: await open_page(url, **context) for look, context in LOOKS.items()}
    for look, page in pages.items():
        await page.get_by_role("link", name="Whole conversation").click()
        await expect(page.get_by_role("heading", name="Whole conversation")).to_be_visible()
        await expect(page.get_by_text("And <b>44</b>", exact=True)).to_be_visible()
        first = page.get_by_role("link", name="[file: Käse.png, 1 KB]")
        await expect(first).to_be_hidden()
        await page.get_by_text("earlier lines").click()
        await expect(first).to_be_visible()
        await _fits(page)
        await shoot(page, f"mail-talk-{look}")
        async with page.expect_download() as coming:
            await first.click()
        kept = await coming.value
        assert kept.suggested_filename == "Käse.png"
        await kept.save_as(tmp_path / look)
        assert (tmp_path / look).read_bytes() == PNG
        await page.get_by_role("link", name="Back to the request").click()
        await expect(page.get_by_role("button", name="Approve")).to_be_visible()
    assert [actor for actor, _ in house.audit("file.opened")] == [f"email:{ANA}"] * len(LOOKS)
    assert house.decisions() == []


async def _fits(page: Page) -> None:
    """Nothing stands beyond the right edge."""
    assert await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
