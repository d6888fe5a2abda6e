"""Requests of a house, and its list of them on the dashboard as tests read it."""

import re
from collections.abc import Sequence

from tests.flow.house import House
from tests.flow.web_house import Page
from tests.unit.workflows import file, handoff, message, node, tool, trigger

LOW = {"bulk": True}


def three_ways() -> str:
    """What begins with "law" is asked of Legal, with "fail" of the operators, all else of Finance."""
    checks = [
        node(word, "logic", logicType="if_else", condition=f"{{{{message}}}} contains {word}")
        for word in ("law", "fail")
    ]
    asks = [
        handoff("ask", "Money: {{message}}", bulk=True, timeout="2h"),
        handoff("counsel", "Law: {{message}}", team="legal", chain=[{"of": {"legal": 1}}, {"of": {"finance": 1}}]),
    ]
    ways = ("start > law", "law.true > counsel", "law.false > fail", "fail.true > pay", "fail.false > ask")
    decided = (f"{name}.{way}" for name in ("ask", "counsel") for way in ("approved > yes", "rejected > no"))
    ends = [message("yes", "Yes."), message("no", "No.")]
    return file([trigger(), *checks, *asks, tool("pay", "stripe__create_refund"), *ends], *ways, *decided, "pay > yes")


async def hear(house: House, *texts: str, first: int = 0) -> list[str]:
    """Have a customer each say this, one after the other; answers the ids of the new handoffs, oldest first."""
    before = {number for (number,) in house.rows("SELECT id FROM handoff")}
    for number, text in enumerate(texts, first):
        await house.hear(text, f"user{number:03}")
        await house.quiet()
    rows = house.rows("SELECT id FROM handoff ORDER BY opened_at, id")
    return [number for (number,) in rows if number not in before]


def listed(page: Page) -> list[str]:
    """The ids of the requests on a page, in their order."""
    assert page.status == 200, page.text
    return re.findall(r'<li class="request" id="r-(\w+)"', page.text)


def row(page: Page, handoff: str) -> str:
    """The part of a page that is about a request."""
    return page.text.partition(f'id="r-{handoff}"')[2].partition("</li>")[0]


def link(page: Page, rel: str) -> str:
    """The address of the next page, or the one before."""
    found = re.search(rf'<a rel="{rel}" href="([^"]*)"', page.text)
    return found[1].replace("&amp;", "&") if found else ""


def picked(page: Page) -> Sequence[str]:
    """What the boxes stand for by which requests are chosen."""
    return re.findall(r'type="checkbox" form="together" name="id" value="([^"]*)"', page.text)
