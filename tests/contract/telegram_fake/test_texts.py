"""Texts, entities and parse modes: what Telegram keeps, finds and refuses."""

import pytest

from tests.contract.telegram_fake.ground import Plain
from tests.fakes.telegram.people import Person


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  hi \n", "hi"),
        ("a\tb\x07c", "a b c"),
        ("a\r\nb", "a\nb"),
        ("a\u202eb\u0333", "ab"),
        ("a\u200e\u200fb", "a\u200c\u200fb"),
        ("x" * 4096 + "  ", "x" * 4096),
    ],
)
async def test_a_text_is_kept_as_telegram_keeps_it(plain: Plain, ana: Person, text: str, kept: str) -> None:
    assert (await plain.does("sendMessage", chat_id=1001, text=text))["text"] == kept


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("\u200b\u2800\u00a0", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("\U0001f600" * 2049, "message is too long"),
        ("x" * 40_000, "text is too long"),
        ("a\ud800", "strings must be encoded in UTF-8"),
    ],
)
async def test_a_text_is_refused(plain: Plain, ana: Person, text: str, why: str) -> None:
    assert await plain.refused("sendMessage", chat_id=1001, text=text) == why


async def test_a_text_may_count_code_points_instead(plain: Plain, ana: Person) -> None:
    plain.fake.limits.units = "points"
    assert await plain.does("sendMessage", chat_id=1001, text="\U0001f600" * 4096)


async def test_entities_are_found_and_move_with_the_trimming(plain: Plain, ana: Person) -> None:
    sent = await plain.does(
        "sendMessage",
        chat_id=1001,
        text="  \U0001f600 pay /now@bot to @ana #x $USD a@b.de https://x.org/y. ",
        entities=[{"type": "bold", "offset": 5, "length": 3}],
    )
    found = {entity["type"]: (entity["offset"], entity["length"]) for entity in sent["entities"]}
    assert sent["text"].startswith("\U0001f600 pay")
    assert found == {
        "bold": (3, 3),
        "bot_command": (7, 8),
        "mention": (19, 4),
        "hashtag": (24, 2),
        "cashtag": (27, 4),
        "email": (32, 6),
        "url": (39, 15),
    }


@pytest.mark.parametrize(
    ("offset", "length", "why"),
    [
        (-1, 2, "receive an entity with incorrect offset -1"),
        (0, -2, "receive an entity with incorrect length -2"),
        (9, 1, "entity begins after the end of the text at byte offset 6"),
        (2, 9, "entity beginning at UTF-16 offset 2 ends after the end of the text at byte offset 6"),
        (2, 2, "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        (0, 2, "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5"),
    ],
)
async def test_a_wrong_entity_is_refused(plain: Plain, ana: Person, offset: int, length: int, why: str) -> None:
    entities = [{"type": "bold", "offset": offset, "length": length}]
    assert await plain.refused("sendMessage", chat_id=1001, text="a\U0001f600b", entities=entities) == why


async def test_crossing_entities_are_a_violation(plain: Plain, ana: Person) -> None:
    crossing = [{"type": "code", "offset": 0, "length": 3}, {"type": "bold", "offset": 2, "length": 3}]
    assert await plain.does("sendMessage", chat_id=1001, text="abcdef", entities=crossing)
    assert plain.fake.violations == ["sendMessage: entity bold [2, 5) conflicts with code"]
    plain.fake.violations.clear()


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("a &lt;b&gt; &amp;&#33;&#x21;&nbsp;", "a <b> &!!&nbsp;", []),
        ("<b>x<i>y</i></b>", "xy", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<a href='https://x.org/?a=1&amp;b=2'>l</a>", "l", [("text_link", 0, 1)]),
        ('<a href="tg://user?id=5">l</a>', "l", [("text_mention", 0, 1)]),
        ('<pre><code class="language-py">f</code></pre>', "f", [("pre", 0, 1)]),
        ('<blockquote expandable>q</blockquote><span class="tg-spoiler">s</span>', "qs", None),
        ("<u></u><code>c</code>", "c", [("code", 0, 1)]),
    ],
)
async def test_html_is_read(
    plain: Plain, ana: Person, html: str, text: str, entities: list[tuple[str, int, int]] | None
) -> None:
    sent = await plain.does("sendMessage", chat_id=1001, text=html, parse_mode="HTML")
    found = [(one["type"], one["offset"], one["length"]) for one in sent.get("entities", [])]
    assert sent["text"] == text
    assert found == ([("expandable_blockquote", 0, 1), ("spoiler", 1, 1)] if entities is None else entities)


@pytest.mark.parametrize(
    ("mode", "source", "why"),
    [
        ("HTML", "x <b", "Unclosed start tag at byte offset 2"),
        ("HTML", "ä <amount>", 'Unsupported start tag "amount" at byte offset 3'),
        ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("HTML", "x</b>", "Unexpected end tag at byte offset 1"),
        ("HTML", "<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "<b>x</b", "Unclosed end tag at byte offset 4"),
        ("HTML", "<b =1>x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("HTML", "<a href='x", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("HTML", "<b x", None),
        ("HTML", "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("HTML", '<tg-emoji emoji-id="0">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("MarkdownV2", "a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "a]", "Character ']' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "*a", "Can't find end of Bold entity at byte offset 0"),
        ("MarkdownV2", "`a", "Can't find end of Code entity at byte offset 0"),
        ("MarkdownV2", "[a](x", "Can't find end of a URL at byte offset 4"),
        ("Markdown", "a", "the fake does not model the legacy Markdown mode"),
    ],
)
async def test_markup_that_cannot_be_parsed(plain: Plain, ana: Person, mode: str, source: str, why: str | None) -> None:
    refused = await plain.refused("sendMessage", chat_id=1001, text=source, parse_mode=mode)
    assert refused == f"can't parse entities: {why}" if why else refused.startswith("can't parse entities: Unclosed")


async def test_markdown_is_read(plain: Plain, ana: Person) -> None:
    source = r"*b _i_* __u__ ||s|| ~x~ `c` [l](https://x\.org/a) 1\.5" + "\n```py\nf()\n```"
    sent = await plain.does("sendMessage", chat_id=1001, text=source, parse_mode="MarkdownV2")
    assert sent["text"] == "b i u s x c l 1.5\nf()"
    kinds = ["bold", "italic", "underline", "spoiler", "strikethrough", "code", "text_link", "pre"]
    assert [one["type"] for one in sent["entities"]] == kinds
    assert sent["entities"][-1]["language"] == "py"
    assert await plain.refused("sendMessage", chat_id=1001, text="a", parse_mode="BBCode") == "unsupported parse_mode"


@pytest.mark.parametrize("text", [" \n", "\u200b", "x" * 4097])
async def test_what_no_app_sends(plain: Plain, ana: Person, text: str) -> None:
    with pytest.raises(ValueError, match="nobody can send"):
        await ana.says(plain.fake.bot, text)
