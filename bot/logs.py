"""The log: one line per event on stderr, ours and the libraries' alike, secrets blacked out of the finished text.

Rules for whoever logs: ids, never bodies; a one-time code or the text of a message is never an argument of a log call.
"""

import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import TextIO
from urllib.parse import quote

import structlog
from structlog.typing import Processor

MASK = "***"
_SHORTEST_SECRET = 6
_SHAPES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{30,}", MASK),  # a Telegram bot token
        (r"[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}", MASK),  # a Discord bot token
        (r"\b(?:re|sk|rk|pk|whsec)_(?=\w*\d)\w{8,}", MASK),  # an API key
        (r"(?i)(\bauthorization\b\W{1,8})(?:(?:bearer|basic|bot)\s+)?[^\s'\",;}\\]+", rf"\g<1>{MASK}"),
        (r"(?i)\b(bearer\s+)[\w.~+/=-]{6,}", rf"\g<1>{MASK}"),
        (r"(://[^\s/:@'\"]*):[^\s/@'\"]+@", rf"\g<1>:{MASK}@"),  # a password in an address
    )
)
_QUIET = {
    "aiohttp.access": logging.WARNING,
    "aiosqlite": logging.INFO,  # its debug lines hold the values of statements
    "apscheduler": logging.ERROR,
    "discord": logging.WARNING,
    "discord.client": logging.CRITICAL,  # it tells of each lost connection by a traceback; the channel does in a line
    "mcp": logging.WARNING,
    "tortoise": logging.WARNING,
}


class Redactor:
    """Blacks out what looks like a secret, and the configured secrets in every spelling that a line may hold."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {
            spelling for secret in secrets if len(secret) >= _SHORTEST_SECRET for spelling in _spellings(secret)
        }
        longest_first = sorted(spellings, key=len, reverse=True)
        self._values = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, text: str) -> str:
        if self._values:
            text = self._values.sub(MASK, text)
        for shape, replacement in _SHAPES:
            text = shape.sub(replacement, text)
        return text


def _spellings(secret: str) -> Iterable[str]:
    in_json = (json.dumps(secret, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    return secret, repr(secret)[1:-1], quote(secret, safe=""), *in_json


def configure(
    environ: Mapping[str, str] = os.environ, secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """Send all logging to `stream` (stderr); `LOG_FORMAT=json` for machines, `LOG_LEVEL` as the library names them."""
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(
        _Formatter(Redactor(secrets), as_json=environ.get("LOG_FORMAT") == "json", stream=handler.stream)
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.getLevelNamesMapping().get(environ.get("LOG_LEVEL", "").upper(), logging.INFO))
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the rendered line: a library's message has its token inside the text, where no key could be looked at."""

    def __init__(self, redact: Redactor, as_json: bool, stream: TextIO) -> None:
        renderer: Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
        if not as_json:
            # The plain traceback shows no local variables: they hold what must not be logged.
            renderer = structlog.dev.ConsoleRenderer(
                colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        super().__init__(
            foreign_pre_chain=_shared(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        return self._redact(super().format(record))


class _Handler(logging.StreamHandler[TextIO]):
    """A record that cannot be formatted is named, not dumped: its arguments were not redacted."""

    def handleError(self, record: logging.LogRecord) -> None:
        try:
            self.stream.write(f"a log record of {record.name} (line {record.lineno}) could not be written\n")
        except (OSError, ValueError):
            return
