"""What a workflow asks of the configuration around it: teams that are there, with places and people enough."""

from collections.abc import Sequence
from typing import Any

import pytest

from bot.settings import Settings
from bot.workflow_settings import settings_problems
from engine.workflow.load import load
from tests.unit.workflows import file, handoff, message, trigger

TEAMS = {
    "finance": {"members": ["ana", "ben"], "post": ["play:review", "telegram.sales:-1"]},
    "directors": {"members": ["lea"], "post": ["email:members"]},
    "crew": {"members": ["discord_role:7"], "post": ["discord:1"]},
}
Found = Sequence[tuple[str, str, str]]


def problems(notify: tuple[str, ...] = (), **data: Any) -> Found:
    settings = Settings.model_validate({"teams": TEAMS, "bots": {"refunds": {"team": "finance", "notify": notify}}})
    nodes = [trigger(), handoff("h", "For {{user_name}}", **data), message("yes"), message("no")]
    workflow = load(file(nodes, "start > h", "h.approved > yes", "h.rejected > no"))
    return [(each.code, each.field, each.severity) for each in settings_problems(workflow, settings)]


@pytest.mark.parametrize(
    "data",
    [
        {"escalate": {"after": "1h", "to": "directors", "channels": ["email"]}},
        {"channels": ["telegram"], "team": "finance"},
        {"quorum": 2},
        {"quorum": [{"of": "finance"}, {"of": {"finance": 2, "directors": 1}}]},
        {"chain": [{"of": {"crew": 90}}, {"of": "directors"}]},
        {"escalate": {"after": "1h", "to": "crew", "quorum": 5}},
    ],
)
def test_nothing_is_said_of_what_fits(data: dict[str, Any]) -> None:
    assert problems(**data) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"escalate": {"after": "1h", "to": "director"}}, ("unknown-team", "escalate.0.to", "error")),
        ({"quorum": [{"of": {"legal": 1}}]}, ("unknown-team", "quorum.0.of", "error")),
        ({"chain": [{"of": "finance"}, {"of": "legal"}]}, ("unknown-team", "chain.1.0.of", "error")),
        (
            {"escalate": {"after": "1h", "to": "directors", "channels": ["telegram"]}},
            ("unknown-channel", "escalate.0.channels", "error"),
        ),
        (
            {"channels": ["telegram"], "escalate": {"after": "1h", "to": "directors"}},
            ("unknown-channel", "escalate.0.channels", "error"),
        ),
        ({"quorum": 3}, ("too-few-members", "quorum", "warning")),
        ({"team": "directors", "quorum": 2}, ("too-few-members", "quorum", "warning")),
        ({"chain": [{"of": {"directors": 2}}]}, ("too-few-members", "chain.0.0.of", "warning")),
        (
            {"escalate": {"after": "1h", "to": "directors", "quorum": 2}},
            ("too-few-members", "escalate.0.quorum", "warning"),
        ),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(data: dict[str, Any], found: tuple[str, str, str]) -> None:
    assert problems(**data) == [found]


def test_a_bot_that_tells_only_some_channels_does_not_keep_an_escalation_from_everybody() -> None:
    escalate = {"after": "1h", "to": "directors"}
    assert problems(("telegram",), escalate=escalate) == [("unknown-channel", "escalate.0.channels", "error")]
    assert problems(("telegram",), escalate=escalate | {"channels": ["email"]}) == []
