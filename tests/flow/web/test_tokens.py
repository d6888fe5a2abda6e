"""Keys of programs: made and ended on a page, good for what their person is at that moment, and for nothing else."""

import logging

import pytest

from bot.dashboard.sessions import OPERATOR_IDLE
from channels.web.api.api import BAD_TRIES
from tests.flow.house import House
from tests.flow.web.conftest import SignIn
from tests.flow.web.programs import TOKEN, program, token_of


async def test_a_key_is_shown_once_and_kept_as_a_digest(
    house: House, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ana = await sign_in(house, "ana")
    page = await ana.post("/account/tokens", name="my  script", scope="read", days="90")
    [token] = TOKEN.findall(page.text)
    assert page.status == 200 and "Set-Cookie" not in page.headers and page.headers["Cache-Control"] == "no-store"
    again = await ana.get("/account/tokens")
    assert not TOKEN.search(again.text) and "my script" in again.words and "in 90 days" not in page.text
    kept = "".join(map(str, house.rows("SELECT * FROM api_token") + house.rows("SELECT * FROM audit")))
    assert token not in kept + caplog.text and token.removeprefix("assent_") not in kept + caplog.text
    [(actor, detail)] = house.audit("token.made")
    assert (actor, detail["name"], detail["scopes"]) == ("web:ana", "my script", ["read"])
    async with program(house, token) as script:
        me = await script.get("/me")
    assert (me.status, me.body["person"], me.body["token"]["scopes"], me.body["teams"]) == (
        200, "ana", ["read"], ["finance"],
    )  # fmt: skip
    assert "never" not in (await ana.get("/account/tokens")).words.split("Your keys")[1], "it was used"


async def test_a_key_is_made_only_for_what_its_person_may(house: House, sign_in: SignIn) -> None:
    ana = await sign_in(house, "ana")
    for form in (
        {"name": "x", "scope": "operate", "days": "30"},
        {"name": "x", "scope": "everything", "days": "30"},
        {"name": "x", "days": "30"},
        {"name": "x", "scope": "decide", "days": "never"},
        {"name": "x", "scope": "read", "days": "31"},
        {"name": "x", "scope": "read", "days": "-1"},
        {"name": "  ", "scope": "read", "days": "30"},
    ):
        assert (await ana.post("/account/tokens", **form)).status == 422, form
    assert house.rows("SELECT COUNT(*) FROM api_token") == [(0,)]
    assert await token_of(ana, "read", days="never")
    assert "operate" not in (await ana.get("/account/tokens")).text
    assert await token_of(await sign_in(house, "olga"), "operate", days="365")


async def test_a_key_ends_by_hand_by_time_and_only_by_its_person(house: House, sign_in: SignIn) -> None:
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    async with program(house, await token_of(ana, "read")) as script:
        [form] = (await ana.get("/account/tokens")).forms("/account/tokens/end")
        assert (await ben.post("/account/tokens/end", id=form["id"])).status == 404
        assert (await script.get("/me")).status == 200
        await ana.post("/account/tokens/end", id=form["id"])
        assert (await script.get("/me")).code == "bad-token"
    assert [actor for actor, _ in house.audit("token.ended")] == ["web:ana"]
    async with program(house, await token_of(ana, "read")) as script:
        await house.advance(days=30, seconds=-60)
        assert (await script.get("/me")).status == 200
        await house.advance(seconds=61)
        assert (await script.get("/me")).code == "bad-token"


async def test_whoever_leaves_the_configuration_takes_their_keys_along(house: House, sign_in: SignIn) -> None:
    people = house.app.desk._people
    async with program(house, await token_of(await sign_in(house, "ana"), "read")) as script:
        assert (await script.get("/me")).status == 200
        known = {name: person for name, person in people._settings.people.items() if name != "ana"}
        people._settings = people.accounts._settings = people._settings.model_copy(update={"people": known})
        assert (await script.get("/me")).code == "bad-token"


async def test_an_operator_no_more_has_no_operators_key(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    people = house.app.desk._people
    async with program(house, await token_of(olga, "read", "operate")) as script:
        await house.advance(seconds=OPERATOR_IDLE.total_seconds() + 1)
        assert (await script.get("/audit")).status == 200, "a key does not end with a session"
        olgas = people._settings.people["olga"].model_copy(update={"admin": False})
        finance = people._settings.teams["finance"].model_copy(update={"members": ("olga",)})
        settings = people._settings.model_copy(
            update={
                "people": {**people._settings.people, "olga": olgas},
                "teams": {**people._settings.teams, "finance": finance},
            }
        )
        people._settings = people.authority._settings = people.accounts._settings = settings
        assert (await script.get("/audit")).code == "scope-missing"
        assert (await script.get("/me")).body["token"]["scopes"] == ["read"]


async def test_no_cookie_opens_the_api(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    token = await token_of(olga, "read")
    for path in ("/me", "/handoffs", "/audit", "/nothing"):
        page = await olga.get(f"/api/v1{path}")
        assert (page.status, page.headers["Content-Type"]) == (401, "application/problem+json; charset=utf-8"), path
        assert page.headers["WWW-Authenticate"].startswith("Bearer")
    async with program(house) as script:
        for given in (
            f"Basic {token}",
            f"Bearer {token}x",
            "Bearer",
            "Bearer x y",
            f"Bearer {token[:-1]}",
            "Bearer \t",
        ):
            answer = await script.get("/me", Authorization=given)
            assert answer.status == 401 and answer.headers["WWW-Authenticate"].startswith("Bearer"), given
        assert (await script.get(f"/me?access_token={token}")).code == "no-token"
        answer = await script.get("/me", Authorization=f"bearer {token}", Origin="https://evil.example")
        assert answer.status == 200 and not [name for name in answer.headers if name.startswith("Access-Control")]
        assert answer.headers["Cache-Control"] == "no-store"


async def test_whoever_guesses_hears_so_and_locks_nobody_out(house: House, sign_in: SignIn) -> None:
    token = await token_of(await sign_in(house, "ana"), "read")
    async with program(house) as script:
        bad = [await script.get("/me", Authorization=f"Bearer assent_{'x' * 43}") for _ in range(BAD_TRIES + 1)]
        assert [answer.status for answer in bad] == [401] * BAD_TRIES + [429]
        assert int(bad[-1].headers["Retry-After"]) > 0
        assert (await script.get("/me", Authorization=f"Bearer {token}")).status == 200


async def test_a_program_that_asks_too_often_is_told_to_wait(
    house: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("channels.web.dashboard.signing_in.Tries.too_many", lambda self, who: self._most == 600)
    async with program(house, await token_of(await sign_in(house, "ana"), "read")) as script:
        answer = await script.get("/me")
    assert (answer.status, answer.code, answer.headers["Retry-After"]) == (429, "too-many", "60")
