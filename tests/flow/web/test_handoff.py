"""The page of one request: who sees it, who decides on it, and that what is done there is true everywhere."""

import asyncio
import re
from collections.abc import Mapping

import pytest

from channels.tokens import CardToken, encode
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.test_edits import editing
from tests.flow.test_in_doubt import in_doubt
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page, Visitor
from tests.unit.workflows import file, handoff, message, node, tool, trigger

MISSING = "There is no such page here for you."
SECRET = "canary-secret-7f3a"


def offers(page: Page, action: str) -> list[dict[str, str]]:
    """The forms that press a button of the request whose action is that one."""
    path = page.address.partition("?")[0].partition("#")[0]
    return [form for form in page.forms(f"{path}/act") if form["token"].split(":")[2] == action]


def plain(form: Mapping[str, str]) -> dict[str, str]:
    """A form as somebody sends it who has filled in nothing: only what is hidden in it."""
    return {name: value for name, value in form.items() if name not in ("choice", "sure")}


async def a_request(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, str]:
    """Something that Chris asks, and the address of its page."""
    house = await open_house(asking(**data), config)
    await house.say("hello")
    card = await house.card("For Chris")
    await house.quiet()
    return house, f"/handoffs/{card['handoff']}"


# --- deciding -------------------------------------------------------------------------------------------------------


async def test_a_decision_on_the_page_edits_the_card_and_the_customer_hears(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert page.status == 200 and "For Chris" in page.words and "stripe__create_refund" in page.words
    assert "{&#34;order_id&#34;:&#34;1&#34;}" in page.text, "the exact bytes stand there"
    [form] = offers(page, "approve")
    after = await ana.post(f"{path}/act", **form)
    assert (after.status, "Approved." in after.words) == (200, True), after.words
    await house.sees("Paid.")
    await house.quiet()
    assert "Approved by Ana" in (status := (await house.card("For Chris"))["status"]) and "the dashboard" in status
    again = await ana.post(f"{path}/act", **form)
    assert "Already approved by Ana" in again.words
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_a_decision_elsewhere_stands_on_the_page(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ben = await sign_in(house, "ben")
    page = await ben.get(path)
    assert await house.tap("ana", "Approve") == "Approved."
    await house.quiet()
    told = await ben.post(f"{path}/act", **offers(page, "approve")[0])
    assert "Already approved by Ana" in told.words
    page = await ben.get(path)
    assert "Approved by Ana" in page.words and "Ana approved it." in page.words and not page.forms(f"{path}/act")


async def test_a_second_click_at_the_same_moment_decides_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    [form] = offers(await ana.get(path), "approve")
    await asyncio.gather(*(ana.post(f"{path}/act", follow=False, **form) for _ in range(4)))
    await house.quiet()
    assert house.rows("SELECT COUNT(*) FROM decision") == [(1,)]
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_a_rejection_has_its_reason_in_place(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, requireReason="reject")
    ana = await sign_in(house, "ana")
    [form] = offers(page := await ana.get(path), "reject")
    assert 'id="reject"' in page.text and 'data-key="r"' in page.text and 'data-key="a"' in page.text
    told = await ana.post(f"{path}/act", **plain(form))
    assert "reason" in told.words and house.rows("SELECT state FROM handoff") == [("pending",)]
    chosen = re.search(r'name="choice" value="([^"]*)"', page.text)
    assert chosen
    await ana.post(f"{path}/act", **{**plain(form), "choice": chosen[1], "words": "and <i>late</i>"})
    await house.sees("Not paid.")
    assert house.rows("SELECT action, reason, via FROM decision") == [
        ("reject", f"{chosen[1]}: and <i>late</i>", "web:ana")
    ]


async def test_words_that_were_written_in_vain_are_still_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ben = await sign_in(house, "ben")
    [form] = offers(await ben.get(path), "reject")
    assert await house.tap("ana", "Approve") == "Approved."
    told = await ben.post(f"{path}/act", **{**plain(form), "words": "a long reason"})
    assert told.status == 409 and "Already approved by Ana" in told.words and "a long reason" in told.words


async def test_looking_changes_nothing_and_acting_tells_the_customer_that_somebody_looked(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    before = house.rows("SELECT COUNT(*), MAX(id) FROM audit"), house.rows("SELECT version FROM run")
    for _ in range(5):
        assert (await ana.get(path)).status == 200
        assert (await ana.get(f"{path}/picture.svg")).status == 200
    await house.quiet()
    assert (house.rows("SELECT COUNT(*), MAX(id) FROM audit"), house.rows("SELECT version FROM run")) == before
    [claim] = offers(await ana.get(path), "claim")
    assert "You look after" in (told := await ana.post(f"{path}/act", **claim)).words or "look after" in told.words
    await house.quiet()
    assert len(house.audit("handoff.see")) == 1
    assert any("A reviewer has seen it." in text for text in await house.texts())


async def test_a_request_is_found_by_the_beginning_of_its_id(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    short = path[: len("/handoffs/") + 6]
    answer = await ana.get(short, follow=False)
    assert (answer.status, answer.headers["Location"]) == (303, path)
    for wrong in (
        path[: len("/handoffs/") + 5],
        "/handoffs/zzzzzz",
        "/handoffs/%00%00%00%00%00%00",
        "/handoffs/%25%25%25%25%25%25",
    ):
        assert (await ana.get(wrong)).status == 404, wrong


async def test_a_changed_request_is_not_approved_unseen(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(editing())
    await house.say("hello")
    path = f"/handoffs/{(await house.card('Pay 2150.5?'))['handoff']}"
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    [old] = offers(page := await ana.get(path), "approve")
    [change] = page.forms(f"{path}/change")
    assert change["was order.total"] == "2150.5"
    fields = {name: value for name, value in change.items() if name.startswith("was ")}
    told = await ben.post(f"{path}/change", **{**fields, "field order.total": "99", "field order.items[0].name": "Cup"})
    assert "Amount" in told.words and "99" in told.words
    refused = await ana.post(f"{path}/act", **old)
    assert "changed" in refused.words and house.tools.sent == []
    page = await ana.get(path)
    assert "2150.5" in page.words and "Ben changed Amount: 2150.5 → 99" in page.words
    wrong = await ana.post(f"{path}/change", **{"was order.total": "99", "field order.total": "999999"})
    assert "5000" in wrong.words
    await ana.post(f"{path}/act", **offers(page, "approve")[0])
    await house.sees("Paid 99*")


async def test_options_are_buttons_and_an_approval_can_be_undone(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, undo="10m")
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/act", **offers(await ana.get(path), "approve")[0])
    page = await ana.get(path)
    assert re.search(r'data-seconds="5\d\d"', page.text) and "can be undone" in page.words
    assert "open again" in (await ana.post(f"{path}/act", **offers(page, "undo")[0])).words
    assert offers(await ana.get(path), "approve") and house.tools.sent == []


async def test_of_several_options_one_is_chosen(open_house: OpenHouse, sign_in: SignIn) -> None:
    options = [{"id": "full", "label": "All <b>"}, {"id": "half", "label": "Half"}]
    nodes = [trigger(), handoff("ask", options=options), message("all", "All."), message("half", "Half."), message("t")]
    house = await open_house(file(nodes, "start > ask", "ask.full > all", "ask.half > half", "ask.timeout > t"))
    await house.say("hello")
    path = f"/handoffs/{(await house.card('For Chris'))['handoff']}"
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "All &lt;b&gt;" in page.text and not offers(page, "approve")
    assert "Noted: Half." in (await ana.post(f"{path}/act", **offers(page, "option2")[0])).words
    await house.sees("Half.")


async def test_operators_end_a_doubt_with_a_reference_or_after_one_more_look(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await in_doubt(open_house)
    path = f"/handoffs/{(await house.card('*bank__wire*'))['handoff']}"
    olga, ana = await sign_in(house, "olga"), await sign_in(house, "ana")
    assert (await ana.get(path)).status == 404
    page = await olga.get(path)
    for action in ("stop", "retry"):
        [form] = offers(page, action)
        told = await olga.post(f"{path}/act", **plain(form))
        assert "set the tick first" in told.words
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    [form] = offers(page, "confirm")
    await olga.post(f"{path}/act", **{**plain(form), "words": "w-77"})
    assert house.rows("SELECT action, reason FROM decision") == [("confirm", "w-77")]


async def test_it_is_passed_on_and_put_off(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    assert "Ben" in (await ana.post(f"{path}/assign", person="ben")).words
    assert "may not decide" in (await ana.post(f"{path}/assign", person="lea")).words or house.rows(
        "SELECT COUNT(*) FROM audit WHERE event = 'handoff.assign'") == [(1,)]  # fmt: skip
    for person in ("nobody", "", "ben' --"):
        await ana.post(f"{path}/assign", person=person)
    assert [detail["to"] for _, detail in house.audit("handoff.assign")] == ["ben"]
    await ana.post(f"{path}/put-off", span="4h")
    for span in ("x", "", "999d", "9" * 50):
        assert (await ana.post(f"{path}/put-off", span=span)).status in (200, 409)
    assert len(house.audit("handoff.snooze")) == 1
    assert "Ana passed it on to Ben." in (await ana.get(path)).words


# --- who may --------------------------------------------------------------------------------------------------------


async def tried(visitor: Visitor, path: str) -> list[tuple[int, str]]:
    """Everything that can be tried with a request: what came of it, as status and words."""
    token = encode(CardToken(path.removeprefix("/handoffs/"), "approve"))
    reveal = encode(CardToken(path.removeprefix("/handoffs/"), "reveal"))
    pages = [
        await visitor.get(path),
        await visitor.get(path[: len("/handoffs/") + 8]),
        await visitor.get(f"{path}/picture.svg"),
        await visitor.get(f"{path}/files/0"),
        await visitor.post(f"{path}/act", token=token),
        await visitor.post(f"{path}/act", token=reveal),
        await visitor.post(f"{path}/comment", words="hi", key="k1"),
        await visitor.post(f"{path}/assign", person="ana"),
        await visitor.post(f"{path}/put-off", span="1h"),
        await visitor.post(f"{path}/change", **{"field a": "b"}),
        await visitor.post(f"{path}/say", words="hi", key="k2"),
    ]
    return [(page.status, page.words) for page in pages]


@pytest.mark.parametrize("who", ["lea", "olga"])
async def test_what_is_not_theirs_looks_as_if_it_were_not_there(
    open_house: OpenHouse, sign_in: SignIn, who: str
) -> None:
    house, path = await a_request(open_house)
    visitor = await sign_in(house, who)
    for status, words in await tried(visitor, path):
        assert status == 404 and MISSING in words and "Chris" not in words
    nothing = await tried(visitor, "/handoffs/" + "a" * 26)
    assert nothing == await tried(visitor, path)
    refusals = [(actor, detail["refusal"]) for actor, detail in house.audit("decision.refused")]
    assert len(refusals) >= 10 and set(refusals) == {(f"web:{who}", "not-reviewer")}
    assert house.rows("SELECT state FROM handoff") == [("pending",)] and house.rows("SELECT * FROM comment") == []
    assert house.audit("handoff.see") == house.audit("secret.revealed") == []


async def test_nobody_decides_their_own_request_though_they_see_it(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(asking())
    await house.hear("money please", "ana")
    path = f"/handoffs/{(await house.card('For Ana'))['handoff']}"
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "somebody else has to decide" in page.words and not offers(page, "approve") and not offers(page, "inquire")
    token = encode(CardToken(path.removeprefix("/handoffs/"), "approve"))
    assert "somebody else has to decide" in (await ana.post(f"{path}/act", token=token)).words
    assert [detail["refusal"] for _, detail in house.audit("decision.refused")] == ["own-request"]
    assert house.rows("SELECT state FROM handoff") == [("pending",)] and house.audit("handoff.see") == []


async def test_who_was_taken_off_the_team_is_out_at_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, CONFIG.replace('members = ["lea"]', 'members = ["lea", "ana"]'))
    ana = await sign_in(house, "ana")
    [form] = offers(await ana.get(path), "approve")
    authority = house.app.desk._people.authority
    finance = authority._settings.teams["finance"].model_copy(update={"members": ("ben",)})
    teams = {**authority._settings.teams, "finance": finance}
    authority._settings = authority._settings.model_copy(update={"teams": teams})
    assert (await ana.get(path)).status == 404
    assert (await ana.post(f"{path}/act", **form)).status == 404
    assert house.rows("SELECT state FROM handoff") == [("pending",)]


@pytest.mark.parametrize(
    "action", ["ask_reason", "ask_edit", "more", "talk", "open", "option9", "because9", "settle", "x"]
)
async def test_no_other_button_means_anything(open_house: OpenHouse, sign_in: SignIn, action: str) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    told = await ana.post(f"{path}/act", token=encode(CardToken(path.removeprefix("/handoffs/"), action)))
    assert "do not know this button" in told.words
    assert house.rows("SELECT state FROM handoff") == [("pending",)]


async def test_a_button_of_another_request_means_nothing_here(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    await house.say("hello", "dana")
    other = (await house.card("For Dana"))["handoff"]
    ana = await sign_in(house, "ana")
    for token in (encode(CardToken(other, "approve")), "", "h1:x", "h9:a:b", "\x00", "h1:" + "a" * 26 + ":approve"):
        assert "do not know this button" in (await ana.post(f"{path}/act", token=token)).words
    assert house.rows("SELECT DISTINCT state FROM handoff") == [("pending",)]


# --- what is secret, and what is hostile ----------------------------------------------------------------------------


async def test_what_is_secret_is_shown_on_the_answer_only_and_is_on_record(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    code = node("set", "action", actionType="set_variable", variable="code", value=SECRET)
    ask = handoff("ask", "Is {{code}} right?", variables=["code"], secret=["code"])
    nodes = [trigger(), code, ask, message("yes"), message("no")]
    house = await open_house(file(nodes, "start > set", "set > ask", "ask.approved > yes", "ask.rejected > no"))
    await house.say("hello")
    path = f"/handoffs/{(await house.card('Waiting*'))['handoff']}"
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert SECRET not in page.text
    [form] = offers(page, "reveal")
    shown = await ana.post(f"{path}/act", follow=False, **form)
    assert shown.status == 200 and SECRET in shown.words and shown.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in shown.headers
    assert SECRET not in (await ana.get(path)).text
    assert [actor for actor, _ in house.audit("secret.revealed")] == ["web:ana"]


EVIL = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>",
    "template": "{{7*7}}{% raw %}${7*7}",
    "bidi": "\u202eevorppA\u202c\u2066x\u200b",
    "long": "x" * 20_000,
}


@pytest.mark.parametrize("text", EVIL.values(), ids=EVIL)
async def test_a_hostile_text_is_plain_text_in_every_field(open_house: OpenHouse, sign_in: SignIn, text: str) -> None:
    ask = handoff("ask", "{{message}}", label=text[:60], variables=["message"])
    pay = tool("pay", "stripe__create_refund", arguments={"note": "{{message}}"})
    nodes = [trigger(), ask, pay, message("yes"), message("no")]
    ways = ("start > ask", "ask.approved > pay", "pay > yes", "ask.rejected > no")
    house = await open_house(file(nodes, *ways, name=text[:60]))
    await house.say(text)
    path = f"/handoffs/{(await house.card('Waiting*'))['handoff']}"
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/comment", words=text, key="k1")
    await ana.post(f"{path}/act", **{**plain(offers(await ana.get(path), "inquire")[0]), "words": text})
    page = await ana.get(path)
    assert page.status == 200
    assert "<script>alert" not in page.text and "<img src=x" not in page.text and "<svg" not in page.text
    assert "49" not in page.words.replace(" ", "") or text != EVIL["template"]
    assert not set("\u202e\u2066\u200b") & set(page.text)
    assert not re.search(r"<[^>]*\son\w+=", page.text)
    await ana.post(f"{path}/act", **{**plain(offers(page, "reject")[0]), "words": text})
    assert "<script>alert" not in (await ana.get(path)).text
    picture = await ana.get(f"{path}/picture.svg")
    assert picture.status == 200 and "<script" not in picture.text


async def test_the_page_speaks_its_readers_language(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, CONFIG.replace('play = "ana" }', 'play = "ana", locale = "de" }'))
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert '<html lang="de">' in page.text and "Genehmigen" in page.words and "Menschen wurden gefragt." in page.words
    told = await ana.post(f"{path}/act", **offers(page, "approve")[0])
    assert "Genehmigt." in told.words and "Approved" not in told.words


# --- what is said among reviewers, and what happened ----------------------------------------------------------------


async def test_a_comment_is_for_reviewers_and_counts_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    [form] = (await ana.get(path)).forms(f"{path}/comment")
    for _ in range(3):
        await ana.post(f"{path}/comment", **{**form, "words": "I know him\nwell"})
    assert (await ben.get(path)).text.count("I know him\nwell") == 1
    assert "Ana commented." in (await ben.get(path)).words
    assert [actor for actor, _ in house.audit("handoff.commented")] == ["web:ana"]
    assert "nothing to keep" in (await ana.post(f"{path}/comment", key="k9", words="  ")).words
    assert not [text for text in await house.texts() if "I know him" in text]


async def test_comments_are_erased_with_their_customer(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, CONFIG + 'forget = "at_once"\n')
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/comment", words="I know Chris", key="k1")
    await house.tap("ana", "Reject")
    await house.say("too late", "ana")
    await house.sees("Not paid.")
    await house.say("/forget")
    await house.sees("*")
    await house.say("/forget yes")
    await house.until(
        lambda: _none(house, "SELECT 1 FROM comment"), lambda: _none(house, "SELECT words FROM comment"), "erased"
    )
    page = await ana.get(path)
    assert page.status == 200 and "I know Chris" not in page.text and "hello" not in page.words


async def _none(house: House, sql: str) -> bool:
    return not house.rows(sql)


async def test_what_happened_is_told_in_order_with_the_calls(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "approved → pay" in page.words and "rejected → no" in page.words and "It stands at: ask" in page.words
    await ana.post(f"{path}/act", **offers(page, "approve")[0])
    await house.sees("Paid.")
    await house.quiet()
    words = (await ana.get(path)).words
    told = [
        "began.",
        "People were asked.",
        "Ana approved it.",
        "stripe__create_refund is called.",
        "answered.",
        "done.",
    ]
    found = [words.index(each) for each in told]
    assert found == sorted(found)
    assert "It stands at: its end" in words, words[-900:]
    assert "start → ask → pay → yes" in words, words[-900:]


async def test_the_picture_is_served_by_its_own_policy(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    picture = await ana.get(f"{path}/picture.svg")
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert "style-src 'sha256-" in picture.headers["Content-Security-Policy"] and "sandbox" in picture.headers[
        "Content-Security-Policy"]  # fmt: skip
    assert 'class="human_handoff here"' in picture.text
    assert 'class="yes"' in picture.text and 'class="no"' in picture.text and 'class="passed"' in picture.text
    assert " style=" not in picture.text
