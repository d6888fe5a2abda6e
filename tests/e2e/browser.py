"""Where the browser is, how it is started, and where its pictures go."""

import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Page

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

OpenPage = Callable[..., Awaitable[Page]]
Shoot = Callable[[Page, str], Awaitable[Path]]


def chromium(own: str) -> str | None:
    """The system's browser, else Playwright's own if it was installed."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    return own if Path(own).exists() else None


def artifacts() -> Path:
    """The folder for screenshots, made if it is not there."""
    folder = Path(os.environ.get("ASSENT_ARTIFACTS", Path(__file__).parents[2] / ".artifacts"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
