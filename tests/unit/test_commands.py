"""What is typed and tapped, read: filters of /pending, and what buttons carry."""

from datetime import timedelta

import pytest

from bot.commands import Typed, read
from bot.review.filters import BadFilter, parse
from channels.tokens import CardToken, decode, encode

ID = "abcdefghijklmnopqrstuvwxy2"


@pytest.mark.parametrize(
    ("text", "typed", "page"),
    [
        ("", "", 1),
        ("2", "", 2),
        ("page 3", "", 3),
        ("page:3 mine", "mine", 3),
        ("bot:refunds team:finance mine older:2h 2", "bot:refunds team:finance mine older:2h", 2),
        ("BOT refunds Older 30m UNCLAIMED bulk", "bot:refunds older:30m unclaimed bulk", 1),
    ],
)
def test_filters_are_understood_in_any_order(text: str, typed: str, page: int) -> None:
    filters = parse(text)
    assert (filters.typed, filters.page) == (typed, page)
    assert parse(filters.typed).typed == typed


def test_filters_say_what_is_wanted() -> None:
    filters = parse("team:finance mine older:2h")
    assert (filters.team, filters.mine, filters.unclaimed, filters.bulk) == ("finance", True, False, False)
    assert filters.older == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("everything", "everything"), ("older:soon", "older:soon"), ("older", "older"), ("mine mine", "mine"),
        ("0", "0"), ("2 3", "page:3"), ("mine:yes", "mine:yes"), ("bot:", "bot:"), ("page:x", "x"), ("٣", "٣"),
        ("999999999999999999", "999999999999999999"), ("older:999999999d", "older:999999999d"), (":", ":"),
    ],
)  # fmt: skip
def test_what_is_no_filter_is_named(text: str, word: str) -> None:
    with pytest.raises(BadFilter) as bad:
        parse(text)
    assert bad.value.word == word


def test_a_button_carries_the_edition_once_there_is_one() -> None:
    assert encode(CardToken(ID, "approve")) == f"h1:{ID}:approve"
    assert encode(CardToken(ID, "approve", 12)) == f"h2:{ID}:approve:12"
    for token in (CardToken(ID, "approve"), CardToken(ID, "option10", 999_999)):
        assert decode(encode(token)) == token


@pytest.mark.parametrize(
    "text",
    [f"h1:{ID}:approve:1", f"h2:{ID}:approve", f"h2:{ID}:approve:", f"h2:{ID}:approve:x", f"h2:{ID}:approve:-1",
     f"h2:{ID}:approve:١", f"h2:{ID}:approve:1234567", f"h2:{ID}:approve:1:2", f"h3:{ID}:approve:1", "h2", "h1:", ""],
)  # fmt: skip
def test_what_no_release_made_is_no_button(text: str) -> None:
    assert decode(text) is None


def test_a_command_that_was_copied_from_a_card_is_one() -> None:
    assert read("/\u2060edit ab12cd total 5") == read("/edit ab12cd total 5") == Typed("edit", "ab12cd total 5")
    assert read("/\u2060\u2060edit x") is None
