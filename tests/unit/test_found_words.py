"""Into which words a text falls, for lists that are searched."""

import pytest

from storage.found_words import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("7htrjz5keocs", ["7htrjz5keocs"]),
        ("k75h 4a", ["k75h", "4a"]),
        ("$2,150.00 for #45678", ["2150", "for", "45678"]),
        ("Żółć, Ünïcode", ["zołc", "unicode"]),
    ],
)
def test_an_id_is_one_word_and_a_number_is_its_digits(text: str, words: list[str]) -> None:
    assert list(words_in(text)) == words
