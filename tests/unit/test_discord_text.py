"""What Discord makes of our texts: nothing but their letters, and links of addresses where they are wanted."""

import pytest

from channels.discord.text import code, inert, inert_cut, linked, pieces
from channels.text import units
from tests.contract.any_cards import NASTY
from tests.fakes.discord.markdown import CODE, LINK, TEXT, Span, read, shown, signs


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("plain *not* __plain__", [TEXT, "*", TEXT, "*", TEXT, "__", TEXT, "__"]),
        ("\\*plain\\*", [TEXT]),
        ("# big\n-# small\n> said\n1. one", ["# ", TEXT, "-# ", TEXT, "> ", TEXT, "1. ", TEXT]),
        ("> # big", ["> ", "# ", TEXT]),
        ("`*code*` ```py\n*code*\n```", [CODE, TEXT, CODE]),
        ("see https://a.example/_x_, <@1> :smile:", [TEXT, LINK, TEXT, "<", TEXT, ":smile:"]),
    ],
)
def test_the_reader_knows_what_formats(text: str, kinds: list[str]) -> None:
    assert [span.kind for span in read(text)] == kinds


def test_a_text_is_read_to_the_letter() -> None:
    for text in ["".join(pair) for one in NASTY for pair in ((one,), ("x ", one, " y"), (one, one), ("\n", one))]:
        assert signs(inert(text)) == [], text
        assert shown(inert(text)) == shown(inert(shown(inert(text)))), text
    assert shown(inert("*a* <@1> # b\n# c")) == "*a* <@1> # b\n# c"


def test_a_value_in_code_ends_where_it_ends() -> None:
    for text in NASTY:
        spans = read(code(text) + " *")
        assert [span.kind for span in spans] == [CODE, TEXT, "*"], text
    assert read(code("a\nb")) == [Span(CODE, "a\nb")]
    assert code("") == "`⟨⟩`" and code("\n") == "`⟨U+000A⟩`" and code(" ") == "`⟨ ⟩`"
    assert read(code("\na\n")) == [Span(CODE, "⟨U+000A⟩a⟨U+000A⟩")]


def test_only_a_whole_address_is_a_link() -> None:
    assert read(linked("see https://a.example/_x_, or *b*")) == [
        Span(TEXT, "see "), Span(LINK, "https://a.example/_x_"), Span(TEXT, ", or *b*"),
    ]  # fmt: skip
    for text in (
        "https://a.example<@1>",
        "https://*",
        "xhttps://a.example/**b**",
        "<https://a.example>",
        "https://`x`.",
    ):
        assert not signs(linked(text)) and shown(linked(text)) == text


def test_a_cut_leaves_nothing_half() -> None:
    for text in ["".join(NASTY), "*" * 300, "a\u202e" * 100, "😀" * 300, "# x\n" * 100]:
        for most in (*range(40), 200, 1000):
            made = inert_cut(text, most)
            assert units(made) <= most and not signs(made)
        assert units(inert_cut(text, 200)) > 150, "as much as fits"


def test_a_long_text_is_cut_before_it_is_made_inert() -> None:
    made = list(pieces("a " + "*" * 4000, inert))
    assert all(units(piece) <= 2000 and not signs(piece) for piece in made)
    assert "".join(map(shown, made)).replace(" ", "") == "a" + "*" * 4000
    lines = list(pieces("So it is. # big " * 300, inert))
    assert len(lines) > 1 and not any(map(signs, lines))
