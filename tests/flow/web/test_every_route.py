"""What holds of every route of the dashboard, by the list that the server itself has."""

import re
from collections.abc import Iterator

from tests.flow.house import House
from tests.flow.web.conftest import SignIn

OPEN = {"/sign-in", "/sign-in/{token}", "/healthz", "/readyz", "/metrics"}
"""Pages before the door."""
NOT_OURS = ("/play", "/static", "/a/", "/telegram", "/webhooks", "/api")
"""Other doors, each with tests of its own."""
CHANGES_NOTHING = "audit WHERE event <> 'command.refused'"


def routes(house: House) -> Iterator[tuple[str, str]]:
    """Method and address of every route behind the door, with something in the place of each name."""
    assert house.app.server
    for route in house.app.server._app.router.routes():
        path = route.resource.canonical if route.resource else ""
        if route.method in ("GET", "POST") and path not in OPEN and not path.startswith(NOT_OURS):
            yield route.method, re.sub(r"\{[^}]*\}", "x1", path)


async def test_nothing_is_shown_or_done_without_a_session(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    found = list(routes(house))
    assert len(found) >= 4
    for method, path in found:
        answer = await (guest.get(path, False) if method == "GET" else guest.post(path, follow=False))
        assert (answer.status, answer.headers.get("Location", "").startswith("/sign-in")) == (303, True), (method, path)


async def test_every_form_must_come_from_a_page_of_the_same_session(house: House, sign_in: SignIn) -> None:
    olga, ana = await sign_in(house, "olga"), await sign_in(house, "ana")
    await house.quiet()
    before = house.rows(f"SELECT COUNT(*) FROM {CHANGES_NOTHING}")
    for method, path in routes(house):
        if method == "POST":
            for csrf in ("", "0" * 64, ana.csrf, None):
                answer = await olga.post(path, csrf=csrf)
                assert answer.status == 403, (path, csrf)
            for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
                assert (await olga.post(path, headers=headers)).status == 403, (path, headers)
    assert house.rows(f"SELECT COUNT(*) FROM {CHANGES_NOTHING}") == before


async def test_every_page_wears_its_headers(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    for path in [path for method, path in routes(house) if method == "GET" and path != "/live"] + ["/sign-in"]:
        answer = await olga.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, path
        assert "unsafe" not in policy and answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers["Cache-Control"] == "no-store", path
        assert not re.search(r"<script(?![^>]*src=)|\son\w+=|style=\"|javascript:", answer.text), path


async def test_no_other_name_of_this_server_is_believed(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    for _, path in routes(house):
        assert (await olga.get(path, Host="evil.example")).status == 403, path


async def test_nothing_of_another_team_is_shown_or_done_by_whatever_address(house: House, sign_in: SignIn) -> None:
    """Lea decides about law. With the real ids of a request about money, every route is to her as if it was not."""
    await house.say("canary zebra for order 45678")
    await house.verify("canary-person@example.com")
    await house.quiet()
    [(handoff, run, node)] = house.rows("SELECT id, run_id, node FROM handoff")
    lea = await sign_in(house, "lea")
    tokens = [button["token"] for button in (await house.cards())[-1]["body"]["buttons"]]
    before = kept(house)
    for method, path in routes(house):
        path = path.replace("x1", run if path.startswith("/runs") else handoff, 1).replace("x1", "1")
        if method == "GET" and path != "/live":
            for where in (path, f"{path}?state=all&q=zebra&id={handoff}&subject={handoff}&team=finance&node={node}"):
                page = await lea.get(where)
                assert page.status < 500 and "45678" not in page.text and "canary" not in page.text, where
        for token in tokens if method == "POST" else ():
            given = {"id": handoff, "handoff": handoff, "ids": handoff, "token": token, "words": "x", "person": "lea"}
            answer = await lea.post(path, follow=False, decision="approve", action="approve", sure="yes", **given)
            assert answer.status < 500, path
            if path == "/sign-out":
                lea = await sign_in(house, "lea")
    await house.quiet()
    assert kept(house) == before


def kept(house: House) -> object:
    """What of the request must stay as it is."""
    asked = house.rows("SELECT state, asked_by, progress, places FROM handoff")
    return asked, [house.rows(f"SELECT COUNT(*) FROM {table}") for table in ("decision", "comment", "tool_intent")]
