"""Operators at work in a real browser: runs, a call in doubt, what was not delivered, workflows, a file, a story."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from channels.base import Gone
from engine.errors import ErrorCode
from engine.tools import Refused
from tests.e2e.browser import OpenPage, Shoot
from tests.e2e.dashboard import entered, looked_at
from tests.flow.conftest import OpenHouse, open_house
from tests.flow.house import CONFIG
from tests.flow.test_in_doubt import WIRE, in_doubt
from tests.flow.test_trouble import refuse
from tests.unit.workflows import SEED

__all__ = ("open_house",)  # a fixture that this module's tests ask for

EXAMPLE = Path(__file__).parents[2] / "examples" / "refund"
PLAYED = CONFIG.replace('["python", "-c", ""]', '["python", "-m", "examples.refund.orders"]', 1).replace(
    '["python", "-c", ""]', '["python", "-m", "examples.refund.payments"]\nrehearse = true', 1
)


@pytest.mark.errors("is given up")
async def test_runs_doubts_and_letters(open_house: OpenHouse, open_page: OpenPage, shoot: Shoot) -> None:
    house = await in_doubt(open_house)
    refuse(house, "post_card", "play:review", Gone("the bot was put out of the chat"))
    house.tools.answers["bank__wire"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "no such account")
    await house.say("account 8 <img src=x onerror=alert(1)>", "dana")
    await house.quiet()
    page = await entered(house, open_page, "olga", "/runs")
    await expect(page.locator("tr[data-item]")).to_have_count(2)
    await looked_at(page, shoot, "runs")
    await page.get_by_label("Customer").fill("play:chris")
    await page.get_by_role("button", name="Filter").click()
    await expect(page.locator("tr[data-item]")).to_have_count(1)
    await page.locator("tr[data-item] a").click()
    await expect(page.get_by_role("heading", name="Tool calls")).to_be_visible()
    await looked_at(page, shoot, "run")
    await page.get_by_role("link", name="Waiting for an operator").click()
    await expect(page.locator("article")).to_have_count(2)
    await looked_at(page, shoot, "doubts")
    assert await page.locator("article a").first.get_attribute("href") == f"/handoffs/{_handoff(house)}"
    await page.get_by_role("link", name="Undelivered").click()
    await expect(page.get_by_role("link", name="Try again")).to_have_count(1)
    await looked_at(page, shoot, "letters")
    await page.get_by_role("link", name="Try again").click()
    await looked_at(page, shoot, "letter-retry")
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".told")).to_have_text("It is being delivered again.")


def _handoff(house) -> str:  # type: ignore[no-untyped-def]
    return str(house.rows("SELECT id FROM handoff ORDER BY opened_at")[0][0])


async def test_a_workflow_a_dropped_file_and_a_story(
    open_house: OpenHouse, open_page: OpenPage, shoot: Shoot, tmp_path: Path
) -> None:
    house = await open_house(SEED, PLAYED)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "approve.txt").write_text((EXAMPLE / "stories" / "approve.txt").read_text())
    page = await entered(house, open_page, "olga", "/workflows")
    await looked_at(page, shoot, "workflows")
    await page.get_by_role("link", name="Acme Refunds").click()
    assert await page.locator(".picture img").evaluate("each => each.complete && each.naturalWidth > 100")
    await looked_at(page, shoot, "workflow")
    await page.goto(f"{page.url}/picture.svg")
    fill = await page.locator("rect.human_handoff").first.evaluate("each => getComputedStyle(each).fill")
    assert fill not in ("rgb(0, 0, 0)", ""), "the picture's own policy lets its style in"

    await page.goto(f"{house.app.server.address}/workflows/check")  # type: ignore[union-attr]
    await page.evaluate(_DROP, [WIRE.replace('"bank__wire"', '"far__wire"'), "dropped.json"])
    await page.get_by_role("button", name="Check it").click()
    await expect(page.get_by_role("heading", name="What was found in dropped.json")).to_be_visible()
    await expect(page.locator(".findings .bad").first).to_be_visible()
    await page.get_by_label("Workflow file").set_input_files(EXAMPLE / "workflow.json")
    await page.get_by_role("button", name="Check it").click()
    await expect(page.locator(".picture img")).to_be_visible()
    await looked_at(page, shoot, "workflow-check")

    await page.goto(f"{house.app.server.address}/workflows/refunds/simulate")  # type: ignore[union-attr]
    await page.get_by_role("button", name="Take it").click()
    await expect(page.get_by_label("Story", exact=True)).to_contain_text("ana taps: Approve")
    await page.get_by_role("button", name="Play it").click(timeout=70_000, no_wait_after=True)
    await expect(page.locator(".told")).to_have_text("Every line came true.", timeout=70_000)
    assert await page.locator(".played .good").count() == await page.locator(".played li").count() == 15
    await looked_at(page, shoot, "simulate")


_DROP = """([text, name]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "application/json"}));
  const form = document.querySelector("form[data-drop]");
  const event = (kind) => new DragEvent(kind, {dataTransfer: data, cancelable: true});
  for (const kind of ["dragover", "drop"]) form.dispatchEvent(event(kind));
}"""
