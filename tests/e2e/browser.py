"""Where the browser is, how it is started, and where its pictures go."""

import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Page, expect

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

CONTRASTS = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (part) => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = parse(getComputedStyle(node).backgroundColor);
      if ((colour[3] ?? 1) === 1) return colour;
    }
    return [255, 255, 255];
  };
  const name = (node) => `${node.tagName}.${node.className}: ${node.textContent.slice(0, 40)}`;
  const written = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  return [...document.body.querySelectorAll("*")].filter((node) => written(node) && node.checkVisibility())
    .map((node) => {
      const pair = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
      return [(pair[0] + 0.05) / (pair[1] + 0.05), name(node)];
    }).filter(([ratio]) => ratio < 4.5);
}"""
"""What is written on a page with too little contrast to its ground, as `[ratio, what]`."""

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


async def open_play(stage: Stage, open_page: OpenPage, **context: object) -> Page:
    """The page, following the board."""
    page = await open_page(stage.address + "/play", **context)
    await expect(page.locator("#link")).to_have_attribute("data-state", "connected")
    return page
