"""The example of the README's first decision is one that starts, on Telegram and on Discord."""

from pathlib import Path

from bot.settings import load_settings
from engine.workflow.load import load

HELLO = Path(__file__).parents[2] / "examples" / "hello"


def test_the_configuration_needs_nothing_but_the_token() -> None:
    settings = load_settings(HELLO / "assent.toml", {"ASSENT_TELEGRAM__TOKEN": "123456:abc"})
    assert settings.account("telegram", "hello") == "default"
    assert settings.bots["hello"].workflow == HELLO / "workflow.json"


def test_the_configuration_for_discord_needs_nothing_but_the_token() -> None:
    settings = load_settings(HELLO / "discord.toml", {"ASSENT_DISCORD__TOKEN": "abc"})
    assert settings.account("discord", "hello") == "default"
    assert settings.teams["finance"].post == ("discord:@1001",)


def test_the_workflow_answers_on_both_ways() -> None:
    workflow = load((HELLO / "workflow.json").read_text(encoding="utf-8"))
    assert len(workflow.nodes) == 4
