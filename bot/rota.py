"""Who of a team is on call: turns of whole days, one person after the other, by the clocks of the team's zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.hours import Hours, begin_of
from bot.settings_channels import DISCORD, TELEGRAM, platform_of
from bot.settings_email import EMAIL

if TYPE_CHECKING:
    from bot.settings_sections import Person, Team

ON_CALL = "oncall"
CHANNELS = (EMAIL, TELEGRAM, DISCORD)
"""Where people have a place of their own."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rota:
    """The people in the order of their turns; each turn begins at that time of a day by the zone's clocks."""

    people: tuple[str, ...]
    first_day: date
    days: int
    begins: time
    zone: ZoneInfo

    def on_call(self, at: datetime) -> str:
        """Whose turn it is at that moment; before the first turn it is the first one's."""
        # Days are counted and not hours: one on which clocks change is as much a day as any other.
        passed = (at.astimezone(self.zone).date() - self.first_day).days
        while passed > 0 and begin_of(self.first_day + passed * DAY, self.begins, self.zone) > at:
            passed -= 1
        return self.people[max(passed, 0) // self.days % len(self.people)]


def rota_of(team: "Team") -> Rota | None:
    """A team's rota, if it has one; turns begin when work does, or at midnight where it always does."""
    if not team.rota or team.rota_from is None:
        return None
    hours = Hours.parse(team.hours or "Mon-Sun 00:00-23:59", team.timezone)
    return Rota(team.rota, team.rota_from, team.rota_every // DAY, hours.start, hours.zone)


def is_on_call(place: str) -> bool:
    """Whether a place is whoever is on call, such as `email:oncall`; `play:oncall` is a group of that name."""
    return place.partition(":")[2] == ON_CALL and platform_of(place) in CHANNELS


def own_place(place: str, person: "Person | None") -> str | None:
    """Where somebody reads on the channel, and by the account, of a place; None if they have nothing there."""
    channel, platform = place.partition(":")[0], platform_of(place)
    if person is None or platform not in CHANNELS:
        return None
    own = {EMAIL: person.email.casefold(), TELEGRAM: person.telegram, DISCORD: person.discord}[platform]
    return f"{channel}:{'@' if platform == DISCORD else ''}{own}" if own else None


def at_present(places: Sequence[str], team: "Team | None", people: Mapping[str, "Person"], at: datetime) -> list[str]:
    """The places of a team, with that of the person on call at that moment for those that say so."""
    rota = rota_of(team) if team else None
    on_call = people.get(rota.on_call(at)) if rota else None
    found = (own_place(place, on_call) if is_on_call(place) else place for place in places)
    return [place for place in found if place]


def at_any_time(places: Sequence[str], team: "Team | None", people: Mapping[str, "Person"]) -> list[str]:
    """The places of a team, with those of all who are ever on call."""
    found: list[str | None] = []
    for place in places:
        turns = [own_place(place, people.get(name)) for name in (team.rota if team else ())]
        found += turns if is_on_call(place) else [place]
    return [place for place in found if place]
