"""What a talk needs of the playground: rooms, replies, edits and files, by its HTTP and by its verbs."""

from typing import Any

import pytest

from channels.base import Gone, MessageRef
from channels.views import Attachment, Button, Content, FilesView, TextView
from channels.web.files import MOST_FILE_BYTES, safe_name
from channels.web.playground import Playground
from tests.contract.play_client import Client
from tests.fakes.stage import CARD, Stage

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
WEBP = b"RIFF\x20\x00\x00\x00WEBPVP8 " + b"\x00" * 20
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
HTML = b"<script>alert(1)</script>"


async def items(client: Client, kind: str) -> list[Any]:
    """Everything of a kind, in the order of the page."""
    return sorted(
        (item for item in (await client.state())["items"] if item["kind"] == kind), key=lambda item: item["id"]
    )


# --- texts that change ---------------------------------------------------------------------------------------------


async def test_a_text_is_changed_in_its_place(playground: Playground, client: Client) -> None:
    cancel = Button("/cancel", "Cancel")
    ref = await playground.post_text("play:chris", TextView("A reviewer was asked.", (cancel,), reply_to="7"), "k1")
    await playground.edit_text("play:chris", ref, TextView("Seen by a reviewer.", (cancel,)))
    [item] = await items(client, "text")
    assert (item["id"], item["body"]["text"], item["body"]["edited"]) == (int(ref), "Seen by a reviewer.", True)
    assert [button["token"] for button in item["body"]["buttons"]] == ["/cancel"]
    assert item["body"]["reply_to"] == "7"
    await playground.edit_text("play:chris", ref, TextView("Seen by a reviewer.", (cancel,)))
    assert (await items(client, "text"))[0]["version"] == item["version"]
    await playground.edit_text("play:chris", ref, TextView("Done."))
    assert (await items(client, "text"))[0]["body"]["buttons"] == []


async def test_a_text_that_is_not_there_is_gone(playground: Playground) -> None:
    ref = await playground.post_text("play:chris", TextView("Hello"), "k1")
    card = await playground.post_card("play:chris", CARD, "k2")
    for place, wrong in (("play:chris", "99"), ("play:chris", "x"), ("play:chris", card), ("play:dana", ref)):
        with pytest.raises(Gone):
            await playground.edit_text(place, MessageRef(wrong), TextView("Bye"))


# --- what people say -----------------------------------------------------------------------------------------------


async def test_what_is_said_can_be_named_and_replied_to(stage: Stage, playground: Playground, client: Client) -> None:
    ref = await playground.post_text("play:chris", TextView("Which order?"), "k1")
    assert await client.say("This one", reply_to=int(ref)) == (200, {"item": 2, "new": True})
    [heard] = stage.intake.heard
    assert (heard.ref, heard.reply_to, heard.is_edit) == ("2", ref, False)
    assert (await items(client, "said"))[0]["body"]["reply_to"] == int(ref)


async def test_a_reply_to_what_stands_elsewhere_is_a_message_without_one(
    stage: Stage, playground: Playground, client: Client
) -> None:
    elsewhere = await playground.post_text("play:dana", TextView("A secret"), "k1")
    for number, wrong in enumerate((int(elsewhere), 99)):
        assert (await client.say("Hello", id=f"message-{number}", reply_to=wrong))[0] == 200
    assert [heard.reply_to for heard in stage.intake.heard] == ["", ""]
    assert all("reply_to" not in item["body"] for item in await items(client, "said"))
    for wrong in ("1", True, -1, 10**30):
        assert (await client.say("Hello", id="message-9", reply_to=wrong))[0] == 400


async def test_an_edit_is_heard_as_one_and_shown_in_place(stage: Stage, client: Client) -> None:
    await client.say("Order 45")
    assert await client.say("Order 46", id="edit-0001", edits=1) == (200, {"item": 1, "new": True})
    assert await client.say("Order 46", id="edit-0001", edits=1) == (200, {"item": 1, "new": False})
    _, edit = stage.intake.heard
    assert (edit.is_edit, edit.ref, edit.text, edit.update_id) == (True, "1", "Order 46", "edit-0001")
    assert (edit.place, edit.user_id, edit.bot) == ("play:chris", "chris", "refunds")
    [item] = await items(client, "said")
    said = {"who": "chris", "name": "Chris", "text": "Order 46", "id": "message-1", "edited": "edit-0001"}
    assert item["body"] == said
    await client.say("Order 45")
    assert (await items(client, "said"))[0]["body"] == said


async def test_an_edit_that_was_not_heard_says_how_it_is_repeated(stage: Stage, client: Client) -> None:
    await client.say("Order 45")
    stage.intake.broken = True
    body = {"side": "customer", "who": "chris", "text": "Order 46", "id": "edit-0001", "edits": 1}
    assert (await client.status("/play/say", body)) == 500
    [item] = await items(client, "said")
    assert (item["body"]["text"], item["body"]["unheard_edit"]) == ("Order 46", {"id": "edit-0001", "bot": "refunds"})


async def test_nobody_changes_what_somebody_else_said(stage: Stage, playground: Playground, client: Client) -> None:
    await client.say("Mine")
    await playground.post_text("play:chris", TextView("The bot's"), "k1")
    for change in ({"who": "dana"}, {"side": "review", "who": "ana"}, {"edits": 2}, {"edits": 99}):
        status, answer = await client.say("Forged", id="edit-0001", **{"edits": 1} | change)
        assert (status, answer["error"]) == (400, "You can change only what you wrote yourself.")
    assert (await client.say(" ", id="edit-0001", edits=1))[0] == 400
    assert len(stage.intake.heard) == 1
    assert (await items(client, "said"))[0]["body"]["text"] == "Mine"


# --- rooms ---------------------------------------------------------------------------------------------------------


async def test_a_card_has_one_room_that_is_opened_and_closed(playground: Playground, client: Client) -> None:
    card = await playground.post_card("play:review", CARD, "k1")
    room = await playground.open_room("play:review", card, "Chris · K3V7", "k2")
    assert room.startswith("play:review/") and room == await playground.open_room("play:review", card, "Again", "k3")
    [item] = await items(client, "room")
    assert (item["place"], item["body"]) == (room, {"title": "Again", "open": True, "card": card})
    await playground.close_room(room)
    await playground.close_room(room)
    await playground.close_room("play:review/nowhere")
    [item] = await items(client, "room")
    assert item["body"]["open"] is False
    assert await playground.open_room("play:review", card, "Again", "k4") == room
    assert (await items(client, "room"))[0]["body"]["open"] is True
    other = await playground.post_card("play:review", CARD, "k5")
    assert await playground.open_room("play:review", other, "Dana", "k6") != room
    without = await playground.open_room("play:review", MessageRef(""), "Eli", "k7")
    assert without not in (room, "play:review") and "k7" not in without
    with pytest.raises(Gone):
        await playground.open_room("telegram:5", card, "x", "k8")


async def test_what_is_said_in_a_room_is_heard_there(stage: Stage, playground: Playground, client: Client) -> None:
    card = await playground.post_card("play:review", CARD, "k1")
    room = await playground.open_room("play:review", card, "Chris", "k2")
    ask = await playground.post_text(room, TextView("Chris: Are you there?"), "k3")
    assert (await client.say("I am", side="review", who="ana", room=room, reply_to=int(ask)))[0] == 200
    [heard] = stage.intake.heard
    assert (heard.place, heard.user_id, heard.reply_to) == (room, "ana", ask)
    assert (await items(client, "said"))[0]["place"] == room
    tapped = {"who": "ana", "token": "h1:a:handback", "item": int(ask)}
    await client.post("/play/tap", tapped)
    assert stage.desk.taps[0].place == room


async def test_nothing_is_said_in_a_room_that_is_not_there_or_no_more(
    stage: Stage, playground: Playground, client: Client
) -> None:
    room = await playground.open_room("play:review", MessageRef("1"), "Chris", "k1")
    for change in (
        {"room": "play:review/x"},
        {"room": "play:review"},
        {"room": 5},
        {"side": "customer", "who": "chris"},
    ):
        said = {"side": "review", "who": "ana", "room": room} | change
        assert (await client.say("Hello", **said))[0] == 400
    stage.intake.broken = True
    said = {"side": "review", "who": "ana", "room": room, "text": "Hello", "id": "message-1"}
    assert await client.status("/play/say", said) == 500
    stage.intake.broken = False
    await playground.close_room(room)
    status, answer = await client.post("/play/say", said | {"id": "message-2"})
    assert (status, answer["error"]) == (409, "This talk has ended, so your message was not sent.")
    assert (await client.post("/play/say", said))[0] == 200, "what stands there is heard, though the talk has ended"
    assert [heard.update_id for heard in stage.intake.heard] == ["message-1"]


# --- files ---------------------------------------------------------------------------------------------------------


async def test_a_file_is_uploaded_and_sent_with_or_without_words(
    stage: Stage, playground: Playground, client: Client
) -> None:
    status, file = await client.upload(b"%PDF-1.7 ...", "receipt.pdf")
    assert (status, file["name"], file["size"], file["kind"]) == (200, "receipt.pdf", 12, "document")
    assert (await client.upload(b"other", "other.pdf"))[1] == file, "an upload that is repeated is the same file"
    assert (await client.say("", files=[file["id"]]))[0] == 200
    [heard] = stage.intake.heard
    [attached] = heard.attachments
    assert (heard.text, heard.readable) == ("", True)
    assert attached == Attachment("play", "default", file["id"], "document", "receipt.pdf", 12)
    assert await playground.fetch(attached) == b"%PDF-1.7 ..."
    assert (await items(client, "said"))[0]["body"]["files"] == [file]
    answer = await client.get(f"/play/files/{file['id']}")
    assert (answer.status, await answer.read()) == (200, b"%PDF-1.7 ...")


@pytest.mark.parametrize(
    ("data", "type", "how"),
    [
        (PNG, "image/png", "inline"),
        (WEBP, "image/webp", "inline"),
        (b"\xff\xd8\xff\xe0" + b"x" * 20, "image/jpeg", "inline"),
        (b"GIF89a" + b"x" * 20, "image/gif", "inline"),
        (SVG, "application/octet-stream", "attachment"),
        (HTML, "application/octet-stream", "attachment"),
        (b"RIFF\x20\x00\x00\x00WAVE", "application/octet-stream", "attachment"),
    ],
)
@pytest.mark.parametrize("said", ["image/png", "text/html", "image/svg+xml"])
async def test_only_what_is_an_image_by_its_bytes_is_shown_as_one(
    client: Client, data: bytes, type: str, how: str, said: str
) -> None:
    file = (await client.upload(data, "x.html", **{"Content-Type": said}))[1]
    assert file["kind"] == ("photo" if how == "inline" else "document")
    headers = (await client.get(f"/play/files/{file['id']}")).headers
    assert (headers["Content-Type"], headers["X-Content-Type-Options"]) == (type, "nosniff")
    assert headers["Content-Disposition"].partition(";")[0] == how
    policy = headers["Content-Security-Policy"]
    assert "sandbox" in policy and "default-src 'none'" in policy and "script-src" not in policy


@pytest.mark.parametrize("size", [MOST_FILE_BYTES + 1, 30 * 2**20])
async def test_a_file_that_is_too_large_is_refused_in_words(stage: Stage, client: Client, size: int) -> None:
    status, answer = await client.upload(b"x" * size)
    assert (status, answer["error"].startswith("This file is too large: 5 MB")) == (413, True)
    assert (await client.upload(b"x" * MOST_FILE_BYTES))[0] == 200


async def test_what_is_no_file_is_refused_in_words(stage: Stage, client: Client) -> None:
    status, answer = await client.upload(b"")
    assert (status, answer["error"].startswith("This file is empty")) == (400, True)
    assert (await client.upload(b"x", id="../../x"))[0] == 400
    ids = [(await client.upload(b"x", id=f"upload-{number}"))[1]["id"] for number in range(6)]
    for wrong in (ids, ["0" * 32], ["../../etc/passwd"], "x", [5], ""):
        status, answer = await client.say("Look", files=wrong)
        assert (status, bool(answer["error"])) == (400, True)
    assert (await client.say("", files=[]))[0] == 400
    assert stage.intake.heard == []
    assert (await client.say("Look", files=[ids[0], *ids[:5]]))[0] == 200
    assert len(stage.intake.heard[0].attachments) == 5


@pytest.mark.parametrize("id", ["0" * 32, "x", "..%2f..%2fassent.db", "%00"])
async def test_a_file_that_is_not_there_is_not_found(client: Client, id: str) -> None:
    assert (await client.get(f"/play/files/{id}")).status == 404


async def test_files_are_guarded_as_the_page_is(stage: Stage, client: Client) -> None:
    assert (await client.upload(b"x", Origin="http://evil.example"))[0] == 403
    file = (await client.upload(b"x"))[1]
    assert (await client.get(f"/play/files/{file['id']}", Host=f"evil.example:{stage.port}")).status == 403


async def test_files_from_elsewhere_are_kept_and_those_of_others_named(
    stage: Stage, playground: Playground, client: Client
) -> None:
    ours = (await client.upload(PNG, "mine.png"))[1]
    view = FilesView(
        "From Chris:",
        (
            Attachment("play", "default", ours["id"], "photo", "mine.png", ours["size"]),
            Attachment("telegram", "default", "AgAD", "photo", "theirs.jpg"),
        ),
        (Content("../../scan.pdf", "application/pdf", b"%PDF"), Content("a.png", "image/png", PNG)),
        reply_to="3",
    )
    ref = await playground.post_files("play:review", view, "k1")
    assert await playground.post_files("play:review", view, "k1") == ref
    [item] = await items(client, "text")
    body = item["body"]
    assert (body["text"], body["reply_to"]) == ("From Chris:\ntheirs.jpg", "3")
    assert [(file["name"], file["kind"]) for file in body["files"]] == [
        ("mine.png", "photo"),
        ("scan.pdf", "document"),
        ("a.png", "photo"),
    ]
    answer = await client.get(f"/play/files/{body['files'][1]['id']}")
    assert await answer.read() == b"%PDF"
    kept = len(stage.board.files)
    with pytest.raises(Gone):
        await playground.post_files("telegram:5", view, "k2")
    assert len(stage.board.files) == kept
    for wrong in (Attachment("telegram", "default", ours["id"]), Attachment("play", "default", "0" * 32)):
        with pytest.raises(Gone):
            await playground.fetch(wrong)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("receipt.pdf", "receipt.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\bill.pdf", "bill.pdf"),
        ("a\x00b\r\nSet-Cookie: x\u202egnp.exe", "a b Set-Cookie_ x gnp.exe"),
        ("..", "file"),
        ("", "file"),
        ("/", "file"),
        ('say "hi" <now>?.txt', "say _hi_ _now__.txt"),
        ("Rechnung für Żółć 😀.pdf", "Rechnung für Żółć 😀.pdf"),
        ("x" * 300 + ".tar.gz", "x" * 97 + ".gz"),
        ("." + "y" * 300, "y" * 100),
    ],
)
def test_a_name_is_safe_to_show_and_to_save_under(name: str, safe: str) -> None:
    assert safe_name(name) == safe


async def test_a_name_cannot_break_out_of_its_header(client: Client) -> None:
    file = (await client.upload(b"x", 'a";\r\nX: y; ü%41.pdf'))[1]
    disposition = (await client.get(f"/play/files/{file['id']}")).headers["Content-Disposition"]
    assert (
        disposition
        == "attachment; filename=\"a__ X_ y_ __41.pdf\"; filename*=UTF-8''a_%3B%20X_%20y%3B%20%C3%BC%2541.pdf"
    )
