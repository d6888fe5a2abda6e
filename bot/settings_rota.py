"""What must hold of a team's rota, and of the places that are whoever is on call."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.rota import DAY, is_on_call, own_place
from bot.settings_channels import check_places, platform_of
from bot.settings_sources import Problem
from engine.suggest import did_you_mean

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.settings_sections import Team


def check_rota(settings: "Settings", path: str, team: "Team") -> Iterator[Problem]:
    """The turns, the people who take them, and where they read."""
    yield from _turns(path, team)
    for name in dict.fromkeys(team.rota):
        if name not in settings.people:
            hint = did_you_mean(name, settings.people)
            yield Problem(f"{path}.rota", f'{path}.rota names "{name}", who is not in people. {hint}')
        elif name not in team.members:
            fix = f"add {name} to {path}.members"
            yield Problem(f"{path}.rota", f'{path}.rota names "{name}", who could not decide: {fix}.')
    for place in filter(is_on_call, team.post):
        yield from _on_call_place(settings, path, team, place)


def _turns(path: str, team: "Team") -> Iterator[Problem]:
    if team.rota and team.rota_from is None:
        fix = "write rota_from = 2026-01-05, the day on which the first turn begins"
        yield Problem(f"{path}.rota_from", f"{path}.rota has no beginning: {fix}.")
    if not team.rota and team.rota_from is not None:
        fix = f'name who takes turns, {path}.rota = ["ana", "ben"]'
        yield Problem(f"{path}.rota", f"{path}.rota_from is there without a rota: {fix}.")
    if team.rota_every % DAY:
        sentence = f"{path}.rota_every is no number of whole days: write it like 1d or 7d."
        yield Problem(f"{path}.rota_every", sentence)


def _on_call_place(settings: "Settings", path: str, team: "Team", place: str) -> Iterator[Problem]:
    platform = platform_of(place)
    if not team.rota:
        fix = f'add rota = ["ana", "ben"] and rota_from = 2026-01-05 to [{path}]'
        yield Problem(f"{path}.post", f'{path}.post names "{place}", but nobody takes turns there: {fix}.')
    known = {name: settings.people[name] for name in team.rota if name in settings.people}
    for name, person in known.items():
        if own_place(place, person) is None:
            sentence = f'{path}.post names "{place}", but people.{name} has no {platform}: add it.'
            yield Problem(f"{path}.post", sentence)
    places = tuple(own for person in known.values() if (own := own_place(place, person)))
    yield from check_places(settings, f"{path}.post", places[:1])
