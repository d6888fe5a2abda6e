"""The entities that Telegram finds in a text by itself: commands, mentions, tags, addresses.

After TDLib's `find_entities`; a link without a protocol needs one of a few well-known top-level domains.
"""

import re
from collections.abc import Iterable

from tests.fakes.telegram.formatted import Formatted, Span

PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    "email": re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,8}\b"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])"),
    "cashtag": re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])"),
    "url": re.compile(
        r"(?:https?|ftp|tg)://[^\s<>\"]*[^\s<>\".,:;!?')\]]"
        r"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|io|info|xyz|app|dev|me|de|eu|ru|shop)\b(?:/[^\s<>\"]*)?",
        re.I,
    ),
}
SILENT = {"code", "pre", "text_link", "text_mention"}


def commands(text: str) -> list[str]:
    """The bot commands in a text, each with its slash and address."""
    return [found[0] for found in PATTERNS["bot_command"].finditer(text)]


def enriched(body: Formatted) -> Formatted:
    """The text with the entities found, where none is explicit."""
    taken = [span for span in body.entities if span.type in SILENT]
    new: list[Span] = []
    for kind, pattern in PATTERNS.items():
        new += _free(taken + new, kind, pattern, body.text)
    if not new:
        return body
    entities = sorted([*body.entities, *new], key=lambda span: (span.start, -span.end, span.type))
    return Formatted(body.text, tuple(entities), body.repaired)


def _free(taken: Iterable[Span], kind: str, pattern: re.Pattern[str], text: str) -> list[Span]:
    made = [Span(found.start(), found.end(), kind) for found in pattern.finditer(text)]
    return [span for span in made if not any(span.meets(other) for other in taken)]
