"""A real browser for the pages: Debian's Chromium, or the one that Playwright brings."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from tests.fakes.stage import Stage

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW_TO_INSTALL = "no Chromium here: apt-get install chromium, or python -m playwright install chromium"
ARTIFACTS = Path(os.environ.get("ASSENT_ARTIFACTS", Path(__file__).parents[2] / ".artifacts"))

OpenPage = Callable[..., Awaitable[Page]]
Shoot = Callable[[Page, str], Awaitable[Path]]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser; where there is none the test is skipped, or fails with `CI=true`."""
    async with async_playwright() as playwright:
        own = playwright.chromium.executable_path
        found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        program = found or (own if Path(own).exists() else None)
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
        page.set_default_timeout(10_000)
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
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        path = ARTIFACTS / f"{name}.png"
        await page.screenshot(path=path)
        return path

    return take


@pytest.fixture
def stage() -> Stage:
    """A playground over memory, not served yet."""
    return Stage()
