"""The playground's HTML in the reader's language."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

STATIC = Path(__file__).parent / "static"

_TEMPLATES = Environment(loader=FileSystemLoader(STATIC), autoescape=True, undefined=StrictUndefined)


def render(locale: str, words: Mapping[str, str]) -> str:
    """The page with these words, each of them escaped; raises `UndefinedError` for a word that is not there."""
    return _TEMPLATES.get_template("page.html").render(locale=locale, words=words)


def nearest(wish: str, locales: Sequence[str]) -> str:
    """The first of the reader's languages (a tag, or an `Accept-Language` list) that we have, else our first."""
    for tag in re.split(r"[,;\s]+", wish):
        for known in (tag, tag.partition("-")[0]):
            if known in locales:
                return known
    return locales[0]
