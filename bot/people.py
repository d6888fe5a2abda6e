"""Who is who, who may decide what, and where cards go, as the configuration says."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot.settings import Person, Settings
from bot.settings_channels import platform_of
from engine.handoff import Handoff, HandoffKind
from engine.ids import BotId, PersonId, Place


class Refusal(StrEnum):
    """Why a person may not decide; each has its words as `tap-<refusal>`."""

    NOT_REVIEWER = "not-reviewer"
    NOT_OPERATOR = "not-operator"
    OWN_REQUEST = "own-request"


class People:
    """`engine.ports.Directory`, and the one answer to whether somebody may decide.

    People are known by their numeric or chosen ids on a channel, never by a display name. A team without members
    has nobody who may decide, not everybody.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._accounts: dict[str, PersonId] = {}
        for name, person in settings.people.items():
            for channel in ("telegram", "discord", "play"):
                account = getattr(person, channel)
                if account:
                    self._accounts[f"{channel}:{account}"] = PersonId(name)

    # --- who --------------------------------------------------------------------------------------------------

    def person(self, account: str) -> PersonId | None:
        """The person behind `channel:user_id`, if we know them."""
        return self._accounts.get(account)

    def name(self, person: PersonId) -> str:
        """What others read as the person's name."""
        return self._settings.people[person].name or str(person)

    def is_reviewer(self, person: PersonId | None) -> bool:
        """Whether the person belongs to a team or is an operator."""
        if person is None:
            return False
        member = any(person in team.members for team in self._settings.teams.values())
        return member or self._settings.people[person].admin

    def refusal(self, account: str, handoff: Handoff) -> Refusal | None:
        """Why the person behind an account may not decide this handoff now; None if they may."""
        person = self.person(account)
        if handoff.question.kind is not HandoffKind.APPROVAL:
            known = person is not None and self._settings.people[person].admin
            return None if known else Refusal.NOT_OPERATOR
        team = self._settings.teams.get(handoff.team)
        if person is None or team is None or person not in team.members:
            return Refusal.NOT_REVIEWER
        if not handoff.question.allow_self_approval and self._same(account, person, handoff.requester):
            return Refusal.OWN_REQUEST
        return None

    def _same(self, account: str, person: PersonId, requester: str) -> bool:
        return account == requester or self.person(requester) == person

    # --- where ------------------------------------------------------------------------------------------------

    def team(self, bot: BotId) -> str:
        """The name of the bot's own team."""
        return self._settings.bots[bot].team

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        """Where a handoff to this team is posted, narrowed by the node's channels or else the bot's."""
        wanted = channels or self._settings.bots[bot].notify
        places = self._settings.teams[team].post if team in self._settings.teams else ()
        return _narrowed(places, wanted)

    def operator_places(self, bot: BotId) -> Sequence[Place]:
        """Where failures and calls in doubt go: the bot's operators, else its team's places."""
        return _narrowed(self._settings.bots[bot].operators or self._settings.teams[self.team(bot)].post, ())

    def all_operator_places(self) -> Sequence[Place]:
        """Where operators are told of what belongs to no single bot, each place once."""
        return tuple(dict.fromkeys(place for bot in self._settings.bots for place in self.operator_places(BotId(bot))))

    def staff_places(self) -> Sequence[str]:
        """Where cards are posted, each place once."""
        teams = (place for team in self._settings.teams.values() for place in team.post)
        operators = (place for bot in self._settings.bots.values() for place in bot.operators)
        return tuple(dict.fromkeys((*teams, *operators)))

    def is_staff_place(self, place: str) -> bool:
        """Whether cards are posted here: what is written here is a reviewer's word and no customer's."""
        return place in self.staff_places()

    def reviewers(self) -> Sequence[Person]:
        """Everybody who has reviewers' commands."""
        return [person for name, person in self._settings.people.items() if self.is_reviewer(PersonId(name))]

    def estimate(self, bot: BotId) -> str:
        """How long a decision usually takes, as configured, or ""."""
        return self._settings.bots[bot].estimate

    def contact(self, bot: BotId) -> str:
        """Where a customer may turn to otherwise, or ""."""
        return self._settings.bots[bot].contact

    def bot_name(self, bot: BotId) -> str:
        """The name under which the bot is known."""
        return self._settings.bots[bot].name or str(bot)


def _narrowed(places: Iterable[str], channels: Sequence[str]) -> Sequence[Place]:
    return tuple(Place(place) for place in places if not channels or platform_of(place) in channels)
