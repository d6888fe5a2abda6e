"""A request that nobody decides is mailed to whoever is on call at that moment, who decides by the link."""

import copy
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.flow.mail.conftest import Open
from tests.flow.mail.house import CONFIG, DIRECT, MailHouse, links

LEA, BEN = "lea@example.com", "ben@example.com"
ESCALATE = [{"after": "30m", "to": "oncall", "repeat": 1, "every": "1d"}]


async def opened(open_mail: Open) -> MailHouse:
    """A house whose first turn is Lea's today, where it is about ten in the morning, and Ben's tomorrow."""
    here = (10 - datetime.now(UTC).hour + 12) % 24 - 12
    zone = f"Etc/GMT{-here:+}" if here else "UTC"
    today = datetime.now(ZoneInfo(zone)).date()
    turns = f'rota = ["lea", "ben"]\nrota_from = {today}\nrota_every = "1d"\ntimezone = "{zone}"\n'
    workflow = copy.deepcopy(DIRECT)
    workflow["nodes"][1]["data"]["escalate"] = ESCALATE  # type: ignore[index]
    config = f'{CONFIG}[teams.oncall]\n{turns}post = ["email:oncall"]\n'
    return await open_mail(workflow, config=config, post='"play:review"')


async def test_the_mail_goes_to_whoever_is_on_call(open_mail: Open) -> None:
    house = await opened(open_mail)
    await house.say("I want a refund")
    await house.card("*I want a refund*")
    await house.advance(minutes=31)
    first = await house.card_mail(LEA)
    await house.advance(days=1)
    second = await house.card_mail(BEN)
    assert "Genehmigen" in links(second)
    await house.still()
    assert [mail.to.lower() for mail in house.fake.emails] == [LEA, BEN]
    page = await house.decide(links(first)["Approve"])
    assert "Approved by Lea at" in page.text, "her turn is over, and she is a member of the team"
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_the_turn_is_looked_up_when_it_is_asked_and_not_before(open_mail: Open) -> None:
    house = await opened(open_mail)
    await house.advance(days=1)
    await house.say("I want a refund")
    await house.card("*I want a refund*")
    await house.advance(minutes=31)
    await house.card_mail(BEN)
    await house.still()
    assert len(house.fake.emails) == 1
