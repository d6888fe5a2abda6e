"""What `assent doctor` and `/readyz` say of mail."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot import platforms
from bot.cli import main
from bot.settings import Settings
from channels.email.channel import Surroundings
from tests.fakes.resend_api import Refused
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import MailHouse


async def look(house: MailHouse, said: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    said.readouterr()
    code = await asyncio.to_thread(main, ["doctor", "--config", str(house.folder / "assent.toml")])
    return code, [line for line in said.readouterr().out.splitlines() if "email" in line]


async def test_doctor_has_a_line_for_the_provider_and_for_each_place(
    open_mail: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    house = await open_mail(bot='operators = ["email:olga@example.com"]')
    _, fine = await look(house, capsys)
    assert [line.split()[:2] for line in fine] == [["ok", "email"], ["ok", "email:members"],
                                                   ["ok", "email:olga@example.com"]]  # fmt: skip
    house.fake.domain_status = "pending"
    code, [domain, *_] = await look(house, capsys)
    assert code == 1 and "does not send for example.com (its state there: pending)" in domain
    house.fake.api_key = "re_another_1234"
    code, [key, *_] = await look(house, capsys)
    assert code == 1 and "Resend refuses the API key" in key
    assert house.fake.emails == []


async def test_readiness_tells_how_the_last_mail_went(open_mail: Open) -> None:
    house = await open_mail(post='"email:ana@example.com"')
    house.fake.faults = [Refused(403, "invalid_api_key", "API key is invalid")]
    await house.say("I want a refund")

    async def refused() -> bool:
        return bool(house.app.channels["email"].status().problem)

    await house.until(refused, house.state, "the status says it")
    async with house.http.get(f"{house.address}/readyz") as answer:
        assert answer.status == 503 and "the mail provider refuses us" in await answer.text()
    await house.advance(seconds=61)
    await house.card_mail()
    await house.quiet()
    async with house.http.get(f"{house.address}/readyz") as answer:
        assert "failed channel email" not in await answer.text()


@pytest.mark.parametrize(
    ("places", "secret", "mounted"),
    [(["email:a@x.org"], "", True), (["play:review"], "", False), ([], "whsec_QQ", True)],
)
def test_a_web_server_is_needed_for_links_and_events_and_not_for_codes(
    places: list[str], secret: str, mounted: bool
) -> None:
    email = {"provider": "resend", "from": "a@x.org", "api_key": "re_1", "webhook_secret": secret}
    around: Any = SimpleNamespace(**dict.fromkeys(Surroundings.__slots__))
    house: Any = SimpleNamespace(
        settings=Settings.model_validate({"email": email}),
        people=SimpleNamespace(staff_places=lambda: places),
        mail=lambda: around,
    )
    [(channel, mount)] = platforms.channels(house)
    assert channel.name == "email" and (mount is not None) is mounted
