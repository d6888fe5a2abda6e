"""Cards in a Discord channel, and what becomes of taps."""

from engine.tools import ToolCall, Unknown
from tests.fakes.discord.fake import DiscordFake
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse
from tests.flow.telegram_house import DIRECT


async def test_a_tap_decides_and_everybody_reads_it(house: DiscordHouse) -> None:
    card = await house.asks("refund for the espresso machine")
    assert card.buttons == ["Approve", "Reject", "More…"]
    press = house.ana.presses(card, "Approve")
    assert (await press.answer()).kind == "silent"
    told = await house.ana.sees(house.desk, "Approved.")
    assert told.ephemeral and told.only_for == house.ana.id
    await house.chris.sees(house.bot, "Your refund is done.")
    done = await house.ana.sees(house.desk, "Approved by Ana")
    assert (done.id, done.buttons) == (card.id, [])
    assert "refund for the espresso machine" in done.text, "the facts stay on the card"
    assert house.states() == {"approved": 1}
    assert not card.pinged


async def test_a_stranger_is_refused_in_words_and_nothing_happens(house: DiscordHouse) -> None:
    card = await house.asks()
    await house.otto.taps(card, "Approve")
    refused = await house.otto.sees(house.desk, "not a reviewer")
    assert refused.ephemeral
    form = await house.otto.taps(card, "Reject")
    assert form.ephemeral and "not a reviewer" in form.text
    assert house.states() == {"pending": 1}
    assert house.rows("SELECT DISTINCT actor FROM audit WHERE event = 'decision.refused'") == [("discord:1009",)]


async def test_whoever_comes_second_is_told_who_won(house: DiscordHouse) -> None:
    card = await house.asks()
    first, second = house.ana.presses(card, "Approve"), house.ben.presses(card, "Approve")
    await first.answer()
    await second.answer()
    assert await house.fake.until(lambda: first.later and second.later)
    answers = {first.later[0].text, second.later[0].text}
    [won] = answers & {"Approved."}
    [lost] = answers - {won}
    assert lost.startswith(("Already approved by Ana", "Already approved by Ben"))
    assert house.states() == {"approved": 1}


async def test_reject_opens_a_form_for_the_reason(house: DiscordHouse) -> None:
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None and opened.modal.title.startswith("Reject ")
    assert list(opened.modal.fields()) == ["Reason", "Your own words"]
    assert house.states() == {"pending": 1}, "a form that was opened decides nothing"
    sent = house.ana.submits(opened.modal, {"Reason": "Asked for twice", "Your own words": "in May"})
    assert (await sent.answer()).kind == "silent"
    await house.chris.sees(house.bot, "No refund: Asked for twice: in May")
    await house.ana.sees(house.desk, "Rejected by Ana")
    assert house.rows("SELECT reason, person FROM decision") == [("Asked for twice: in May", "ana")]


async def test_a_form_may_be_empty_where_no_reason_is_needed(house: DiscordHouse) -> None:
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None
    await house.ana.submits(opened.modal).answer()
    await house.ana.sees(house.desk, "Rejected by Ana")
    assert house.rows("SELECT reason, person FROM decision") == [("", "ana")]


async def test_a_form_that_was_overtaken_is_told_who_won(house: DiscordHouse) -> None:
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    assert opened.modal is not None
    await house.ben.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ben")
    late = house.ana.submits(opened.modal, {"Your own words": "no"})
    await late.answer()
    assert (await house.ana.sees(house.desk, "Already approved by Ben")).ephemeral
    assert house.states() == {"approved": 1}


async def test_more_is_seen_by_who_asks_alone(house: DiscordHouse) -> None:
    card = await house.asks("my first line")
    opened = await house.ana.presses(card, "More…").outcome()
    mine = opened.message
    assert mine is not None and mine.ephemeral
    assert "my first line" in mine.text and mine.buttons[:2] == ["Approve", "Reject"]
    assert mine.buttons[2:] == ["Ask the customer", "Talk with the customer", "I look after this"]
    await house.otto.taps(card, "More…")
    assert (await house.otto.sees(house.desk, "not a reviewer")).ephemeral
    await house.ana.taps(mine, "Approve")
    await house.fake.until(lambda: "Approved by Ana" in mine.text and "Approved by Ana" in card.text)
    assert mine.buttons == [] and card.buttons == []
    assert house.states() == {"approved": 1}


async def test_a_long_talk_is_a_file_for_who_asks(house: DiscordHouse) -> None:
    card = await house.asks("x " * 900)
    opened = await house.ana.presses(card, "More…").outcome()
    assert opened.message is not None
    talk = await house.ana.presses(opened.message, "Whole conversation").outcome()
    assert talk.message is not None and talk.message.ephemeral
    [file] = talk.message.attachments
    assert file.upload.name.startswith("conversation-")
    assert b"x x x" in file.upload.data


async def test_a_forged_payload_is_refused_in_words(house: DiscordHouse, fake: DiscordFake) -> None:
    card = await house.asks()
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    for custom_id in ("", "h1:", f"h1:{handoff}:stop", "h1:nobody:approve", f"h1:{handoff}:expire", "x" * 100):
        press = fake.forged_press(house.ana, card, custom_id)
        await press.answer()
        assert await fake.until(lambda press=press: press.later), custom_id
        assert press.later[0].text == "I do not know this button. Nothing happened.", custom_id
    assert house.states() == {"pending": 1}


async def test_buttons_outlive_the_process(open_discord: Open) -> None:
    house = await open_discord()
    card = await house.asks()
    opened = await house.ana.taps(card, "Reject")
    house = await open_discord()
    assert opened.modal is not None
    await house.ana.submits(opened.modal, {"Your own words": "from before"}).answer()
    await house.ana.sees(house.desk, "Rejected by Ana")
    second = await house.asks("and another")
    house = await open_discord(DIRECT)
    await house.ana.taps(second, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")


async def test_that_a_call_in_doubt_happened_is_said_with_its_reference_by_a_form(open_discord: Open) -> None:
    house = await open_discord()
    house = await open_discord(bot=f'operators = ["discord:{house.desk.id}"]')
    olga = house.fake.user(1003)
    house.tools.answers["stripe__create_refund"] = _lost
    await house.ana.taps(await house.asks(), "Approve")
    doubt = await olga.sees(house.desk, "carried out?", button="It happened", within=15)
    refused = await house.ana.taps(doubt, "It happened")
    assert refused.ephemeral and "Only an operator" in refused.text
    opened = await olga.taps(doubt, "It happened")
    assert opened.modal is not None and list(opened.modal.fields()) == ["Reference, such as a number"]
    await olga.submits(opened.modal, {"Reference, such as a number": "re_42"}).answer()
    await olga.sees(house.desk, "Olga confirmed")
    await house.chris.sees(house.bot, "Your refund is done.")
    assert house.rows("SELECT reason, person FROM decision WHERE action = 'confirm'") == [("re_42", "olga")]


async def _lost(call: ToolCall) -> Unknown:
    return Unknown("the line was cut")


async def test_a_word_in_reply_to_a_card_asks_for_a_tap(house: DiscordHouse) -> None:
    card = await house.asks()
    await house.ben.says(house.desk, f"{house.bot.user.mention} approve", reply_to=card)
    asked = await house.ben.sees(house.desk, "Do you mean", button="Approve")
    assert house.states() == {"pending": 1}, "a message alone decides nothing"
    await house.ben.taps(asked, "Approve")
    await house.ana.sees(house.desk, "Approved by Ben")


async def test_a_tap_under_way_is_answered_before_the_process_ends(house: DiscordHouse) -> None:
    card = await house.asks()
    house.fake.faults.late(0.5, "create_interaction_response")
    press = house.ana.presses(card, "Approve")
    assert await house.fake.until(lambda: house.fake.called("create_interaction_response"))
    await house.ends()
    assert house.states() == {"approved": 1}
    assert press.later and press.later[0].text == "Approved."
