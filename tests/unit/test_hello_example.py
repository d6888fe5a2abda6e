"""The examples of the README's first decisions, on Telegram, on Discord and by mail, are ones that start."""

from pathlib import Path

import pytest

from bot.settings import load_settings
from engine.workflow.load import load

HELLO = Path(__file__).parents[2] / "examples" / "hello"


def test_the_configuration_needs_nothing_but_the_token() -> None:
    settings = load_settings(HELLO / "assent.toml", {"ASSENT_TELEGRAM__TOKEN": "123456:abc"})
    assert settings.account("telegram", "hello") == "default"
    assert settings.bots["hello"].workflow == HELLO / "workflow.json"


@pytest.mark.parametrize(
    "secret",
    [
        {"ASSENT_EMAIL__API_KEY": "re_123456789"},
        {"ASSENT_EMAIL__PROVIDER": "smtp", "ASSENT_EMAIL__SMTP_URL": "smtp://assent:secret@mail.example.com:587"},
    ],
)
def test_the_configuration_for_mail_needs_nothing_but_the_secret(secret: dict[str, str]) -> None:
    settings = load_settings(HELLO / "by-mail.toml", secret)
    assert settings.email.leaves_the_house
    assert settings.bots["hello"].workflow == HELLO / "workflow.json"


def test_the_configuration_for_discord_needs_nothing_but_the_token() -> None:
    settings = load_settings(HELLO / "discord.toml", {"ASSENT_DISCORD__TOKEN": "abc"})
    assert settings.account("discord", "hello") == "default"
    assert settings.teams["finance"].post == ("discord:@1001",)


def test_the_workflow_answers_on_both_ways() -> None:
    workflow = load((HELLO / "workflow.json").read_text(encoding="utf-8"))
    assert len(workflow.nodes) == 4
