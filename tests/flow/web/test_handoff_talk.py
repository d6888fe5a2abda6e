"""Talking with a customer from the page of their request: both ways, with files, once, and handed back."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest

from tests.fakes.shelf import PDF, PNG
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web.test_handoff import a_request, offers, plain
from tests.flow.web_house import Page, Visitor


async def taken_over(open_house: OpenHouse, sign_in: SignIn, **data: object) -> tuple[House, str, Visitor]:
    """Ana talks with Chris from the page."""
    house, path = await a_request(open_house, **data)  # type: ignore[arg-type]
    ana = await sign_in(house, "ana")
    told = await ana.post(f"{path}/act", **offers(await ana.get(path), "take_over")[0])
    assert "You talk with the customer now" in told.words
    await house.sees("Ana has joined*")
    return house, path, ana


async def says(visitor: Visitor, path: str, words: str, **more: str) -> Page:
    """Write into the composer, as the page stands, and send it."""
    [form] = (await visitor.get(path)).forms(f"{path}/say")
    return await visitor.post(f"{path}/say", **{**form, "words": words, **more})


async def sends(
    visitor: Visitor, path: str, *files: tuple[str, bytes], words: str = "", form: Mapping[str, str] | None = None
) -> Page:
    """Send files by the composer."""
    filled = form or (await visitor.get(path)).forms(f"{path}/say")[0]
    data = aiohttp.FormData(quote_fields=False)
    for name, value in {**filled, "words": words}.items():
        data.add_field(name, value)
    for name, content in files:
        data.add_field("files", content, filename=name, content_type="application/octet-stream")
    headers = {"Origin": visitor.address}
    async with visitor.http.post(visitor.address + f"{path}/say", data=data, headers=headers) as response:
        return await visitor._page(response)


async def test_a_talk_goes_both_ways_and_ends_with_a_decision(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    page = await says(ana, path, "Hello, here is <b>Ana</b>")
    assert "Hello, here is <b>Ana</b>" in page.words, "it stands on the very next page"
    await house.sees("Ana: Hello, here is <b>Ana</b>")
    await house.say("I would like the blue one")
    await house.quiet()
    page = await ana.get(path)
    assert "I would like the blue one" in page.words and "A decision here also ends" in page.words
    ben = await sign_in(house, "ben")
    await says(ben, path, "Blue it is")
    await house.sees("Ben: Blue it is")
    [form] = offers(await ana.get(path), "approve")
    assert form["back"] == "yes"
    await ana.post(f"{path}/act", **form)
    await house.sees("Ana has left the conversation.")
    await house.sees("Paid.")
    await house.quiet()
    page = await ana.get(path)
    assert not page.forms(f"{path}/say") and "Ana began to talk with the customer." in page.words
    assert house.rows("SELECT is_open, place LIKE 'web:ana/%' FROM room") == [(0, 1)]


async def test_the_customer_can_be_handed_back_undecided(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    told = await ana.post(f"{path}/act", **offers(await ana.get(path), "end_talk")[0])
    assert "The customer is back with the bot." in told.words
    await house.sees("Ana has left*")
    await ana.post(f"{path}/act", **offers(await ana.get(path), "take_over")[0])
    await house.sees("Ana has joined*")
    await says(ana, path, "me again")
    await house.sees("Ana: me again")


async def test_a_vote_that_does_not_suffice_hands_back_with_its_reason(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in, quorum=2, deny=2)
    form = {**plain(offers(await ana.get(path), "reject")[0]), "words": "not like this"}
    await ana.post(f"{path}/act", **form)
    await house.sees("Ana has left*")
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert "Ana voted against it. Reason: not like this" in (await ana.get(path)).words


async def test_a_form_that_is_sent_twice_is_one_message(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    [form] = (await ana.get(path)).forms(f"{path}/say")
    await asyncio.gather(*(ana.post(f"{path}/say", **{**form, "words": "just once"}) for _ in range(3)))
    await sends(ana, path, ("a.pdf", PDF), form=(again := (await ana.get(path)).forms(f"{path}/say")[0]))
    await sends(ana, path, ("a.pdf", PDF), form=again)
    await house.sees("Ana: just once")
    await house.quiet()
    assert [text for text in await house.texts() if "just once" in text] == ["Ana: just once"]
    files = [file for item in await house.items("text", "play:chris") for file in item["body"].get("files", ())]
    assert [file["name"] for file in files] == ["a.pdf"]
    assert (await ana.get(path)).words.count("a.pdf") == 1


async def test_files_go_both_ways_whole(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    await sends(ana, path, ("label ü.pdf", PDF), ("photo.png", PNG), words="your label")
    await house.quiet()
    files = [file for item in await house.items("text", "play:chris") for file in item["body"].get("files", ())]
    assert [(file["name"], await house.download(file["id"])) for file in files] == [
        ("label ü.pdf", PDF), ("photo.png", PNG)]  # fmt: skip
    await house.say("mine", files=[await house.upload("bill.pdf", PDF)])
    await house.quiet()
    page = await ana.get(path)
    assert "bill.pdf" in page.words
    for number, (data, how) in enumerate([(PDF, "attachment"), (PNG, "inline"), (PDF, "attachment")]):
        async with ana.http.get(f"{ana.address}{path}/files/{number}") as answer:
            assert await answer.read() == data
            assert answer.headers["Content-Disposition"].startswith(how)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Content-Security-Policy"].startswith("sandbox")
            assert answer.headers["Cache-Control"] == "no-store"
    assert [actor for actor, _ in house.audit("file.opened")] == ["web:ana"] * 3
    for number in ("3", "x", "-1", "9" * 30):
        assert (await ana.get(f"{path}/files/{number}")).status == 404


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([("setup.exe", b"MZ....")], "setup.exe"),
        ([("large.pdf", b"%PDF" + b"x" * 10_500_000)], "large.pdf"),
        ([(f"{number}.txt", b"x") for number in range(6)], "At most 5 files"),
    ],
)
async def test_what_cannot_be_sent_is_said_and_the_words_are_kept(
    open_house: OpenHouse, sign_in: SignIn, files: Any, why: str
) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    told = await sends(ana, path, *files, words="see there")
    assert told.status == 409 and why in told.words and "see there" in told.words
    await house.quiet()
    assert not [text for text in await house.texts() if "see there" in text]


async def test_asides_are_explained_and_reach_nobody(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    told = await says(ana, path, "// he has bought it twice")
    assert told.status == 409 and "use the comments below" in told.words and "bought it twice" in told.words
    await house.quiet()
    assert not [text for text in await house.texts() if "bought" in text]


async def test_what_comes_too_late_is_said_and_kept(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    [form] = (await ana.get(path)).forms(f"{path}/say")
    await house.tap("ben", "Approve")
    await house.sees("Ben has left*")
    told = await ana.post(f"{path}/say", **{**form, "words": "one more thing"})
    assert told.status == 409 and "Already approved by Ben" in told.words and "one more thing" in told.words


async def test_commands_work_in_the_composer_and_are_answered_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    assert "I do not know" in (await says(ana, path, "/nonsense")).words
    told = await says(ana, path, "/handback approved because")
    assert "Approved." in told.words
    await house.sees("Paid.")
    assert not [text for text in await house.texts() if "nonsense" in text]


async def test_a_talk_that_is_held_elsewhere_is_not_spoken_in_from_here(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    await house.say("hello")
    card = await house.card("For Chris")
    path = f"/handoffs/{card['handoff']}"
    token = next(button["token"] for button in card["more"] if button["label"] == "Talk with the customer")
    await house.press("ben", token)
    await house.room()
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "Ben has been writing with the customer" in page.words and not page.forms(f"{path}/say")
    told = await ana.post(f"{path}/say", key="k1", words="hi")
    assert "held on" in told.words
    [ask] = offers(page, "inquire")
    await ana.post(f"{path}/act", **{**plain(ask), "words": "hi from here"})
    await house.sees("Ana: hi from here")


async def test_what_is_said_is_no_part_of_the_playground(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path, ana = await taken_over(open_house, sign_in)
    await sends(ana, path, ("a.pdf", PDF), words="x")
    await says(ana, path, "/nonsense")
    await house.quiet()
    assert not [item for item in (await house.state())["items"] if item["place"].startswith("web:")]
    assert len(house.rows("SELECT 1 FROM board WHERE place LIKE 'web:ana/%'")) == 2


async def test_what_was_sent_is_erased_with_the_customer(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, CONFIG + 'forget = "at_once"\n')
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/act", **offers(await ana.get(path), "take_over")[0])
    await sends(ana, path, ("a.pdf", PDF), words="your label")
    await house.tap("ben", "Approve")
    await house.sees("Paid.")
    await house.quiet()
    await house.say("/forget yes")

    async def erased() -> bool:
        return not house.rows("SELECT 1 FROM board_file")

    await house.until(erased, house.state, "erased")
    assert (await ana.get(f"{path}/files/0")).status == 404
    assert "your label" not in (await ana.get(path)).words


async def test_the_channel_is_one_of_those_that_are_looked_at(house: House) -> None:
    assert house.app.server
    async with house.http.get(f"{house.app.server.address}/readyz") as answer:
        assert "ok channel web" in await answer.text()
    async with house.http.get(f"{house.app.server.address}/metrics") as answer:
        assert 'assent_channel_up{channel="web"} 1.0' in await answer.text()
    await house.say("/doctor", "olga")
    await house.sees("*database*", "olga")
