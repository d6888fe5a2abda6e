"""The playground's HTTP as scripts and pages rely on it, over a real socket."""

import asyncio
import socket
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from channels.base import Gone, Inbound, MessageRef
from channels.views import Answer, Button, MailView, TextView
from channels.web.server import PortInUse, WebServer
from channels.web.settings import Persona, PlaygroundPeople, WebSettings
from tests.contract.play_client import Client
from tests.fakes.stage import APPROVED, CARD, Stage

MEGABYTE = 2**20


async def test_a_message_is_heard_and_shown_once_however_often_it_is_posted(stage: Stage, client: Client) -> None:
    first = await client.say("I want a refund", locale="de-DE")
    again = await client.say("I want a refund", locale="de-DE")
    assert (first, again) == ((200, {"item": 1, "new": True}), (200, {"item": 1, "new": False}))
    [heard] = stage.intake.heard
    assert (heard.channel, heard.place, heard.user_id, heard.user_name) == ("play", "play:chris", "chris", "Chris")
    assert (heard.update_id, heard.text, heard.locale, heard.bot) == (
        "message-1",
        "I want a refund",
        "de-DE",
        "refunds",
    )
    [item] = (await client.state())["items"]
    said = {"who": "chris", "name": "Chris", "text": "I want a refund", "id": "message-1"}
    assert (item["kind"], item["place"], item["body"]) == ("said", "play:chris", said)


async def test_a_message_that_could_not_be_written_down_stands_there_as_unheard_until_a_repetition_is(
    stage: Stage, client: Client
) -> None:
    stage.intake.broken = True
    async with aiohttp.ClientSession() as session:
        url, data = stage.address + "/play/say", {"side": "customer", "who": "chris", "text": "x", "id": "message-1"}
        response = await session.post(url, json=data, headers={"Origin": stage.address})
        assert response.status == 500
    [item] = (await client.state())["items"]
    assert (item["body"]["text"], item["body"]["heard"]) == ("x", False)
    stage.intake.broken = False
    assert await client.say("x") == (200, {"item": 1, "new": True})
    [item] = (await client.state())["items"]
    assert item["body"] == {"who": "chris", "name": "Chris", "text": "x", "id": "message-1"}


async def test_what_was_said_stands_above_its_answer_and_before_it_was_heard(stage: Stage, client: Client) -> None:
    shown: list[Any] = []
    hear = stage.intake.hear

    async def answer_at_once(inbound: Inbound) -> bool:
        shown.extend(item.body.get("heard") for item in await stage.board.items())
        await stage.board.put("answer", inbound.place, "text", {"text": "Yes?"})
        return await hear(inbound)

    stage.intake.hear = answer_at_once  # type: ignore[method-assign]
    await client.say("hello")
    items = sorted((await client.state())["items"], key=lambda item: item["id"])
    assert [item["kind"] for item in items] == ["said", "text"]
    assert shown == [False]


async def test_the_review_group_speaks_at_its_own_place(stage: Stage, client: Client) -> None:
    assert (await client.say("/pending", side="review", who="otto"))[0] == 200
    assert (stage.intake.heard[0].place, stage.intake.heard[0].user_id) == ("play:review", "otto")


@pytest.mark.parametrize("text", ["", " \n\t ", None, 7])
async def test_an_empty_message_is_refused_in_words(stage: Stage, client: Client, text: Any) -> None:
    status, answer = await client.say(text)
    assert status == 400
    assert "nothing" in answer["error"].lower() or "empty" in answer["error"].lower()
    assert stage.intake.heard == []


@pytest.mark.parametrize(
    "change",
    [{"who": "mallory"}, {"who": "ana"}, {"side": "mail"}, {"id": "short"}, {"id": "../../etc/passwd"}, {"id": ""}],
)
async def test_a_message_of_nobody_from_nowhere_is_refused(
    stage: Stage, client: Client, change: dict[str, str]
) -> None:
    status, answer = await client.say("hello", **change)
    assert (status, bool(answer["error"]), stage.intake.heard) == (400, True, [])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b"9" * 10_000])
async def test_a_body_that_is_no_request_is_refused(client: Client, body: bytes) -> None:
    assert (await client.post("/play/say", body))[0] == 400


async def test_hostile_text_is_kept_as_it_is_but_for_what_no_database_takes(stage: Stage, client: Client) -> None:
    hostile = "<script>alert(1)</script> {{7*7}} \u202egnp.exe '; DROP TABLE x;--"
    await client.say(hostile + "\x00\ud800")
    assert stage.intake.heard[0].text == hostile + "\ufffd\ufffd"
    assert (await client.state())["items"][0]["body"]["text"] == hostile + "\ufffd\ufffd"


@pytest.mark.parametrize("letter", ["x", "\x00", '"', "\N{GRINNING FACE}"])
async def test_four_megabytes_are_accepted_whatever_they_are_made_of(stage: Stage, client: Client, letter: str) -> None:
    text = letter * (4 * MEGABYTE // len(letter.encode()))
    text = text[: 4 * MEGABYTE // 3] if letter == "\x00" else text
    assert (await client.say(text))[0] == 200
    assert len(stage.intake.heard[0].text) == len(text)
    assert len((await client.state())["items"][0]["body"]["text"]) == len(text)


@pytest.mark.parametrize("size", [4 * MEGABYTE + 1, 30 * MEGABYTE])
async def test_more_is_refused_in_words(stage: Stage, client: Client, size: int) -> None:
    status, answer = await client.say("x" * size)
    assert (status, bool(answer["error"]), stage.intake.heard) == (413, True, [])


async def test_a_tap_reaches_the_desk_and_its_answer_the_page(stage: Stage, client: Client) -> None:
    stage.desk.reply = lambda tap: Answer("You are no reviewer.", alert=True)
    tapped = await client.post("/play/tap", {"who": "otto", "token": "h1:abc:approve", "item": 3, "locale": "en"})
    assert tapped == (200, {"text": "You are no reviewer.", "alert": True})
    [tap] = stage.desk.taps
    assert (tap.channel, tap.place, tap.user_id, tap.token) == ("play", "play:review", "otto", "h1:abc:approve")


@pytest.mark.parametrize("change", [{"who": "chris"}, {"token": ""}, {"token": 5}, {"token": "x" * 300}])
async def test_a_tap_of_nobody_or_nothing_is_refused(stage: Stage, client: Client, change: dict[str, Any]) -> None:
    assert (await client.post("/play/tap", {"who": "ana", "token": "h1:a:b"} | change))[0] == 400
    assert stage.desk.taps == []


async def test_the_clock_moves_forward_only(stage: Stage, client: Client) -> None:
    status, answer = await client.post("/play/clock", {"advance_seconds": 900})
    assert (status, answer["clock"]["movable"], stage.ahead) == (200, True, timedelta(minutes=15))
    for wrong in (-1, 0, True, "900", 1e99, None):
        assert (await client.post("/play/clock", {"advance_seconds": wrong}))[0] == 400
    for nowhere in ("yesterday", 3, None):
        assert (await client.post("/play/clock", {"advance_to": nowhere}))[0] == 400
    assert stage.ahead == timedelta(minutes=15)


async def test_the_clock_moves_to_the_next_working_day(stage: Stage, client: Client) -> None:
    assert (await client.post("/play/clock", {"advance_to": "working_day"}))[0] == 200
    assert timedelta(days=3) - timedelta(minutes=1) < stage.ahead <= timedelta(days=3)


@pytest.mark.parametrize("path", ["/play/say", "/play/tap", "/play/clock", "/play/nowhere"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://127.0.0.1:1"},
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"},
        {"Host": "127.0.0.1:1", "Origin": "http://127.0.0.1:1"},
        {"Host": "localhost:{port}", "Origin": "http://127.0.0.1:{port}"},
        {"Host": "127.0.0.1.evil.example:{port}", "Origin": "http://127.0.0.1.evil.example:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_post_from_elsewhere_is_refused(
    stage: Stage, client: Client, path: str, headers: dict[str, str]
) -> None:
    filled = {name: value.format(port=stage.port) for name, value in headers.items()}
    status, answer = await client.post(path, {"side": "customer", "who": "chris", "text": "x", "id": "x" * 8}, **filled)
    assert (status, bool(answer["error"])) == (403, True)
    assert (stage.intake.heard, stage.desk.taps, stage.ahead) == ([], [], timedelta())


@pytest.mark.usefixtures("playground")
async def test_a_post_without_an_origin_is_refused(stage: Stage) -> None:
    async with aiohttp.ClientSession() as session, session.post(stage.address + "/play/say", json={}) as response:
        assert response.status == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "play.localhost", "[::1]"])
async def test_every_name_of_this_machine_is_answered(stage: Stage, client: Client, host: str) -> None:
    named = {"Host": f"{host}:{stage.port}", "Origin": f"http://{host}:{stage.port}", "Sec-Fetch-Site": "same-origin"}
    assert (await client.post("/play/tap", {"who": "ana", "token": "h1:a:b"}, **named))[0] == 200


@pytest.mark.parametrize("path", ["/play", "/play/state", "/play/events", "/"])
async def test_a_rebound_name_reads_nothing(stage: Stage, client: Client, path: str) -> None:
    assert (await client.get(path, Host=f"evil.example:{stage.port}")).status == 403


async def test_the_public_address_is_answered() -> None:
    stage = Stage()
    settings = WebSettings(port=0, public_url="https://assent.example.com")
    server = WebServer(settings, stage.readiness)
    await server.start()
    try:
        async with aiohttp.ClientSession() as session:
            ours = {"Host": "assent.example.com", "Origin": "https://assent.example.com"}
            for headers, status in ((ours, 404), (ours | {"Origin": "http://assent.example.com"}, 403)):
                async with session.post(server.address + "/nowhere", headers=headers) as response:
                    assert response.status == status
    finally:
        await server.stop()


async def test_probes_answer_under_any_name(stage: Stage, client: Client) -> None:
    assert (await client.get("/healthz", Host="10.0.0.7")).status == 200
    ready = await client.get("/readyz", Host="10.0.0.7")
    assert (ready.status, await ready.text()) == (200, "ok database\n")
    stage.ready = [("database", True, "sqlite"), ("telegram", False, "the token is refused")]
    ready = await client.get("/readyz")
    assert (ready.status, await ready.text()) == (503, "ok database: sqlite\nfailed telegram: the token is refused\n")


@pytest.mark.parametrize("path", ["/play", "/play/app.js", "/play/state", "/healthz", "/nowhere"])
async def test_every_answer_wears_the_security_headers(client: Client, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
    assert headers["Cache-Control"] in ("no-store", "no-cache")


async def test_the_front_door_leads_to_the_playground_in_the_readers_language(client: Client) -> None:
    front = await client.get("/")
    assert (front.status, front.headers["Location"]) == (302, "/play")
    for wish, lang in (("fr-FR, de-CH;q=0.9, en;q=0.8", "de"), ("fr", "en"), ("", "en")):
        page = await (await client.get("/play", **{"Accept-Language": wish})).text()
        assert f'<html lang="{lang}"' in page
        assert "{{" not in page


async def test_a_change_reaches_the_stream_at_once_and_a_stream_goes_on_where_it_was() -> None:
    stage = Stage()
    async with stage.served() as playground, aiohttp.ClientSession() as session:
        client = Client(stage, session)
        waiting = asyncio.create_task(client.events(2))
        await asyncio.sleep(0.1)
        await playground.post_text("play:chris", TextView("Hello"), "k1")
        ref = await playground.post_card("play:review", CARD, "k2")
        assert [(version, item["kind"]) for version, item in await waiting] == [(1, "text"), (2, "card")]
        await playground.edit_card("play:review", ref, APPROVED)
        [(version, item)] = await client.events(1, 0, **{"Last-Event-ID": "2"})
        assert (version, item["id"], item["body"]["state"]) == (3, 2, "approved")
        [(version, _)] = await client.events(1, after=2)
        assert version == 3


@pytest.mark.parametrize("after", ["-1", "x", "9" * 5000, "\u0663"])
async def test_a_stream_from_nowhere_begins_at_the_beginning(stage: Stage, client: Client, after: str) -> None:
    await client.say("hello")
    [(version, item)] = await client.events(1, after=after)  # type: ignore[arg-type]
    assert (version, item["id"]) == (2, 1)


async def test_open_streams_end_when_the_server_stops() -> None:
    stage = Stage()
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        serving = stage.served()
        await serving.__aenter__()
        response = await session.get(stage.address + "/play/events")
        async with asyncio.timeout(3):
            await serving.__aexit__(None, None, None)
            assert (await response.content.read()).startswith(b"retry:")


async def test_after_a_restart_the_page_is_the_same() -> None:
    stage = Stage()
    async with aiohttp.ClientSession() as session:
        client = Client(stage, session)
        async with stage.served() as playground:
            await client.say("I want a refund")
            await playground.post_text("play:chris", TextView("Which?", (Button("yes", "Yes"),)), "k1")
            ref = await playground.post_card("play:review", CARD, "k2")
            await playground.send(MailView("ana@example.com", "Your code", "123456"), "k3")
            before = (await client.state())["items"]
        async with stage.served() as playground:
            assert (await client.state())["items"] == before
            assert await playground.post_card("play:review", CARD, "k2") == ref
            assert (await client.state())["items"] == before
            assert (await client.say("I want a refund"))[1]["new"] is False


async def test_what_the_outbox_sends_stands_in_the_state() -> None:
    stage = Stage()
    async with stage.served() as playground, aiohttp.ClientSession() as session:
        await playground.post_text("play:chris", TextView("Sure?", (Button("yes", "Yes"),)), "k1")
        await playground.post_card("play:review", CARD, "k2")
        await playground.send(MailView("ana@example.com", "Your code", "123456"), "k3")
        state = await Client(stage, session).state()
        text, card, mail = (item["body"] for item in state["items"])
        assert (text["from"], text["buttons"]) == ("bot", [{"token": "yes", "label": "Yes", "style": "neutral"}])
        assert (card["reason"], card["opened_at"]) == (CARD.reason, "2026-08-24T12:30:00+00:00")
        assert mail == {"address": "ana@example.com", "subject": "Your code", "text": "123456"}
        assert [item["place"] for item in state["items"]] == ["play:chris", "play:review", "mail"]
        assert (state["bot"], state["version"]) == ({"id": "refunds", "name": "Acme Refunds"}, 3)
        assert [person["id"] for person in state["reviewers"]] == ["ana", "otto"]


async def test_what_is_not_there_is_gone() -> None:
    stage = Stage()
    async with stage.served() as playground:
        for ref in ("99", "x", ""):
            with pytest.raises(Gone):
                await playground.edit_card("play:review", MessageRef(ref), CARD)
        with pytest.raises(Gone):
            await playground.post_text("telegram:5", TextView("x"), "k1")


async def test_a_taken_port_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = WebServer(WebSettings(port=taken.getsockname()[1]), Stage().readiness)
        with pytest.raises(PortInUse, match=f"port {taken.getsockname()[1]} on 127.0.0.1 is taken"):
            await server.start()
        await server.stop()


def test_two_people_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="'chris'"):
        PlaygroundPeople(reviewers=(Persona("chris", "Chris"),))
    with pytest.raises(ValueError, match="'review'"):
        PlaygroundPeople(reviewers=(), customers=(Persona("review", "R"),))
