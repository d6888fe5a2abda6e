"""Cards of any text and any size, for the tests of the platforms: what nobody writes, and somebody will."""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from channels.tokens import LESS, MORE, OPEN, TALK, CardToken, encode
from channels.views import Button, CallView, CardView, Line, Row

FULL = os.environ.get("FULL", "") not in ("", "0")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HANDOFF = "h" * 26
IN_FILE = "This request is too long for a message. All of it, nothing cut, is in the file above: read it first."


def card(**more: object) -> CardView:
    """A pending card; its buttons are those of the house."""
    view = CardView(
        HANDOFF, HANDOFF[:6], "pending", "Approval: Finance", "Waits for a decision", "Bot", "Acme Refunds", "Reason",
        "A customer wants money", "Opened", "12:00", NOON, "Facts", (Row("order.id", "45678"),), "On approval",
        (CallView("stripe__create_refund", (), '{"amount":215000}'),), "", "Conversation",
        (Line("Customer", "refund please", "12:00"),), buttons("approve", "ask_reason"), "",
        buttons(MORE, TALK, OPEN, LESS), in_file=IN_FILE,
    )  # fmt: skip
    return replace(view, **more)  # type: ignore[arg-type]


def buttons(*actions: str) -> tuple[Button, ...]:
    """Buttons of the card, labelled by what they do."""
    return tuple(Button(encode(CardToken(HANDOFF, action)), action.title()) for action in actions)


def rejecting(view: CardView) -> CardView:
    """The card while somebody is asked for a reason."""
    status = f"{'Ana Maria ' * 12} is rejecting this and is asked for the reason; anybody may still decide"
    return replace(view, state="rejecting", status=status, buttons=buttons("reject", "reopen", "because1", "because2"))


def closed(view: CardView, state: str, status: str) -> CardView:
    """The card when it is over."""
    return replace(view, state=state, status=status, buttons=(), more=(), notice="", decided=True)


# --- texts --------------------------------------------------------------------------------------------------------

HIDDEN = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp")]
MARKDOWN = [
    "<@1>", "<@!1>", "<@&2>", "<#3>", "</approve:1>", "<t:0:R>", "<:a:1>", "<id:home>", ":smile:", ":+1:", "@here",
    "# big", "-# small", "> said", ">>> said", "- one", "* one", "1. one", "```py\nx\n```", "``x``", "\\`", "\\*",
    "[a](https://b.example)", "<https://a.example>", "https://a.example/**x**", "https://a<@1>", "https://**a",
    "**", "__x__", "||", "***x***", "\n# big", "\n> said", "\n```\n", "`", "x\n", "\nx",
]  # fmt: skip
NASTY = [
    *HIDDEN, "\ufeff", "\ufffc", "\ufff9", "\U000e0041", "\u030a", "\u0333", "\u3164", "\u2800", "A\u030a",
    "Z" + "\u0300\u0324\u0489" * 40, "👨‍👩‍👧‍👦", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𝔄", "\U0010ffff", "﷽", "x" * 600,
    "ﷺ" * 90, "@everyone", "@assent_bot", "@@x", "@/y", "/approve", "/cancel@assent_bot", "#tag", "$USD", "https://a.example/?q=1",
    "tg://user?id=1", "a.com",
    "<b>bold</b>", "<b", "&amp;&#0;", "*x* _y_ `z` [a](b) ||s|| ~~t~~", "{{7*7}}", "\\", '"', "\n\n", "\r\n", "\r",
    "✅ Approved by Ana\nAmount: 1", "…", " ", "", *MARKDOWN,
]  # fmt: skip
words = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
texts = st.lists(words, max_size=8).map(" ".join) | st.lists(words, max_size=8).map("".join)
rows = st.builds(Row, texts, texts, st.just("") | texts)
calls = st.builds(CallView, st.just("stripe__create_refund"), st.just(()), texts.map('{{"note":"{}"}}'.format))
lines = st.builds(Line, st.just("Customer"), texts, st.just("12:00"), st.just("customer"), st.booleans())
cards = st.builds(
    card,
    title=texts.map("Approval: {}".format),
    bot=texts,
    reason=texts,
    facts=st.lists(rows, max_size=5).map(tuple),
    calls=st.lists(calls, max_size=2).map(tuple),
    calls_note=st.just("") | texts,
    transcript=st.lists(lines, max_size=6).map(tuple),
)


SIZES = [0, 1, 186, 200, 799, 1024, *(range(2500, 3001, 25 if FULL else 125)), 4096, 10_000, 100_000]
LETTERS = ("x", "😀", "a \u202e")
"""One unit, two, and one that is spelled out."""
PLACES: dict[str, Callable[[str], CardView]] = {
    "title": lambda text: card(title=f"Approval: {text}"),
    "bot": lambda text: card(bot=text),
    "reason": lambda text: card(reason=text),
    "fact": lambda text: card(facts=(Row("note", text), Row("amount", "2150.00"))),
    "label": lambda text: card(facts=(Row(text[:5000], "2150.00"),)),
    "call": lambda text: card(calls=(CallView("t", (), f'{{"note":"{text}","amount":215000}}'),)),
    "note": lambda text: card(calls_note=text),
    "line": lambda text: card(transcript=(Line("Customer", text[:4001], "12:00"),) * 3),
    "facts": lambda text: card(facts=tuple(Row(f"line.{n}", "x" * 12) for n in range(len(text) // 20))),
    "talk": lambda text: card(
        transcript=tuple(Line("Customer", "a word " * 9, "12:00") for _ in range(len(text) // 70))
    ),
}
