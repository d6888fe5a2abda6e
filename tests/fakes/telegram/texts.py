"""From a method's text parameters to a message's text."""

from typing import Any

from tests.fakes.telegram import found, html, markdown
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.formatted import Formatted, Span, clean, is_blank, spans
from tests.fakes.telegram.limits import Limits

RAW = 1 << 15
"""Bytes before parsing (`Client::get_formatted_text`)."""

Parsed = tuple[str, list[Span]]


def parse(text: str, parse_mode: str | None, entities: list[dict[str, Any]] | None) -> Parsed:
    """What is read as the request comes in: markup errors and raw size; a parse mode wins over entities."""
    if len(text.encode("utf-8", "surrogatepass")) > RAW:
        raise bad("Text is too long")
    mode = (parse_mode or "").lower()
    if mode == "html":
        return html.parse(text)
    if mode == "markdownv2":
        return markdown.parse(text)
    if mode == "markdown":
        raise bad("can't parse entities: the fake does not model the legacy Markdown mode")
    if mode not in ("", "none"):
        raise bad("unsupported parse_mode")
    return text, spans(text, entities or [])


def message(parsed: Parsed, limits: Limits, *, edit: bool = False) -> Formatted:
    """A message's text, checked after the chat."""
    body = clean(*parsed)
    if is_blank(body.text):
        raise bad("Text must be non-empty")
    if limits.length(body.text) > limits.text:
        raise bad("MESSAGE_TOO_LONG" if edit else "Message is too long")
    return found.enriched(body)


def caption(parsed: Parsed, limits: Limits, *, edit: bool = False) -> Formatted:
    """A caption, which may be empty."""
    body = clean(*parsed)
    if limits.length(body.text) > limits.caption:
        raise bad("MEDIA_CAPTION_TOO_LONG" if edit else "Message caption is too long")
    return found.enriched(body)


def said(text: str) -> Formatted:
    """What a person types: trimmed and enriched as their app does; it would send a longer text in pieces."""
    body = found.enriched(clean(text))
    if len(body.text) > Limits.text:
        raise ValueError(f"nobody can send {len(text)} characters in one message")
    if is_blank(body.text):
        raise ValueError(f"nobody can send {text!r}: MESSAGE_EMPTY")
    return body
