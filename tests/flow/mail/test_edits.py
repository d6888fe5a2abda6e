"""A request that is changed after it was mailed: old links decide nothing, a new mail has new ones."""

import json
from typing import Any

from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, BEN, DIRECT, MailHouse, links


def changeable(**data: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(DIRECT))
    document["nodes"][1]["data"] |= {"fields": [{"variable": "message", "label": "Wish"}], **data}
    return document


async def changed(house: MailHouse, value: str) -> None:
    """Ana changes the wish where she can type."""
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    await house.hear(f"/edit {handoff} wish {value}", "ana")
    await house.quiet()


async def test_links_from_before_a_change_decide_nothing_and_new_ones_do(open_mail: Open) -> None:
    house = await open_mail(changeable())
    await house.say("refund of 100")
    old = await house.card_mail()
    assert "Can be changed: Wish" in old.body["text"]
    ready = await house.get(links(old)["Approve"])
    await changed(house, "refund of 50")
    for method in (
        house.get(links(old)["Approve"]),
        house.post_form(links(old)["Approve"], {**ready.fields, "sure": "yes"}),
    ):
        page = await method
        assert page.status == 410 and "not asked any more in this way" in page.text
    assert house.decisions() == []
    new = await house.mail(ANA, "Re: Approval needed")
    assert "refund of 50" in new.body["text"] and "was refund of 100, changed by Ana" in new.body["text"]
    assert (await house.mail(BEN, "Re: ")).body["text"]
    await house.quiet()
    sent = len(house.fake.emails)
    await house.say("please hurry")  # a card is edited for that: no further mail
    await house.still()
    assert len(house.fake.emails) == sent
    page = await house.decide(links(new)["Approve"])
    assert "Approved by Ana" in page.text
    await house.sees("Your refund is done.")
    await house.still()
    results = [
        one for one in house.fake.emails if one.to == "Ana@example.com" and "Approved by Ana" in one.body["text"]
    ]
    assert len(results) == 1


async def test_a_change_that_no_call_shows_voids_links_too(open_mail: Open) -> None:
    house = await open_mail(changeable(reason="Pay?"))
    await house.say("refund of 100")
    old = await house.card_mail()
    await changed(house, "refund of 50")
    new = await house.mail(ANA, "Re: Approval needed")
    await changed(house, "refund of 100")
    for outdated in (old, new):  # the first says the very same as is asked now: that is not what counts
        page = await house.decide(links(outdated)["Approve"])
        assert page.status == 410
    assert house.decisions() == []


async def test_each_change_is_mailed_once_and_only_the_newest_links_decide(open_mail: Open) -> None:
    house = await open_mail(changeable())
    await house.say("refund of 100")
    mails = [await house.card_mail()]
    for value in ("refund of 50", "refund of 40"):
        await changed(house, value)
        mails.append(await house.mail(ANA, "Re: Approval needed"))
    assert len({one.message_id for one in mails}) == 3
    for outdated in mails[:2]:
        assert (await house.get(links(outdated)["Approve"])).status == 410
    assert "Rejected" in (await house.decide(links(mails[2])["Reject"], reason="no")).text
