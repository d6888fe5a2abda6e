"""People of a house on its dashboard, in a real browser."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page

from tests.e2e.axe import violations
from tests.e2e.browser import OpenPage, Shoot
from tests.flow.house import House
from tests.flow.web_house import link_for

WIDTHS = {390: 844, 820: 1180, 1440: 900}
"""A phone, a tablet, a desk: width and height."""
EnterAs = Callable[..., Awaitable[Page]]


async def entered(house: House, open_page: OpenPage, who: str = "ana", path: str = "/", **context: object) -> Page:
    """Sign in by clicking, and go to a page."""
    page = await open_page(await link_for(house, who), **context)
    await page.get_by_role("button", name="Sign in").click()
    await page.goto(f"{house.app.server.address}{path}")  # type: ignore[union-attr]
    return page


async def looked_at(page: Page, shoot: Shoot, name: str) -> None:
    """Have a page's picture taken at each width, in light and dark, and look for what is in people's way.

    Raises AssertionError for a violation, and for a page that is wider than its window.
    """
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width, height in WIDTHS.items():
            await page.set_viewport_size({"width": width, "height": height})
            if scheme == "light" or width == 1440:
                await shoot(page, f"dashboard-{name}-{width}-{scheme}")
            wide = await page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} at {width}: {wide} wide"
        found = await violations(page)
        assert not found, f"{name}, {scheme}: {found}"
