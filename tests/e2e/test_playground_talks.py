"""Talks on the playground's page: files, replies, edits, rooms and texts that change, by clicking and by keyboard."""

import asyncio
import struct
import zlib
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from channels.base import MessageRef
from channels.views import Button, Content, FilesView, TextView
from channels.web.playground import Playground
from tests.e2e.browser import CONTRASTS, OpenPage, Shoot, open_play
from tests.fakes.stage import CARD, Stage, words

MEGABYTE = 2**20
WORDS = words("en")
WIDTHS = (390, 820, 1440)


def png(width: int = 120, height: int = 90) -> bytes:
    """A small picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    line = b"\0" + bytes(value for x in range(width) for value in (x, 140, 90))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(line * height)), chunk(b"IEND", b""))
    )


def file(name: str, data: bytes, type: str = "application/pdf") -> Any:
    return {"name": name, "mimeType": type, "buffer": data}


def said(page: Page, log: str = "customer-log") -> Locator:
    """What people said there, as the server has it."""
    return page.get_by_test_id(log).locator("[data-kind=said]:not([data-unsent])")


async def say(page: Page, text: str, side: str = "customer") -> None:
    await page.get_by_test_id(f"{side}-input").fill(text)
    await page.get_by_test_id(f"{side}-send").click()


async def test_files_are_attached_and_seen(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        button = page.get_by_test_id("customer-attach")
        await expect(button).to_have_accessible_name(WORDS["play-attach"])
        async with page.expect_file_chooser() as choosing:
            await button.click()
        await (await choosing.value).set_files(
            [file("leg.png", png(), "image/png"), file("a" * 80 + ".pdf", b"%PDF" * 500), file("<b>.html", b"<b>")]
        )
        tray = page.locator("#customer-form").get_by_test_id("tray")
        await expect(tray.locator("li[data-kept]")).to_have_count(3)
        await expect(tray).to_contain_text(WORDS["play-attach-hint"])
        await tray.get_by_role("button", name=f"{WORDS['play-detach']}: <b>.html").click()
        await say(page, "The leg is broken")
        message = said(page)
        await expect(message.locator(".thumb img")).to_have_js_property("naturalWidth", 120)
        await expect(message.locator(".file")).to_contain_text("2 kB")
        await expect(tray).to_be_hidden()
        [heard] = stage.intake.heard
        assert [(each.kind, each.name[:7]) for each in heard.attachments] == [
            ("photo", "leg.png"),
            ("document", "aaaaaaa"),
        ]
        async with page.expect_download() as downloading:
            await message.locator(".file").click()
        assert (await (await downloading.value).path()).read_bytes() == b"%PDF" * 500
        await shoot(page, "playground-files")
        await page.reload()
        await expect(message.locator(".thumb img")).to_have_js_property("naturalWidth", 120)


async def test_a_file_alone_is_a_message(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await page.get_by_test_id("review-file").set_input_files([file("bill.pdf", b"%PDF")])
        await page.get_by_test_id("review-send").click()
        await expect(said(page, "review-log").locator(".file")).to_be_visible()
        await expect(said(page, "review-log").locator(".bubble")).to_have_count(0)
        assert (stage.intake.heard[0].text, stage.intake.heard[0].user_id) == ("", "ana")


@pytest.mark.parametrize(
    ("files", "word", "kept"),
    [
        ([file("large.pdf", b"x" * (5 * MEGABYTE + 1))], "play-error-file-large", 0),
        ([file("empty.pdf", b"")], "play-error-file-empty", 0),
        ([file(f"{number}.pdf", b"x") for number in range(6)], "play-error-file-many", 5),
    ],
)
async def test_a_file_that_is_not_taken_loses_nothing(
    stage: Stage, open_page: OpenPage, files: list[Any], word: str, kept: int
) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        uploads: list[str] = []
        page.on("request", lambda request: uploads.extend([request.url] * ("/play/files?" in request.url)))
        await page.get_by_test_id("customer-input").fill("What I typed")
        await page.get_by_test_id("customer-file").set_input_files(files)
        await expect(page.get_by_test_id("toast")).to_contain_text(WORDS[word])
        await expect(page.get_by_test_id("customer-input")).to_have_value("What I typed")
        await page.get_by_test_id("customer-send").click()
        await expect(said(page)).to_have_count(1)
        assert [len(heard.attachments) for heard in stage.intake.heard] == [kept]
        assert len(uploads) == kept


async def test_what_the_server_does_not_take_leaves_the_message_as_it_was_typed(
    stage: Stage, open_page: OpenPage
) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        sent = asyncio.Event()

        async def refuse(route: Route) -> None:
            await sent.wait()
            await route.fulfill(status=413, json={"error": "Too large."})

        await page.route("**/play/files?*", refuse)
        await page.get_by_test_id("customer-input").fill("What I typed")
        await page.get_by_test_id("customer-file").set_input_files([file("bill.pdf", b"%PDF")])
        await page.get_by_test_id("customer-send").click()
        sent.set()
        await expect(page.get_by_test_id("toast")).to_have_text("bill.pdf: Too large.")
        await expect(page.get_by_test_id("customer-input")).to_have_value("What I typed")
        assert stage.intake.heard == []


DROP = """([panel, kind, name]) => {
  const carried = new DataTransfer();
  if (name) carried.items.add(new File(["dropped"], name));
  document.querySelector(panel).dispatchEvent(
    new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


async def test_files_can_be_dropped(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await page.evaluate(DROP, [".panel.customer", "dragover", "x.txt"])
        content = "getComputedStyle(document.querySelector('.panel.customer'), '::after').content"
        assert WORDS["play-attach-drop"] in await page.evaluate(content)
        await page.evaluate(DROP, [".panel.customer", "drop", "x.txt"])
        await expect(page.locator("#customer-form").get_by_test_id("tray")).to_contain_text("x.txt")
        assert await page.evaluate(content) == "none"
        await page.get_by_test_id("customer-send").click()
        await expect(said(page).locator(".file")).to_contain_text("x.txt")


async def test_a_reply_quotes_what_it_replies_to(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        ref = await playground.post_text("play:chris", TextView("Which order, please?"), "t1")
        page = await open_play(stage, open_page)
        log = page.get_by_test_id("customer-log")
        question = log.locator("[data-kind=text]")
        reply = question.get_by_role("button", name=WORDS["play-reply"])
        await expect(question.locator(".controls")).to_have_css("opacity", "0")
        await question.hover()
        await expect(question.locator(".controls")).to_have_css("opacity", "1")
        await reply.click()
        shown = page.locator("#customer-form").get_by_test_id("reply")
        await expect(shown).to_contain_text("Acme Refunds Which order, please?")
        await expect(page.get_by_test_id("customer-input")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(shown).to_be_hidden()
        await reply.focus()
        await page.keyboard.press("Enter")
        await page.keyboard.type("45678")
        await page.keyboard.press("Enter")
        await expect(said(page).locator(".quote")).to_contain_text("Which order, please?")
        assert stage.intake.heard[0].reply_to == ref
        await expect(shown).to_be_hidden()
        answer = await playground.post_text("play:chris", TextView("Thank you.", reply_to=str(int(ref) + 1)), "t2")
        await expect(log.locator(f"[data-id='{answer}'] .quote")).to_contain_text("Chris 45678")
        await log.locator(f"[data-id='{answer}'] .quote").click()
        await expect(said(page)).to_have_attribute("data-hinted", "")


async def test_what_was_said_is_changed_in_its_place(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await say(page, "Order 45")
        pencil = said(page).get_by_role("button", name=WORDS["play-edit"])
        await pencil.focus()
        await page.keyboard.press("Enter")
        box = page.get_by_test_id("edit-input")
        await expect(box).to_be_focused()
        await expect(box).to_have_value("Order 45")
        await page.keyboard.type(" no")
        await page.keyboard.press("Escape")
        await expect(said(page).locator(".bubble")).to_have_text("Order 45")
        await expect(pencil).to_be_focused()
        await page.keyboard.press("Enter")
        await box.fill("Order 46")
        await shoot(page, "playground-edit")
        await page.keyboard.press("Enter")
        await expect(said(page).locator(".bubble")).to_have_text("Order 46")
        await expect(said(page).locator(".edited")).to_have_text(WORDS["play-edited"])
        await expect(page.get_by_test_id("customer-log").locator("[data-kind=said]")).to_have_count(1)
        assert [(heard.is_edit, heard.ref, heard.text) for heard in stage.intake.heard] == [
            (False, "1", "Order 45"),
            (True, "1", "Order 46"),
        ]


async def test_only_ones_own_last_messages_can_be_changed(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        page = await open_play(stage, open_page)
        for number in range(6):
            await say(page, f"Message {number}")
            await expect(said(page)).to_have_count(number + 1)
        await playground.post_text("play:chris", TextView("Hello"), "t1")
        log = page.get_by_test_id("customer-log")
        await expect(log.locator("[data-icon=reply]")).to_have_count(7)
        await expect(log.locator("[data-icon=edit]:visible")).to_have_count(5)
        await expect(said(page).first.locator("[data-icon=edit]")).to_be_hidden()
        await say(page, "I am Ana", "review")
        await expect(said(page, "review-log").locator("[data-icon=edit]:visible")).to_have_count(1)
        await page.get_by_test_id("who").select_option("otto")
        await expect(said(page, "review-log").locator("[data-icon=edit]")).to_have_count(0)


async def test_an_edit_survives_a_server_that_was_away(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served():
        page = await open_play(stage, open_page)
        await say(page, "Order 45")
        await expect(said(page)).to_have_count(1)
        stage.intake.broken = True
        await said(page).hover()
        await said(page).get_by_role("button", name=WORDS["play-edit"]).click()
        await page.get_by_test_id("edit-input").fill("Order 46")
        await page.keyboard.press("Enter")
        await expect(said(page).locator(".unsent")).to_be_visible()
        await expect(said(page).locator(".bubble")).to_have_text("Order 46")
        await page.evaluate("sessionStorage.clear()")
        await page.reload()
        await expect(said(page).locator(".unsent")).to_be_visible()
        stage.intake.broken = False
        await expect(said(page).locator(".edited")).to_be_visible()
        assert [heard.text for heard in stage.intake.heard] == ["Order 45", "Order 46"]


async def test_a_status_message_changes_calmly_and_keeps_its_buttons(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        cancel = Button("/cancel", "Cancel")
        ref = await playground.post_text("play:chris", TextView("A reviewer was asked.", (cancel,)), "t1")
        page = await open_play(stage, open_page, reduced_motion="reduce")
        status = page.get_by_test_id("customer-log").locator("[data-kind=text]")
        button = status.get_by_role("button", name="Cancel")
        await button.click()
        await expect(said(page).locator(".bubble")).to_have_text("/cancel")
        await expect(button).to_be_visible()
        await button.focus()
        more = (Button("/status", "Where does it stand?"), cancel)
        await playground.edit_text("play:chris", ref, TextView("Seen by a reviewer.", more))
        await expect(status.locator(".bubble")).to_have_text("Seen by a reviewer.")
        await expect(status.locator(".edited")).to_be_visible()
        await expect(button).to_be_focused()
        animated = "bubble => getComputedStyle(bubble).animationName"
        assert await status.locator(".bubble").evaluate(animated) == "none"
        await page.emulate_media(reduced_motion="no-preference")
        assert await status.locator(".bubble").evaluate(animated) == "settle"
        await playground.edit_text("play:chris", ref, TextView("Done."))
        await expect(status.locator(".bubble")).to_have_text("Done.")
        await expect(button).to_have_count(0)
        await expect(page.get_by_test_id("customer-log").locator("[data-kind=text]")).to_have_count(1)


async def test_a_button_of_a_card_under_a_text_is_pressed_and_not_said(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        token = CARD.buttons[0].token
        await playground.post_text("play:review", TextView("Waiting", (Button(token, "Look"),)), "t1")
        page = await open_play(stage, open_page)
        await page.get_by_role("button", name="Look").click()
        await expect(page.get_by_test_id("toast")).to_be_visible()
        assert ([tap.token for tap in stage.desk.taps], stage.intake.heard) == ([token], [])


async def open_talk(playground: Playground) -> str:
    """A card and the room beside it."""
    card = await playground.post_card("play:review", CARD, "c1")
    return await playground.open_room("play:review", card, "Talk with Chris", "r1")


async def test_a_talk_in_a_room_until_its_end(stage: Stage, open_page: OpenPage, shoot: Shoot) -> None:
    async with stage.served() as playground:
        page = await open_play(stage, open_page)
        place = await open_talk(playground)
        room = page.get_by_test_id("room")
        await expect(room).to_have_attribute("data-state", "open")
        await expect(room).to_contain_text("Talk with Chris")
        ref = await playground.post_text(place, TextView("Chris: Are you there?"), "t1")
        await page.get_by_test_id("room-file").set_input_files([file("form.pdf", b"%PDF")])
        await room.locator("[data-kind=text]").hover()
        await room.get_by_role("button", name=WORDS["play-reply"]).click()
        await page.keyboard.type("I am")
        await page.keyboard.press("Enter")
        await expect(said(page, "room-log").locator(".file")).to_contain_text("form.pdf")
        await expect(said(page, "room-log").locator(".quote")).to_contain_text("Are you there?")
        [heard] = stage.intake.heard
        assert (heard.place, heard.user_id, heard.text, heard.reply_to) == (place, "ana", "I am", ref)
        assert [each.name for each in heard.attachments] == ["form.pdf"]
        await page.get_by_test_id("room-input").fill("half a sentence")
        await page.get_by_test_id("who").select_option("otto")
        await expect(page.get_by_test_id("room-input")).to_have_value("half a sentence")
        await page.get_by_test_id("room-send").click()
        await expect(said(page, "room-log")).to_have_count(2)
        assert stage.intake.heard[1].user_id == "otto"
        await playground.post_files(place, FilesView("Chris:", (), (Content("a.png", "image/png", png()),)), "t2")
        await expect(room.locator(".thumb img")).to_have_js_property("naturalWidth", 120)
        await shoot(page, "playground-room")

        await playground.close_room(place)
        await expect(room).to_have_attribute("data-state", "closed")
        await expect(page.get_by_test_id("room-log")).to_be_hidden()
        await room.locator("summary").click()
        await expect(page.get_by_test_id("room-log")).to_contain_text("Are you there?")
        await expect(page.get_by_test_id("room-input")).to_be_hidden()
        await expect(room.locator(".controls")).to_have_count(0)
        await page.reload()
        await expect(page.get_by_test_id("room-log").locator(".message")).to_have_count(4)
        await expect(page.get_by_test_id("room-log")).to_be_hidden()


async def test_what_was_typed_when_a_talk_ended_stays(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        place = await open_talk(playground)
        page = await open_play(stage, open_page)
        box = page.get_by_test_id("room-input")
        await box.fill("One more thing")
        await playground.close_room(place)
        await expect(page.get_by_test_id("room")).to_have_attribute("data-state", "closed")
        await expect(page.locator(".room summary")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(box).to_be_visible()
        await expect(box).to_have_value("One more thing")
        await expect(page.get_by_test_id("room-send")).to_be_hidden()
        room = await playground.open_room("play:review", MessageRef(place.rpartition("/")[2]), "Again", "r2")
        assert room == place
        await page.get_by_test_id("room-send").click()
        await expect(said(page, "room-log").locator(".bubble")).to_have_text("One more thing")


async def test_a_room_takes_in_what_came_before_it(stage: Stage, open_page: OpenPage) -> None:
    async with stage.served() as playground:
        page = await open_play(stage, open_page)
        card = await playground.post_card("play:review", CARD, "c1")
        await playground.post_text(f"play:review/{card}", TextView("Chris: early"), "t1")
        await expect(page.get_by_test_id("review-log").locator("[data-kind=text]")).to_have_count(1)
        await playground.open_room("play:review", card, "Talk with Chris", "r1")
        await expect(page.get_by_test_id("room-log")).to_contain_text("Chris: early")
        await expect(page.get_by_test_id("review-log").locator("[data-kind=text]")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_talk_can_be_read_on_every_screen(stage: Stage, open_page: OpenPage, shoot: Shoot, scheme: str) -> None:
    async with stage.served() as playground:
        await playground.post_text("play:chris", TextView("Which order, please? " + "x" * 90), "t0")
        place = await open_talk(playground)
        files = (Content("leg.png", "image/png", png()), Content("b" * 90 + ".pdf", "application/pdf", b"x"))
        for at in (place, "play:chris"):
            await playground.post_files(at, FilesView("Chris sent:", (), files, reply_to="1"), f"f{at}")
        await playground.close_room(await playground.open_room("play:review", MessageRef("77"), "y" * 90, "r2"))
        for width in WIDTHS:
            view: dict[str, Any] = {"viewport": {"width": width, "height": 860}, "color_scheme": scheme}
            page = await open_play(stage, open_page, **view, has_touch=width < 700, locale="de-DE")
            await page.get_by_test_id("customer-file").set_input_files([file("c" * 90 + ".pdf", b"x")])
            await expect(page.locator(".tray li[data-kept]")).to_have_count(1)
            for panel in ("customer", "review"):
                if width < 700:
                    await page.locator(f".tabs [data-panel={panel}]").click()
                await asyncio.sleep(0.3)
                assert await page.evaluate("document.documentElement.scrollWidth") <= width
                sideways = "logs => logs.map(log => log.scrollWidth - log.clientWidth).filter(more => more > 0)"
                assert await page.locator(".log:visible").evaluate_all(sideways) == []
                assert await page.evaluate(CONTRASTS) == []
                await shoot(page, f"playground-talk-{width}-{panel}-{scheme}")
