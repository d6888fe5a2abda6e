"""What a test's application has logged as an error, but for what the test expects by `@pytest.mark.errors("text")`."""

import logging

import pytest


def troubles(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> list[str]:
    """Of the test itself and of what ends after it: each phase of a test has records of its own."""
    expected = [str(marker.args[0]) for marker in request.node.iter_markers("errors")]
    records = [*caplog.get_records("call"), *caplog.records]
    said = dict.fromkeys(record.getMessage() for record in records if record.levelno >= logging.ERROR)
    return [message for message in said if not any(text in message for text in expected)]
