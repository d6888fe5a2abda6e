"""Who comes in to the dashboard, for how long, and by what."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.dashboard.sessions import IDLE, LINK_LIVES, OPERATOR_IDLE, OPERATOR_LASTS
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import link_for


async def test_a_link_is_shown_first_and_used_by_the_button_once(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    for _ in range(20):  # whatever follows links, they stay good
        page = await guest.get(path)
        assert (page.status, "Sign in as Ana" in page.words) == (200, True)
    assert house.rows("SELECT COUNT(*) FROM web_session") == [(0,)]
    answers = await asyncio.gather(*(guest.post(path, follow=False) for _ in range(4)))
    assert sorted(answer.status for answer in answers) == [303, 410, 410, 410]
    assert "Ana" in (await guest.get("/account")).words
    assert (await guest.get(path)).status == 410


async def test_a_link_ends_by_itself(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    await house.advance(seconds=LINK_LIVES.total_seconds() + 1)
    assert (await guest.get(path)).status == 410
    assert (await guest.post(path)).status == 410


async def test_whoever_is_not_signed_in_is_led_to_where_one_does_and_back(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    page = await guest.get("/account?x=1")
    assert (page.status, page.address) == (200, "/sign-in?next=/account?x%3D1")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    form = re.search(r'name="next" value="([^"]*)"', (await guest.get(path)).text)
    assert form and form[1] == "/account?x=1"
    assert (await guest.post(path, next=form[1])).address == "/account?x=1"


@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example/", "/\\evil.example", "/a//b", "javascript:1"]
)
async def test_nobody_is_led_away(house: House, sign_in: SignIn, where: str) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    answer = await guest.post(path, follow=False, next=where)
    assert (answer.status, answer.headers["Location"]) == (303, "/")


async def test_only_reviewers_get_a_link(house: House) -> None:
    await house.say("/dashboard", "otto")
    assert "sign-in" not in " ".join(await house.texts_at("play:review"))
    assert house.rows("SELECT COUNT(*) FROM sign_in") == [(0,)]


async def test_a_session_can_be_ended_and_is_listed(house: House, sign_in: SignIn) -> None:
    first, second = await sign_in(house, "ana"), await sign_in(house, "ana")
    page = await first.get("/account")
    forms = page.forms("/account/end")
    assert len(forms) == 2
    await first.post("/account/end", id=forms[0]["id"])
    assert (await second.get("/account")).address.startswith("/sign-in")
    await first.post("/sign-out")
    assert (await first.get("/account")).address.startswith("/sign-in")
    assert [detail["agent"] != "" for _, detail in house.audit("dashboard.signed_out")] == [True, True]


async def test_nobody_ends_the_session_of_another(house: House, sign_in: SignIn) -> None:
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    [(digest,)] = house.rows("SELECT digest FROM web_session WHERE person = 'ana'")
    await ben.post("/account/end", id=digest[:16])
    assert (await ana.get("/account")).address == "/account"


async def test_sessions_end_by_silence_and_in_the_end(house: House, sign_in: SignIn) -> None:
    for who, idle in (("olga", OPERATOR_IDLE), ("ana", IDLE)):
        visitor = await sign_in(house, who)
        await house.advance(seconds=idle.total_seconds() - 60)
        assert (await visitor.get("/account")).address == "/account"
        await house.advance(seconds=idle.total_seconds() + 1)
        assert (await visitor.get("/account")).address.startswith("/sign-in")
    again = await sign_in(house, "olga")
    for _ in range(int(OPERATOR_LASTS / timedelta(minutes=50)) + 1):
        await house.advance(minutes=50)
        await again.get("/account")
    assert (await again.get("/account")).address.startswith("/sign-in")


async def test_whoever_leaves_the_configuration_is_out_at_once(house: House, sign_in: SignIn) -> None:
    ana = await sign_in(house, "ana")
    people = house.app.desk._people
    known = {name: person for name, person in people._settings.people.items() if name != "ana"}
    people._settings = people.accounts._settings = people._settings.model_copy(update={"people": known})
    assert (await ana.get("/account")).address.startswith("/sign-in")


async def test_another_role_is_another_session(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    people = house.app.desk._people
    olgas = people._settings.people["olga"].model_copy(update={"admin": False})
    settings = people._settings.model_copy(
        update={
            "people": {**people._settings.people, "olga": olgas},
            "teams": {
                **people._settings.teams,
                "finance": people._settings.teams["finance"].model_copy(update={"members": ("olga",)}),
            },
        }
    )
    people._settings = people.authority._settings = people.accounts._settings = settings
    assert (await olga.get("/account")).address.startswith("/sign-in")


async def test_a_cookie_is_for_this_host_and_no_script(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    answer = await guest.post(path, follow=False)
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie and "domain" not in cookie
    [(digest,)] = house.rows("SELECT digest FROM web_session")
    assert digest not in cookie, "what the database holds lets nobody in"


async def test_too_many_tries_are_refused(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)
    answers = [(await guest.post(f"/sign-in/{'x' * 43}")).status for _ in range(31)]
    assert (answers[:30], answers[30]) == ([410] * 30, 429)
    assert (await guest.post(path, next="/account")).address == "/account", "whoever has a link comes in"


async def test_a_link_by_mail_goes_to_reviewers_only_and_the_answer_is_the_same(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await open_house(config=CONFIG.replace('name = "Ana", ', 'name = "Ana", email = "Ana@example.com", '))
    guest = await sign_in(house, "")
    told = []
    for address in ("ana@EXAMPLE.com", "nobody@example.com"):
        told.append((await guest.post("/sign-in", address=address)).words.replace(address, "X"))
    assert told[0] == told[1]
    [mail] = await house.until(lambda: house.items("mail"), house.state, "a mail")
    assert mail["body"]["address"] == "ana@EXAMPLE.com"
    link = next(word for word in mail["body"]["text"].split() if "/sign-in/" in word)
    assert "Sign in as Ana" in (await guest.get(link.removeprefix(guest.address))).words
    [(kept,)] = house.rows("SELECT payload || COALESCE(rendered, '') FROM effect WHERE kind = 'mail'")
    assert "sign-in" not in kept
