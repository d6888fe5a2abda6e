"""Which of their own channels people put to silence, and that nobody can miss every request."""

import json

from tests.fakes.resend_api import Email
from tests.flow.mail.conftest import Open, fake, open_mail
from tests.flow.mail.house import ANA, CONFIG, links
from tests.flow.people_house import Town
from tests.flow.test_authority import asking

__all__ = ["fake", "open_mail"]
BOTH = '"email:members", "play:review"'
SILENT = "You hear no more of new requests by email where you hear of them otherwise, too."


async def test_a_muted_address_gets_no_mail_until_it_is_heard_again(open_mail: Open) -> None:
    town = Town.around(await open_mail(post=BOTH))
    told = await town.says("play:ana", "/notify")
    assert "email – on" in told and "play – on" in told and "discord" not in told
    assert await town.says("play:ana", "/notify email off") == SILENT
    assert "email – off" in await town.says("play:ana", "/notify")
    request = await town.asked()
    assert town.house.rows("SELECT places FROM handoff WHERE id = ?", request) == [
        (json.dumps(["email:ben@example.com", "play:review"], separators=(",", ":")),)
    ]
    assert "again" in await town.says("play:ana", "/notify email on")
    await town.asked("play:dana")
    assert [mail.to.lower() for mail in mails(town)].count(ANA) == 1
    assert [event for event, *_ in town.house.rows("SELECT event FROM audit WHERE event LIKE 'notify%'")] == [
        "notify.muted",
        "notify.unmuted",
    ]


async def test_the_last_way_is_never_muted(open_mail: Open) -> None:
    town = Town.around(await open_mail(post='"email:members"'))
    told = await town.says("play:ana", "/notify email off")
    assert told == "email is the last way by which you hear of the requests of Finance, so it stays on."
    assert town.house.rows("SELECT * FROM mute") == []


async def test_a_bot_that_tells_by_mail_only_makes_mail_the_last_way(open_mail: Open) -> None:
    town = Town.around(await open_mail(post=BOTH, bot='notify = ["email"]'))
    assert "is the last way" in await town.says("play:ana", "/notify email off")


async def test_a_request_that_goes_out_by_mail_only_reaches_who_has_muted_it(open_mail: Open) -> None:
    town = Town.around(await open_mail(asking(label="Finance", channels=["email"]), post=BOTH))
    assert await town.says("play:ana", "/notify email off") == SILENT
    await town.asked()
    assert [mail.to.lower() for mail in mails(town)].count(ANA) == 1


async def test_whoever_stands_in_gets_the_cards_by_mail(open_mail: Open) -> None:
    """Lea belongs to no team; Ana's cards come to her while Ana is away, and she decides by their links."""
    mail = await open_mail()
    town = Town.around(mail)
    await town.says("play:ana", "/away until 3d @lea")
    await town.asked()
    card = await mail.card_mail("lea@example.com")
    await mail.decide(links(card)["Approve"])
    await mail.quiet()
    assert mail.rows("SELECT person, person_name FROM decision") == [("lea", "Lea for Ana")]
    await town.says("play:ana", "/back")
    await town.asked("play:dana")
    assert [one.to for one in mails(town)].count("lea@example.com") == 2, "the card and its end"


async def test_what_cannot_be_muted(open_mail: Open) -> None:
    town = Town.around(await open_mail(post=BOTH))
    assert await town.says("play:ana", "/notify discord off") == "You have no account on discord."
    assert "To change that" in await town.says("play:ana", "/notify email maybe")
    assert await town.says("play:chris", "/notify email off") == "Only reviewers can use /notify."


async def test_a_person_of_three_channels_has_one_vote_of_two(open_mail: Open) -> None:
    """Ana is configured on Telegram, and joins Discord and her mail address: her card comes there then."""
    ana = 'ana = {{ name = "Ana", email = "Ana@example.com", play = "ana" }}'
    config = CONFIG.replace(ana, 'ana = {{ name = "Ana", telegram = 1001 }}')
    mail = await open_mail(asking(label="Finance", quorum=2), post=BOTH, config=config)
    town = Town.around(mail)
    await town.joins("discord:5", to="telegram:1001")
    await town.says("telegram:1001", f"/link {ANA}")
    assert "from now on" in await town.says("telegram:1001", f"/link {await mail.code(ANA)}")
    request = await town.asked()
    card = await mail.card_mail()
    assert "counts" in await town.taps("telegram:1001", "approve", request)
    assert "counts" in await town.taps("discord:5", "approve", request)
    page = await mail.decide(links(card)["Approve"])
    assert page.status == 200 and town.state(request) == "pending"
    votes = json.loads(mail.rows("SELECT progress FROM handoff")[0][0])["votes"]
    assert [(vote["by"], vote["via"]) for vote in votes] == [("ana", f"email:{ANA}")]
    await mail.decide(links(await mail.card_mail("ben@example.com"))["Genehmigen"])
    await mail.quiet()
    assert town.state(request) == "approved"
    assert (await town.reads("play:chris"))[-1] == "Paid."


def mails(town: Town) -> list[Email]:
    """The cards that were mailed."""
    return [one for one in town.house.fake.emails if "Finance" in one.body["subject"]]  # type: ignore[attr-defined]
