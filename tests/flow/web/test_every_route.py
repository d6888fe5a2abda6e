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
