"""Several votes, options, undo and what is hidden, on Discord."""

from tests.flow.discord.conftest import Open
from tests.flow.telegram_house import choosing, direct


async def test_two_people_vote_and_the_card_counts(open_discord: Open) -> None:
    house = await open_discord(direct(quorum=2))
    card = await house.asks()
    await house.ana.taps(card, "Approve")
    assert (await house.ana.sees(house.desk, "Your vote counts")).ephemeral
    assert await house.fake.until(lambda: "Ana approves" in card.text)
    assert "One vote so far" in card.text and "Approve" in card.buttons
    await house.ben.taps(card, "Approve")
    await house.chris.sees(house.bot, "Your refund is done.")
    assert await house.fake.until(lambda: "Approved by Ben" in card.text)


async def test_a_rejection_that_does_not_suffice_leaves_the_card_open(open_discord: Open) -> None:
    house = await open_discord(direct(quorum=2, deny=2))
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None
    await house.ana.submits(opened.modal, {"Your own words": "too much"}).answer()
    assert await house.fake.until(lambda: "Ana rejects" in card.text and "too much" in card.text)
    assert house.states() == {"pending": 1}


async def test_a_value_is_changed_by_a_form(open_discord: Open) -> None:
    fields = [{"variable": "message", "label": "Text"}]
    house = await open_discord(direct(fields=fields))
    card = await house.asks("refund for a lamp")
    mine = (await house.ana.presses(card, "More…").outcome()).message
    assert mine is not None
    opened = await house.ana.taps(mine, "Change a value")
    assert opened.modal is not None and opened.modal.title.startswith("Change ")
    await house.ana.submits(opened.modal, {"Which value, and what it is to be": "text refund for a chair"}).answer()
    assert await house.fake.until(lambda: "refund for a chair" in card.text and "changed by Ana" in card.text)
    refused = await house.otto.taps(card, "More…")
    assert refused is not None
    await house.ana.taps(card, "Approve")
    await house.chris.sees(house.bot, "Your refund is done.")
    assert house.rows("SELECT detail FROM audit WHERE event = 'handoff.edited'")[0][0].count("refund for a chair") == 1


async def test_an_option_is_chosen(open_discord: Open) -> None:
    house = await open_discord(choosing())
    await house.chris.says(house.bot, "refund please")
    card = await house.ana.sees(house.desk, "refund please", button="Half")
    assert card.buttons == ["All of it", "Half", "More…"]
    await house.ana.taps(card, "Half")
    await house.chris.sees(house.bot, "Your refund is done.")
    assert [call.arguments[:18] for call in house.tools.sent] == ['{"order_id":"half"']
    assert await house.fake.until(lambda: "“Half” chosen by Ana" in card.text)
    assert card.buttons == []


async def test_an_approval_is_undone(open_discord: Open) -> None:
    house = await open_discord(direct(undo="1h"))
    card = await house.asks()
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "It begins in")
    assert await house.fake.until(lambda: "Undo" in card.buttons)
    await house.ben.taps(card, "Undo")
    assert await house.fake.until(lambda: "Approve" in card.buttons)
    assert house.tools.sent == []


async def test_somebody_looks_after_it_and_sees_what_is_hidden(open_discord: Open) -> None:
    house = await open_discord(direct(secret=["message"], variables=["message"], reason="A request: {{message}}"))
    await house.chris.says(house.bot, "my number is 4711")
    card = await house.ana.sees(house.desk, "A request", button="Approve")
    choices = (await house.ana.types("/handoff", house.desk, "id", "").answer()).choices
    assert choices[0]["name"].endswith("A request: hidden")
    mine = (await house.ana.presses(card, "More…").outcome()).message
    assert mine is not None and "4711" not in mine.text
    await house.ana.taps(mine, "Show what is hidden")
    assert (await house.ana.sees(house.desk, "my number is 4711")).only_for == house.ana.id
    await house.ana.taps(mine, "I look after this")
    assert await house.fake.until(lambda: "Ana looks after this" in card.text)
    assert await house.fake.until(lambda: "I leave this to others" in mine.buttons)
