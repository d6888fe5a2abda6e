"""What a workflow asks of the configuration around it: teams, places and mail that are not there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.errors import Problem
from engine.nodes.auth_gate import AuthGateData
from engine.nodes.handoff_data import HandoffData
from engine.suggest import did_you_mean
from engine.workflow.load import Workflow

if TYPE_CHECKING:
    from bot.settings import Settings

NOTE = "note"
"""The severity of what is worth knowing and no fault."""


def settings_problems(workflow: Workflow, settings: "Settings") -> Iterator[Problem]:
    """Errors that would leave a handoff or a code without anybody to read it, and notes."""
    for node in workflow.nodes.values():
        if isinstance(node.data, HandoffData):
            yield from _handoff(node.id, node.data, settings)
        elif isinstance(node.data, AuthGateData):
            yield from _auth_gate(node.id, node.data, settings)


def _handoff(node: str, data: HandoffData, settings: "Settings") -> Iterator[Problem]:
    if not data.team:
        return
    team = settings.teams.get(data.team)
    if team is None:
        hint = did_you_mean(data.team, settings.teams)
        yield Problem("unknown-team", f"The team {data.team} is not configured", hint, node, "team")
        return
    channels = {place.partition(":")[0] for place in team.post}
    for channel in data.channels:
        if channel not in channels:
            words = f"The team {data.team} has no place on {channel}"
            yield Problem("unknown-channel", words, did_you_mean(channel, sorted(channels)), node, "channels")


def _auth_gate(node: str, data: AuthGateData, settings: "Settings") -> Iterator[Problem]:
    provider = settings.email.provider
    if provider == "none":
        fix = 'Set provider in [email]: "resend" or "smtp", or "playground" to try it'
        yield Problem("no-mail", "Nobody can be verified, because no mail is sent", fix, node, "provider")
    elif str(provider) != data.provider:
        words = f"The mail goes through {provider}, as configured, not through {data.provider}"
        yield Problem("other-provider", words, "Nothing needs to be done", node, "provider", NOTE)
