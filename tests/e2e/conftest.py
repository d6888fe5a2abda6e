"""A real browser for the pages: Debian's Chromium, or the one that Playwright brings."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from tests.e2e.browser import FLAGS, HOW_TO_INSTALL, OpenPage, Shoot, artifacts, chromium
from tests.fakes.stage import Stage


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser; where there is none the test is skipped, or fails with `CI=true`."""
    async with async_playwright() as playwright:
        program = chromium(playwright.chromium.executable_path)
        if program is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(HOW_TO_INSTALL)
        launched = await playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield launched
        await launched.close()


@pytest.fixture
async def open_page(browser: Browser) -> AsyncIterator[OpenPage]:
    """Opens an address in a context of its own; no page may throw, run a dialog or offend its own security policy."""
    problems: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Security Policy" in message.text:
            problems.append(message.text)

    async def open(address: str, **context: object) -> Page:
        options = {"viewport": {"width": 1280, "height": 860}, "locale": "en-GB"} | context
        page = await (await browser.new_context(**options)).new_page()  # type: ignore[arg-type]
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: problems.append(f"a dialog: {dialog.message}"))
        page.on("console", listen)
        await page.goto(address)
        return page

    yield open
    assert problems == []


@pytest.fixture
def shoot() -> Shoot:
    """Keeps a screenshot among the artifacts."""

    async def take(page: Page, name: str) -> Path:
        path = artifacts() / f"{name}.png"
        await page.screenshot(path=path)
        return path

    return take


@pytest.fixture
def stage() -> Stage:
    """A playground over memory, not served yet."""
    return Stage()
