"""Who is away, and who decides in their stead."""

from datetime import UTC, datetime

import pytest

from bot.desk import Actor
from engine.ids import HandoffId, PersonId
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG
from tests.flow.people_house import Town
from tests.flow.test_authority import asking

PEOPLE = CONFIG.replace(
    'otto = { name = "Otto", play = "otto" }',
    'otto = { name = "Otto", play = "otto" }\ndan = { name = "Dan", play = "dan", timezone = "Europe/Berlin" }',
)
ANA, BEN, DAN = "play:ana", "play:ben", "play:dan"
STRANGER = "You are not a reviewer of this team, so nothing happened."
OWN = "This is your own request: somebody else has to decide."
AWAY = "/away until 3d @Dan"


async def opened(open_house: OpenHouse, workflow: str = "", config: str = PEOPLE) -> Town:
    return Town.around(await open_house(workflow or asking(), config))


async def test_a_delegate_decides_in_the_stead_of_who_is_away_and_is_shown_so(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    request = await town.asked()
    assert await town.taps(DAN, "approve", request) == STRANGER
    told = await town.says(ANA, AWAY)
    assert told.startswith("You are away until ") and "Dan decides in your stead until then." in told
    assert request[:6] in await town.says(DAN, "/pending")
    assert await town.taps(DAN, "approve", request) == "Approved."
    assert town.house.rows("SELECT person, person_name FROM decision") == [("dan", "Dan for Ana")]
    assert "Approved by Dan for Ana" in (await town.house.card(handoff=request))["status"]
    [(actor, detail)] = town.house.audit("handoff.approved")
    assert (actor, detail["for"]) == ("dan", "ana")
    assert [actor for actor, _ in town.house.audit("person.away")] == [ANA]


async def test_it_ends_by_itself_and_by_back(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    request = await town.asked()
    await town.says(ANA, AWAY)
    await town.house.advance(days=3)
    assert await town.taps(DAN, "approve", request) == STRANGER
    assert await town.says(ANA, "/back") == "You were not away."
    await town.says(ANA, AWAY)
    assert (await town.says(ANA, "/back")).startswith("Welcome back.")
    assert await town.taps(DAN, "approve", request) == STRANGER
    assert len(town.house.audit("person.back")) == 2


async def test_a_delegate_has_no_say_in_requests_of_their_own_or_of_who_is_away(open_house: OpenHouse) -> None:
    town = await opened(open_house, asking(allowSelfApproval=True))
    await town.says(ANA, AWAY)
    assert await town.taps(DAN, "approve", await town.asked(DAN)) == OWN
    request = await town.asked(ANA)
    assert await town.taps(DAN, "approve", request) == (
        "This is the request of the person in whose stead you decide: somebody else has to decide."
    )
    assert town.state(request) == "pending"
    refused = [detail["refusal"] for _, detail in town.house.audit("decision.refused")]
    assert refused == ["own-request", "delegators-request"]


async def test_a_delegate_has_one_vote_of_their_own(open_house: OpenHouse) -> None:
    """Ben is a member himself: being Ana's delegate gives him no second vote."""
    town = await opened(open_house, asking(quorum=2))
    await town.says(ANA, "/away until 3d ben")
    request = await town.asked()
    for _ in range(2):
        assert "counts" in await town.taps(BEN, "approve", request)
    assert town.state(request) == "pending"
    assert [detail.get("for") for _, detail in town.house.audit("handoff.vote.approve")] == [None, None]


async def test_of_who_is_away_and_their_delegate_one_votes(open_house: OpenHouse) -> None:
    town = await opened(open_house, asking(quorum=2))
    request = await town.asked()
    assert "counts" in await town.taps(ANA, "approve", request)
    await town.says(ANA, AWAY)
    assert "has voted on this already" in await town.taps(DAN, "approve", request)
    other = await town.asked("play:dana")
    assert "counts" in await town.taps(DAN, "approve", other)
    await town.says(ANA, "/back")
    assert "counts" in await town.taps(ANA, "approve", other)
    assert town.state(other) == "pending", "Ana's own vote takes the place of the one in her stead"
    assert await town.taps(BEN, "approve", other) == "Approved."


async def test_a_vote_in_somebodys_stead_counts_after_their_return(open_house: OpenHouse) -> None:
    town = await opened(open_house, asking(quorum=2))
    request = await town.asked()
    await town.says(ANA, AWAY)
    assert "counts" in await town.taps(DAN, "approve", request)
    await town.says(ANA, "/back")
    assert await town.taps(BEN, "approve", request) == "Approved."


@pytest.mark.parametrize("gone", ["dan", "ana"])
async def test_a_vote_in_somebodys_stead_goes_with_either(open_house: OpenHouse, gone: str) -> None:
    town = await opened(open_house, asking(quorum=2))
    request = await town.asked()
    await town.says(ANA, AWAY)
    assert "counts" in await town.taps(DAN, "approve", request)
    town.forgets(gone)
    if gone == "ana":
        town.has_members("ben")
    assert "counts" in await town.taps(BEN, "approve", request)
    assert town.state(request) == "pending"


async def test_chains_are_not_followed(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    await town.says(ANA, AWAY)
    await town.says(DAN, "/away until 3d otto")
    request = await town.asked()
    assert await town.taps("play:otto", "approve", request) == STRANGER
    assert await town.taps(DAN, "approve", request) == "Approved."


async def test_what_is_given_to_who_is_away_goes_to_their_delegate(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    request = await town.asked()
    await town.says(ANA, AWAY)
    handling = town.app.taps._handling
    actor = Actor(BEN, "Ben", BEN, "en")
    answer, _ = await handling._do(actor, HandoffId(request), handling.assign(actor, PersonId("ana")), None)
    assert answer.text == "Dan for Ana looks after this now."
    [(_, detail)] = town.house.audit("handoff.assign")
    assert detail == {"to": "dan", "for": "ana"}


async def test_when_and_to_whom(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    for text, told in {
        "/away": "Please write it like this: /away until WHEN",
        "/away until": "Please write it like this: /away until WHEN",
        "/away until whenever": "whenever is no moment within the next year.",
        "/away until 2020-01-01": "2020-01-01 is no moment within the next year.",
        "/away until 500d": "500d is no moment within the next year.",
        "/away until 3d @nobody": "I know nobody of the name nobody",
        "/away until 3d @ana": "You cannot decide in your own stead",
        "/away 3d": "Nobody decides in your stead. /back ends it before.",
        "/away mon DAN": "Dan decides in your stead",
    }.items():
        assert told in await town.says(ANA, text), text
    assert len(town.house.audit("person.away")) == 2
    assert await town.says("play:chris", AWAY) == "Only reviewers can use /away."


async def test_a_time_is_that_of_the_person(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    await town.says(ANA, "/away until 3d dan")
    year = datetime.now(UTC).year
    await town.says(DAN, f"/away until {year}-12-24")
    [(until,)] = town.house.rows("SELECT until FROM absence WHERE person = 'dan'")
    midnight = datetime(year, 12, 23, 23, tzinfo=UTC)
    assert until == int(midnight.timestamp() * 1_000_000)
