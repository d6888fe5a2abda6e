"""Lists of handoffs on every database: what is found by what, in which order, and what of it is ever hidden."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from engine.handoff import Handoff, Progress
from engine.ids import HandoffId, NodeId, PersonId
from engine.question import Escalation, Fact, FrozenCall, HandoffKind
from engine.run import Run, TokenState
from engine.step import AuditEntry, Ruling
from engine.store import Erasure
from engine.transitions import Action
from storage import found_pages
from storage.found import FOLLOWER, Lag, StoredFound
from storage.found_pages import Spot, Wanted
from storage.found_words import ALL, CLOSED, LONGEST, MILLION, OPEN, OPERATORS, TOGETHER, heading, words_in
from storage.opening import Storage, opened
from storage.transaction import Sql, Transaction
from tests.contract.store_ground import MINUTE, NOON, WORKFLOW, commit, conversation, handoff, new_run, ruling, step
from tests.fakes.clocks import HandClock

BOTS = {"refunds": "Acmé Refunds"}


@pytest.fixture
async def storage(database: str, place: str) -> AsyncIterator[Storage]:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with opened(url, HandClock(NOON), MINUTE) as opened_one:
        await opened_one.store.keep_workflow(WORKFLOW, "refund", "{}")
        yield opened_one


@pytest.fixture
def found(storage: Storage) -> StoredFound:
    return storage.found


async def asked(storage: Storage, *changes: dict[str, Any]) -> tuple[Run, list[Handoff]]:
    """Open handoffs of one run, a minute after each other, indexed; parts of a question are named `q_...`."""
    run = new_run(await conversation(storage.store), state=TokenState.DECISION)
    made = []
    for number, change in enumerate(changes):
        of_question = {name[2:]: value for name, value in change.items() if name.startswith("q_")}
        rest = {name: value for name, value in change.items() if not name.startswith("q_")}
        plain = handoff(run, f"h{number}")
        question = replace(plain.question, **{"reason": "why", "calls": (), **of_question})
        made.append(replace(plain, question=question, **{"opened_at": NOON + number * MINUTE, **rest}))
    await commit(storage.store, run, opened=made)
    await storage.found.index([each.id for each in made], BOTS)
    return run, made


async def claimed(storage: Storage, run: Run, which: Handoff) -> None:
    """Have Ana look after a handoff."""
    progress = Progress(assignee=PersonId("ana"), assignee_name="Ana Bell")
    await storage.store.record_decision(step(run, rulings=[Ruling(replace(which, progress=progress))]))
    await storage.found.index([which.id], BOTS)


async def ids(found: StoredFound, wanted: Wanted, limit: int = 100) -> list[str]:
    return [spot.handoff for spot in await found.page(wanted, None, limit)]


def looked(**more: Any) -> Wanted:
    """What finance finds, oldest first."""
    return Wanted(**{"teams": ("finance",), "newest_first": False, **more})


async def test_a_handoff_is_found_by_its_teams_and_how_it_stands(storage: Storage, found: StoredFound) -> None:
    run, made = await asked(
        storage,
        {},
        {"team": "legal"},
        {"q_stages": (({"finance": 1}, {"board": 1}), ({"legal": 1},))},
        {"q_escalations": (Escalation(MINUTE, "legal"),)},
        {"q_kind": HandoffKind.DOUBT, "team": ""},
        {"q_bulk": True},
    )
    assert await ids(found, looked()) == ["h0", "h2", "h3", "h5"]
    assert await ids(found, looked(heading=OPEN)) == ["h0", "h2", "h3", "h5"]
    assert await ids(found, looked(heading=TOGETHER)) == ["h5"]
    assert await ids(found, looked(teams=("legal",))) == ["h1"], "others are not asked yet"
    assert await ids(found, looked(teams=("board", "legal", "finance"))) == ["h0", "h1", "h2", "h3", "h5"], "each once"
    assert await ids(found, looked(team="legal")) == ["h2", "h3"], "who may be asked later can be looked for"
    assert await ids(found, looked(teams=(OPERATORS,))) == ["h4"]
    assert await ids(found, looked(teams=())) == []
    await storage.store.record_decision(ruling(run, made[0], "ana"))
    await found.index(["h0"], BOTS)
    assert await ids(found, looked(heading=OPEN)) == ["h2", "h3", "h5"]
    assert await ids(found, looked(heading=CLOSED)) == await ids(found, looked(heading="approved")) == ["h0"]
    assert await ids(found, looked(heading="rejected")) == []
    assert await ids(found, looked(heading=CLOSED, person="ana")) == ["h0"]


async def test_every_filter_narrows(storage: Storage, found: StoredFound) -> None:
    run, made = await asked(
        storage,
        {"q_facts": (Fact("total", Decimal("12.50")),)},
        {"q_facts": (Fact("order", {"total": 2150, "id": "99999", "paid": True}),)},
        {"q_calls": (FrozenCall(NodeId("pay"), "pay", '{"amount":700.25,"to":"x"}'),)},
        {"q_facts": (Fact("total", 9000, secret=True), Fact("tip", 3)), "q_hidden": ("9000",)},
        {"bot": "other"},
    )
    await claimed(storage, run, made[0])
    assert await ids(found, looked(least=12 * MILLION, most=701 * MILLION)) == ["h0", "h2"]
    assert await ids(found, looked(least=1000 * MILLION)) == ["h1"]
    assert await ids(found, looked(most=5 * MILLION)) == ["h3"], "what is hidden is no amount"
    assert await ids(found, looked(bot="other")) == ["h4"]
    assert await ids(found, looked(person="ana")) == ["h0"]
    assert await ids(found, looked(unclaimed=True)) == ["h1", "h2", "h3", "h4"]
    assert await ids(found, looked(since=NOON + MINUTE, before=NOON + 3 * MINUTE)) == ["h1", "h2"]
    assert await ids(found, looked(newest_first=True), limit=2) == ["h4", "h3"]
    assert await ids(found, looked(team="fin_nce")) == await ids(found, looked(team="%")) == []


async def test_words_are_found_by_how_they_begin(storage: Storage, found: StoredFound) -> None:
    run, made = await asked(
        storage,
        {"q_reason": "Rückgabe für Ärger: $2,150.00 an Żółć!", "q_label": "Refund over limit"},
        {"q_reason": "Return of the refund"},
        {"q_facts": (Fact("mail", "chris.long@example.com"), Fact("note", None)), "requester": "play:chris"},
    )
    await claimed(storage, run, made[1])

    async def search(text: str) -> list[str]:
        return await ids(found, looked(words=tuple(words_in(text))))

    assert await search("refund") == ["h0", "h1", "h2"], "it is the bot's name, too"
    assert await search("RUCKG") == await search("rückgabe ärg") == ["h0"]
    assert await search("2150") == await search("2.150,00") == await search("2,150") == ["h0"]
    assert await search("zo") == ["h0"]
    assert await search("ref ret") == ["h1"]
    assert await search("bell acme") == ["h1"]
    assert await search("chris.long@example.com") == ["h2"]
    assert await search("h1") == ["h1"]
    assert (
        await search("nothing") == await search("ref nothing") == await search("finance") == await search("open") == []
    )
    assert await search(" finance|") == [], "a heading is no word"


async def test_nothing_hidden_is_a_word(storage: Storage, found: StoredFound) -> None:
    secret = {"card": "Canary Island 4242", "pin": 8351}
    await asked(
        storage,
        {
            "q_reason": "Send it to Canary Island 4242, or Canary-Row; PIN8351x",
            "q_hidden": ("Canary Island 4242", "8351", "xy"),
            "q_facts": (Fact("secret", secret, secret=True), Fact("to", "Canary Island 4242"), Fact("xy", "xy")),
        },
    )
    rows = await storage.database.run(every_word())
    assert not [word for word in rows if set(words_in(word)) & {"canary", "island", "4242", "8351", "xy"}], rows
    assert not [word for word in rows if "8351" in word]
    assert "send" in rows and "row" in rows


async def test_an_index_that_is_written_again_says_the_same(storage: Storage, found: StoredFound) -> None:
    await asked(storage, {"q_reason": "one two " + "x" * 100}, {"q_reason": " ".join(f"w{n}" for n in range(500))})
    words = await storage.database.run(every_word())
    assert max(map(len, words)) <= LONGEST and len(words) < 90
    await found.index(["h0", "h1", "nobody", "run1"], BOTS)
    await found.index_conversations([1], BOTS)
    assert await storage.database.run(every_word()) == words
    assert await found.count(looked()) == 2


async def test_pages_go_on_where_they_ended_in_both_ways(storage: Storage, found: StoredFound) -> None:
    same = {"opened_at": NOON}
    await asked(storage, *([same] * 4), *([{}] * 5))
    everything = await ids(found, looked())
    assert sorted(everything) == [f"h{n}" for n in range(9)]
    for newest_first in (False, True):
        for words in ((), ("refund",)):
            wanted = looked(newest_first=newest_first, words=words, teams=("finance", "legal"))
            seen: list[str] = []
            after: Spot | None = None
            for _ in range(6):
                spots = await found.page(wanted, after, 2)
                seen += [spot.handoff for spot in spots]
                after = spots[-1] if spots else after
            assert seen == (everything[::-1] if newest_first else everything)


@pytest.mark.parametrize("few", [0, 5000])
async def test_frequent_and_rare_words_find_the_same(
    storage: Storage, found: StoredFound, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_pages, "_FEW", few)
    await asked(storage, *[{"q_reason": f"all {'even' if n % 2 else 'odd'} r{n}"} for n in range(6)])
    assert await ids(found, looked(words=("all", "even"))) == ["h1", "h3", "h5"]
    assert await ids(found, looked(words=("all", "odd", "r4"), heading=OPEN, bot="refunds")) == ["h4"]
    assert await found.count(looked(words=("al",), teams=("finance", "legal"))) == 6


async def test_what_waits_is_found_by_its_own_rows_where_the_lists_lack_it(
    storage: Storage, found: StoredFound
) -> None:
    await asked(storage, {}, {}, {})
    spots = await found.waiting_since(NOON + MINUTE, None, False, 10)
    assert [spot.handoff for spot in spots] == ["h1", "h2"]
    assert [spot.handoff for spot in await found.waiting_since(None, spots[1], True, 1)] == ["h1"]
    entry = AuditEntry("something", "h0", "ana", NOON)
    await storage.store.audit(entry)
    assert await found.lag() == Lag(1, None)
    at, rows = await storage.following.next(FOLLOWER)
    await storage.following.reached(FOLLOWER, at, rows[-1].number)
    await storage.store.audit(entry)
    assert await found.lag() == Lag(1, NOON)


async def test_nothing_of_a_forgotten_customer_is_left(storage: Storage, found: StoredFound) -> None:
    fact = Fact("order", {"total": 77, "who": "canary"})
    run, [made] = await asked(storage, {"q_facts": (fact,), "q_reason": "canary", "requester": "play:canary"})
    await storage.store.record_decision(ruling(run, made, "ana", Action.REJECT))
    await found.index(["h0"], BOTS)
    assert await ids(found, looked(words=("canary",), least=77 * MILLION)) == ["h0"]
    await storage.store.erase(Erasure(run.conversation, "customer", NOON + timedelta(days=30)))
    for _ in range(2):  # at once, and when the record is followed to there
        assert not [word for word in await storage.database.run(every_word()) if "canary" in word]
        assert await ids(found, looked(least=0)) == []
        assert await ids(found, looked(heading="rejected")) == ["h0"]
        await found.index_conversations([run.conversation], BOTS)
    assert await ids(found, looked(words=("ana", "acme"))) == ["h0"], "who decided what stays"


async def test_texts_are_ordered_by_their_bytes(storage: Storage, found: StoredFound, database: str) -> None:
    if database == "postgres":
        rows = await storage.database.run(
            _plain("SELECT collation_name FROM information_schema.columns WHERE table_name = 'found_word' "
                   "AND column_name = 'word'")
        )  # fmt: skip
        assert rows == ["C"]
    assert len(heading("t" * 100, ALL)) == LONGEST
    assert heading("t" * 100, ALL) != heading("t" * 99, ALL)
    assert await found.handoffs([HandoffId("none")]) == {}


def every_word() -> Transaction[Sequence[str]]:
    return _plain("SELECT word FROM found_word ORDER BY handoff, word")


def _plain(sql: str) -> Transaction[Sequence[str]]:
    rows = yield Sql(sql)
    return [word for (word,) in rows]
