"""The log: its format, and the canaries that must never be in it."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import Redactor, configure

TELEGRAM = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"
DISCORD = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWsabc"
RESEND = "re_123456789_abcdefghijk"


@pytest.fixture(autouse=True)
def restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.reset_defaults()


@pytest.fixture(params=["text", "json"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    configure({"LOG_FORMAT": request.param}, secrets=['pass"wörd/with spaces', "short"], stream=stream)
    return stream


@pytest.mark.parametrize(
    ("line", "canary"),
    [
        (f"POST https://api.example/bot{TELEGRAM}/getUpdates", TELEGRAM),
        (f"login with {DISCORD}", DISCORD),
        (f"key {RESEND} refused", RESEND),
        ("Authorization: Bearer abc.def-123456", "abc.def-123456"),
        ("headers={'Authorization': 'Bot abcdef123456'}", "abcdef123456"),
        ('{"authorization": "Basic dXNlcjpwYXNz"}', "dXNlcjpwYXNz"),
        ("sent bearer eyJhbGciOi.x_y", "eyJhbGciOi.x_y"),
        ("postgres://assent:hunter22@db/assent is down", "hunter22"),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    ],
)
def test_what_looks_like_a_secret_is_blacked_out(stream: io.StringIO, line: str, canary: str) -> None:
    logging.getLogger("library").warning("%s", line)
    structlog.get_logger("ours").warning("request", detail=line)
    assert canary not in stream.getvalue()
    assert stream.getvalue().count("***") >= 2


def test_configured_secrets_are_blacked_out_in_every_spelling(stream: io.StringIO) -> None:
    structlog.get_logger("ours").info("call", value='pass"wörd/with spaces', nested={"a": ['pass"wörd/with spaces']})
    logging.getLogger("library").info("GET /?key=pass%%22w%%C3%%B6rd%%2Fwith%%20spaces".replace("%%", "%"))
    assert "rd/with" not in stream.getvalue()
    assert "rd%2Fwith" not in stream.getvalue()


def test_tracebacks_are_redacted_and_show_no_local_variables(stream: io.StringIO) -> None:
    def fail(local: str) -> None:
        raise RuntimeError(f"cannot reach https://api.example/bot{TELEGRAM}/x")

    try:
        fail("-".join(["canary", "local"]))
    except RuntimeError:
        logging.getLogger("library").exception("failed")
        structlog.get_logger("ours").exception("failed")
    assert TELEGRAM not in stream.getvalue()
    assert "canary-local" not in stream.getvalue()
    assert stream.getvalue().count("Traceback") == 2


def test_a_record_that_cannot_be_formatted_is_not_dumped(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    record = logging.LogRecord("library", logging.INFO, __file__, 1, "%d", ("canary",), None)
    logging.getLogger().handlers[0].handle(record)
    assert "canary" not in stream.getvalue() + "".join(capsys.readouterr())
    assert "library" in stream.getvalue()


def test_json_has_one_object_per_line_with_its_context() -> None:
    stream = io.StringIO()
    configure({"LOG_FORMAT": "json", "LOG_LEVEL": "debug"}, stream=stream)
    with structlog.contextvars.bound_contextvars(run="r1"):
        structlog.get_logger("ours").debug("step", node="n1")
        logging.getLogger("library").info("said %s", "so")
    ours, theirs = map(json.loads, stream.getvalue().splitlines())
    assert (ours["event"], ours["node"], ours["run"], ours["level"]) == ("step", "n1", "r1", "debug")
    assert (theirs["event"], theirs["logger"], theirs["run"]) == ("said so", "library", "r1")


def test_ordinary_words_stay() -> None:
    redact = Redactor(["tiny"])
    line = "run=4f3c node=approved_refund re_requested tiny http://127.0.0.1:8080/play 12:30:05 bot refunds started"
    assert redact(line) == line
