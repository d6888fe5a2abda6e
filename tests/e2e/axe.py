"""axe-core over a page: what it finds to be in the way of people, by the rules of WCAG 2.2 AA."""

from pathlib import Path

import axe_playwright_python
from playwright.async_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


async def violations(page: Page) -> list[str]:
    """A line per rule that a page breaks, with the first elements that do."""
    # The page's own policy lets no script in: the browser's debugger puts this one there.
    await page.evaluate(SCRIPT)
    found = await page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(result => result.violations)", TAGS
    )
    return [f"{each['id']}: {each['help']} {[node['target'] for node in each['nodes'][:3]]}" for each in found]
