"""Several votes, options, undo and what is hidden, on Telegram."""

from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import choosing, direct


async def test_two_people_vote_and_the_card_counts(open_telegram: Open) -> None:
    house = await open_telegram(direct(quorum=2))
    card = await house.asks()
    answer = await house.ana.taps(card, "Approve")
    assert answer.text.startswith("Your vote counts") and not answer.alert
    await house.fake.until(lambda: "Ana approves" in card.text)
    assert "One vote so far" in card.text and "Approve" in card.buttons
    assert (await house.ben.taps(card, "Approve")).text == "Approved."
    await house.chris.sees(house.bot, "Your refund is done.")
    await house.fake.until(lambda: "Approved by Ben" in card.text)
    assert house.states() == {"approved": 1}


async def test_an_option_is_chosen(open_telegram: Open) -> None:
    house = await open_telegram(choosing())
    await house.chris.says(house.bot, "refund please")
    card = await house.ana.sees(house.group, "refund please", button="Half")
    assert card.buttons[:2] == ["All of it", "Half"]
    assert 'Half → stripe__create_refund {"order_id":"half"}' in card.text
    assert (await house.ana.taps(card, "Half")).text == "Noted: Half."
    await house.chris.sees(house.bot, "Your refund is done.")
    assert [call.arguments[:18] for call in house.tools.sent] == ['{"order_id":"half"']
    await house.fake.until(lambda: "“Half” chosen by Ana" in card.text)
    assert card.buttons == []


async def test_an_approval_is_undone(open_telegram: Open) -> None:
    house = await open_telegram(direct(undo="1h"))
    card = await house.asks()
    assert (await house.ana.taps(card, "Approve")).text.startswith("Approved. It begins in")
    await house.fake.until(lambda: "Undo" in card.buttons)
    assert (await house.otto.taps(card, "Undo")).alert
    assert (await house.ben.taps(card, "Undo")).text == "The request is open again."
    await house.fake.until(lambda: "Approve" in card.buttons)
    assert house.tools.sent == []


async def test_somebody_looks_after_it_and_sees_what_is_hidden(open_telegram: Open) -> None:
    house = await open_telegram(direct(secret=["message"], variables=["message"], reason="A request"))
    await house.chris.says(house.bot, "my number is 4711")
    card = await house.ana.sees(house.group, "A request", button="Approve")
    assert "4711" not in card.text
    await house.ana.taps(card, "More")
    await house.fake.until(lambda: "Back" in card.buttons)
    answer = await house.ana.taps(card, "Show what is hidden")
    assert (answer.text, answer.alert) == ("message: my number is 4711", True)
    assert "4711" not in card.text
    assert (await house.ana.taps(card, "I look after this")).text.startswith("You look after this now.")
    await house.fake.until(lambda: "Ana looks after this" in card.text)
    assert house.rows("SELECT actor FROM audit WHERE event = 'secret.revealed'") == [("telegram:1001",)]
