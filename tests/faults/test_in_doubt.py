"""A tool that nobody declared is called at most once, and what nobody knows is asked of a person, never repeated."""

import asyncio
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import EXAMPLE
from bot.settings_sections import CHECKOUT
from bot.story import StoryLine, read_story
from tests.faults.look import Look
from tests.faults.mortal import MortalStage, Witness
from tests.faults.points import Point
from tests.faults.trial import CUSTOMER, FULL, ONLY, SEED, Record, Where, attempt, chosen, rest, story

REFUND = "stripe__create_refund"
CHECKING = "A step of your request may or may not have been carried out."
APPROVED = "Your refund of $2150.00 has been approved and processed."
MOST_EARLY = None if FULL else 4
TWO_SWEEPS = 2.2

pytestmark = pytest.mark.timeout(3600 if FULL else 300)


@pytest.fixture
def undeclared(tmp_path: Path) -> Path:
    """The example's configuration without a word about what refunding does: it counts as `once`."""
    text = EXAMPLE.read_text(encoding="utf-8")
    text, removed = re.subn(r"\[mcp\.stripe\.tools\.create_refund\]\n(.+\n)+", "", text)
    assert removed == 1
    folder = CHECKOUT / "examples" / "refund"
    config = tmp_path / "assent.toml"
    config.write_text(text.replace('"workflow.json"', f'"{folder / "workflow.json"}"'), encoding="utf-8")
    return config


def closing(tmp_path: Path) -> list[StoryLine]:
    """How an operator closes what is in doubt."""
    file = tmp_path / "closing.txt"
    file.write_text(
        "ana sees card: Was stripe__create_refund carried out*\n"
        "ana taps: Stop the request\n"
        "customer sees: *closed by our team*\n"
    )
    return list(read_story(file))


async def play_in_doubt(folder: Path, config: Path, where: Where) -> None:
    """Die at the point; then either all went well, or the call is in doubt and stays uncalled over another restart."""
    stage = MortalStage(folder, config, where.fates)
    look, open_at_death = Look(folder), []

    async def count_open() -> None:
        open_at_death.append(await look.count("tool_intent", "state = 'open'"))

    stage.at_death = count_open
    told = next(number for number, line in enumerate(story("approve")) if line.source.startswith("ana is told"))
    try:
        await stage.start()
        witness = Witness(stage)
        await witness.play(story("approve")[: told + 1])
        await rest(stage, look)
        if sum(open_at_death):
            await assert_in_doubt(stage, witness, look)
        else:
            await witness.play(story("approve")[told + 1 :])
            assert look.refunds() == [("45678", 215000)]
        assert sent(stage) <= 1
        assert len(look.refunds()) <= 1
    finally:
        await stage.close()


async def assert_in_doubt(stage: MortalStage, witness: Witness, look: Look) -> None:
    [(status,)] = await look.rows("SELECT status FROM run")
    [(kind, state)] = await look.rows("SELECT kind, state FROM handoff WHERE kind <> 'approval'")
    assert (status, kind, state) == ("stopped", "doubt", "pending")
    texts = await look.texts(CUSTOMER)
    assert sum(text.startswith(CHECKING) for text in texts) == 1
    assert APPROVED not in texts
    assert [card["state"] for card in await look.cards()] == ["approved", "pending"]
    before = (sent(stage), look.refunds())
    await stage.kill()
    await stage.start()
    await asyncio.sleep(TWO_SWEEPS)
    assert (sent(stage), look.refunds()) == before
    await witness.play(closing(stage.folder))
    await rest(stage, look)
    assert (sent(stage), look.refunds()) == before
    assert await look.rows("SELECT status FROM run") == [("done",)]


def sent(stage: MortalStage) -> int:
    """How often the refund was about to be sent, by all lives together."""
    return sum(Point(REFUND, number, "before") in life for life in stage.passed() for number in range(1, 5))


def around_the_call(wheres: list[Where]) -> Iterator[list[Where]]:
    """The points up to the decision, and those from it to the first commit after the call."""
    names = [str(where) for where in wheres]
    first, last = names.index("record_decision#1.before"), names.index(f"{REFUND}#1.after") + 2
    yield wheres[:first]
    yield wheres[first : last + 1]


async def test_a_kill_around_a_call_of_an_undeclared_tool_never_repeats_it(
    undeclared: Path, tmp_path: Path, record_property: Record
) -> None:
    calm = await attempt(story("approve"), config=undeclared)
    early, around = around_the_call(calm.wheres)
    wheres = chosen([*chosen(early, MOST_EARLY), *around] if not ONLY else around, None)
    print(f"seed {SEED}: {', '.join(map(str, wheres))}")
    record_property("reached", len(wheres))
    wrong = []
    for number, where in enumerate(wheres):
        folder = tmp_path / str(number)
        try:
            await play_in_doubt(folder, undeclared, where)
        except Exception as error:
            wrong.append(f"SEED={SEED} CRASH_POINT={where}: {type(error).__name__}: {error}")
    assert not wrong, "\n".join(wrong)


async def test_a_kill_while_the_doubt_is_asked_asks_it_once(undeclared: Path, tmp_path: Path) -> None:
    """A second death, in the life that finds the open call."""
    chance = random.Random(SEED)
    for number in range(20 if FULL else 3):
        second = Point(chance.choice(["claim_run", "commit_step", "effect_sent", "post_card"]), 1, "after")
        where = Where(0, Point(REFUND, 1, "after"))
        stage = MortalStage(tmp_path / str(number), undeclared, [*where.fates, (second,)])
        look = Look(stage.folder)
        try:
            await stage.start()
            await Witness(stage).play(story("approve")[:-3])
            await rest(stage, look)
            await assert_in_doubt(stage, Witness(stage), look)
        finally:
            await stage.close()
