"""Requests that wait are recalled: after the spans of their node, one message per place, in working hours, once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.asking import Amendment
from engine.ids import HandoffId
from engine.transitions import Action
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking

HOURLY = ["1h", "4h"]


async def reminders(house: House, place: str = "play:review") -> list[str]:
    """What was said of waiting requests."""
    return [text for text in await house.texts_at(place) if "waiting for a decision:" in text]


async def told(house: House, count: int) -> list[str]:
    """The reminders, once there are so many."""

    async def look() -> list[str] | None:
        found = await reminders(house)
        return found if len(found) >= count else None

    return await house.until(look, lambda: reminders(house), f"{count} reminders")


async def looked_again(house: House) -> None:
    """Once the sweep has looked, and what it found was told."""
    await house.app.reminders.sweep()
    await house.quiet()


async def asked(open_house: OpenHouse, config: str = CONFIG, **data: object) -> House:
    house = await open_house(asking(**data), config)
    await house.say("hello")
    await house.card("For Chris")
    return house


async def test_people_are_reminded_when_their_node_says_so(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind=HOURLY)
    await house.advance(minutes=59)
    await looked_again(house)
    assert await reminders(house) == []
    await house.advance(minutes=2)
    [first] = await told(house, 1)
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    assert first.split("\n")[0] == "A request is waiting for a decision:"
    assert first.split("\n")[1] == f"{handoff[:6]} · for 1 hour · For Chris"
    await house.advance(hours=2)
    await looked_again(house)
    assert len(await reminders(house)) == 1
    await house.advance(hours=1)
    assert len(await told(house, 2)) == 2
    await house.advance(days=30)
    await looked_again(house)
    assert len(await reminders(house)) == 2
    assert house.rows("SELECT COUNT(*) FROM audit WHERE event = 'handoff.reminded'") == [(2,)]


async def test_nobody_is_reminded_of_what_was_decided(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind="15m")
    assert await house.tap("ana", "Approve") == "Approved."
    await house.advance(days=1)
    await looked_again(house)
    assert await reminders(house) == []
    assert house.rows("SELECT remind_at FROM handoff") == [(None,)]


async def test_without_a_word_of_the_node_the_bot_reminds_after_an_hour_and_a_day(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.advance(hours=1)
    assert len(await told(house, 1)) == 1
    await house.advance(hours=23)
    assert len(await told(house, 2)) == 2


async def test_the_bots_reminders_are_configured_and_can_be_none(open_house: OpenHouse) -> None:
    house = await asked(open_house, CONFIG.replace("[bots.refunds]", "[bots.refunds]\nremind = []"))
    await house.advance(days=10)
    await looked_again(house)
    assert await reminders(house) == []


async def test_several_that_are_due_are_one_message(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind="1h")
    await house.say("hello", "dana")
    await house.card("For Dana")
    await house.advance(hours=1, minutes=1)
    [both] = await told(house, 1)
    first, *lines = both.split("\n")
    assert first == "2 requests are waiting for a decision:"
    assert [line.rpartition(" · ")[2] for line in lines] == ["For Chris", "For Dana"]


async def test_a_place_is_left_alone_for_a_while_and_what_is_due_then_comes_together(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind="1h")
    for minutes, who in ((4, "dana"), (3, "eli")):
        await house.advance(minutes=minutes)
        await house.say("hello", who)
        await house.card(f"For {who.title()}")
    await house.advance(minutes=54)
    await told(house, 1)
    await house.advance(minutes=8)
    await looked_again(house)
    assert len(await reminders(house)) == 1, "two more are due, and the last message is not ten minutes old"
    await house.advance(minutes=3)
    _, second = await told(house, 2)
    assert [line.rpartition(" · ")[2] for line in second.split("\n")[1:]] == ["For Dana", "For Eli"]


async def test_after_a_long_silence_one_reminder_comes_and_not_each_that_was_missed(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind=["1h", "2h", "3h", "4h", "30d"])
    await house.advance(hours=10)
    await told(house, 1)
    await house.advance(hours=1)
    await looked_again(house)
    assert len(await reminders(house)) == 1
    [(at, opened)] = house.rows("SELECT remind_at, opened_at FROM handoff")
    assert at - opened == 30 * 24 * 3600 * 1_000_000


async def test_nobody_is_reminded_out_of_working_hours(open_house: OpenHouse) -> None:
    here = (10 - datetime.now(UTC).hour + 12) % 24 - 12  # where it is about ten in the morning now
    zone = f"Etc/GMT{-here:+}" if here else "UTC"
    hours = f'[teams.finance]\nhours = "Mon-Sun 14:00-15:30"\ntimezone = "{zone}"'
    house = await asked(open_house, CONFIG.replace("[teams.finance]", hours), remind="1h")
    await house.advance(hours=1, minutes=1)
    await looked_again(house)
    assert await reminders(house) == []
    [(at,)] = house.rows("SELECT remind_at FROM handoff")
    opening = datetime.fromtimestamp(at / 1_000_000, ZoneInfo(zone))
    assert (opening.hour, opening.minute) == (14, 0)
    await house.advance(hours=3)
    assert len(await told(house, 1)) == 1


async def test_what_is_secret_stands_in_no_reminder(open_house: OpenHouse) -> None:
    house = await open_house(asking(remind="1h", secret=["user_name"], label="Finance"))
    await house.say("hello")
    await house.card("For hidden")
    await house.advance(hours=2)
    [text] = await told(house, 1)
    assert "Chris" not in text and text.endswith("· Finance")


async def test_who_snoozes_a_request_is_reminded_when_that_is_over_and_then_as_ever(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind=["1h", "1d"])
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    until = house.app.desk._clock.now() + timedelta(hours=5)
    snooze = Amendment(Action.SNOOZE, "ana", until, lambda each: each.progress, remind_at=until)
    await house.app.runner.rulings.amend(HandoffId(handoff), snooze)
    for hours, count in ((2, 0), (3, 1), (12, 1), (8, 2)):
        await house.advance(hours=hours, minutes=1)
        await looked_again(house)
        assert len(await reminders(house)) == count


async def test_nobody_is_reminded_of_what_ends_at_that_moment(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind="1h", timeout="1h")
    await house.advance(hours=2)
    await house.app.alarm.sweep()
    await looked_again(house)
    assert await reminders(house) == [] and house.audit("handoff.reminded") == []
    assert house.rows("SELECT state FROM handoff") == [("timed_out",)]


async def test_nobody_is_reminded_of_what_was_approved_and_may_still_be_undone(open_house: OpenHouse) -> None:
    house = await asked(open_house, remind="1h", undo="5h")
    await house.tap("ana", "Approve")
    await house.advance(hours=2)
    await looked_again(house)
    assert await reminders(house) == [] and house.rows("SELECT state FROM handoff") == [("settling",)]
