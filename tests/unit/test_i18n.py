"""The words: every language is whole, and every id that the code names is there."""

import ast as syntax
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.admin.gate import ADMINS
from bot.commands import EVERYBODY, REVIEWERS
from bot.dashboard import run_filters
from bot.i18n import FOLDER, Locales, MissingWords
from engine.errors import ErrorCode
from engine.question import HandoffKind
from engine.run import TokenState
from engine.tools import EffectClass
from engine.transitions import ACTIONS, Action, HandoffState

ROOT = FOLDER.parent
FILES = sorted(FOLDER.glob("*.ftl"))
BIDI_MARKS = "\u2068\u2069\u202e"


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.optional: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference) and any(
            isinstance(variant.key, ast.Identifier) and variant.key.name == "none" for variant in node.variants
        ):
            self.optional.add(node.selector.id.name)
        self.generic_visit(node)


def entries(path: Path) -> list[ast.EntryType]:
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


def messages(path: Path) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Id to the names of all its variables, and of those that may be left out."""
    found = {}
    for entry in entries(path):
        if isinstance(entry, ast.Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = (frozenset(variables.names), frozenset(variables.optional))
    return found


ENGLISH = messages(FOLDER / "en.ftl")


@pytest.fixture(scope="module")
def locales() -> Locales:
    return Locales(strict=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_parses_and_names_nothing_twice(path: Path) -> None:
    body = entries(path)
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    ids = [entry.id.name for entry in body if isinstance(entry, ast.Message)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_says_the_same_things(path: Path) -> None:
    assert messages(path) == ENGLISH


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("full", [True, False])
def test_every_message_can_be_said(path: Path, full: bool, locales: Locales) -> None:
    for message_id, (names, optional) in ENGLISH.items():
        args = {name: 2 if name in {"count", "tries", "minutes"} else f"<{name}>" for name in names}
        given = {name: value for name, value in args.items() if full or name not in optional}
        text = locales.text(path.stem, message_id, **given)
        assert "none" not in text.split()
        assert "{" not in text


FAMILIES = re.compile(
    r"(admin|auth|card|command|customer|deputy|doctor|edit|error|handling|mail|operator|outcome|personal|play|progress|"
    r"reminder|sample|state|status|tap|via)-[\w-]*"
)


def named_in_code() -> tuple[set[str], set[str]]:
    """Texts in the code that read like an id, and beginnings of ids that an f-string fills in."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for path in (path for room in ("bot", "engine", "channels", "storage") for path in (ROOT / room).rglob("*.py")):
        tree = syntax.parse(path.read_text(encoding="utf-8"))
        filled_in = [node.values[0] for node in syntax.walk(tree) if isinstance(node, syntax.JoinedStr) and node.values]
        for node in syntax.walk(tree):
            if isinstance(node, syntax.Constant) and isinstance(node.value, str) and FAMILIES.fullmatch(node.value):
                (beginnings if node in filled_in else whole).add(node.value)
    return whole, beginnings


WITHOUT_BUTTON = {
    Action.EXPIRE, Action.CANCEL, Action.CHOOSE, Action.VOTE, Action.OBJECT, Action.HOLD, Action.SETTLE,
    Action.SETTLE_CHOICE, Action.EDIT, Action.ASSIGN, Action.SNOOZE, Action.ESCALATE, Action.SEE, Action.INQUIRE,
    Action.ANSWER, Action.SPEAK, Action.END_TALK, Action.LAPSE, Action.NUDGE,
}  # fmt: skip
LETTERS = ("text", "mail", "card", "edit", "files", "status", "restatus", "room", "close", "relay")


def families() -> Iterator[str]:
    """Every id whose last part is a value of one of the code's enumerations."""
    yield from (f"error-{code}" for code in ErrorCode)
    yield from (f"state-{state}" for state in HandoffState)
    yield from (f"card-title-{kind}" for kind in HandoffKind)
    yield from (f"tap-already-{state}" for state in HandoffState if not state.is_open)
    yield from (f"admin-stats-{state}" for state in HandoffState if not state.is_open)
    yield from (f"admin-severity-{severity}" for severity in ("error", "warning", "note"))
    yield from (f"command-describe-{name}" for name in (*EVERYBODY, *REVIEWERS, *ADMINS))
    yield from (f"tap-done-{state}" for state in set(HandoffState) - {HandoffState.TIMED_OUT, HandoffState.CANCELLED})
    tapped = ACTIONS[HandoffKind.APPROVAL] | ACTIONS[HandoffKind.FAILURE]
    yield from (f"card-button-{action}" for action in tapped - WITHOUT_BUTTON)
    handling = {Action.CLAIM, Action.RELEASE, Action.ASK_QUESTION, Action.TAKE_OVER, *WITHOUT_BUTTON}
    yield from (f"card-button-doubt-{action}" for action in ACTIONS[HandoffKind.DOUBT] - handling)
    yield from (f"dash-run-state-{state}" for state in run_filters.STATES)
    yield from (f"dash-token-{state}" for state in TokenState)
    yield from (f"dash-kind-{kind}" for kind in HandoffKind)
    yield from (f"dash-asked-{state}" for state in HandoffState)
    yield from (f"dash-effect-{effect}" for effect in EffectClass)
    yield from (f"dash-call-{state}" for state in ("open", "returned", "refused", "unknown"))
    yield from (f"dash-letter-kind-{kind}" for kind in LETTERS)
    yield from (f"dash-workflow-{severity}s" for severity in ("error", "warning", "note"))
    yield from (f"dash-simulate-{result}" for result in ("ok", "failed", "left"))


def test_every_id_in_the_code_has_words() -> None:
    whole, beginnings = named_in_code()
    assert sorted(whole - set(ENGLISH)) == []
    assert [start for start in beginnings if not any(known.startswith(start) for known in ENGLISH)] == []


def test_every_family_is_whole() -> None:
    assert sorted(set(families()) - set(ENGLISH)) == []


def test_the_nearest_language_is_chosen(locales: Locales) -> None:
    assert locales.match("de-AT") == locales.match("DE_ch") == locales.match("Deutsch") == "de"
    assert locales.match("tlh") == locales.match("") == "en"
    assert Locales(default="de").match("tlh") == "de"
    assert locales.find("tlh") is None
    assert locales.available()["de"] == "Deutsch"


def test_a_message_that_a_language_lacks_comes_from_the_next(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("language-name = English\nonly-english = Hello\n")
    (tmp_path / "fr.ftl").write_text("language-name = français\n")
    assert Locales(default="fr", folder=tmp_path, strict=True).text("fr-CA", "only-english") == "Hello"


def test_an_argument_left_out_or_empty_is_not_spoken_of(locales: Locales) -> None:
    short = locales.text("en", "customer-escalated")
    assert short == "I have escalated this to a reviewer. You will hear back shortly."
    assert locales.text("en", "customer-escalated", estimate="", contact=None) == short
    assert "2 hours" in locales.text("en", "customer-escalated", estimate="2 hours")


def test_missing_words_are_loud_in_tests_and_logged_in_production(
    locales: Locales, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(MissingWords, match="no-such-message"):
        locales.text("en", "no-such-message")
    with pytest.raises(MissingWords, match="customer-start"):
        locales.text("en", "customer-start")
    assert Locales().text("en", "no-such-message") == "no-such-message"
    assert "no-such-message" in caplog.text


def test_plurals(locales: Locales) -> None:
    assert "one try" in locales.text("en", "auth-wrong-code", tries=1)
    assert "3 Versuche" in locales.text("de", "auth-wrong-code", tries=3)


def test_a_long_value_is_said_whole(locales: Locales) -> None:
    reason = "word " * 4000
    assert reason in locales.text("en", "state-rejected", by="Ana", at="now", via="here", reason=reason)


@pytest.mark.parametrize("value", ["123456", "ana@example.com", "h3x7", "/approve", "https://example.com/a?b=c"])
def test_what_people_copy_has_no_invisible_marks(locales: Locales, value: str) -> None:
    assert not set(BIDI_MARKS) & set(locales.text("en", "customer-command-unknown", command=value))


def test_foreign_text_cannot_turn_the_sentence_around_it(locales: Locales) -> None:
    evil = "Ana\u202e\u2069 approved"
    text = locales.text("en", "tap-already-rejected", by=evil, at="noon")
    assert text == "Already rejected by \u2068Ana approved\u2069 at noon."
    assert "\u2068אנה כהן\u2069" in locales.text("en", "tap-already-rejected", by="אנה כהן", at="noon")
    assert "\u2068" not in locales.text("en", "tap-already-rejected", by="Ana Müller", at="noon")


def test_moments_and_spans_are_in_the_readers_language(locales: Locales) -> None:
    at = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)
    assert locales.moment("de", at) == "03.11.2026, 14:05 UTC"
    assert locales.moment("de", at, now=at + timedelta(hours=1)) == "14:05 UTC"
    assert locales.moment("de", at, zone=timezone(timedelta(hours=2), "EET")) == "03.11.2026, 16:05 EET"
    assert locales.duration("de", timedelta(hours=2)) == "2 Stunden"
