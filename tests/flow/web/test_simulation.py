"""A story that an operator plays: in a process of its own, line by line, and far from all that is live."""

import asyncio
import tempfile
import time
import tomllib
from pathlib import Path

import pytest

from bot.dashboard import simulating
from bot.rehearsal import rehearsal
from bot.settings import load_settings
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.web.conftest import SignIn
from tests.unit.workflows import file, handoff, message, tool, trigger

HELLO = file([trigger(), message("hi", "Hello <b>{{user_name}}</b>, you said {{message}}.")], "start > hi")
FINE = "# a story\ncustomer: hi there\ncustomer sees: Hello*hi there."
TRACES = "SELECT COUNT(*), (SELECT COUNT(*) FROM inbox), (SELECT COUNT(*) FROM effect) FROM run"
LIVE = CONFIG.replace("[people]", '[telegram]\ntoken = "123:canary-token"\n[people]').replace(
    'play = "ana" }', 'play = "ana", telegram = 1001 }'
)


@pytest.fixture
async def house(open_house: OpenHouse) -> House:
    return await open_house(HELLO)


@pytest.fixture(autouse=True)
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where folders of stories are made, so that this test's processes can be told from others."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_of(stories: Path) -> list[str]:
    """The processes that work for a story at present, and the folders of stories."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if f"{stories}/assent-story-" in line:
            found.append(line)
    return [*found, *map(str, stories.glob("assent-*-*"))]


async def test_a_story_that_comes_true_is_told_line_by_line(house: House, sign_in: SignIn, stories: Path) -> None:
    olga = await sign_in(house, "olga")
    await house.quiet()
    before = house.rows(TRACES)
    page = await olga.post("/workflows/refunds/simulate", story=FINE.replace("\n", "\r\n"))
    assert "Every line came true." in page.words, page.words
    assert "ok 2 customer: hi there" in page.words and "ok 3 customer sees:" in page.words
    assert "customer sees: Hello <b>Chris</b>, you said hi there." in page.words and "<b>Chris" not in page.text
    assert house.rows(TRACES) == before, "nothing of it is in the live database"
    assert [actor for actor, _ in house.audit("workflow.simulated")] == ["web:olga"]
    assert left_of(stories) == []


async def test_a_line_that_does_not_come_true_tells_what_was_there(house: House, sign_in: SignIn) -> None:
    olga = await sign_in(house, "olga")
    story = "customer: hi\nana taps: Approve\ncustomer sees: Never"
    page = await olga.post("/workflows/refunds/simulate", story=story)
    assert "Line 2 did not come true." in page.words
    assert "ok 1 customer: hi" in page.words and "not come to 3 customer sees: Never" in page.words
    assert "not seen 2 ana taps: Approve Nothing was seen instead." in page.words


async def test_what_is_live_is_answered_while_a_story_is_played_and_only_one_is(house: House, sign_in: SignIn) -> None:
    olga, other = await sign_in(house, "olga"), await sign_in(house, "olga")
    playing = asyncio.create_task(olga.post("/workflows/refunds/simulate", story=FINE))
    await asyncio.sleep(0.5)
    began = time.monotonic()
    page = await other.post("/workflows/refunds/simulate", story=FINE)
    assert "Another story is being played" in page.words
    await house.say("live")
    await house.sees("Hello*live.")
    assert time.monotonic() - began < 3.0
    assert "Every line came true." in (await playing).words


async def test_a_story_that_takes_too_long_is_ended_with_all_that_it_started(
    house: House, sign_in: SignIn, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulating, "SECONDS", 5.0)
    olga = await sign_in(house, "olga")
    page = await olga.post("/workflows/refunds/simulate", story="customer: hi\ncustomer sees: Never")
    assert "not over within a minute" in page.words and "not come to 2" in page.words
    assert left_of(stories) == []


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("", "Please write a story"),
        ("x" * 70_000, "too long"),
        ("customer sees: x\n" * 501, "too long"),
        ("<script>alert(1)</script>", "is no step of a story"),
        ("customer: hi", "has no line"),
        ("+99999999999999999999h\ncustomer sees: x", "could not be played"),
        ("customer: \x00\ncustomer sees: x\udc80", "could not be played"),
    ],
)
async def test_a_story_that_cannot_be_played_is_told_in_words(
    house: House, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch, story: str, told: str
) -> None:
    monkeypatch.setattr(simulating, "SECONDS", 6.0)
    olga = await sign_in(house, "olga")
    page = await olga.post("/workflows/refunds/simulate", story=story.encode(errors="replace").decode())
    assert page.status in (200, 400) and "<script>" not in page.text.replace('<script src="/static', "")
    assert told in page.words or "did not come true" in page.words or "not over within" in page.words
    assert "/tmp" not in page.words


async def test_remote_tool_servers_are_not_called(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(HELLO, CONFIG.replace("[people]", '[mcp.far]\nurl = "https://far.example/mcp"\n[people]'))
    olga = await sign_in(house, "olga")
    assert "does not call: far" in (await olga.get("/workflows/refunds/simulate")).words
    assert "does not call: far" in (await olga.post("/workflows/refunds/simulate", story=FINE)).words


async def test_nobody_moves_money_by_a_story_in_which_they_are_somebody_else(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    moves = [trigger(), handoff("ask", "Pay?"), tool("pay", "stripe__create_refund"), message("no", "No.")]
    house = await open_house(file(moves, "start > ask", "ask.approved > pay", "ask.rejected > no"))
    olga = await sign_in(house, "olga")
    story = "customer: hi\nana taps: Approve\nana is told: Approved*"
    for page in (
        await olga.get("/workflows/refunds/simulate"),
        await olga.post("/workflows/refunds/simulate", story=story),
    ):
        assert "decides in it for everybody: stripe__create_refund." in page.words and "Every line" not in page.words
    assert house.audit("workflow.simulated") == []


async def test_a_server_that_may_be_rehearsed_hinders_nobody(open_house: OpenHouse, sign_in: SignIn) -> None:
    pays = [trigger(), tool("pay", "stripe__create_refund"), tool("wire", "bank__wire")]
    config = CONFIG.replace("[mcp.stripe]\n", "[mcp.stripe]\nrehearse = true\n")
    house = await open_house(file(pays, "start > pay", "pay > wire"), config=config)
    page = await (await sign_in(house, "olga")).get("/workflows/refunds/simulate")
    assert "for everybody: bank__wire." in page.words


async def test_what_only_reads_is_called_in_a_story(open_house: OpenHouse, sign_in: SignIn) -> None:
    looks = [trigger(), tool("look", "orders__get_order"), tool("again", "bank__look"), message("hi", "stripe__x y")]
    house = await open_house(file(looks, "start > look", "look > again", "again > hi"))
    page = await (await sign_in(house, "olga")).get("/workflows/refunds/simulate")
    assert "may change something" not in page.words


async def test_only_stories_beside_the_file_have_names(house: House, sign_in: SignIn) -> None:
    (house.folder / "stories").mkdir()
    (house.folder / "stories" / "first.txt").write_text(FINE)
    (house.folder / "secret.txt").write_text("canary")
    olga = await sign_in(house, "olga")
    assert "<option>first</option>" in (await olga.get("/workflows/refunds/simulate")).text
    assert "customer: hi there" in (await olga.get("/workflows/refunds/simulate?story=first")).words
    for name in ("../secret", "..%2Fsecret", "%00", "/etc/passwd", "first.txt"):
        page = await olga.get(f"/workflows/refunds/simulate?story={name}")
        assert page.status == 200 and "canary" not in page.text and "customer: hi" not in page.words, name


def test_a_rehearsal_has_no_account_of_a_platform_and_nobodys_place(tmp_path: Path) -> None:
    config = LIVE.replace('post = ["play:review"]', 'post = ["telegram:-100123/7"]\nhours = "Mon-Fri 09:00-17:00"', 1)
    (tmp_path / "assent.toml").write_text(config)
    (tmp_path / "workflow.json").write_text(HELLO)
    settings = load_settings(tmp_path / "assent.toml", {"ASSENT_BOTS__REFUNDS__CONTACT": 'a "quoted" \\ contact'})
    text = rehearsal(settings.given, "refunds", tmp_path / "workflow.json")
    assert "canary" not in text and "telegram" not in text
    tree = tomllib.loads(text)
    assert tree["teams"]["finance"]["post"] == ["play:review"] and tree["teams"]["finance"]["hours"]
    assert tree["bots"]["refunds"]["contact"] == 'a "quoted" \\ contact'
    (tmp_path / "other.toml").write_text(text)
    stage = load_settings(tmp_path / "other.toml", {})
    assert not stage.telegram and stage.servers() == settings.servers()
    assert stage.bots["refunds"].workflow == tmp_path / "workflow.json"
