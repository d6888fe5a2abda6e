"""Cuts a condition into tokens: placeholders, quoted texts, operators, parentheses and bare words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import TemplateSyntaxError
from engine.language.expression import PLACEHOLDER, QUOTED

BINARY = ("==", "!=", ">=", "<=", ">", "<", "contains", "not_contains", "starts_with", "ends_with", "matches")
POSTFIX = ("is_empty", "is_not_empty")
_SYNONYMS = {"&&": "and", "||": "or"}
_WORDS = "|".join(("and", "or", "not", *(name for name in BINARY if name.isidentifier()), *POSTFIX))
# A word is an operator where a space, a bracket, a quote or a placeholder stands on both of its sides.
_WORD = rf"(?<![^\s)\}}\"'])(?:{_WORDS})(?![^\s(\{{\"'!])"
_SYMBOL = r"==|!=|>=|<=|>|<|&&|\|\||[()]"
_TOKEN = re.compile(
    rf"(?P<placeholder>{PLACEHOLDER})|(?P<operator>{_SYMBOL}|!|{_WORD})|(?P<quoted>{QUOTED})"
    rf"|(?P<bare>(?:(?!{_SYMBOL}|\{{\{{|{_WORD}).)+)",
    re.DOTALL | re.IGNORECASE,
)
_SPACE = re.compile(r"\s*")
_QUOTES = "\"'“”„‘’‚«»"
_LONE_SIGN = re.compile(r"(?<!\S)[&|=]+(?!\S)|^=")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a condition; `kind` is placeholder, operator, quoted, bare or end."""

    kind: str
    text: str

    @property
    def shown(self) -> str:
        """The token as an error shows it."""
        return "the end" if self.kind == "end" else repr(self.text if len(self.text) <= 40 else self.text[:37] + "...")


def tokens(source: str) -> Iterator[Token]:
    """The tokens in their order, closed by one of the kind `end`. Raises TemplateSyntaxError."""
    at = _SPACE.match(source).end()  # type: ignore[union-attr]
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise TemplateSyntaxError("A placeholder is opened by {{ and never closed", "Close it with }}")
        yield _token(found)
        at = _SPACE.match(source, found.end()).end()  # type: ignore[union-attr]
    yield Token("end", "")


def _token(found: re.Match[str]) -> Token:
    kind, text = str(found.lastgroup), found[0].strip()
    if kind == "operator":
        return Token(kind, _SYNONYMS.get(text, text.lower()))
    if kind == "bare" and text[0] in _QUOTES:
        raise TemplateSyntaxError(
            f"{text[:40]!r} begins with a quote that does not close", 'Write straight quotes: "text"'
        )
    if kind == "bare" and _LONE_SIGN.search(text):
        raise TemplateSyntaxError(
            f"{text[:40]!r} holds a sign that is no operator", 'Use ==, && or ||, or put the text in "quotes"'
        )
    return Token(kind, text)
