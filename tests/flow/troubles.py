"""What a test's application has logged as an error; a test that expects some takes it out by `caplog.clear()`."""

import logging

import pytest


def troubles(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Of the test itself and of what ends after it: each phase of a test has records of its own."""
    records = [*caplog.get_records("call"), *caplog.records]
    return list(dict.fromkeys(record.getMessage() for record in records if record.levelno >= logging.ERROR))
