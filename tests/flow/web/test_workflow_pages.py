"""What operators see of workflows: what runs, what the file says, its picture, a reload, and a file to be checked."""

import base64
import hashlib
import json
import re

import aiohttp
import pytest

from channels.web.dashboard.workflows import MOST_BYTES
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page, Visitor, words_of
from tests.unit.workflows import SEED, file, handoff, message, trigger

ASK = file([trigger(), handoff("ask", "Pay?"), message("yes", "Yes."), message("no", "No.")],
           "start > ask", "ask.approved > yes", "ask.rejected > no", name="Payments")  # fmt: skip
NEW = ASK.replace('"Yes."', '"Yes, indeed."')
BROKEN = ASK.replace('"ask.approved"', '"ask.nowhere"').replace('"message": "No."', '"massage": "No."')
HOSTILE = "<script>alert(1)</script>"


async def checked(visitor: Visitor, data: bytes, name: str = "flow.json") -> Page:
    """Send a file as the form does."""
    form = aiohttp.FormData({"csrf": visitor.csrf}, quote_fields=False)
    form.add_field("file", data, filename=name, content_type="application/json")
    headers = {"Origin": visitor.address}
    async with visitor.http.post(f"{visitor.address}/workflows/check", data=form, headers=headers) as response:
        page = Page(response.status, response.headers, await response.text(), str(response.url.relative()))
    visitor.csrf = page.csrf or visitor.csrf
    return page


def write(house: House, text: str) -> None:
    (house.folder / "workflow.json").write_text(text, encoding="utf-8")


async def test_what_runs_and_what_the_file_says_is_listed(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    await house.say("100")
    await house.sees("I have escalated*")
    olga = await sign_in(house, "olga")
    [(version,)] = house.rows("SELECT workflow_id FROM run")
    page = await olga.get("/workflows")
    for word in ("Acme Refunds", "Payments", version[:12], f"1 × {version[:12]}"):
        assert word in page.words, word
    assert "load it again" not in page.words
    write(house, NEW)
    assert "load it again" in (await olga.get("/workflows")).words
    write(house, BROKEN)
    assert re.search(r"\d errors?", (await olga.get("/workflows")).words)


async def test_a_page_tells_nodes_ways_findings_text_and_versions(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    await house.say("100")
    await house.sees("I have escalated*")
    olga = await sign_in(house, "olga")
    page = await olga.get("/workflows/refunds")
    for word in ("4 nodes, as a list", "approved → yes", "human_handoff", '"Pay?"', "1 open run", "(current)"):
        assert word in page.words, word
    [(version,)] = house.rows("SELECT workflow_id FROM run")
    write(house, NEW)
    await olga.post("/workflows/refunds/reload")
    assert "not what new runs begin with" in (await olga.get(f"/workflows/refunds?version={version}")).words
    assert "Yes, indeed." in (await olga.get("/workflows/refunds")).words
    assert "Yes, indeed." not in (await olga.get(f"/workflows/refunds?version={version}")).words
    assert (await olga.get(f"/workflows/refunds/picture.svg?version={version}")).status == 200


@pytest.mark.parametrize("version", ["a" * 64, "x", "%00", "../../etc/passwd", "f" * 300])
async def test_a_version_or_a_bot_that_is_not_there_is_missing(
    open_house: OpenHouse, sign_in: SignIn, version: str
) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    for path in ("/workflows/refunds", "/workflows/refunds/picture.svg"):
        assert (await olga.get(f"{path}?version={version}")).status == 404
    for path in ("", "/picture.svg", "/reload", "/simulate"):
        assert (await olga.get(f"/workflows/nobody{path}")).status == 404
    assert (await olga.post("/workflows/nobody/reload")).status == 404
    assert (await olga.post("/workflows/nobody/simulate", story="x: y")).status == 404


async def test_a_picture_is_a_document_whose_policy_knows_its_style(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    page = await olga.get("/workflows/refunds/picture.svg")
    assert page.headers["Content-Type"].startswith("image/svg+xml")
    [style] = re.findall(r"<style>(.*?)</style>", page.text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page.headers["Content-Security-Policy"]
    assert 'src="/workflows/refunds/picture.svg"' in (await olga.get("/workflows/refunds")).text


async def test_a_reload_is_confirmed_and_on_record_as_the_command_is(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    before = house.app._ground.workflows.current["refunds"].hash  # type: ignore[index]
    assert "begin with this file" not in (await olga.get("/workflows/refunds/reload")).words
    await olga.post("/workflows/refunds/reload")
    assert house.audit("workflow.reloaded") == []
    write(house, NEW)
    page = await olga.get("/workflows/refunds/reload")
    assert "New runs begin with the file as it is now" in page.words
    assert house.app._ground.workflows.current["refunds"].hash == before, "a look loads nothing"  # type: ignore[index]
    await olga.post("/workflows/refunds/reload")
    after = house.app._ground.workflows.current["refunds"].hash  # type: ignore[index]
    assert after != before
    assert house.audit("workflow.reloaded") == [("web:olga", {"from": before, "to": after})]
    await house.say("/reload", "olga")
    await house.sees("*already*", "olga")
    write(house, BROKEN)
    page = await olga.get("/workflows/refunds/reload")
    assert "has errors" in page.words and '<form method="post" action="/workflows' not in page.text
    await olga.post("/workflows/refunds/reload")
    assert house.app._ground.workflows.current["refunds"].hash == after  # type: ignore[index]


# --- a file to be checked ---------------------------------------------------------------------------------------------


async def test_a_file_is_checked_drawn_for_a_while_and_not_kept(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    olga, lines = await sign_in(house, "olga"), house.rows("SELECT COUNT(*) FROM workflow")
    assert (await olga.get("/workflows/check")).status == 200
    page = await checked(olga, SEED.encode(), "<i>x<b>.json")
    assert page.status == 200 and "<i>x" not in page.text and "What was found in <i>x<b>.json" in page.words
    assert "as a list" in page.words and 'src="/workflows/check/picture.svg"' in page.text
    assert (await olga.get("/workflows/check/picture.svg")).status == 200
    other = await sign_in(house, "olga")
    assert (await other.get("/workflows/check/picture.svg")).status == 404, "another session's is not shown"
    await house.advance(minutes=11)
    assert (await olga.get("/workflows/check/picture.svg")).status == 404
    assert house.rows("SELECT COUNT(*) FROM workflow") == lines
    assert sorted(path.name for path in house.folder.glob("*.json")) == ["workflow.json"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "line 1, column"),
        (b'{"nodes": [],\n "edges": [}', "line 2, column"),
        (b"\xff\xfe\x00", "not written in UTF-8"),
        (b"[" * 200_000, "no valid JSON"),
        (b'{"a":' * 50_000, "no valid JSON"),
        (b"[1e999999999999999999999]", "too many digits"),
        (b"null", "holds no object"),
        (b'{"nodes": [], "edges": []}', "trigger"),
        (BROKEN.encode(), "no.message: message is missing"),
        (file([trigger(), message("m", HOSTILE), {"id": HOSTILE, "type": HOSTILE}], "start > m").encode(), HOSTILE),
    ],
)
async def test_what_is_wrong_with_a_file_is_told_in_words(
    open_house: OpenHouse, sign_in: SignIn, data: bytes, told: str
) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    page = await checked(olga, data)
    assert page.status == 200 and told in words_of(page.text) and HOSTILE not in page.text
    assert "error" in page.words


async def test_a_file_that_is_too_large_empty_or_none_is_refused(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    assert "larger than 1 MB" in (await checked(olga, b" " * (MOST_BYTES + 1))).words
    assert "not empty" in (await checked(olga, b"")).words
    page = await olga.post("/workflows/check", file="text")
    assert (page.status, "not empty" in page.words) == (400, True)


async def test_a_large_file_is_checked_while_others_are_answered(open_house: OpenHouse, sign_in: SignIn) -> None:
    nodes = [trigger(), *(message(f"m{number}", "x") for number in range(4000))]
    ways = ["start > m0", *(f"m{number} > m{number + 1}" for number in range(3999))]
    data = json.dumps(json.loads(file(nodes, *ways))).encode()
    house = await open_house(ASK)
    olga = await sign_in(house, "olga")
    page = await checked(olga, data)
    assert page.status == 200 and "too large for a picture" in page.words
