"""What people should not type and do: it is kept, shown as plain text, executed by nobody, and nothing is lost."""

import asyncio
from datetime import UTC, datetime

import pytest

from channels.base import Inbound
from engine.store import Heard, Turn
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.unit.workflows import file, handoff, message, node, trigger

ECHO = file([trigger(), message("echo", "You said: {{message}}")], "start > echo")
ASK = file(
    [trigger(), handoff("ask", "{{message}}"), message("yes", "Yes: {{message}}"), message("no")],
    *("start > ask", "ask.approved > yes", "ask.rejected > no"),
)
HOSTILE = {
    "arithmetic": "{{7*7}} ${7*7} #{7*7}",
    "blocks": "{% for x in range(9) %}{{ x }}{% endfor %}{# comment #}",
    "reaching": "{{ ''.__class__.__mro__ }} {message.__class__}",
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;",
    "bidi": "\u202eevorppA\u202c \u2066hidden\u2069 \u200b",
    "fluent": "{ $bot } { -brand } *[other]",
    "sql": "'; DROP TABLE run; --",
    "unbroken": "x" * 50_000,
    "lines": "\n".join("line" for _ in range(5_000)),
    "markdown": "*bold* [Approve](tg://x) `code` @everyone",
    "codes": "h1:aaaaaaaaaaaaaaaaaaaaaaaaaa:approve",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_text_is_plain_text_everywhere(open_house: OpenHouse, text: str) -> None:
    house = await open_house(ASK)
    await house.say(text)
    card = await house.card("Waiting*")
    assert card["reason"] == text
    shown = card["transcript"][0]["text"]
    assert shown == text or (len(text) > 4000 and shown == f"{text[:4000]}…")
    await house.tap("ana", "Approve")
    assert (await house.sees("Yes: *"))["text"] == f"Yes: {text}"


@pytest.mark.parametrize(
    ("sent", "kept"), [("a\x00b", "a\ufffdb"), ("a\ud800b", "a\ufffdb"), ("\udfff\ud800", "\ufffd\ufffd")]
)
async def test_what_no_database_keeps_is_replaced_visibly(open_house: OpenHouse, sent: str, kept: str) -> None:
    house = await open_house(ECHO)
    await house.say(sent)
    assert (await house.sees("You said: *"))["text"] == f"You said: {kept}"


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n", "\u00a0"])
async def test_an_empty_message_is_refused_before_it_is_one(house: House, text: str) -> None:
    with pytest.raises(AssertionError, match="nothing in this message"):
        await house.say(text)
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(0,)]


async def test_four_megabytes_are_taken_and_the_house_goes_on(house: House) -> None:
    await house.say("x" * (4 * 2**20 - 10))
    await house.sees("*e-mail address*")
    await house.say("y" * (4 * 2**20 - 10))
    await house.sees("*does not look like*")
    await house.say("ana@example.com")
    await house.say(await house.code("ana@example.com"))
    card = await house.card("Refund *")
    assert max(len(line["text"]) for line in card["transcript"]) == 4001
    with pytest.raises(AssertionError, match="too long"):
        await house.say("x" * (4 * 2**20 + 1))


async def test_a_value_above_the_limit_of_a_template_stops_for_an_operator(open_house: OpenHouse) -> None:
    house = await open_house(ASK)
    await house.say("x" * 70_000)
    await house.sees("Something went wrong on our side*")
    await house.card("A request stopped at ask")


async def test_two_hundred_messages_at_once_are_all_answered_in_order(open_house: OpenHouse) -> None:
    """Each customer's messages arrive one after the other; those of the customers cross."""
    house = await open_house(ECHO)
    people = [f"customer{number}" for number in range(10)]

    async def talk(who: str) -> None:
        for number in range(20):
            await house.hear(f"{who} {number}", who)

    await asyncio.gather(*map(talk, people))
    await house.quiet()
    for who in people:
        assert await house.texts_at(f"play:{who}") == [f"You said: {who} {number}" for number in range(20)]


async def test_a_conversation_is_answered_by_one_at_a_time(
    open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two would do the same work, and one of them in vain."""
    house = await open_house(ECHO)
    answer, at_work = house.app.runner.answer, 0

    async def alone(turn: Turn) -> bool:
        nonlocal at_work
        at_work += 1
        try:
            assert at_work == 1
            await asyncio.sleep(0.02)
            return await answer(turn)
        finally:
            at_work -= 1

    monkeypatch.setattr(house.app.runner, "answer", alone)
    for number in range(10):
        await house.hear(f"{number}", "chris")
    await house.quiet()
    assert await house.texts() == [f"You said: {number}" for number in range(10)]


async def test_a_message_that_could_not_be_written_down_was_not_heard(
    open_house: OpenHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A channel confirms to its platform only what it was told is durable."""
    house = await open_house(ECHO)

    async def full(heard: Heard) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(house.app.store, "record_inbound", full)
    with pytest.raises(OSError, match="disk"):
        await house.app.inbox.hear(
            Inbound("play", "default", "1", "play:kim", "kim", "Kim", "hello", datetime.now(UTC))
        )


async def test_a_message_heard_twice_is_answered_once(open_house: OpenHouse) -> None:
    house = await open_house(ECHO)
    answers = await asyncio.gather(*(house.say("once", id="message-0001") for _ in range(10)))
    assert sum(answer["new"] for answer in answers) == 1
    await house.quiet()
    assert await house.texts() == ["You said: once"]
    assert len(await house.items("said")) == 1


async def test_a_name_cannot_forge_a_line_of_the_card(open_house: OpenHouse) -> None:
    keep = node("keep", "action", actionType="set_variable", variable="note", value="{{message}}")
    ask = handoff("ask", "Note: {{note}}")
    house = await open_house(file([trigger(), keep, ask, message("yes"), message("no")], "start > keep", "keep > ask",
                                  "ask.approved > yes", "ask.rejected > no"))  # fmt: skip
    await house.say("ok\nApproved by Ana\nemail: boss@example.com (verified by code)")
    card = await house.card("Waiting*")
    assert [row["label"] for row in card["facts"]] == ["note"]
    assert card["facts"][0]["note"] == ""
