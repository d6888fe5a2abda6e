"""Who is who, who may decide what, and where cards go, as the configuration says and as places were bound."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from bot.hours import Hours
from bot.settings import Settings
from bot.settings_channels import platform_of
from bot.settings_email import EMAIL, MEMBERS
from bot.settings_sections import Person
from engine.handoff import Handoff
from engine.ids import BotId, PersonId, Place
from engine.question import HandoffKind
from engine.votes import has_voted_before
from storage.bindings import Bound

_MAIL = f"{EMAIL}:"


class Refusal(StrEnum):
    """Why a person may not decide; each has its words as `tap-<refusal>`."""

    NOT_REVIEWER = "not-reviewer"
    NOT_OPERATOR = "not-operator"
    OWN_REQUEST = "own-request"
    NOT_AT_THIS_STAGE = "not-at-this-stage"
    """Other teams approve at this stage."""
    VOTED_BEFORE = "voted-before"
    """They have approved at an earlier stage: this one wants other people."""
    CANNOT_VERIFY = "cannot-verify"
    """Whether the person has a role that may decide could not be learnt."""


class People:
    """`engine.ports.Directory`, and the one answer to whether somebody may decide.

    People are known by their numeric or chosen ids on a channel, never by a display name. A team without members
    has nobody who may decide, not everybody.
    """

    def __init__(self, settings: Settings, bound: Callable[[], Sequence[Bound]] = tuple) -> None:
        """`bound` tells the places that were bound to a team by command, as they are at the moment of the question."""
        self._settings = settings
        self._bound = bound
        self._accounts: dict[str, PersonId] = {}
        for name, person in settings.people.items():
            for channel in ("telegram", "discord", "play"):
                account = getattr(person, channel)
                if account:
                    self._accounts[f"{channel}:{account}"] = PersonId(name)
            if person.email:
                self._accounts[mail_place(person.email)] = PersonId(name)

    # --- who --------------------------------------------------------------------------------------------------

    def person(self, account: str) -> PersonId | None:
        """The person behind `channel:user_id`, if we know them; a mail address is one in whatever case."""
        return self._accounts.get(mail_place(account) if account.startswith(_MAIL) else account)

    def mail_address(self, person: str) -> str:
        """The address to which somebody's mails go, "" if there is none."""
        return self._settings.people[person].email if person in self._settings.people else ""

    def locale(self, person: PersonId) -> str:
        """The language that somebody reads, "" if it is not configured."""
        return self._settings.people[person].locale

    def reader_locale(self, place: str) -> str:
        """The language of the one person who reads at a place: at an address, and nowhere else."""
        person = self.person(place) if place.startswith(_MAIL) else None
        return self.locale(person) if person else ""

    def identity(self, account: str) -> PersonId:
        """Whose decision it is: the person we know, or the account itself where a role lets somebody decide."""
        return self.person(account) or PersonId(account)

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
        return member or self.is_operator(person)

    def has_roles(self, account: str) -> bool:
        """Whether a team names roles of the account's platform."""
        return any(team.roles(platform_of(account)) for team in self._settings.teams.values())

    def is_operator(self, person: PersonId | None) -> bool:
        """Whether the person may run the bot from a chat, and is asked after failures."""
        return person is not None and self._settings.people[person].admin

    def is_member(self, person: PersonId | None, team: str) -> bool:
        """Whether the person may decide for a team."""
        return person is not None and team in self._settings.teams and person in self._settings.teams[team].members

    def refusal(self, account: str, handoff: Handoff, roles: Sequence[str] | None = ()) -> Refusal | None:
        """Why the person behind an account, with these roles, may not decide this handoff now; None if they may."""
        person = self.person(account)
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return None if self.is_operator(person) else Refusal.NOT_OPERATOR
        if not self.teams_of(account, roles, handoff.teams):
            whys = [self._without_role(account, team, roles) for team in handoff.teams]
            return Refusal.CANNOT_VERIFY if Refusal.CANNOT_VERIFY in whys else Refusal.NOT_REVIEWER
        if not handoff.question.allow_self_approval and self._is_own(account, person, handoff):
            return Refusal.OWN_REQUEST
        return None

    def refusal_to_agree(self, account: str, handoff: Handoff, roles: Sequence[str] | None) -> Refusal | None:
        """Why somebody who may decide a handoff may not approve it, or choose, at this stage."""
        if has_voted_before(handoff, self.identity(account)):
            return Refusal.VOTED_BEFORE
        if not self.teams_of(account, roles, handoff.agreeing_teams):
            return Refusal.NOT_AT_THIS_STAGE
        return None

    def counts(self, person: PersonId, team: str) -> bool:
        """Whether a vote that somebody gave earlier still counts for a team; one by a role does while it has any."""
        if person in self._settings.people:
            return self.is_member(person, team)
        return team in self._settings.teams and bool(self._settings.teams[team].roles(platform_of(person)))

    def _without_role(self, account: str, team: str, roles: Sequence[str] | None) -> Refusal | None:
        """Why somebody who is not named may not decide for a team; None if they have a role that may."""
        wanted = self._settings.teams[team].roles(platform_of(account)) if team in self._settings.teams else ()
        if wanted and roles is None:
            return Refusal.CANNOT_VERIFY
        return None if set(wanted) & set(roles or ()) else Refusal.NOT_REVIEWER

    def _is_own(self, account: str, person: PersonId | None, handoff: Handoff) -> bool:
        """Whether somebody asked for this themselves, from whatever account, or with an address of theirs."""
        if account == handoff.requester:
            return True
        accounts = (handoff.requester, *map(mail_place, handoff.question.identities))
        return person is not None and any(self.person(each) == person for each in accounts)

    # --- where ------------------------------------------------------------------------------------------------

    def team(self, bot: BotId) -> str:
        """The name of the bot's own team."""
        return self._settings.bots[bot].team

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        """Where a handoff to this team is posted, narrowed by the node's channels or else the bot's."""
        wanted = channels or self._settings.bots[bot].notify
        return self._addressed(_narrowed(self.team_places(team), wanted), self._members(team))

    def team_places_of(self, team: str) -> Sequence[Place]:
        """Every place of a team, whatever a bot narrows them to."""
        return self._addressed(_narrowed(self.team_places(team), ()), self._members(team))

    def _addressed(self, places: Sequence[Place], people: Iterable[str]) -> Sequence[Place]:
        """The places, with an address for each of these people in the stead of `email:members`: a mail is one's own."""
        addresses = [Place(mail_place(address)) for name in people if (address := self.mail_address(name))]
        found = (each for place in places for each in (addresses if place == MEMBERS else [place]))
        return tuple(dict.fromkeys(found))

    def team_places(self, team: str) -> Sequence[str]:
        """Every place of a team, configured or bound, each once."""
        configured = self._settings.teams[team].post if team in self._settings.teams else ()
        bound = (binding.place for binding in self._bound() if binding.team == team)
        return tuple(dict.fromkeys((*configured, *bound)))

    def teams_at(self, place: str) -> Sequence[str]:
        """The teams whose cards go to a place."""
        return [team for team in self._settings.teams if place in self.team_places(team)]

    def teams_of(self, account: str, roles: Sequence[str] | None, among: Iterable[str]) -> Sequence[str]:
        """The teams among these for which somebody may decide, by name or by a role."""
        person = self.person(account)
        return [team for team in among if self.is_member(person, team) or not self._without_role(account, team, roles)]

    def all_teams_of(self, account: str, roles: Sequence[str] | None) -> Sequence[str]:
        """Every team for which somebody may decide."""
        return self.teams_of(account, roles, self._settings.teams)

    def may_decide(self, person: PersonId, handoff: Handoff) -> bool:
        """Whether somebody of the configuration may decide a handoff, from whatever account."""
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return self.is_operator(person)
        is_theirs = not handoff.question.allow_self_approval and self._is_own("", person, handoff)
        return any(self.is_member(person, team) for team in handoff.teams) and not is_theirs

    def find_people(self, text: str) -> Sequence[PersonId]:
        """Those whom somebody means, with or without an @: by the key in the configuration, else by the name."""
        wanted = text.strip().removeprefix("@").casefold()
        by_key = [PersonId(key) for key in self._settings.people if key.casefold() == wanted]
        return by_key or [key for key in map(PersonId, self._settings.people) if self.name(key).casefold() == wanted]

    def deciders(self, handoff: Handoff) -> Sequence[PersonId]:
        """Everybody of the configuration who may decide a handoff."""
        return [key for key in map(PersonId, self._settings.people) if self.may_decide(key, handoff)]

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
        return self._addressed(_narrowed(configured or self.team_places(self.team(bot)), ()), asked)

    def _members(self, team: str) -> Sequence[str]:
        return self._settings.teams[team].members if team in self._settings.teams else ()

    def all_operator_places(self) -> Sequence[Place]:
        """Where operators are told of what belongs to no single bot, each place once."""
        return tuple(dict.fromkeys(place for bot in self._settings.bots for place in self.operator_places(BotId(bot))))

    def staff_places(self) -> Sequence[str]:
        """Where cards are posted, each place once."""
        teams = (place for team in self._settings.teams for place in self.team_places(team))
        operators = (place for bot in self._settings.bots.values() for place in bot.operators)
        return tuple(dict.fromkeys((*teams, *operators)))

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

    def works_at(self, team: str, moment: datetime) -> datetime:
        """That moment itself if the team is at work then, else the next one at which it is."""
        hours = self.hours(team)
        return hours.opening(moment) if hours else moment

    def quorum(self, team: str) -> int:
        """How many votes of a team are wanted where the node says nothing of it."""
        return self._settings.teams[team].quorum if team in self._settings.teams else 1

    def estimate(self, bot: BotId) -> str:
        """How long a decision usually takes, as configured, or ""."""
        return self._settings.bots[bot].estimate

    def contact(self, bot: BotId) -> str:
        """Where a customer may turn to otherwise, or ""."""
        return self._settings.bots[bot].contact

    def bot_name(self, bot: BotId) -> str:
        """The name under which the bot is known."""
        return self._settings.bots[bot].name or str(bot)


def mail_place(address: str) -> str:
    """The place that is a mail address, in the one spelling by which it is compared."""
    return _MAIL + address.removeprefix(_MAIL).casefold()


def _narrowed(places: Iterable[str], channels: Sequence[str]) -> Sequence[Place]:
    return tuple(Place(place) for place in places if not channels or platform_of(place) in channels)
