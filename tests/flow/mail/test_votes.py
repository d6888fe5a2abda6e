"""Several votes, options and undo by mail."""

from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, BEN, links
from tests.flow.telegram_house import choosing, direct


async def test_two_people_vote_by_their_own_links(open_mail: Open) -> None:
    house = await open_mail(direct(quorum=2))
    await house.say("refund please")
    ana, ben = await house.card_mail(ANA), await house.card_mail(BEN)
    page = await house.decide(links(ana)["Approve"])
    assert "Ana approves" in page.text and "One vote so far" in page.text
    again = await house.decide(links(ana)["Approve"])
    assert "One vote so far" in again.text
    assert house.tools.sent == []
    await house.decide(links(ben)["Genehmigen"])
    await house.sees("Your refund is done.")
    result = await house.mail(ANA, "Re: ")
    assert "Approved by Ben" in result.body["text"] and "Ana approves" in result.body["text"]
    await house.mail(BEN, "Re: ")
    assert len(house.fake.emails) == 4


async def test_an_option_is_chosen_by_a_link_of_its_own(open_mail: Open) -> None:
    house = await open_mail(choosing())
    await house.say("refund please")
    mine = links(await house.card_mail(ANA))
    assert set(mine) == {"All of it", "Half"}
    page = await house.decide(mine["Half"])
    assert "“Half” chosen by Ana" in page.text
    await house.sees("Your refund is done.")
    assert [call.arguments[:18] for call in house.tools.sent] == ['{"order_id":"half"']
    assert "“Half” chosen by Ana" in (await house.get(mine["All of it"])).text


async def test_an_approval_is_undone_by_the_link_of_a_second_mail(open_mail: Open) -> None:
    house = await open_mail(direct(undo="1h"))
    await house.say("refund please")
    await house.decide(links(await house.card_mail(ANA))["Approve"])
    told = await house.mail(BEN, "Re: ")
    assert "Genehmigt von Ana" in told.body["text"]
    await house.decide(links(told)["Zurücknehmen"])
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert house.tools.sent == []


async def test_what_nobody_undoes_begins(open_mail: Open) -> None:
    house = await open_mail(direct(undo="1h"))
    await house.say("refund please")
    await house.decide(links(await house.card_mail(ANA))["Approve"])
    undo = links(await house.mail(ANA, "Re: "))["Undo"]
    await house.advance(hours=2)
    await house.sees("Your refund is done.")
    assert "Approved by Ana at" in (await house.decide(undo)).text
    assert len(house.tools.sent) == 1


FIELDS = [{"variable": "message", "label": "Text"}, {"variable": "amount", "type": "number", "max": 5000}]


async def test_a_value_is_changed_on_the_page_and_asked_anew(open_mail: Open) -> None:
    house = await open_mail(direct(fields=FIELDS[:1], quorum=2))
    await house.say("refund please")
    mine, theirs = links(await house.card_mail(ANA)), links(await house.card_mail(BEN))
    await house.decide(theirs["Genehmigen"])
    page = await house.get(mine["Approve"])
    assert 'name="field message" value="refund please"' in page.raw
    sent = {**page.fields, "field message": "refund of a chair"}
    assert "Please set the tick first" in (await house.post_form(mine["Approve"], {**sent, "change": "yes"})).text
    refused = await house.post_form(mine["Approve"], {**sent, "sure": "yes"})
    assert "press Change first" in refused.text
    changed = await house.post_form(mine["Approve"], {**sent, "sure": "yes", "change": "yes"})
    assert changed.status == 200 and "refund of a chair" in changed.text and "a new mail with links" in changed.text
    assert "not asked any more in this way" in (await house.decide(mine["Approve"])).text
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]
    again = await house.card_mail(ANA)
    assert "Ana" in again.body["text"] and "refund of a chair" in again.body["text"]
    assert "One vote so far" in (await house.decide(links(again)["Approve"])).text


async def test_what_does_not_fit_changes_nothing(open_mail: Open) -> None:
    document = direct(fields=FIELDS, reason="{{amount}}")
    amount = {"actionType": "set_variable", "variable": "amount", "value": "4000"}
    nodes = [*document["nodes"], {"id": "set", "type": "action", "data": amount}]
    edges = [{**edge, "source": "set"} if edge["source"] == "t" else edge for edge in document["edges"]]
    house = await open_mail({"nodes": nodes, "edges": [{"source": "t", "target": "set"}, *edges]})
    await house.say("refund please")
    mine = links(await house.card_mail(ANA))
    fields = (await house.get(mine["Approve"])).fields
    wrong = {**fields, "field amount": "9000", "sure": "yes", "change": "yes"}
    page = await house.post_form(mine["Approve"], wrong)
    assert page.status == 409 and "at most 5000" in page.text
    nothing = await house.post_form(mine["Approve"], {**fields, "sure": "yes", "change": "yes"})
    assert "nothing to change" in nothing.text
    assert "Approved by Ana" in (await house.decide(mine["Approve"])).text


async def test_somebody_looks_after_it_and_is_told_what_is_hidden(open_mail: Open) -> None:
    house = await open_mail(direct(secret=["message"], variables=["message"], reason="A request"))
    await house.say("my number is 4711")
    card = await house.card_mail(ANA)
    assert "4711" not in card.body["text"]
    url = links(card)["Approve"]
    page = await house.get(url)
    claim, reveal = (f"h1:{house.rows('SELECT id FROM handoff')[0][0]}:{action}" for action in ("claim", "reveal"))
    assert claim in page.raw and reveal in page.raw and "4711" not in page.raw
    assert "4711" not in (await house.post_form(url, {**page.fields, "also": reveal})).text
    told = await house.post_form(url, {**page.fields, "sure": "yes", "also": reveal})
    assert "message: my number is 4711" in told.text
    kept = await house.post_form(url, {**page.fields, "sure": "yes", "also": claim})
    assert "You look after this now." in kept.text and "Ana looks after this" in kept.text
    forged = await house.post_form(url, {**page.fields, "sure": "yes", "also": claim.replace("claim", "stop")})
    assert "I do not know this button." in forged.text
    assert house.decisions() == []
    assert house.rows("SELECT actor FROM audit WHERE event = 'secret.revealed'") == [(f"email:{ANA}",)]
