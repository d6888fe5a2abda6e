"""Fills the templates: mails in HTML and plain text, and the pages behind their links."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).parent / "templates"
STYLE = FOLDER / "page.css"


def html(name: str, **values: Any) -> str:
    """A template as HTML, every value escaped."""
    return _templates().get_template(f"{name}.html").render(**values)


def plain(name: str, **values: Any) -> str:
    """A template as plain text."""
    return _templates().get_template(f"{name}.txt").render(**values).strip() + "\n"


def filled(page: str, **values: Any) -> str:
    """A page behind a link, in its style."""
    return html(page, style=Markup(_style()), **values)


@cache
def style_hash() -> str:
    """The page's style sheet as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=lambda name: name is None or not name.endswith(".txt"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
