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
