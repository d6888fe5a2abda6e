"""Tokens, rate limits, invalid requests and trouble on the line."""

import aiohttp
import pytest

from tests.contract.discord_fake.ground import Clock, Office, Plain
from tests.fakes.discord import errors
from tests.fakes.discord.fake import DiscordFake, discord_fake


async def test_a_wrong_token(plain: Plain) -> None:
    status, body = await plain.ask("GET", "/users/@me", token="wrong")
    assert (status, body) == (401, {"message": "401: Unauthorized", "code": 0})


async def test_answers_are_json_without_a_charset(plain: Plain, office: Office) -> None:
    await plain.does("GET", "/users/@me")
    assert plain.headers["Content-Type"] == "application/json"
    assert (await plain.ask("POST", f"/channels/{office.desk.id}/typing"))[0] == 204


async def test_a_route_is_limited(plain: Plain, fake: DiscordFake, office: Office) -> None:
    fake.limits.rates = True
    for left in (4, 3, 2, 1, 0):
        await plain.posts(office.desk, content="x")
        assert plain.headers["X-RateLimit-Remaining"] == str(left)
    where = f"/channels/{office.desk.id}/messages"
    status, body = await plain.ask("POST", where, {"content": "x"})
    assert (status, body["retry_after"], body["global"]) == (429, 5.0, False)
    assert plain.headers["Via"] and plain.headers["Retry-After"] == "5"
    other = fake.channel(office.guild, "other")
    await plain.posts(other, content="another bucket")
    plain.clock.passes(5)
    await plain.posts(office.desk, content="x")


async def test_all_routes_are_limited(plain: Plain, fake: DiscordFake, office: Office) -> None:
    fake.limits.rates, fake.limits.everywhere, fake.limits.via = True, 2, False
    await plain.does("GET", "/users/@me")
    await plain.does("GET", "/gateway/bot")
    status, body = await plain.ask("GET", f"/channels/{office.desk.id}")
    assert (status, body["global"]) == (429, True)
    assert plain.headers["X-RateLimit-Global"] == "true"
    assert "Via" not in plain.headers


async def test_invalid_requests_are_counted_and_banned(plain: Plain, fake: DiscordFake) -> None:
    fake.limits.invalid = 3
    fake.faults.refuse(errors.MISSING_ACCESS, times=3)
    for _ in range(3):
        assert await plain.refused("GET", "/users/@me") == (403, 50001)
    assert fake.invalid_requests == 3
    status, body = await plain.ask("GET", "/users/@me")
    assert status == 429
    assert "1015" in body
    plain.clock.passes(601)
    await plain.does("GET", "/users/@me")


async def test_trouble_before_and_after(plain: Plain, fake: DiscordFake, office: Office) -> None:
    fake.faults.drop_before("create_message")
    with pytest.raises(aiohttp.ClientError):
        await plain.posts(office.desk, content="one")
    fake.faults.drop_after("create_message")
    with pytest.raises(aiohttp.ClientError):
        await plain.posts(office.desk, content="two")
    fake.faults.bad_gateway("create_message")
    status, page = await plain.ask("POST", f"/channels/{office.desk.id}/messages", {"content": "three"})
    assert (status, str(page)[:6]) == (502, "<html>")
    fake.faults.status(503)
    assert (await plain.ask("GET", "/users/@me"))[0] == 503
    assert [message.content for message in office.desk.live()] == ["two", "three"]
    assert [call.fault for call in fake.called("create_message")] == ["before", "after", "gateway"]


async def test_what_is_unknown(plain: Plain, office: Office) -> None:
    assert await plain.refused("GET", "/users/5") == (404, 10013)
    assert await plain.refused("GET", f"/guilds/{office.guild.id}/members/5") == (404, 10013)
    assert await plain.refused("GET", "/guilds/5") == (404, 10004)
    assert await plain.wrong("GET", "/channels/x", None) == {"channel_id": "NUMBER_TYPE_COERCE"}


async def test_a_violation_fails_at_the_door() -> None:
    with pytest.raises(AssertionError, match="no such route"):
        async with discord_fake() as fake, aiohttp.ClientSession() as session:
            await Plain(fake, session, Clock()).ask("GET", "/nothing")
