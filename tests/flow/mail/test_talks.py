"""The pages behind a link that show the whole conversation and hand out its files: to whom it is for, on record."""

from dataclasses import replace
from typing import Any, cast

from aiohttp import ClientResponse

from channels.base import RetryAfter
from channels.email.layout import html, plain
from channels.views import Attachment, Line
from tests.fakes.shelf import PDF, PNG, Shelf, sent
from tests.fakes.stage import CARD
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, BEN, CONFIG, DIRECT, MailHouse, links

EVIL = "<script>alert(1)</script>"


async def asked(house: MailHouse, shelf: Shelf, *files: Attachment, text: str = "It is broken") -> str:
    """A request with files; answers Ana's link."""
    cast(Any, house.app.channels)["shelf"] = shelf
    await house.sends(text, *files)
    await house.quiet()
    return links(await house.card_mail(ANA))["Approve"]


async def opened(house: MailHouse, url: str, number: object) -> tuple[ClientResponse, bytes]:
    async with house.http.get(f"{url}/files/{number}") as response:
        return response, await response.read()


async def test_the_whole_conversation_is_a_page(mail: MailHouse) -> None:
    url = await asked(mail, Shelf(), sent("a", f"{EVIL}.png"), sent("b", "b.exe"), text=f"It is broken {EVIL}\u202e")
    await mail.sends("One more thing", minutes=1)
    await mail.quiet()
    page = await mail.get(f"{url}/talk")
    assert page.status == 200 and "<script" not in page.raw
    assert f"It is broken {EVIL}⟨U+202E⟩" in page.text
    assert '/files/0" rel="noreferrer" download>[file: script_.png, 1 KB]</a>' in page.raw
    assert "[file: b.exe, 1 KB – not taken: files of its type are refused]" in page.text and "/files/1" not in page.raw
    before, _, after = page.text.partition("One more thing")
    assert before.endswith("new since the request ") and before.count("new since") == 1
    assert "I have escalated this to a reviewer" in before and "Thank you, the reviewer will see this too" in after
    for header, value in (("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer")):
        assert page.headers[header] == value
    assert "script-src" not in page.headers["Content-Security-Policy"]
    whole = await mail.get(url)
    assert f'href="{url[url.index("/a/") :]}/talk"' in whole.raw
    assert "new since the request" in whole.text and "new since the request" not in mail.fake.emails[0].body["text"]


async def test_a_long_conversation_and_a_long_line_are_folded(mail: MailHouse) -> None:
    url = await asked(mail, Shelf(), text="the very first")
    for number in range(25):
        await mail.sends(f"line {number} " + ("x" * 3000 if number == 24 else ""))
        await mail.quiet()
    page = await mail.get(f"{url}/talk")
    folded, _, open_lines = page.raw.partition("</details>")
    assert "the very first" in folded and "the very first" not in open_lines
    assert "12 earlier lines" in folded
    assert "line 24 " in open_lines and open_lines.count("<details") == 1
    assert "x" * 2500 in open_lines and page.text.count("x" * 20) > 100, "nothing of it is cut"


def test_a_mail_marks_in_words_what_came_while_it_was_pending() -> None:
    late = Line("Customer", "and this", "noon", late=True)
    view = replace(
        CARD, transcript=(replace(late, text="at first", late=False), late), late_label="new since the request"
    )
    texts = (
        plain("card", view=view, choices=[], note="", cut=""),
        html("card", locale="en", view=view, choices=[], note="", cut=""),
    )
    for text in texts:
        before, _, after = text.partition("new since the request")
        assert "at first" in before and "and this" in after and "new since" not in after


async def test_a_file_can_be_kept_and_is_never_shown(mail: MailHouse) -> None:
    shelf = Shelf(a=b"<html><script>alert(1)</script>", b=PNG)
    url = await asked(mail, shelf, sent("a", 'Grüße "1".html'), sent("b", "", kind="photo"))
    response, data = await opened(mail, url, 0)
    assert (response.status, data) == (200, b"<html><script>alert(1)</script>")
    assert response.headers["Content-Type"] == "application/octet-stream"
    disposition = "attachment; filename=\"Gr__e _1_.html\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20_1_.html"
    assert response.headers["Content-Disposition"] == disposition
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Cache-Control"] == "no-store"
    response, data = await opened(mail, url, 1)
    assert data == PNG and response.headers["Content-Type"] == "image/png"
    assert 'filename="photo.png"' in response.headers["Content-Disposition"]


async def test_an_opened_file_is_on_record_and_nothing_else_is(mail: MailHouse) -> None:
    url = await asked(mail, Shelf(a=PNG, b=PDF), sent("a"), sent("b"))
    before, handoffs = mail.rows("SELECT id FROM audit"), mail.rows("SELECT * FROM handoff")
    for path in ("", "/talk"):
        assert (await mail.get(url + path)).status == (await mail.get(url + path, "HEAD")).status == 200
    assert (await mail.get(f"{url}/files/1", "HEAD")).status == 405
    assert mail.rows("SELECT id FROM audit") == before
    await opened(mail, url, 1)
    assert mail.audit("file.opened") == [(f"email:{ANA}", {"place": f"email:{ANA}", "number": 1})]
    assert len(mail.rows("SELECT id FROM audit")) == len(before) + 1
    assert mail.rows("SELECT * FROM handoff") == handoffs and mail.decisions() == []


async def test_what_cannot_be_had_is_said_in_words(mail: MailHouse) -> None:
    shelf = Shelf(large=b"." * 10_000_001, program=b"MZ", busy=PDF)
    files = [sent("gone", "a.png"), sent("x", "b.exe"), sent("large", "c.pdf", 0), sent("program", "d.pdf")]
    url = await asked(mail, shelf, *files, sent("busy", "e.pdf"), Attachment("fax", "default", "f", name="f.pdf"))
    shelf.held["busy"] = RetryAfter(1)
    expected = [
        (0, 404, "a.png is not shown here: the platform that it was sent on has it no more."),
        (1, 404, "c.pdf is not shown here: it is larger than 10 MB."),
        (2, 404, "d.pdf is not shown here: files of its type are refused"),
        (3, 503, "The file cannot be had at this moment."),
        (4, 404, "f.pdf is not shown here: the account that it was sent to is not configured any more."),
        (5, 404, "There is no such file in this conversation."),
        (6, 404, "There is no such file in this conversation."),
        (999999, 404, "There is no such file in this conversation."),
    ]
    for number, status, told in expected:
        page = await mail.get(f"{url}/files/{number}")
        assert (page.status, told in page.text) == (status, True), (number, page.text)
    for wild in ("-1", "1x", "9999999", "../0", "%2e%2e"):
        assert (await mail.get(f"{url}/files/{wild}")).status == 404, wild
    assert mail.audit("file.opened") == []


async def test_only_who_may_see_the_request_opens_it(open_mail: Open) -> None:
    house = await open_mail()
    shelf = Shelf(a=PNG)
    url = await asked(house, shelf, sent("a", "a.png"))
    forged = url[:-3] + ("AAA" if url[-3:] != "AAA" else "BBB")
    asked_for = len(shelf.asked)
    for path in ("/talk", "/files/0"):
        page = await house.get(forged + path)
        assert page.status == 404 and "This link is not valid" in page.text and "broken" not in page.text
    left = await open_mail(config=CONFIG.replace('members = ["ana", "ben"]', 'members = ["ben", "lea"]'))
    cast(Any, left.app.channels)["shelf"] = shelf
    for path in ("/talk", "/files/0"):
        page = await left.get(url + path)
        assert page.status == 403 and "broken" not in page.text, page.text
    assert len(shelf.asked) == asked_for and left.audit("file.opened") == []


async def test_a_decided_request_still_shows_its_conversation_in_the_readers_language(mail: MailHouse) -> None:
    url = await asked(mail, Shelf(a=PNG), sent("a", "", 1_500_000, kind="photo"))
    theirs = links(await mail.card_mail(BEN))["Genehmigen"]
    await mail.decide(url)
    await mail.quiet()
    page = await mail.get(f"{theirs}/talk")
    assert "Ganzes Gespräch" in page.text and "[Foto, 1,5 MB]" in page.text and "Zurück zur Anfrage" in page.text
    response, _ = await opened(mail, theirs, 0)
    assert 'filename="Foto.png"' in response.headers["Content-Disposition"]


async def test_a_secret_is_masked_on_the_page_and_in_names(open_mail: Open) -> None:
    nodes = [dict(node) for node in DIRECT["nodes"]]
    nodes[1] = {
        **nodes[1],
        "data": {**nodes[1]["data"], "reason": "pay", "variables": ["message"], "secret": ["message"]},
    }
    house = await open_mail({**DIRECT, "nodes": nodes})
    url = await asked(house, Shelf(a=PNG), sent("a", "4111-1111.png"), text="4111-1111")
    page = await house.get(f"{url}/talk")
    assert "4111" not in page.raw and "[file: hidden.png, 1 KB]" in page.text
    response, _ = await opened(house, url, 0)
    assert "4111" not in response.headers["Content-Disposition"]


async def test_files_come_with_a_mail_of_their_own(mail: MailHouse) -> None:
    await asked(mail, Shelf(a=PNG, b=b"MZ"), sent("a", "a.png"), sent("b", "b.pdf"))
    first = await mail.mail(ANA, "From the customer")
    assert [one["filename"] for one in first.body["attachments"]] == ["a.png"]
    second = await mail.mail(ANA, "From the customer")
    assert "attachments" not in second.body and "b.pdf is not shown here: files of its type" in second.body["text"]
    german = await mail.mail(BEN, "Vom Kunden")
    assert [one["filename"] for one in german.body["attachments"]] == ["a.png"]
