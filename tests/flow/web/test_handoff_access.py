"""Who may see and do what with a request on its page, and that nothing hostile or secret gets out of its place."""

import re

import pytest

from channels.tokens import CardToken, encode
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web.test_handoff import a_request, offers, plain
from tests.flow.web_house import Visitor
from tests.unit.workflows import file, handoff, message, node, tool, trigger

MISSING = "There is no such page here for you."
SECRET = "canary-secret-7f3a"


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
