"""What a workflow asks of the configuration around it: teams, places and mail that are not there."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bot.settings_channels import platform_of
from engine.errors import Problem
from engine.nodes.auth_gate import AuthGateData
from engine.nodes.handoff_data import EscalationData, HandoffData
from engine.suggest import did_you_mean
from engine.workflow.load import Workflow

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.settings_sections import Team

WARNING = "warning"
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
    own = [data.team] if data.team else list(dict.fromkeys(bot.team for bot in settings.bots.values()))
    if data.team:
        yield from _team(node, "team", data.team, data.channels, settings)
    for number, each in enumerate(data.escalate):
        yield from _team(node, f"escalate.{number}.to", each.to, each.channels, settings)
        yield from _reaches(node, f"escalate.{number}.channels", each, data, settings)
        if each.to in settings.teams and each.quorum:
            yield from _enough(node, f"escalate.{number}.quorum", each.quorum, [each.to], settings)
    for stage, thresholds in enumerate(data.thresholds):
        for number, threshold in enumerate(thresholds):
            field = f"chain.{stage}.{number}.of" if data.chain else f"quorum.{number}.of"
            for team, count in threshold.of.items():
                field = field if team or data.chain else "quorum"
                if team:
                    yield from _team(node, field, team, (), settings)
                yield from _enough(node, field, count, [team] if team else own, settings)


def _team(node: str, field: str, name: str, channels: Sequence[str], settings: "Settings") -> Iterator[Problem]:
    """Whether there is such a team, and whether it has places on these channels."""
    team = settings.teams.get(name)
    if team is None:
        hint = did_you_mean(name, settings.teams)
        yield Problem("unknown-team", f"The team {name} is not configured", hint, node, field)
        return
    known = _channels(team)
    for channel in channels:
        if channel not in known:
            words = f"The team {name} has no place on {channel}"
            where = f"{field.removesuffix('to')}channels" if field.endswith(".to") else "channels"
            yield Problem("unknown-channel", words, did_you_mean(channel, sorted(known)), node, where)


def _reaches(node: str, field: str, each: EscalationData, data: HandoffData, settings: "Settings") -> Iterator[Problem]:
    """Whether those who are asked later have a place on the channels of whoever was asked first."""
    known = _channels(settings.teams[each.to]) if each.to in settings.teams else frozenset()
    if each.channels or not known:
        return
    for narrowed in {data.channels} if data.channels else {bot.notify for bot in settings.bots.values()}:
        if narrowed and not known & set(narrowed):
            words = f"The team {each.to} has no place on {', '.join(narrowed)}: it would not hear of the request"
            fix = f"Name channels of its own, such as {', '.join(sorted(known))}"
            yield Problem("unknown-channel", words, fix, node, field)


def _enough(node: str, field: str, count: int, teams: Sequence[str], settings: "Settings") -> Iterator[Problem]:
    """Whether one of these teams has so many members; those with a role may be any number."""
    known = [settings.teams[name] for name in teams if name in settings.teams]
    most = max((len(team.people) for team in known), default=count)
    if count > most and all(len(team.people) == len(team.members) for team in known):
        words = f"{count} votes are wanted of {' or '.join(teams)}, which has {most} members"
        yield Problem("too-few-members", words, f"Want {most}, or add members", node, field, WARNING)


def _channels(team: "Team") -> frozenset[str]:
    return frozenset(map(platform_of, team.post))


def _auth_gate(node: str, data: AuthGateData, settings: "Settings") -> Iterator[Problem]:
    provider = settings.email.provider
    if provider == "none":
        fix = 'Set provider in [email]: "resend" or "smtp", or "playground" to try it'
        yield Problem("no-mail", "Nobody can be verified, because no mail is sent", fix, node, "provider")
    elif str(provider) != data.provider:
        words = f"The mail goes through {provider}, as configured, not through {data.provider}"
        yield Problem("other-provider", words, "Nothing needs to be done", node, "provider", NOTE)
