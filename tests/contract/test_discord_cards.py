"""Cards of any text reach Discord: none is refused, what decides stands there whole, and the copy can be edited."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from channels.text import visible
from channels.views import Answer, CardView, Row
from channels.views import Line as Said
from tests.contract.any_cards import FULL, LETTERS, NASTY, PLACES, SIZES, card, cards, closed, rejecting
from tests.contract.discord_post import Post, driven, nothing_is_refused, post_office
from tests.fakes.discord import markdown
from tests.fakes.discord.messages import TEXT_DISPLAY, Message, every

LONG_REASON = "Because it was opened, and because of much else. " * 82
SILENCE = "Taps between 12:00 and 12:04 may not have reached me. " * 3


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with post_office() as made:
        yield made


# --- what must hold of any card -----------------------------------------------------------------------------------


async def arrives_and_stays_true(post: Post, view: CardView) -> None:
    """Post a card and take it through its states, in the channel and in private."""
    view = replace(view, handoff=f"{view.handoff}{post.posts}")
    message = await post.puts(view)
    assert "Approve" in message.buttons
    all_is_told(message, view)
    mine = await post.opens(message, view.more[0].token, Answer("", card=view))
    assert mine.ephemeral and "Approve" in mine.buttons
    all_is_told(mine, view)
    asking = rejecting(replace(view, notice=SILENCE))
    await post.brings(message, asking)
    assert message.buttons
    all_is_told(message, asking)
    over = closed(view, "rejected", f"Rejected by Ana at 12:01 on Discord: {LONG_REASON}")
    await post.brings(message, over)
    assert await post.opens(mine, view.buttons[0].token, Answer("", card=over)) is mine
    for copy in (message, mine):
        assert "Rejected by Ana at 12:01 on Discord: Because it was opened" in copy.text
        assert not copy.buttons
        all_is_told(copy, over)
    nothing_is_refused(post)


def all_is_told(message: Message, view: CardView) -> None:
    """Everything that decides is in the message; or in its file, and the message says so. Nothing else formats."""
    parts = [one["content"] for one in every(message.components) if one["type"] == TEXT_DISPLAY]
    if message.attachments:
        [file] = message.attachments
        whole_in_file(file.upload.data.decode(), view)
        [caption] = parts
        assert one_space(visible(view.in_file)) in one_space(markdown.shown(caption)), "that there is more is never cut"
        assert one_space(visible(view.reason))[:20] in one_space(markdown.shown(caption)), "the reason begins above it"
        assert markdown.signs(caption) == ["**"] * (6 + 2 * bool(view.notice))
        return
    head, facts, *talk = parts
    assert markdown.signs(head) == ["**"] * (2 + 2 * bool(view.notice))
    assert one_space(visible(view.title)) in one_space(markdown.shown(head))
    calls = bool(view.calls or view.calls_note)
    assert markdown.signs(facts) == ["**"] * (6 + 2 * bool(view.facts) + 2 * calls)
    codes = [span.shown for span in markdown.read(facts) if span.kind == markdown.CODE]
    wanted = [row.value for row in view.facts] + [f"{call.tool} {call.raw}" for call in view.calls]
    assert [unspelled(code) for code in codes] == [unspelled(visible(value)) for value in wanted]
    told = one_space(markdown.shown(facts))
    values = [view.bot, view.reason, view.opened, view.calls_note]
    values += [part for row in view.facts for part in (row.label, row.note)]
    assert not [value for value in values if one_space(visible(value)) not in told]
    assert set(markdown.signs("\n".join(talk))) <= {"**", "> "} and markdown.signs("".join(talk)).count("**") in (0, 2)


def whole_in_file(file: str, view: CardView) -> None:
    """A file shows everything, to the letter."""
    values = [view.title, view.bot, view.reason, view.opened, view.calls_note]
    values += [part for row in view.facts for part in (row.label, row.value, row.note)]
    values += [f"{call.tool} {call.raw}" for call in view.calls] + [line.text for line in view.transcript]
    for value in values:
        if visible(value) not in file:  # no `assert`: it would spell out the difference of 100 kB
            raise AssertionError(f"{value[:80]!r} of {len(value)} is not whole")


def one_space(text: str) -> str:
    """A text with one kind of space."""
    return " ".join(text.split())


def unspelled(code: str) -> str:
    """A value without what cannot stand in code by itself, and without the marks around one of nothing but spaces."""
    text = code.replace("`", "⟨U+0060⟩").replace("⟨U+000A⟩", "\n").strip("\n")
    return text if text.strip("⟨⟩").strip() else ""


@pytest.mark.timeout(3600 if FULL else 240)
def test_cards_of_any_text_arrive_whole_and_can_be_edited() -> None:
    with driven() as drive:

        @settings(derandomize=True, deadline=None, max_examples=1000 if FULL else 40, database=None)
        @given(cards)
        def each(view: CardView) -> None:
            drive(arrives_and_stays_true, view)

        each()


async def test_every_nasty_text_arrives_wherever_it_stands(post: Post) -> None:
    for text in NASTY:
        view = card(title=f"Approval: {text}", bot=text, reason=text, facts=(Row(text, text, text),) * 2,
                    calls_note=text, transcript=(Said("Customer", text, "12:00"),))  # fmt: skip
        await arrives_and_stays_true(post, view)


@pytest.mark.parametrize("where", PLACES)
async def test_a_card_of_any_size_arrives_whole(where: str, post: Post) -> None:
    for number, size in enumerate(SIZES):
        for letter in LETTERS if FULL else [LETTERS[number % 3]]:
            text = (letter * (size // len(letter) + 1))[:size]
            await arrives_and_stays_true(post, PLACES[where](text))


async def test_what_was_drawn_before_a_decision_never_comes_after_it(post: Post) -> None:
    view = card()
    message = await post.puts(view)
    await post.brings(message, closed(view, "approved", "Approved by Ana"))
    await post.brings(message, replace(view, notice=SILENCE))
    assert "Approved by Ana" in message.text and not message.buttons
