"""Requests that nobody decides go to others: their places, their people, their votes, in their hours, each once."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, labels
from tests.flow.test_authority import asking
from tests.unit.workflows import file, handoff, message, trigger

DIRECTORS = 'members = ["lea", "otto"]\nname = "Directors"\npost = ["play:directors"]\n'
ONCALL = 'members = ["otto"]\npost = ["play:oncall"]\n'
TEAMS = f"[teams.directors]\n{DIRECTORS}[teams.oncall]\n{ONCALL}[bots.refunds]"
HOUSE = CONFIG.replace("[bots.refunds]", TEAMS)
CHAIN = [{"after": "30m", "to": "directors"}, {"after": "2h", "to": "oncall", "repeat": 2, "every": "1h"}]
ESCALATED = "SELECT COUNT(*) FROM audit WHERE event = 'handoff.escalated'"


async def asked(open_house: OpenHouse, config: str = HOUSE, **data: object) -> House:
    house = await open_house(asking(**{"remind": [], "escalate": CHAIN, **data}), config)
    await house.say("hello")
    await house.card("For Chris")
    await house.quiet()
    return house


async def cards_at(house: House, place: str) -> int:
    """How many cards stand at a place, once nothing is under way."""
    await house.app.alarm.sweep()
    await house.quiet()
    return len(await house.items("card", place))


async def nudges(house: House, place: str) -> int:
    """How often those at a place were told that still nobody has decided."""
    return len([text for text in await house.texts_at(place) if text.startswith("Still nobody has decided ")])


async def test_the_card_goes_to_others_who_may_decide_then(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.advance(minutes=29)
    assert await cards_at(house, "play:directors") == 0
    await house.advance(minutes=1)
    assert await cards_at(house, "play:directors") == 1
    for card in await house.cards():
        assert "Nobody decided in time, so these were asked, too: Directors" in card["body"]["status"]
    assert house.audit("handoff.escalated") == [("clock", {"team": "directors"})]
    assert await house.tap("lea", "Approve") == "Approved."
    await house.quiet()
    assert [labels(card["body"]) for card in await house.cards()] == [[], []]
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_before_that_they_may_not(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.tap("lea", "Approve")
    assert house.rows("SELECT state FROM handoff") == [("pending",)]


async def test_it_goes_on_to_the_next_and_is_repeated_by_a_few_words(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    for minutes, cards, said in ((30, 0, 0), (90, 1, 0), (60, 1, 1), (60, 1, 2), (600, 1, 2)):
        await house.advance(minutes=minutes)
        assert (await cards_at(house, "play:oncall"), await nudges(house, "play:oncall")) == (cards, said)
    teams = [detail["team"] for _, detail in house.audit("handoff.escalated")]
    assert teams == ["directors", "oncall", "oncall", "oncall"]
    assert await nudges(house, "play:review") == await nudges(house, "play:directors") == 0
    assert house.rows("SELECT due_at FROM handoff") == [(None,)]


async def test_who_reads_at_the_same_place_is_told_by_words_and_may_decide(open_house: OpenHouse) -> None:
    house = await asked(open_house, escalate={"after": "1h", "to": "legal"})
    await house.advance(hours=1)
    assert await cards_at(house, "play:review") == 1 and await nudges(house, "play:review") == 1
    assert await house.tap("lea", "Approve") == "Approved."


async def test_after_a_long_silence_each_team_is_asked_once(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.advance(days=2)
    assert (await cards_at(house, "play:directors"), await cards_at(house, "play:oncall")) == (1, 1)
    assert await nudges(house, "play:oncall") == 0
    assert len(house.audit("handoff.escalated")) == 2


async def test_a_deadline_that_has_passed_meanwhile_asks_nobody(open_house: OpenHouse) -> None:
    house = await asked(open_house, timeout="90m")
    await house.advance(days=2)
    await house.sees("Not paid.")
    assert await cards_at(house, "play:directors") == 0
    assert house.audit("handoff.escalated") == [] and house.rows("SELECT state FROM handoff") == [("timed_out",)]


async def test_nobody_is_asked_about_what_was_decided(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.tap("ana", "Approve")
    await house.advance(days=2)
    assert await cards_at(house, "play:directors") == 0 and house.audit("handoff.escalated") == []


async def test_so_many_of_them_decide_as_their_team_wants(open_house: OpenHouse) -> None:
    config = HOUSE.replace(DIRECTORS, f"{DIRECTORS}quorum = 2\n")
    house = await asked(open_house, config, quorum=2)
    await house.advance(minutes=30)
    assert await cards_at(house, "play:directors") == 1
    assert await house.tap("lea", "Approve") != "Approved."
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await house.quiet()
    assert await house.tap("otto", "Approve") == "Approved."


async def test_the_node_can_want_fewer_of_them(open_house: OpenHouse) -> None:
    config = HOUSE.replace(DIRECTORS, f"{DIRECTORS}quorum = 2\n")
    house = await asked(open_house, config, quorum=2, escalate={"after": "30m", "to": "directors", "quorum": 1})
    await house.advance(minutes=30)
    assert await cards_at(house, "play:directors") == 1
    assert await house.tap("lea", "Approve") == "Approved."


async def test_they_are_asked_when_they_are_at_work_and_the_next_do_not_wait_for_that(open_house: OpenHouse) -> None:
    soon = datetime.now(UTC) + timedelta(hours=12)
    hours = f'hours = "Mon-Sun {soon.hour:02}:00-{soon.hour:02}:59"\n'
    house = await asked(
        open_house, HOUSE.replace(DIRECTORS, f"{DIRECTORS}{hours}"), escalate=[CHAIN[0], {**CHAIN[1], "repeat": 0}]
    )
    edits = len(house.audit("handoff.escalated"))
    await house.advance(minutes=31)
    assert await cards_at(house, "play:directors") == 0 and len(house.audit("handoff.escalated")) == edits
    await house.advance(minutes=90)
    assert (await cards_at(house, "play:directors"), await cards_at(house, "play:oncall")) == (0, 1)
    await house.advance(hours=10)
    await house.app.alarm.sweep()
    [(opening, progress)] = house.rows("SELECT due_at, progress FROM handoff")
    if opening is not None:  # the clock of the machine is not at a full hour
        assert datetime.fromtimestamp(opening / 1e6, UTC).strftime("%H:%M") == f"{soon.hour:02}:00", progress
    await house.advance(minutes=59)
    assert await cards_at(house, "play:directors") == 1


async def test_several_sweeps_at_once_ask_once(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    await house.advance(minutes=31)
    await asyncio.gather(*(house.app.alarm.sweep() for _ in range(5)))
    assert await cards_at(house, "play:directors") == 1
    assert house.rows(ESCALATED) == [(1,)]


@pytest.mark.errors("could not be woken")
async def test_one_that_cannot_be_woken_keeps_no_other_waiting(open_house: OpenHouse) -> None:
    nodes = [trigger(), handoff("ask", "For {{user_name}}", timeout="1h"), message("yes"), message("no")]
    house = await open_house(file(nodes, "start > ask", "ask.approved > yes", "ask.rejected > no"), HOUSE)
    for who in ("chris", "dana"):
        await house.say("hello", who)
        await house.card(f"For {who.title()}")
    await house.quiet()
    woken, real = [], house.app.desk.wake

    async def wake(which: str) -> None:
        woken.append(which)
        if which == woken[0]:
            raise ValueError("this one never")
        await real(which)  # type: ignore[arg-type]

    house.app.scheduler.stop()
    house.app.desk.wake = wake  # type: ignore[method-assign, assignment]
    await house.advance(hours=2)
    await house.app.alarm.sweep()
    assert house.rows("SELECT state FROM handoff WHERE id <> ?", woken[0]) == [("timed_out",)]
    assert house.rows("SELECT state FROM handoff WHERE id = ?", woken[0]) == [("pending",)]


async def test_the_playground_can_go_to_the_next_working_day(open_house: OpenHouse) -> None:
    config = HOUSE.replace("[teams.finance]", '[teams.finance]\nhours = "Tue 10:30-11:00"\ntimezone = "Europe/Berlin"')
    house = await asked(open_house, config)
    answer = await house.post("clock", {"advance_to": "working_day", "bot": "refunds"})
    now = datetime.fromisoformat(answer["clock"]["now"]).astimezone(ZoneInfo("Europe/Berlin"))
    assert now.strftime("%a %H:%M") == "Tue 10:30"
