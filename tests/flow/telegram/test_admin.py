"""What operators do from Telegram: binding places, and looking at workflows, figures and the house itself."""

import asyncio
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from copy import deepcopy
from datetime import timedelta

import aiohttp
import pytest

from channels.base import MessageRef, Tap
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import DIRECT, TelegramHouse

CODE = re.compile(r"/bind finance [A-Z]{4}-[A-Z]{4}")
OTHER = deepcopy(DIRECT)
OTHER["nodes"][3]["data"]["message"] = "Your refund is on its way."


def olga(house: TelegramHouse) -> Person:
    """The operator, who is in no team, but in the review group."""
    person = house.fake.user(1003, "Olga")
    if person.id not in house.group.members:
        house.fake.add(house.group, person)
    return person


async def code(house: TelegramHouse) -> str:
    """What the operator is told to type, from a private chat."""
    asked = await olga(house).says(house.bot, "/bind finance")
    told = await olga(house).sees(house.bot, "/bind finance ", after=asked)
    found = CODE.search(told.text)
    assert found, told.text
    return found[0]


async def told(person: Person, place: object, text: str, fragment: str = "", **where: object) -> str:
    """Say something, and answer what the bot says next there that holds the fragment."""
    asked = await person.says(place, text, **where)  # type: ignore[arg-type]
    return (await person.sees(place, fragment, after=asked)).text  # type: ignore[arg-type]


def new_group(house: TelegramHouse, title: str = "Money", forum: bool = False) -> Chat:
    """A group that the configuration does not know."""
    return house.fake.supergroup(title, house.ana, house.ben, olga(house), is_forum=forum)


def record(house: TelegramHouse, event: str) -> Sequence[tuple[str, str, dict[str, str]]]:
    """The rows of one kind on record: subject, actor, detail."""
    rows = house.rows("SELECT subject, actor, detail FROM audit WHERE event = ? ORDER BY id", event)
    return [(subject, actor, json.loads(detail)) for subject, actor, detail in rows]


async def bound(house: TelegramHouse, title: str = "Money") -> Chat:
    """A new group, bound by the operator."""
    typed, group = await code(house), new_group(house, title)
    await told(olga(house), group, typed, "From now on")
    return group


async def reaches(house: TelegramHouse, group: Chat, text: str, thread: int | None = None) -> Message:
    """A customer asks, and the card of it is in the group."""
    await house.chris.says(house.bot, text)
    return await house.ana.sees(group, text, button="Approve", where=lambda card: card.thread_id == thread)


# --- /bind ----------------------------------------------------------------------------------------------------------


async def test_a_group_is_bound_by_a_code_and_gets_the_next_cards(telegram: TelegramHouse) -> None:
    typed, group = await code(telegram), new_group(telegram)
    asked = await telegram.ana.says(group, typed)
    answer = await telegram.ana.sees(group, "From now on the cards of Finance come here.", after=asked)
    assert "I have all the rights here" in answer.text
    assert "Your code was used by Ana" in (await olga(telegram).sees(telegram.bot, "Your code was used")).text
    card = await reaches(telegram, group, "a refund for the kettle")
    assert (await telegram.ana.taps(card, "Approve")).text == "Approved."
    for place in (group, telegram.group):
        await telegram.ana.sees(place, "Approved by Ana")
    [(subject, actor, detail)] = record(telegram, "place.bound")
    assert (subject, actor) == (f"telegram:{group.id}", "telegram:1001")
    assert detail == {"team": "finance", "code_of": "olga"}


async def test_the_test_card_says_that_taps_arrive_and_decides_nothing(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    card = await telegram.ana.sees(group, "Test card")
    assert card.buttons == ["Test", "Put away"]
    answer = await telegram.ana.taps(card, "Test")
    assert answer.text == "The test worked. You may decide for Finance."
    edited = await telegram.ana.sees(group, "Ana tapped at")
    assert (edited.id, edited.buttons) == (card.id, [])
    assert telegram.states() == {}


async def test_somebody_of_no_team_learns_so_from_the_test_card(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    card = await telegram.ana.sees(group, "Test card")
    answer = await olga(telegram).taps(card, "Test")
    assert "you could not decide a real card" in answer.text
    assert answer.alert


async def test_a_forged_test_tap_hides_no_real_card(telegram: TelegramHouse) -> None:
    card = await telegram.asks("a refund for the toaster")
    answer = await telegram.fake.forged_tap(telegram.otto, telegram.group, "h1:test:works", card).answer()
    assert answer.text == "I do not know this button. Nothing happened."
    assert "Approve" in (await telegram.ana.sees(telegram.group, "toaster")).buttons
    [(place, ref)] = await telegram.fake.until(lambda: telegram.rows("SELECT place, ref FROM card"))
    forged = Tap("telegram", "default", place, "1009", "Otto", "h1:test:works", ref=MessageRef(ref))
    assert (await telegram.app.taps.tap(forged)).card is None, "also where a channel cannot see the buttons"


async def test_a_topic_is_bound_alone(open_telegram: Open) -> None:
    house = await open_telegram()
    forum = new_group(house, "Forum", forum=True)
    topic = house.fake.topic(forum, "Refunds")
    asked = await olga(house).says(forum, await code(house), thread=topic.id)
    answer = await house.ana.sees(forum, "From now on", after=asked)
    assert answer.thread_id == topic.id
    await reaches(house, forum, "a refund for the grill", thread=topic.id)


async def test_an_anonymous_administrator_may_use_a_code_and_nothing_else(telegram: TelegramHouse) -> None:
    group = new_group(telegram)
    telegram.fake.promote(group, telegram.ben, anonymous=True)
    for command in ("/bind finance", "/unbind", "/stats"):
        assert "I cannot see who you are" in await told(telegram.ben, group, command, "who you are")
    assert [detail["why"] for _, _, detail in record(telegram, "command.refused")] == ["anonymous"] * 3
    assert "From now on" in await told(telegram.ben, group, await code(telegram), "From now on")
    [(_, actor, detail)] = record(telegram, "place.bound")
    assert (actor, detail["code_of"]) == (f"telegram:chat{group.id}", "olga")


async def test_a_code_that_is_wrong_used_or_old_binds_nothing(telegram: TelegramHouse) -> None:
    group, refusal = new_group(telegram), "This code does not work here"
    first = await code(telegram)
    assert refusal in await told(olga(telegram), group, "/bind finance AAAA-AAAA", refusal)
    assert refusal in await told(olga(telegram), group, "/bind nobody AAAA-AAAA", refusal)
    assert "From now on" in await told(olga(telegram), group, first.lower().replace("-", " "), "From now on")
    other = new_group(telegram, "Other")
    assert refusal in await told(olga(telegram), other, first, refusal)
    second = await code(telegram)
    await telegram.clock.advance(timedelta(minutes=15))
    assert refusal in await told(olga(telegram), other, second, refusal)
    assert telegram.rows("SELECT place FROM binding") == [(f"telegram:{group.id}",)]
    assert len(record(telegram, "place.refused")) == 4


async def test_a_code_is_not_guessed_at_for_long(telegram: TelegramHouse) -> None:
    group, typed = new_group(telegram), await code(telegram)
    for _ in range(5):
        await told(telegram.ana, group, "/bind finance AB", "does not work")
    assert "does not work" in await told(telegram.ana, group, typed, "does not work")


async def test_a_code_is_for_private_chats_and_for_operators(telegram: TelegramHouse) -> None:
    assert "to me in private" in await told(olga(telegram), telegram.group, "/bind finance", "private")
    assert "These are the teams: finance" in await told(olga(telegram), telegram.bot, "/bind money", "teams")
    for person in (telegram.ana, telegram.chris):
        assert "Only operators can use /bind" in await told(person, telegram.bot, "/bind finance", "Only operators")
    assert [(actor, detail["why"]) for _, actor, detail in record(telegram, "command.refused")] == [
        ("telegram:1001", "not-operator"),
        ("telegram:2001", "not-operator"),
    ]
    assert telegram.rows("SELECT COUNT(*) FROM binding_code") == [(0,)]


async def test_a_code_is_kept_by_its_digest_only(telegram: TelegramHouse) -> None:
    group, typed = new_group(telegram), await code(telegram)
    letters = typed.split()[-1]
    await told(olga(telegram), group, typed, "From now on")
    dump = (telegram.folder / "assent.db").read_bytes() + (telegram.folder / "assent.db-wal").read_bytes()
    tables = [name for (name,) in telegram.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [str(telegram.rows(f"SELECT * FROM {table}")) for table in tables]
    assert dump and not [table for table, row in zip(tables, rows, strict=True) if letters in row]


async def test_binding_again_is_harmless_and_tests_again(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    again = await code(telegram)
    assert "come here already" in await told(olga(telegram), group, again, "come here already")
    assert len([text for text in group.live() if text.text.startswith("Test card")]) == 2
    assert "the configuration says so" in await told(olga(telegram), telegram.group, again, "already")
    assert "come here already" in await told(telegram.ana, group, "/bind finance AB", "already")
    assert len([text for text in group.live() if text.text.startswith("Test card")]) == 2, "others only read it"


@pytest.mark.errors("not enough rights to send")
async def test_what_we_lack_is_said_where_it_can_be_and_to_whose_code_it_was(telegram: TelegramHouse) -> None:
    typed, group = await code(telegram), new_group(telegram)
    telegram.fake.restrict(group, telegram.bot)
    await olga(telegram).says(group, typed)
    notice = await olga(telegram).sees(telegram.bot, "Your code was used")
    assert "A test card could not be posted here" in notice.text
    assert "I may not write in “Money”" in notice.text


async def test_a_bound_place_outlives_a_restart_and_a_group_that_grows(open_telegram: Open) -> None:
    house = await open_telegram()
    group = house.fake.group("Small", house.ana, olga(house))
    await told(olga(house), group, await code(house), "From now on")
    house = await open_telegram()
    grown = house.fake.migrate(group)
    await reaches(house, grown, "a refund for the fridge")
    assert "come here already" in await told(olga(house), grown, "/bind finance AB", "already")


async def test_what_another_process_binds_is_followed_within_a_second(telegram: TelegramHouse) -> None:
    group = new_group(telegram)
    with closing(sqlite3.connect(telegram.folder / "assent.db", timeout=10)) as books, books:
        books.execute("INSERT INTO binding VALUES (?, 'finance', 'olga', 0)", (f"telegram:{group.id}",))
    await asyncio.sleep(1.5)
    await reaches(telegram, group, "a refund for the neighbour")


async def test_a_second_account_starts_beside_the_places_of_the_first(open_telegram: Open) -> None:
    house = await open_telegram(bot='telegram = "default"')
    second = house.fake.add_bot("Second", "second_bot")
    account = f'[telegram.other]\ntoken = "{second.token}"\napi_base = "{house.fake.address}"'
    house = await open_telegram(telegram=account, bot='telegram = "default"')
    assert "✅ telegram.other @second_bot" in await told(olga(house), house.bot, "/doctor", "telegram.other")
    assert house.app.channels["telegram.other"].status().problem == ""
    assert "doctor" in house.fake.menu({"type": "chat", "chat_id": house.group.id})
    await house.asks("a refund meanwhile")


async def test_the_menu_of_a_bound_group_has_the_commands_soon(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    await told(telegram.ana, group, "/pending", "Nothing waits")
    scope = {"type": "chat", "chat_id": group.id}
    assert await telegram.fake.until(lambda: "bind" in telegram.fake.menu(scope))
    assert {"pending", "approve", "doctor"} <= set(telegram.fake.menu(scope))


# --- /unbind --------------------------------------------------------------------------------------------------------


async def test_a_place_is_unbound_there_or_from_afar(telegram: TelegramHouse) -> None:
    near, far = await bound(telegram, "Near"), await bound(telegram, "Far")
    assert "Only operators" in await told(telegram.ana, near, "/unbind", "Only operators")
    assert "No new cards of Finance" in await told(olga(telegram), near, "/unbind", "No new cards")
    assert "No new cards" in await told(olga(telegram), telegram.bot, f"/unbind telegram:{far.id}", "No new cards")
    await telegram.asks("a refund for the lamp")
    assert not [text for chat in (near, far) for text in chat.live() if "lamp" in text.text]
    assert "No team is bound" in await told(olga(telegram), near, "/unbind", "No team")
    configured = await told(olga(telegram), telegram.group, "/unbind", "configuration")
    assert "teams.finance.post" in configured
    assert len(record(telegram, "place.unbound")) == 2


# --- looking --------------------------------------------------------------------------------------------------------


async def test_reviewers_lists_people_accounts_and_places(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    answer = await told(olga(telegram), telegram.bot, "/reviewers", "Finance (finance)")
    assert "– Ana (telegram:1001)" in answer
    assert f"→ telegram:{telegram.group.id} (Finance, configuration: teams.finance.post)" in answer
    assert f"→ telegram:{group.id} (Finance, bound by Olga on " in answer
    assert "Operators\n– Olga (telegram:1003)" in answer
    assert "There is no team money" in await told(olga(telegram), telegram.bot, "/reviewers money", "no team")


async def test_a_changed_file_is_validated_reloaded_and_begins_new_runs(telegram: TelegramHouse) -> None:
    card = await telegram.asks("a refund for the old file")
    file = telegram.folder / "workflow.json"
    file.write_text(json.dumps(OTHER))
    assert "/reload refunds takes it" in await told(olga(telegram), telegram.bot, "/workflows", "version")
    asked = await olga(telegram).says(telegram.bot, "/reload")
    done = await olga(telegram).sees(telegram.bot, "new runs begin with version", after=asked)
    assert "Open runs finish on theirs." in done.text
    await telegram.ana.taps(card, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    await telegram.ana.taps(await telegram.asks("a refund for the new file"), "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is on its way.")
    assert "already" in await told(olga(telegram), telegram.bot, "/reload refunds", "already")
    [(subject, actor, _)] = record(telegram, "workflow.reloaded")
    assert (subject, actor) == ("refunds", "telegram:1003")


async def test_a_file_with_errors_is_told_and_not_taken(telegram: TelegramHouse) -> None:
    (telegram.folder / "workflow.json").write_text('{"nodes": [], "edges": [{"source": "x", "target": "y"}]}')
    assert "– error: " in await told(olga(telegram), telegram.bot, "/validate", "finding")
    assert "nothing changed" in await told(olga(telegram), telegram.bot, "/reload refunds", "nothing changed")
    await telegram.asks("a refund as before")
    assert record(telegram, "workflow.reloaded") == []
    assert "These are the bots: refunds" in await told(olga(telegram), telegram.bot, "/validate rewards", "no bot")


async def test_workflows_counts_nodes_findings_and_open_runs(telegram: TelegramHouse) -> None:
    await telegram.asks("a refund for the counting")
    answer = await told(olga(telegram), telegram.bot, "/workflows", "version")
    [(version,)] = telegram.rows("SELECT workflow_id FROM run")
    assert f"Acme Refunds (refunds): workflow, version {version[:12]}, 5 nodes" in answer
    assert f"Open runs by version: 1 × {version[:12]}" in answer
    assert "errors 0" in answer


async def test_stats_and_audit_tell_what_happened(telegram: TelegramHouse) -> None:
    for text, label in (("first refund", "Approve"), ("second refund", None)):
        card = await telegram.asks(text)
        if label:
            await telegram.ana.taps(card, label)
            await telegram.chris.sees(telegram.bot, "Your refund is done.")
    answer = await told(olga(telegram), telegram.bot, "/stats refunds 30", "30 days")
    assert "Acme Refunds, the last 30 days\n2 requests asked people.\n1 approved\nOne waits now, since " in answer
    assert "Half of the decisions took at most" in answer
    [(handoff,)] = telegram.rows("SELECT id FROM handoff WHERE state = 'approved'")
    answer = await told(olga(telegram), telegram.bot, f"/audit {handoff[:8]}", "assent audit verify")
    assert "handoff.opened.approval" in answer
    assert answer.count(handoff[:6]) == len(answer.splitlines()) - 1
    assert len((await told(olga(telegram), telegram.bot, "/audit 3", "audit verify")).splitlines()) == 4
    assert "There is no request zzzz" in await told(olga(telegram), telegram.bot, "/audit zzzzzz", "no request")


async def test_doctor_names_what_is_wrong_and_where_it_stands(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    telegram.fake.kick_bot(group)
    answer = await told(olga(telegram), telegram.bot, "/doctor", "database")
    lines = answer.splitlines()
    assert "✅ telegram @assent_bot" in lines
    assert f"✅ telegram:{telegram.group.id} (Finance, configuration: teams.finance.post)" in lines
    [bad] = [line for line in lines if f"telegram:{group.id}" in line]
    assert bad.startswith(f"⚠️ telegram:{group.id} (Finance, bound by Olga on ")
    assert "add me to the group" in bad


async def test_help_offers_operators_their_commands(telegram: TelegramHouse) -> None:
    group = await bound(telegram)
    assert "/doctor – " in await told(olga(telegram), group, "/help", "/pending")
    assert "/doctor" not in await told(telegram.ana, group, "/help", "/pending")


async def test_answers_are_in_the_readers_language(telegram: TelegramHouse) -> None:
    dora = telegram.fake.user(1003, "Olga", language="de")
    dora.user.language_code = "de"
    assert "Ob das Protokoll unversehrt ist" in await told(dora, telegram.bot, "/audit", "Protokoll")


# --- monitoring -----------------------------------------------------------------------------------------------------


@pytest.mark.errors("is wrong or was revoked")
async def test_metrics_and_readiness_over_http(telegram: TelegramHouse) -> None:
    card = await telegram.asks("a refund to be counted")
    await telegram.ana.taps(card, "Approve")
    await telegram.chris.sees(telegram.bot, "Your refund is done.")
    await telegram.asks("one that waits")
    assert telegram.app.server
    address = telegram.app.server.address
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{address}/metrics", headers={"Host": "assent.monitoring.internal"}) as response:
            assert (response.status, response.content_type) == (200, "text/plain")
            lines = (await response.text()).splitlines()
        async with http.get(f"{address}/readyz") as response:
            ready = await response.text()
    for line in (
        'assent_messages_heard_total{channel="telegram"} 2.0',
        "assent_handoffs_pending 1.0",
        'assent_decisions_total{outcome="approved"} 1.0',
        'assent_tool_calls_total{outcome="returned",tool="stripe__create_refund"} 1.0',
        'assent_channel_up{channel="telegram"} 1.0',
        "assent_database_up 1.0",
        'assent_effects{state="dead"} 0.0',
    ):
        assert line in lines
    assert any(line.startswith('assent_sends_total{channel="telegram",result="sent"}') for line in lines)
    assert "ok channel telegram" in ready.splitlines()
    telegram.fake.revoke()
    async with aiohttp.ClientSession() as http:

        async def words() -> str:
            async with http.get(f"{address}/readyz") as response:
                return await response.text()

        for _ in range(200):
            await asyncio.sleep(0.02)
            if "Telegram refuses the token" in (text := await words()):
                break
        assert "failed channel telegram: Telegram refuses the token" in text
