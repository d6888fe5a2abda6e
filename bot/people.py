"""Who is who, who may decide what, and where cards go, as the configuration says and as places were bound."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.accounts import Accounts, mail_place
from bot.authority import Authority
from bot.hearing import Hearing
from bot.hours import Hours
from bot.rota import at_any_time, at_present
from bot.settings import Settings
from bot.settings_channels import WEB, platform_of
from bot.settings_email import EMAIL, MEMBERS
from bot.settings_sections import Person
from bot.ties import Bonds
from engine.ids import BotId, PersonId, Place
from engine.talk import TalkRule
from storage.bindings import Bound

OFFICE_HOURS = "Mon-Fri 09:00-17:00"
_MAIL = f"{EMAIL}:"


class People:
    """`engine.ports.Directory`; who may decide is `authority`'s to say.

    People are known by their numeric or chosen ids on a channel, never by a display name. A team without members
    has nobody who may decide, not everybody.
    """

    def __init__(
        self,
        settings: Settings,
        bound: Callable[[], Sequence[Bound]] = tuple,
        bonds: Callable[[], Bonds] = Bonds,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`bound` tells the places that were bound to a team by command, `bonds` what people have set for themselves.

        Both are asked at the moment of the question, as whoever is on call is.
        """
        self._settings = settings
        self._now = now
        self._bound = bound
        self._bonds = bonds
        self.accounts = Accounts(settings, bonds)
        self.authority = Authority(settings, self.accounts, bonds)
        self.deputies = self.authority.deputies
        self.hearing = Hearing(self.accounts, bonds)

    # --- who --------------------------------------------------------------------------------------------------

    def person(self, account: str) -> PersonId | None:
        """The person behind `channel:user_id`, if we know them; a mail address is one in whatever case."""
        return self.accounts.person(account)

    def mail_address(self, person: str) -> str:
        """The address to which somebody's mails go, the configured one before one that they joined; "" without any."""
        if person not in self._settings.people:
            return ""
        joined = (each.removeprefix(_MAIL) for each in self.accounts.joined(person) if each.startswith(_MAIL))
        return self._settings.people[person].email or next(joined, "")

    def locale(self, person: PersonId) -> str:
        """The language that somebody reads, "" if it is not configured."""
        return self._settings.people[person].locale

    def reader_locale(self, place: str) -> str:
        """The language of the one person who reads at a place: at an address, or on the dashboard, and nowhere else."""
        person = self.person(place) if place.startswith((_MAIL, f"{WEB}:")) else None
        return self.locale(person) if person else ""

    def identity(self, account: str) -> PersonId:
        """Whose decision it is: the person we know, or the account itself where a role lets somebody decide."""
        return self.accounts.identity(account)

    def name_of(self, account: str, shown: str) -> str:
        """What others read as the name of who has an account: ours, or the one that the platform shows."""
        person = self.person(account)
        return self.name(person) if person else shown

    def name(self, person: PersonId) -> str:
        """What others read as the person's name."""
        return self._settings.people[person].name or str(person)

    def known_name(self, person: str) -> str:
        """The name of somebody who may have left the configuration meanwhile."""
        return self.name(PersonId(person)) if person in self._settings.people else person

    def is_reviewer(self, person: PersonId | None, roles: Sequence[str] | None = ()) -> bool:
        """Whether the person belongs to a team, by name or by a role, or is an operator."""
        named = (person, *(roles or ()))
        member = any(one in team.members for team in self._settings.teams.values() for one in named)
        return member or self.is_operator(person) or bool(person and self._bonds().delegators(person))

    def has_roles(self, account: str) -> bool:
        """Whether a team names roles of the account's platform."""
        return any(team.roles(platform_of(account)) for team in self._settings.teams.values())

    def is_operator(self, person: PersonId | None) -> bool:
        """Whether the person may run the bot from a chat, and is asked after failures."""
        return self.authority.is_operator(person)

    def is_member(self, person: PersonId | None, team: str) -> bool:
        """Whether the person may decide for a team."""
        return self.authority.is_member(person, team)

    def counts(self, person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False) -> bool:
        """Whether a vote that somebody gave earlier still counts for a team."""
        return self.authority.counts(person, team, stands_for, by_role)

    # --- where ------------------------------------------------------------------------------------------------

    def team(self, bot: BotId) -> str:
        """The name of the bot's own team."""
        return self._settings.bots[bot].team

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        """Where a handoff to this team is posted, narrowed by the node's channels or else the bot's."""
        wanted = channels or self._settings.bots[bot].notify
        return self._addressed(_narrowed(self._places_now(team), wanted), self._asked(team))

    def team_places_of(self, team: str) -> Sequence[Place]:
        """Every place of a team, whatever a bot narrows them to."""
        return self._addressed(_narrowed(self._places_now(team), ()), self._asked(team))

    def _places_now(self, team: str) -> Sequence[str]:
        """Every place of a team; one of whoever is on call is theirs who is at this moment."""
        return at_present(self.team_places(team), self._settings.teams.get(team), self._settings.people, self._now())

    def _addressed(self, places: Sequence[Place], people: Iterable[str]) -> Sequence[Place]:
        """The places, with an address for each of these people in the stead of `email:members`: a mail is one's own.

        What somebody has put to silence for themselves is left out.
        """
        return self.hearing.audible(self._all_addressed(places, people))

    def _all_addressed(self, places: Sequence[Place], people: Iterable[str]) -> Sequence[Place]:
        addresses = [Place(mail_place(address)) for name in people if (address := self.mail_address(name))]
        found = (each for place in places for each in (addresses if place == MEMBERS else [place]))
        return tuple(dict.fromkeys(found))

    def teams_missed(self, person: PersonId, channel: str) -> Sequence[str]:
        """The teams of whose requests somebody would not hear any more, by some bot, if a channel were silent."""
        choices = {(), *(bot.notify for bot in self._settings.bots.values())}
        return [
            team
            for team in self._settings.teams
            if self.is_member(person, team)
            and any(
                self.hearing.would_miss(
                    person, channel, self._all_addressed(_narrowed(self.team_places(team), wanted), self._members(team))
                )
                for wanted in choices
            )
        ]

    def team_places(self, team: str) -> Sequence[str]:
        """Every place of a team, configured or bound, each once."""
        configured = self._settings.teams[team].post if team in self._settings.teams else ()
        bound = (binding.place for binding in self._bound() if binding.team == team)
        return tuple(dict.fromkeys((*configured, *bound)))

    def teams_at(self, place: str) -> Sequence[str]:
        """The teams whose cards go to a place."""
        teams, people = self._settings.teams, self._settings.people
        return [team for team in teams if place in at_any_time(self.team_places(team), teams[team], people)]

    def find_people(self, text: str) -> Sequence[PersonId]:
        """Those whom somebody means, with or without an @: by the key in the configuration, else by the name."""
        wanted = text.strip().removeprefix("@").casefold()
        by_key = [PersonId(key) for key in self._settings.people if key.casefold() == wanted]
        return by_key or [key for key in map(PersonId, self._settings.people) if self.name(key).casefold() == wanted]

    def find_team(self, text: str) -> str | None:
        """The team that somebody names, in whatever case."""
        return next((team for team in self._settings.teams if team.casefold() == text.casefold()), None)

    def find_bot(self, text: str) -> BotId | None:
        """The bot that somebody names, in whatever case."""
        return next((BotId(bot) for bot in self._settings.bots if bot.casefold() == text.casefold()), None)

    def team_name(self, team: str) -> str:
        """The name under which a team is known."""
        return (self._settings.teams[team].name if team in self._settings.teams else "") or team

    def operator_places(self, bot: BotId) -> Sequence[Place]:
        """Where failures and calls in doubt go: the bot's operators, else its team's places."""
        configured = self._settings.bots[bot].operators
        people = self._settings.people
        asked = [name for name in people if people[name].admin] if configured else self._members(self.team(bot))
        return self._addressed(_narrowed(configured or self._places_now(self.team(bot)), ()), asked)

    def _asked(self, team: str) -> Sequence[str]:
        """The members of a team, and whoever decides in the stead of one who is away."""
        members = self._members(team)
        return (*members, *(self.deputies.stand_in(PersonId(each)) for each in members))

    def _members(self, team: str) -> Sequence[str]:
        return self._settings.teams[team].members if team in self._settings.teams else ()

    def all_operator_places(self) -> Sequence[Place]:
        """Where operators are told of what belongs to no single bot, each place once."""
        return tuple(dict.fromkeys(place for bot in self._settings.bots for place in self.operator_places(BotId(bot))))

    def staff_places(self) -> Sequence[str]:
        """Where cards are posted, each place once."""
        settings = self._settings
        teams = (at_any_time(self.team_places(team), settings.teams[team], settings.people) for team in settings.teams)
        operators = (place for bot in self._settings.bots.values() for place in bot.operators)
        return tuple(dict.fromkeys((*itertools.chain.from_iterable(teams), *operators)))

    def is_staff_place(self, place: str) -> bool:
        """Whether cards are posted here: what is written here is a reviewer's word and no customer's."""
        return place in self.staff_places()

    def reviewers(self) -> Sequence[Person]:
        """Everybody who has reviewers' commands."""
        return [person for name, person in self._settings.people.items() if self.is_reviewer(PersonId(name))]

    def reminders(self, bot: BotId) -> tuple[timedelta, ...]:
        """How long after its opening people are reminded of a handoff whose node says nothing of it."""
        return self._settings.bots[bot].remind

    def hours(self, team: str) -> Hours | None:
        """When a team is at work; None for one that always is, as operators are."""
        configured = self._settings.teams.get(team)
        return Hours.parse(configured.hours, configured.timezone) if configured and configured.hours else None

    def next_working_day(self, team: str, at: datetime) -> datetime:
        """When a team is at work on a later day; one without hours at nine on the next day from Monday to Friday."""
        configured = self._settings.teams.get(team)
        zone = configured.timezone if configured else ""
        return (self.hours(team) or Hours.parse(OFFICE_HOURS, zone)).next_day(at)

    def works_at(self, team: str, moment: datetime) -> datetime:
        """That moment itself if the team is at work then, else the next one at which it is."""
        hours = self.hours(team)
        return hours.opening(moment) if hours else moment

    def quorum(self, team: str) -> int:
        """How many votes of a team are wanted where the node says nothing of it."""
        return self._settings.teams[team].quorum if team in self._settings.teams else 1

    def talk_rule(self, team: str) -> TalkRule:
        """When a talk of a team is over by itself, and who is asked then; operators have the usual rule."""
        configured = self._settings.teams.get(team)
        return TalkRule(configured.talk_idle, configured.talk_then) if configured else TalkRule()

    def patience(self, bot: BotId) -> timedelta:
        """For how long a request waits for its customer's answer."""
        return self._settings.bots[bot].patience

    def nudge_pause(self, bot: BotId) -> timedelta:
        """How long a customer must wait before they may ask again how it stands."""
        return self._settings.bots[bot].nudge

    def offers_person(self, bot: BotId) -> bool:
        """Whether customers may ask for a person."""
        return self._settings.bots[bot].human

    def estimate(self, bot: BotId) -> str:
        """How long a decision usually takes, as configured, or ""."""
        return self._settings.bots[bot].estimate

    def forgets(self, bot: BotId) -> str:
        """What becomes of a customer's wish to be forgotten: `at_once`, `ask` or `never`."""
        return self._settings.bots[bot].forget

    def contact(self, bot: BotId) -> str:
        """Where a customer may turn to otherwise, or ""."""
        return self._settings.bots[bot].contact

    def bot_names(self) -> Mapping[str, str]:
        """The names of all bots by their ids."""
        return {bot: self.bot_name(BotId(bot)) for bot in self._settings.bots}

    def bot_name(self, bot: BotId) -> str:
        """The name under which the bot is known."""
        return self._settings.bots[bot].name or str(bot)


def _narrowed(places: Iterable[str], channels: Sequence[str]) -> Sequence[Place]:
    return tuple(Place(place) for place in places if not channels or platform_of(place) in channels)
