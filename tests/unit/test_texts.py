"""Texts as platforms count and show them. Nothing here loads a platform's library."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.telegram.text import MOST, unlinked
from channels.text import cut, parts, units, visible

READABLE = {
    "a family": "👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍💻 ❤️ 1️⃣",
    "Persian": "می‌خواهم پول خود را پس بگیرم",
    "Arabic": "أريد استرداد أموالي (فاتورة 17) \u200fمن فضلك",
    "Hebrew": "אני רוצה החזר על הזמנה \u200e17-B\u200e בבקשה",
    "Hindi": "क्\u200dष और क्ष",
    "Vietnamese, decomposed": unicodedata.normalize("NFD", "Tôi muốn được hoàn tiền"),
    "Swedish": "Åland på svenska",
    "lines": "first\n\tsecond\n",
}
HIDDEN = [one for one in map(chr, range(0x10000)) if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp")]
HIDDEN += ["\ufffe", "\uffff", "\ue000", "\U000e0041", "\U0010ffff", "\U0001d173"]
MARKS = "\u200c\u200d\u200e\u200f"
DROPPED = {"\r", *map(chr, range(0x2028, 0x202F)), "\u030a", "\u0333", "\u033f"}
"""What Telegram takes out of every text in silence (tdlib/td, `clean_input_string`)."""
BLANK = [*" \n\t\u00a0\u1680\u202f\u205f\u2800\u3000\ufeff\ufffc\u180e", *map(chr, range(0x2000, 0x2010))]
"""Of these alone no message may consist (tdlib/td, `is_empty_string`)."""
TRICKY = [*" \n.!?…@/", *MARKS, *DROPPED, "\u2800", "\ufffc", "😀", "👨‍👩‍👧", "A", "é"]
texts = st.lists(st.one_of(st.sampled_from(TRICKY), st.text(max_size=5))).map("".join)
quickly = settings(derandomize=True, deadline=None, max_examples=150)


@pytest.mark.parametrize("text", READABLE.values(), ids=READABLE.keys())
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_every_hidden_character_is_spelled_out() -> None:
    for hidden in HIDDEN:
        shown = visible(f"a{hidden}b")
        if hidden not in f"\n\t{MARKS}":
            assert shown == f"a⟨U+{ord(hidden):04X}⟩b"
    assert visible("a\r\nb\rc") == "a\nb⟨U+000D⟩c"
    assert visible("\u202e0005\u202c $") == "⟨U+202E⟩0005⟨U+202C⟩ $"


@quickly
@given(texts)
def test_nothing_that_is_visible_is_dropped_by_telegram(text: str) -> None:
    shown = visible(text)
    assert not DROPPED & set(shown)
    assert visible(shown) == shown
    assert not text.strip() or set(shown) - set(BLANK), f"{text!r} would be no message"


def test_a_ring_that_telegram_drops_is_written_into_its_letter() -> None:
    assert visible("A\u030aland") == "Åland"
    assert visible("5\u030a0") == "5⟨U+030A⟩0"


@quickly
@given(texts, st.integers(2, 60))
def test_parts_are_the_whole_text_and_each_fits(text: str, most: int) -> None:
    pieces = list(parts(text, most))
    assert all(piece and units(piece) <= most for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["word " * 5000, "😀" * 9000, "x" * 100_000, "A sentence. " * 3000, "\n\n".join("ab" * 2000)]
)
def test_a_long_text_keeps_its_words(text: str) -> None:
    pieces = list(parts(text, MOST))
    assert all(units(piece) <= MOST for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    if " " in text:
        assert " ".join(pieces).split() == text.split(), "no word is torn where there is a space"


@quickly
@given(texts, st.integers(0, 60))
def test_a_cut_text_fits_and_says_that_something_is_missing(text: str, most: int) -> None:
    short = cut(text, most)
    assert units(short) <= most
    assert short == text or not most or (short.endswith("…") and text.startswith(short[:-1]))


@quickly
@given(texts)
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    "text", ["@everyone", "hi @bob_1!", "(@x)", "a\n@y", "/approve 1", "see /cancel@assent_bot", "«@ы»"]
)
def test_a_name_or_command_in_a_value_is_no_link(text: str) -> None:
    assert unlinked(text) != text and unlinked(text).replace("\u2060", "") == text


@pytest.mark.parametrize("text", ["ana@example.com", "3 @ 4", "and/or", "https://example.com/a/b", "1/2", "@", "/"])
def test_what_is_no_name_stays_as_it_is(text: str) -> None:
    assert unlinked(text) == text


def test_none_of_this_loads_the_library() -> None:
    code = "import sys, channels.telegram.text; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
