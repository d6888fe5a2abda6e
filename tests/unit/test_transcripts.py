"""A conversation in words: files by name and size, what came late by a mark, and no secret in any of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.card_words import Texts
from bot.i18n import Locales
from bot.transcripts import LONGEST_LINE, Transcript, attachments
from channels.views import Attachment
from engine.effects import Literal
from engine.step import Said

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
PDF = {"channel": "telegram", "account": "default", "ref": "1", "kind": "document", "name": "a.pdf", "size": 1_234_567}
LOST = {**PDF, "ref": "2", "name": "b.exe", "refused": "type", "most": 10}


class Asked:
    """As much of a handoff as a transcript looks at."""

    id = "abcdefghij"
    opened_at = NOON

    class question:
        hidden = ("4111-1111",)
        erased = False

    class state:
        is_open = True

    decision: Any = None


def transcript(asked: Any = None, locale: str = "en") -> Transcript:
    return Transcript(Texts(Locales(strict=True), locale, NOON + timedelta(hours=1)), asked or Asked())


def said(text: str, minutes: int = -5, author: str = "customer", *files: dict[str, Any]) -> Said:
    return Said(author, Literal(text), NOON + timedelta(minutes=minutes), files)


def test_a_line_names_its_files() -> None:
    photo = {**PDF, "kind": "photo", "name": "", "size": 2300}
    line = transcript().line(said("See here", -5, "customer", PDF, photo, LOST))
    assert line.text.split("\n") == [
        "See here", "[file: a.pdf, 1.2 MB]", "[photo, 2.3 KB]",
        "[file: b.exe, 1.2 MB – not taken: files of its type are refused]",
    ]  # fmt: skip
    assert transcript(locale="de").line(said("", -5, "customer", PDF)).text == "[Datei: a.pdf, 1,2 MB]"
    hostile = {**PDF, "name": "../x\u202e\n.pdf", "size": 0}
    assert transcript().line(said("", -5, "customer", hostile)).text == "[file: x.pdf]"


def test_what_came_while_it_was_pending_is_marked_everywhere() -> None:
    lines = [said("before"), said("after", 5), said("our words", 6, "bot")]
    assert [transcript().line(one).late for one in lines] == [False, True, False]
    whole = transcript().document(lines).text
    assert "Customer (12:05\u202fPM UTC, new since the request): after" in whole
    assert whole.count("new since the request") == 1
    assert "neu seit der Anfrage" in transcript(locale="de").document(lines).text


def test_what_came_after_the_decision_is_none_of_its_business() -> None:
    decided: Any = Asked()
    decided.state = type("State", (), {"is_open": False})
    decided.decision = type("Decision", (), {"at": NOON + timedelta(minutes=10)})
    assert [transcript(decided).line(said("x", minutes)).late for minutes in (-1, 5, 15)] == [False, True, False]


def test_a_secret_is_masked_in_words_names_and_before_a_cut() -> None:
    card = {**PDF, "name": "4111-1111.pdf"}
    spoken = said("my card 4111-1111", -5, "customer", card)
    masked = transcript()
    assert "4111" not in masked.document([spoken]).text + masked.line(spoken).text + masked.words(spoken).text
    assert [named.label for named in masked.files(spoken)] == ["[file: hidden.pdf, 1.2 MB]"]
    long = said("x" * (LONGEST_LINE - 5) + "4111-1111")
    assert "4111" not in masked.line(long).text


def test_files_are_numbered_over_the_whole_conversation() -> None:
    lines = [said("a", -5, "customer", PDF, LOST), said("b"), said("c", 5, "customer", {**PDF, "ref": "3"})]
    first = Attachment("telegram", "default", "1", "document", "a.pdf", 1_234_567)
    assert attachments(lines) == [first, None, replace(first, ref="3")]
