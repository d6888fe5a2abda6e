"""Cards in a Telegram group, and what becomes of taps."""

from tests.flow.telegram_house import TelegramHouse


async def test_a_tap_decides_and_everybody_reads_it(telegram: TelegramHouse) -> None:
    card = await telegram.asks("refund for the espresso machine")
    assert card.buttons[:2] == ["Approve", "Reject"]
    answer = await telegram.ana.taps(card, "Approve")
    assert answer.text == "Approved."
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    await telegram.ana.sees(telegram.group, "Approved by Ana")
    assert telegram.states() == {"approved": 1}
