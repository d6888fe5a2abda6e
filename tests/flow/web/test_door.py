"""Who comes in to the dashboard, for how long, and by what."""

import asyncio
import base64
import re
import time
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from bot.dashboard.sessions import IDLE, LINK_LIVES, OPERATOR_IDLE, OPERATOR_LASTS
from channels.web.dashboard.door import local
from channels.web.dashboard.signing_in import MOST_BYTES
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


async def test_no_address_keeps_the_server_busy(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    began = time.monotonic()
    for where in (f"/{'a' * 2000}!", f"/{'a/' * 2000}!", f"/a?{'%' * 2000}!\\"):
        page = await guest.get("/sign-in?" + urlencode({"next": where}))
        assert page.status == 200 and "assent-next" not in page.headers.get("Set-Cookie", "")
    assert time.monotonic() - began < 2
    assert local("/handoffs/a?x=1&y=/b") == "/handoffs/a?x=1&y=/b" and local("/a/b/") == "/a/b/"


UNREADABLE = {
    "application/x-www-form-urlencoded; charset=nothing": b"a=b",
    "application/x-www-form-urlencoded; charset=rot13": b"a=b",
    "application/x-www-form-urlencoded; charset=utf-16": b"a",
    "application/x-www-form-urlencoded": b"\xff=1",
    "multipart/form-data": b"x",
    "multipart/form-data; boundary=x": b"--x\r\n\r\nwithout a name\r\n--x--\r\n",
}


async def test_a_form_that_is_none_is_refused_and_uses_no_link_up(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    path = (await link_for(house, "ana")).removeprefix(guest.address)

    async def status(where: str, body: bytes, **headers: str) -> int:
        sent = {"Origin": guest.address, **headers}
        async with guest.http.post(guest.address + where, data=body, headers=sent, allow_redirects=False) as answer:
            return answer.status

    for kind, body in UNREADABLE.items():
        for where in ("/sign-in", path):
            assert await status(where, body, **{"Content-Type": kind}) == 400, (kind, where)
    for where in ("/sign-in", path):  # nobody has come in yet: what they send is short
        long = b"address=" + b"x" * MOST_BYTES
        assert await status(where, long, **{"Content-Type": "application/x-www-form-urlencoded"}) == 413
    assert (await guest.post(path, headers={"User-Agent": "\x80\udcff"}, next="/account")).address == "/account"
    for kind, body in UNREADABLE.items():
        assert await status("/bulk", body, **{"Content-Type": kind}) == 400, kind
    half = b"csrf=\\ud800"  # an encoding by which half a pair is spelled
    kind = "application/x-www-form-urlencoded; charset=raw_unicode_escape"
    assert await status("/bulk", half, **{"Content-Type": kind}) == 403


@pytest.mark.parametrize("told", ["[" * 5000, '{"text": "\\ud800", "alert": 1}', "{}", "[]"])
async def test_whatever_stands_in_a_cookie_there_is_a_page(house: House, sign_in: SignIn, told: str) -> None:
    guest = await sign_in(house, "")
    cookie = base64.urlsafe_b64encode(told.encode()).decode()
    assert (await guest.get("/sign-in", Cookie=f"assent-told={cookie}")).status == 200


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


async def test_over_tls_every_cookie_goes_no_other_way(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(config='public_url = "https://assent.example.com"\n' + CONFIG)
    guest = await sign_in(house, "")
    here = {"Host": "assent.example.com", "Origin": "https://assent.example.com"}
    await house.say("/dashboard", "ana")
    [text] = await house.until(lambda: house.texts_at("play:review"), house.state, "a link")
    path = "/" + text.partition("https://assent.example.com/")[2].strip()
    cookies = [
        (await guest.get("/sign-in?next=/account", False, **here)).headers["Set-Cookie"],
        (await guest.post(path, follow=False, headers=here)).headers["Set-Cookie"],
        (await guest.post("/sign-out", follow=False, headers=here)).headers["Set-Cookie"],
    ]
    assert [cookie.partition("=")[0] for cookie in cookies] == ["assent-next", "__Host-assent", "assent-told"]
    assert all("; Secure" in cookie for cookie in cookies)


async def test_who_asks_for_links_of_others_keeps_nobody_from_their_own(house: House, sign_in: SignIn) -> None:
    guest = await sign_in(house, "")
    answers = [(await guest.post("/sign-in", address="many@example.com")).status for _ in range(31)]
    assert (answers[:30], answers[30]) == ([200] * 30, 429)
    assert (await guest.post("/sign-in", address="ana@example.com")).status == 200
