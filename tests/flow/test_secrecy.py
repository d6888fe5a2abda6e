"""What the log of a whole story may not hold: codes, what people wrote, addresses, configured secrets."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import configure
from engine.errors import ErrorCode
from engine.tools import Refused, Unknown
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG

SECRET = "canary-secret-7f3a"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that the process would write to stderr, down to debug."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = list(root.handlers), root.level
    configure({"LOG_LEVEL": "DEBUG", "LOG_FORMAT": "json"}, [SECRET], stream)
    root.handlers += handlers
    yield stream
    root.handlers[:], root.level = handlers, level


async def test_the_log_of_a_story_holds_nothing_that_people_said(open_house: OpenHouse, log: io.StringIO) -> None:
    house = await open_house(config=CONFIG.replace('["python", "-c", ""]', f'["python", "-c", "{SECRET}"]', 1))
    logging.getLogger("bot").info("listening")
    codes: list[str] = []
    for outcome in (None, Refused(ErrorCode.TOOL_FAILED, f"token={SECRET}"), Unknown("gone")):
        if outcome:
            house.tools.answers["stripe__create_refund"] = lambda call, outcome=outcome: outcome
        await house.say("canary-message please")
        await house.sees("*e-mail address*")
        await house.say("canary-person@example.com")
        codes.append(await house.code("canary-person@example.com"))
        await house.sees("*six digits*")
        await house.say("000000")
        await house.sees("*not the code*")
        await house.say(codes[-1])
        await house.tap("otto", "Approve", await house.card("Waiting*"))
        await house.tap("ana", "Approve", await house.card("Waiting*"))
        await house.quiet()
        if outcome:
            await house.tap("olga", "Stop the request" if isinstance(outcome, Unknown) else "Stop")
            await house.quiet()
    written = log.getvalue()
    assert written, "the log was listened to"
    assert [word for word in (*codes, "canary", SECRET) if word in written] == []
