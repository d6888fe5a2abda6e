"""Whose an account is, also where the configuration has learnt of somebody later."""

from types import SimpleNamespace
from typing import cast

from bot.accounts import Accounts
from bot.settings import Settings
from bot.settings_sections import Person
from bot.ties import Bonds

KNOWN = SimpleNamespace(
    people={"ana": Person(telegram=1, email="Ana@example.com"), "zoe": Person(telegram=7)},
)
"""Settings as far as accounts are concerned."""


def accounts(joined: dict[str, str], former: dict[str, frozenset[str]] | None = None) -> Accounts:
    return Accounts(cast(Settings, KNOWN), lambda: Bonds(joined, former or {}))


def test_a_configured_account_a_joined_one_and_one_of_nobody() -> None:
    known = accounts({"discord:5": "ana", "play:b": "play:a", "telegram:1": "zoe"})
    assert known.person("telegram:1") == "ana", "the configuration comes first"
    assert known.person("email:ANA@example.com") == known.person("discord:5") == "ana"
    assert known.person("play:b") is None and known.identity("play:b") == known.identity("play:a") == "play:a"
    assert known.of("ana") == ("telegram:1", "email:ana@example.com", "discord:5")
    assert known.joined("zoe") == []


def test_who_was_a_customer_before_is_the_same_person_as_one_of_the_configuration() -> None:
    """Zoe had joined a second account to telegram:7, and telegram:8 had given a code to it, before she was known."""
    known = accounts({"play:zoe": "telegram:7", "telegram:7": "telegram:8"})
    assert known.are_one("play:zoe", "telegram:7") and known.are_one("zoe", "play:zoe")
    assert known.are_one("telegram:7", "telegram:8")
    assert known.person("play:zoe") is None, "what was joined to a customer has no authority"


def test_who_was_somebody_once_is_so_for_what_was_asked_then() -> None:
    known = accounts({"play:b": "ana"}, {"play:c": frozenset({"play:b"})})
    assert known.person("play:c") is None and known.identity("play:c") == "play:c"
    assert known.are_one("play:c", "telegram:1"), "once of an account that is Ana's by now"
    assert not known.are_one("play:c", "telegram:7")
