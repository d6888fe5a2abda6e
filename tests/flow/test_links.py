"""One person with several accounts: how they are joined, and that they are one person then."""

import pytest

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG
from tests.flow.people_house import Town, code_in
from tests.flow.test_authority import ASKS, asking
from tests.unit.workflows import file, handoff, message, tool, trigger

PEOPLE = CONFIG.replace('ana = { name = "Ana", play = "ana" }', 'ana = { name = "Ana", play = "ana", telegram = 1001 }')
ANA, BEN = "telegram:1001", "play:ben"
QUORUM = asking(quorum=2)
OWN = "This is your own request: somebody else has to decide."
STRANGER = "You are not a reviewer of this team, so nothing happened."


async def opened(open_house: OpenHouse, workflow: str = "", config: str = PEOPLE) -> Town:
    return Town.around(await open_house(workflow or asking(), config))


async def test_a_joined_account_decides_as_its_person(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    request = await town.asked()
    assert await town.taps("discord:5", "approve", request) == STRANGER
    code = code_in(await town.says(ANA, "/link"))
    told = await town.says("discord:5", f"/link {code.lower().replace('-', ' ')}")
    assert told.startswith("discord:5 is one of your accounts from now on.")
    assert "telegram:1001 – from the configuration" in told and "/unlink discord:5 takes it off" in told
    assert (await town.reads(ANA))[-1] == (
        "With your code discord:5 became one of your accounts. If that was not you, write /unlink discord:5 now."
    )
    assert await town.taps("discord:5", "approve", request) == "Approved."
    assert town.house.rows("SELECT person, person_name FROM decision") == [("ana", "Ana")]


async def test_a_code_is_given_in_private_only(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    told = await town.says(ANA, "/link", place="telegram:-100")
    assert told == "Please write /link to me in private: the code that I give you there is for your eyes only."
    assert town.house.rows("SELECT COUNT(*) FROM link_code") == [(0,)]


async def test_a_code_counts_once(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    code = code_in(await town.says(ANA, "/link"))
    assert "from now on" in await town.says("discord:5", f"/link {code}")
    assert "was used" in await town.says("discord:6", f"/link {code}")
    assert "already" in await town.says("discord:5", f"/link {code}")


async def test_a_code_lasts_ten_minutes(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    code = code_in(await town.says(ANA, "/link"))
    await town.house.advance(minutes=10)
    assert "too old" in await town.says("discord:5", f"/link {code}")


async def test_who_guesses_is_not_listened_to(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    code = code_in(await town.says(ANA, "/link"))
    for _ in range(5):
        assert "does not work" in await town.says("discord:5", "/link ABCD-EFGH")
    assert "Too many wrong codes" in await town.says("discord:5", f"/link {code}")
    assert [detail["why"] for _, detail in town.house.audit("link.refused")] == ["refused"] * 5 + ["guessed"]


async def test_a_configured_account_is_never_joined_to_another_person(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    before = town.house.rows("SELECT * FROM account_link")
    for giver in (ANA, "telegram:7"):
        code = code_in(await town.says(giver, "/link"))
        told = await town.says(BEN, f"/link {code}")
        assert told.startswith("play:ben belongs to somebody else, as the configuration says, so nothing was joined.")
    assert town.house.rows("SELECT * FROM account_link") == before == []
    assert [detail["why"] for _, detail in town.house.audit("link.refused")] == ["foreign"] * 2


async def test_a_group_that_somebody_writes_as_joins_nothing(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    code = code_in(await town.says(ANA, "/link"))
    for text in ("/link", f"/link {code}", "/unlink telegram:1001"):
        assert (await town.says("telegram:chat-100", text)).startswith("I cannot see who you are")
    assert len(town.house.audit("command.refused")) == 3


async def test_nobody_approves_their_own_request_from_a_joined_account(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    await town.joins("discord:5", to=ANA)
    for asker, decider in (("discord:5", ANA), (ANA, "discord:5"), ("discord:5", "play:ana")):
        request = await town.asked(asker)
        assert await town.taps(decider, "approve", request) == OWN
        assert town.state(request) == "pending"
        assert await town.taps(BEN, "reject", request) == "Rejected."


async def test_taking_an_account_off_makes_a_request_nobody_elses(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    await town.joins("discord:5", to=ANA)
    request = await town.asked("discord:5")
    assert await town.says(ANA, "/unlink discord:5") == "discord:5 is no longer one of your accounts."
    assert await town.taps("discord:5", "approve", request) == STRANGER
    assert await town.taps(ANA, "approve", request) == OWN


async def test_what_cannot_be_taken_off(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    await town.joins("play:dana", to="telegram:7")
    assert "stands in the configuration" in await town.says(ANA, "/unlink play:ana")
    assert "is not joined to you" in await town.says(ANA, "/unlink play:dana")
    assert "so it stays" in await town.says("play:dana", "/unlink telegram:7")
    assert "Please write it like this" in await town.says(ANA, "/unlink")
    assert len(town.house.rows("SELECT 1 FROM account_link WHERE ended_at IS NULL")) == 1


async def test_a_customers_second_account_is_the_same_customer(open_house: OpenHouse) -> None:
    """Ana joins the account that a customer had joined to theirs: she is nobody's reviewer by that."""
    town = await opened(open_house)
    await town.joins("discord:7", to="telegram:7")
    people = town.app.desk._people
    assert people.identity("discord:7") == people.identity("telegram:7") == "telegram:7"
    assert "joined with other accounts already" in await town.says(
        "discord:7", f"/link {code_in(await town.says(ANA, '/link'))}"
    )
    assert await town.taps("discord:7", "approve", await town.asked()) == STRANGER


async def test_a_mail_address_is_joined_by_a_mailed_code(open_house: OpenHouse) -> None:
    town = await opened(open_house)
    assert "I have sent a code to Ana@Example.com" in await town.says(ANA, "/link Ana@Example.com")
    code = await town.house.code("Ana@Example.com")
    assert "does not work" in await town.says("discord:5", f"/link {code}"), "only where it was asked for"
    assert "email:ana@example.com is one of your accounts" in await town.says(ANA, f"/link {code}")
    assert "already" in await town.says("play:ana", "/link ana@example.COM")
    assert await town.taps("email:ana@example.com", "approve", await town.asked()) == "Approved."
    assert "is no mail address" in await town.says(ANA, "/link ana@")
    [(effect, rendered)] = town.house.rows("SELECT payload, rendered FROM effect WHERE kind = 'mail'")
    assert code not in f"{effect} {rendered}", "a code is kept sealed"
    assert "no longer" in await town.says(ANA, "/unlink ana@example.com")


async def test_another_persons_address_is_not_joined(open_house: OpenHouse) -> None:
    town = await opened(
        open_house, config=PEOPLE.replace('play = "ben" }', 'play = "ben", email = "ben@example.com" }')
    )
    assert "I have sent a code" in await town.says(ANA, "/link ben@example.com"), "the answer tells nothing"
    code = await town.house.code("ben@example.com")
    assert "belongs to somebody else" in await town.says(ANA, f"/link {code}")
    assert town.house.rows("SELECT * FROM account_link") == []


async def test_who_is_taken_out_of_the_configuration_takes_their_accounts_along(open_house: OpenHouse) -> None:
    town = await opened(open_house, QUORUM, PEOPLE.replace('["ana", "ben"]', '["ana", "ben", "rita"]').replace(
        "otto = {", 'rita = { name = "Rita", play = "rita" }\notto = {'
    ))  # fmt: skip
    await town.joins("discord:9", to="play:rita")
    request = await town.asked()
    assert "counts" in await town.taps("discord:9", "approve", request)
    town.has_members("ana", "ben")
    town.forgets("rita")
    assert await town.taps("discord:9", "approve", request) == STRANGER
    assert "counts" in await town.taps(ANA, "approve", request)
    assert town.state(request) == "pending", "the vote of somebody who is gone does not count any more"
    assert await town.taps(BEN, "approve", request) == "Approved."


@pytest.mark.parametrize("first", ["telegram:1001", "discord:5", "email:ana@example.com"])
@pytest.mark.parametrize("second", ["play:ana", "telegram:1001", "discord:5", "email:ana@example.com"])
async def test_one_person_has_one_vote_from_whatever_account(open_house: OpenHouse, first: str, second: str) -> None:
    town = await opened(open_house, QUORUM)
    await town.joins("discord:5", to=ANA)
    await town.says(ANA, "/link ana@example.com")
    await town.says(ANA, f"/link {await town.house.code('ana@example.com')}")
    request = await town.asked()
    assert "counts" in await town.taps(first, "approve", request)
    assert "counts" in await town.taps(second, "approve", request)
    assert town.state(request) == "pending"
    assert await town.taps(BEN, "approve", request) == "Approved."


async def test_a_role_holders_votes_count_once_also_over_joining_and_parting(open_house: OpenHouse) -> None:
    """A Discord role on two accounts: one vote, be they joined before, between or taken apart after."""
    town = await opened(open_house, QUORUM)
    town.has_members("ana", "ben", "discord_role:77")
    await town.joins("discord:6", to="discord:5")

    async def votes(user: str, request: str) -> str:
        return await town.votes_with_role(user, request, "discord_role:77")

    request = await town.asked()
    assert "counts" in await votes("discord:5", request)
    assert "counts" in await votes("discord:6", request)
    assert town.state(request) == "pending"
    await town.says("discord:5", "/unlink discord:6")
    assert "Nobody votes twice" in await votes("discord:6", request)
    await town.joins("discord:5", to=ANA)
    assert "counts" in await town.taps(ANA, "approve", request)
    assert town.state(request) == "pending", "the vote from before is the same person's"
    assert await town.taps(BEN, "approve", request) == "Approved."


async def test_stages_want_other_people_than_those_who_approved_under_another_account(open_house: OpenHouse) -> None:
    nodes = [trigger(), handoff("ask", chain=[{"of": "finance"}, {"of": "finance"}]),
             tool("pay", "stripe__create_refund", arguments={"order_id": "1"})]  # fmt: skip
    town = await opened(open_house, file([*nodes, message("yes", "Paid."), message("no", "Not paid.")], *ASKS))
    await town.joins("discord:5", to=ANA)
    request = await town.asked()
    assert "counts" in await town.taps("discord:5", "approve", request)
    assert "at an earlier step" in await town.taps("play:ana", "approve", request)
    assert await town.taps(BEN, "approve", request) == "Approved."
