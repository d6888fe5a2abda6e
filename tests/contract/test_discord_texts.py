"""Texts and forms of any words reach Discord in one piece or several, and the library remembers nothing of them."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.base import RetryAfter
from channels.text import visible
from channels.tokens import ASK, CardToken, encode
from channels.views import Answer, Button, FormView, TextView
from tests.contract.any_cards import FULL, HANDOFF, NASTY, card, closed, texts
from tests.contract.discord_post import ERRAND, Post, driven, nothing_is_refused, post_office
from tests.fakes.discord import markdown


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with post_office() as made:
        yield made


MOST_LIMITS = 10
"""How many routes of one channel are called, and a few besides."""
LONG = ["".join(NASTY) * 3, "\u200d" * 5000, "\u2800" * 5000 + "!", "👨‍👩‍👧‍👦" * 2000, "*" * 5001, "a " + "\\" * 5000,
        "So it is. # big " * 800, "So it is. > said " * 800, "- one\n1. two\n" * 900,
        "https://a.example/x " * 500]  # fmt: skip


@pytest.mark.parametrize("place", ["discord:@1", ""])
async def test_a_long_text_of_nasty_ones_arrives_in_pieces(place: str, post: Post) -> None:
    where = post.fake.dm(post.ana) if place else post.desk
    offered = tuple(
        Button(f"choice {number}", label) for number, label in enumerate(["Yes", "n" * 300, " ", "\u202eno"])
    )
    for number, text in enumerate(LONG):
        where.messages.clear()
        await post.out.text(place or post.place, TextView(text, offered), f"key {number}")
        said = where.live()
        read = "".join(markdown.shown(one.content) for one in said)
        assert "".join(visible(text).split()) == "".join(read.split())
        assert not any(markdown.signs(one.content) for one in said)
        assert [len(one.all_buttons()) for one in said] == [0] * (len(said) - 1) + [4]
    nothing_is_refused(post)


async def test_a_text_that_takes_too_long_goes_on_where_it_was(post: Post) -> None:
    """Under the rate limits, and each try ends before the next one would begin."""
    post.fake.limits.rates, tries = True, 0
    view = TextView(" ".join(str(number) for number in range(20_000)))
    while True:
        tries, began = tries + 1, post.clock.elapsed()
        try:
            with post.line.errand():
                await post.out.text(post.place, view, "key")
            break
        except RetryAfter as later:
            assert post.clock.elapsed() - began <= ERRAND
            await post.clock.sleep(later.seconds)
    assert " ".join(one.content for one in post.desk.live()) == view.text
    assert tries > 2 and post.fake.limits.refused == 0


forms = st.builds(
    FormView, st.just(encode(CardToken(HANDOFF, "reject"))), texts, texts, st.booleans(),
    st.lists(texts, max_size=30).map(tuple), texts,
)  # fmt: skip


async def opens(post: Post, view: FormView) -> None:
    """Ana presses Reject, and sees the form."""
    token = encode(CardToken(HANDOFF, f"{ASK}reason"))
    message = await post.puts(card(buttons=(Button(token, "Reject"),)))
    post.shows.asked = view
    press = await post.presses(message, token)
    assert press.given and press.given.modal, press.given
    assert len(press.given.modal.components) == 1 + bool(view.choices)
    nothing_is_refused(post)


def test_a_form_of_any_words_opens() -> None:
    with driven() as drive:

        @settings(derandomize=True, deadline=None, max_examples=1000 if FULL else 40, database=None)
        @given(forms)
        def each(view: FormView) -> None:
            drive(opens, view)

        each()


async def test_cards_leave_nothing_behind_in_the_library(post: Post) -> None:
    """Posted, edited, looked at and rejected by a form: the library remembers none of it."""
    connection = post.line.client._connection
    for number in range(2000 if FULL else 60):
        view = card(handoff=f"{HANDOFF}{number}", buttons=(*card().buttons,))
        post.shows.asked = FormView(encode(CardToken(HANDOFF, "reject")), "Reject", "Why", True, ("a", "b"))
        message = await post.puts(view)
        mine = await post.opens(message, view.more[0].token, Answer("", card=view))
        await post.presses(message, view.buttons[1].token)
        await post.opens(mine, view.buttons[0].token, Answer("", card=closed(view, "approved", "Approved")))
        await post.brings(message, closed(view, "approved", "Approved"))
        nothing_is_refused(post)
        if number == 20:
            held = held_open()
    store = connection._view_store
    assert (store._views, store._synced_message_views, store._modals, store._dynamic_items) == ({}, {}, {}, {})
    assert held_open() == held and len(of_channels(connection)) < MOST_LIMITS
    assert not connection._messages


def held_open() -> tuple[int, int]:
    """How many tasks and files there are."""
    return len(asyncio.all_tasks()), len(list(Path("/dev/fd").iterdir()))


def of_channels(connection: Any) -> set[str]:
    """The rate limits that the library knows, but for those of an interaction: it forgets them after five minutes."""
    return {name for name in connection.http._buckets if "+" not in name}
