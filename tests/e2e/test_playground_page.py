"""The playground's page in a browser: what it shows, how it is used, and that nothing anybody writes comes alive."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.async_api import expect

from channels.base import MessageRef
from channels.views import Answer, Button, MailView, TextView
from channels.web.playground import Playground
from tests.e2e.browser import CONTRASTS, OpenPage, Shoot, open_play
from tests.fakes.stage import APPROVED, CARD, Stage, words

HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(2)</script><a href='javascript:alert(3)'>x</a> {{7*7}} ${7*7} "
    "\u202egnp.exe\u202c\u2066\u200b \u0007 &lt;b&gt; "
)
PHONE = {"viewport": {"width": 360, "height": 720}, "device_scale_factor": 2}


async def furnish(playground: Playground) -> None:
    """A conversation up to its card, as the outbox would send it."""
    await playground.post_text("play:chris", TextView("Which e-mail address did you order with?"), "t1")
    await playground.send(MailView("ana@example.com", "Your code", "Your code is 204518."), "m1")
    choices = (Button("/status", "Where does it stand?"), Button("/cancel", "Cancel my request"))
    await playground.post_text("play:chris", TextView("I have escalated this to a reviewer.", choices), "t2")
    await playground.post_card("play:review", CARD, "c1")


async def test_a_story_from_the_first_word_to_the_decision(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served() as playground:
        page = await open_play(stage, open_page)
        await page.get_by_test_id("suggestion").first.click()
        log = page.get_by_test_id("customer-log")
        await expect(log.locator("[data-kind=said]:not([data-unsent])")).to_have_count(1)
        assert (stage.intake.heard[0].user_id, stage.intake.heard[0].locale) == ("chris", "en-GB")
        await furnish(playground)
        card = page.get_by_test_id("card")
        await expect(card).to_have_attribute("data-state", "pending")
        await expect(card).to_contain_text("Refund $2150.00 for order #45678")
        await expect(card).to_contain_text("stripe__create_refund")
        await page.get_by_test_id("mail-code").click()
        await expect(page.get_by_test_id("customer-input")).to_have_value("204518")
        await page.get_by_test_id("customer-input").press("Enter")
        await expect(log.locator(".bubble").last).to_have_text("204518")
        await shoot(page, "playground-light")

        stage.desk.reply = lambda tap: Answer(f"Thank you, {tap.user_name}.")
        await page.get_by_test_id("approve").click()
        await expect(page.get_by_test_id("toast")).to_have_text("Thank you, Ana.")
        assert stage.desk.taps[0].token == CARD.buttons[0].token
        await playground.edit_card("play:review", await card_ref(stage), APPROVED)
        await expect(card).to_have_attribute("data-state", "approved")
        await expect(card).to_contain_text("Approved by Ana at 12:33")
        await expect(page.get_by_test_id("approve")).to_have_count(0)
        await expect(card.locator(".status")).to_be_focused()


async def card_ref(stage: Stage) -> MessageRef:
    """The reference of the only card."""
    [ref] = [MessageRef(str(item.id)) for item in await stage.board.items() if item.kind == "card"]
    return ref


async def test_a_stranger_is_refused_loudly_and_the_card_stays(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        stage.desk.reply = lambda tap: Answer("You are no reviewer of this team.", alert=True)
        page = await open_play(stage, open_page)
        await page.get_by_test_id("who").select_option("otto")
        await page.get_by_test_id("reject").click()
        await expect(page.get_by_role("alert").get_by_test_id("toast")).to_have_text(
            "You are no reviewer of this team."
        )
        assert stage.desk.taps[0].user_id == "otto"
        await expect(page.get_by_test_id("approve")).to_be_enabled()


async def test_each_customer_has_a_chat_of_their_own(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        log = page.get_by_test_id("customer-log")
        await expect(log.locator(".message")).to_have_count(2)
        await page.get_by_test_id("customer-switch").select_option("dana")
        await expect(log.locator(".message")).to_have_count(0)
        await log.page.get_by_test_id("customer-input").fill("hello")
        await page.get_by_test_id("customer-send").click()
        await expect(log.locator(".message:not([data-unsent])")).to_have_count(1)
        assert stage.intake.heard[0].place == "play:dana"
        await page.reload()
        await expect(page.get_by_test_id("customer-switch")).to_have_value("dana")
        await expect(log.locator(".message")).to_have_count(1)


async def test_pressing_a_choice_says_it(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        await page.get_by_role("button", name="Where does it stand?").click()
        await expect(page.get_by_test_id("customer-log").locator("[data-kind=said]:not([data-unsent])")).to_have_count(
            1
        )
        assert stage.intake.heard[0].text == "/status"


async def test_whatever_is_written_stays_inert(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served() as playground:
        page = await open_play(stage, open_page)
        before = await page.locator("img, script, iframe, a").count()
        await page.get_by_test_id("customer-input").fill(HOSTILE + "\x00")
        await page.get_by_test_id("customer-send").click()
        said = page.get_by_test_id("customer-log").locator(".message:not([data-unsent]) .bubble")
        await expect(said).to_contain_text("<script>alert(2)</script>")
        await expect(said).to_contain_text("{{7*7}}")
        assert await said.locator(".chip").all_inner_texts() == [
            *("\\u{202E}", "\\u{202C}", "\\u{2066}", "\\u{200B}", "\\u{7}")
        ]
        hostile = replace(
            replace(CARD, title=HOSTILE, status=HOSTILE, reason=HOSTILE, bot=HOSTILE, short_id=HOSTILE, state=HOSTILE),
            facts=tuple(replace(row, label=HOSTILE, value=HOSTILE, note=HOSTILE) for row in CARD.facts),
            calls=tuple(replace(call, tool=HOSTILE, raw=HOSTILE) for call in CARD.calls),
            transcript=tuple(replace(line, who=HOSTILE, text=HOSTILE, at=HOSTILE) for line in CARD.transcript),
        )
        await playground.post_card("play:review", hostile, "c1")
        await playground.send(MailView(HOSTILE, HOSTILE, HOSTILE), "m1")
        await playground.post_text("play:review", TextView(HOSTILE, (Button("x", HOSTILE),)), "t1")
        await expect(page.get_by_test_id("review-log").locator(".message")).to_have_count(1)
        await page.locator(".transcript summary").click()
        stage.desk.reply = lambda tap: Answer(HOSTILE)
        await page.get_by_test_id("approve").click()
        await expect(page.get_by_test_id("toast")).to_contain_text("<script>")
        assert await page.locator("img, script, iframe, a").count() == before
        shown = await page.locator("body").text_content()
        assert shown and not set(shown) & set("\u202e\u202c\u2066\u200b\u0007\x00")
        await shoot(page, "playground-hostile")


async def test_joiners_that_spell_are_left_alone(stage: Stage, open_page: OpenPage) -> None:
    family, persian = "\U0001f469\u200d\U0001f4bb", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    async with stage.served() as playground:
        await playground.post_text("play:chris", TextView(f"{family} {persian} a\u200db"), "t1")
        page = await open_play(stage, open_page)
        bubble = page.get_by_test_id("customer-log").locator(".bubble")
        await expect(bubble).to_have_text(f"{family} {persian} a\\u{{200D}}b")


async def test_four_megabytes_arrive_and_five_come_back(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        box, send = page.get_by_test_id("customer-input"), page.get_by_test_id("customer-send")
        await box.fill("huge " * 800_000)
        await send.click()
        log = page.get_by_test_id("customer-log")
        await expect(log.locator(".message:not([data-unsent]) .more")).to_be_visible(timeout=60_000)
        assert len(stage.intake.heard[0].text) == 4_000_000
        assert len(await log.inner_text()) < 5_000
        await box.fill("large " * 850_000)
        await send.click()
        await expect(page.get_by_test_id("toast")).to_have_text(words("en")["play-error-long"], timeout=60_000)
        assert await box.evaluate("box => box.value.length") == 6 * 850_000
        assert len(stage.intake.heard) == 1
        await log.locator(".more").click()
        await expect(log.locator(".more")).to_have_count(0)
        assert await log.locator(".bubble").evaluate("bubble => bubble.textContent.length") == 4_000_000


async def test_an_empty_message_is_answered_on_the_page(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await page.get_by_test_id("customer-input").fill("  ")
        await page.get_by_test_id("customer-input").press("Enter")
        await expect(page.get_by_test_id("toast")).to_have_text(words("en")["play-error-empty"])
        assert stage.intake.heard == []


async def test_everything_can_be_done_from_the_keyboard(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        await page.get_by_test_id("customer-input").focus()
        await page.keyboard.type("first")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("second")
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("customer-log").locator("[data-kind=said]:not([data-unsent])")).to_have_count(
            1
        )
        assert stage.intake.heard[0].text == "first\nsecond"
        await expect(page.get_by_test_id("customer-input")).to_be_focused()
        reached = set()
        for _ in range(30):
            await page.keyboard.press("Tab")
            reached.add(await page.evaluate("document.activeElement.dataset.testid ?? document.activeElement.tagName"))
            if "approve" in reached:
                break
        assert {"customer-send", "mail-log", "mail-code", "who", "review-log", "SUMMARY", "approve"} <= reached
        width = "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
        assert await page.evaluate(width) >= 2
        await page.keyboard.press("Enter")
        await expect(page.get_by_test_id("toast")).to_be_visible()
        assert stage.desk.taps[0].token == CARD.buttons[0].token


async def test_a_screen_reader_hears_what_comes(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        for log in ("customer-log", "review-log", "mail-log"):
            await expect(page.get_by_test_id(log)).to_have_attribute("role", "log")
            await expect(page.get_by_test_id(log)).to_have_attribute("aria-live", "polite")
        text = words("en")
        for name in ("play-customer-input", "play-review-input"):
            await expect(page.get_by_role("textbox", name=text[name])).to_be_visible()
        await expect(page.get_by_role("combobox", name=text["play-who"])).to_be_visible()
        await expect(page.get_by_role("combobox", name=text["play-customer-switch"])).to_be_visible()
        await expect(page.get_by_role("article", name="Finance Approval")).to_be_visible()
        await expect(page.get_by_test_id("approve")).to_have_accessible_description(f"Reason {CARD.reason}")


async def test_an_edit_leaves_what_did_not_change(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        await page.locator(".transcript summary").click()
        await page.get_by_test_id("approve").focus()
        await page.evaluate("window.reason = document.querySelector('.card .reason')")
        line = replace(CARD.transcript[0], text="Hurry, please", late=True)
        later = replace(CARD, status="Still waiting", transcript=(*CARD.transcript, line))
        await playground.edit_card("play:review", await card_ref(stage), later)
        await expect(page.get_by_test_id("card")).to_contain_text("Hurry, please")
        assert await page.evaluate("window.reason === document.querySelector('.card .reason')")
        await expect(page.get_by_test_id("approve")).to_be_focused()
        await expect(page.get_by_text("Hurry, please")).to_be_visible()


async def test_nothing_is_lost_while_the_server_is_away(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
    await expect(page.locator("#link")).to_have_attribute("data-state", "reconnecting")
    await page.get_by_test_id("customer-input").fill("are you there?")
    await page.get_by_test_id("customer-send").click()
    pending = page.get_by_test_id("customer-log").locator("[data-unsent]")
    await expect(pending).to_contain_text("are you there?")
    await expect(pending.locator(".unsent")).to_have_text(words("en")["play-unsent"])
    async with stage.served() as playground:
        await playground.post_text("play:chris", TextView("I am back."), "t9")
        await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
        await expect(page.get_by_test_id("customer-log")).to_contain_text("I am back.")
        await expect(pending).to_have_count(0)
        await expect(page.get_by_test_id("customer-log").get_by_text("are you there?")).to_have_count(1)
        assert [heard.text for heard in stage.intake.heard] == ["are you there?"]


async def test_a_message_that_could_not_be_sent_survives_a_reload(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        stage.intake.broken = True
        page = await open_play(stage, open_page)
        await page.get_by_test_id("customer-input").fill("keep me")
        await page.get_by_test_id("customer-send").click()
        said = page.get_by_test_id("customer-log").locator("[data-kind=said]")
        await expect(said.locator(".unsent")).to_have_count(1)
        await page.reload()
        await expect(said.locator(".unsent")).to_have_text("sending…")
        stage.intake.broken = False
        await expect(said.locator(".unsent")).to_have_count(0)
        await expect(said.locator(".bubble")).to_have_text(["keep me"])
        assert [heard.text for heard in stage.intake.heard] == ["keep me"]


async def test_what_a_closed_tab_left_half_sent_is_sent_by_the_next(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        stage.intake.broken = True
        first = await open_play(stage, open_page)
        await first.get_by_test_id("customer-input").fill("half sent")
        await first.get_by_test_id("customer-send").click()
        await expect(first.locator("[data-kind=said]:not([data-unsent])")).to_have_count(1)
        await first.close()
        stage.intake.broken = False
        second = await open_play(stage, open_page)
        await expect(second.locator("[data-kind=said] .unsent")).to_have_count(0)
        assert [heard.text for heard in stage.intake.heard] == ["half sent"]


async def test_a_board_that_began_anew_empties_the_page(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        page = await open_play(stage, open_page)
        await expect(page.get_by_test_id("card")).to_have_count(1)
    anew = Stage(port=stage.port)
    async with anew.served():
        await expect(page.get_by_test_id("card")).to_have_count(0)


async def test_the_clock_can_be_moved(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await expect(page.locator("#clock-now")).to_be_hidden()
        await page.locator("[data-advance='3600']").click()
        await expect(page.locator("#clock-now")).to_be_visible()
        assert stage.ahead == timedelta(hours=1)
        for name, days in (("+15 min", 0), ("+4 h", 0), ("Next working day", 3)):
            moved = page.expect_response("**/play/clock")
            async with moved:
                await page.get_by_role("button", name=name, exact=True).click()
            assert timedelta(days=days) <= stage.ahead < timedelta(days=days, hours=6)
        await shoot(page, "playground-clock")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_phone_shows_one_panel_and_never_scrolls_sideways(
    stage: Stage, open_page: OpenPage, shoot: Shoot, scheme: str
) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        await playground.post_text("play:chris", TextView("x" * 500), "t3")
        page = await open_play(stage, open_page, color_scheme=scheme, **PHONE)
        for panel in ("customer", "mail", "review"):
            await page.locator(f".tabs [data-panel={panel}]").click()
            await expect(page.get_by_test_id(f"{panel}-log")).to_be_visible()
            await expect(page.locator(".panel:visible")).to_have_count(1)
            assert await page.evaluate("document.documentElement.scrollWidth") <= 360
            sideways = "log => log.scrollWidth - log.clientWidth"
            assert await page.get_by_test_id(f"{panel}-log").evaluate(sideways) <= 0
            await shoot(page, f"playground-phone-{panel}-{scheme}")
        await playground.post_text("play:chris", TextView("Still there?"), "t4")
        await expect(page.locator(".tabs .news")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_written_can_be_read(stage: Stage, open_page: OpenPage, shoot: Shoot, scheme: str) -> None:
    async with stage.served() as playground:
        await furnish(playground)
        for state in ("rejecting", "approved", "rejected", "timed_out", "cancelled", "retried", "stopped"):
            await playground.post_card("play:review", replace(CARD, state=state), state)
        page = await open_play(stage, open_page, color_scheme=scheme)
        stage.desk.reply = lambda tap: Answer("Refused", alert=True)
        await page.get_by_test_id("reject").first.click()
        await page.get_by_test_id("customer-input").fill("hello\u202e")
        await page.get_by_test_id("customer-send").click()
        await expect(page.locator("[data-kind=said]:not([data-unsent])")).to_be_visible()
        await expect(page.get_by_test_id("toast")).to_be_visible()
        await asyncio.sleep(0.4)
        assert await page.evaluate(CONTRASTS) == []
        await shoot(page, f"playground-{scheme}-states")


async def test_the_page_speaks_the_readers_language(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page, locale="de-DE")
        await expect(page.locator("html")).to_have_attribute("lang", "de")
        await page.get_by_test_id("customer-input").fill("Hallo")
        await page.get_by_test_id("customer-input").press("Enter")
        await expect(page.locator("[data-kind=said]:not([data-unsent])")).to_be_visible()
        assert stage.intake.heard[0].locale == "de-DE"
        await page.locator("#language").select_option("en")
        await expect(page.locator("html")).to_have_attribute("lang", "en")
