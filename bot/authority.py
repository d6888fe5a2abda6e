"""Who may decide what: by membership, by a role, in somebody's stead, at a stage, and never for oneself."""

from collections.abc import Callable, Iterable, Sequence

from bot.accounts import Accounts
from bot.deputies import Deputies
from bot.refusals import Refusal
from bot.settings import Settings
from bot.settings_channels import platform_of
from bot.ties import Bonds
from engine.handoff import Handoff
from engine.ids import PersonId
from engine.question import HandoffKind
from engine.votes import has_voted_before


class Authority:
    """The one answer to whether somebody may decide, at the moment of the question.

    A team without members has nobody who may decide, not everybody.
    """

    def __init__(self, settings: Settings, accounts: Accounts, bonds: Callable[[], Bonds]) -> None:
        self._settings = settings
        self._accounts = accounts
        self.deputies = Deputies(accounts, bonds, self.is_member)

    def is_operator(self, person: PersonId | None) -> bool:
        """Whether the person may run the bot from a chat, and is asked after failures."""
        return person is not None and self._settings.people[person].admin

    def is_member(self, person: PersonId | None, team: str) -> bool:
        """Whether the person may decide for a team."""
        return person is not None and team in self._settings.teams and person in self._settings.teams[team].members

    def refusal(self, account: str, handoff: Handoff, roles: Sequence[str] | None = ()) -> Refusal | None:
        """Why the person behind an account, with these roles, may not decide this handoff now; None if they may."""
        person = self._accounts.person(account)
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return None if self.is_operator(person) else Refusal.NOT_OPERATOR
        if not self.deciding_teams(account, roles, handoff, handoff.teams):
            whys = [self._without_role(account, team, roles) for team in handoff.teams]
            unseen = Refusal.CANNOT_VERIFY if Refusal.CANNOT_VERIFY in whys else Refusal.NOT_REVIEWER
            return self.deputies.refusal(account, handoff) or unseen
        if not handoff.question.allow_self_approval and self.deputies.is_own(account, handoff):
            return Refusal.OWN_REQUEST
        return None

    def refusal_to_vote(self, account: str, handoff: Handoff) -> Refusal | None:
        """Why somebody who may decide a handoff has no vote any more: they gave one as who they were then."""
        me = self._accounts.identity(account)
        voters = {each.by for each in handoff.progress.votes if each.by and each.by != me}
        once_mine = (by for by in voters if self._accounts.are_one(account, by))
        return Refusal.VOTED_OTHERWISE if any(self._accounts.identity(by) == by for by in once_mine) else None

    def refusal_to_agree(self, account: str, handoff: Handoff, roles: Sequence[str] | None) -> Refusal | None:
        """Why somebody who may decide a handoff may not approve it, or choose, at this stage."""
        voters = {each.by for each in handoff.progress.votes if each.by}
        if any(has_voted_before(handoff, by) for by in voters if self._accounts.are_one(account, by)):
            return Refusal.VOTED_BEFORE
        if not self.deciding_teams(account, roles, handoff, handoff.agreeing_teams):
            return Refusal.NOT_AT_THIS_STAGE
        return None

    def counts(self, person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False) -> bool:
        """Whether a vote that somebody gave earlier still counts for a team; one by a role does while it has any.

        One by an account that was joined to somebody since does not: whoever it is votes as that person now.
        """
        if stands_for:
            return person in self._settings.people and self.is_member(stands_for, team)
        if person in self._settings.people and not by_role:
            return self.is_member(person, team)
        platforms = map(platform_of, self._accounts.of(person))
        is_one = person in self._settings.people or self._accounts.identity(person) == person
        known = team in self._settings.teams and is_one
        return known and any(self._settings.teams[team].roles(platform) for platform in platforms)

    def deciding_teams(
        self, account: str, roles: Sequence[str] | None, handoff: Handoff, among: Iterable[str]
    ) -> Sequence[str]:
        """The teams among these for which somebody may decide a handoff, be it in the stead of somebody away."""
        among = list(among)
        own, stead = self.teams_of(account, roles, among), self.deputies.stood_for(account, handoff)
        return [team for team in among if team in own or any(self.is_member(each, team) for each in stead)]

    def by_role(self, account: str, roles: Sequence[str] | None, handoff: Handoff) -> tuple[str, ...]:
        """The teams of a handoff for which somebody of the configuration decides by a role alone."""
        person = self._accounts.person(account)
        own = self.teams_of(account, roles, handoff.teams) if person else ()
        return tuple(team for team in own if not self.is_member(person, team))

    def needed_to_stand_for(self, account: str, roles: Sequence[str] | None, handoff: Handoff) -> tuple[PersonId, ...]:
        """Those for whom somebody decides a handoff: without them they could not decide for some team of it."""
        own = self.teams_of(account, roles, handoff.teams)
        others = [team for team in handoff.teams if team not in own]
        stead = self.deputies.stood_for(account, handoff)
        return tuple(each for each in stead if any(self.is_member(each, team) for team in others))

    def _without_role(self, account: str, team: str, roles: Sequence[str] | None) -> Refusal | None:
        """Why somebody who is not named may not decide for a team; None if they have a role that may."""
        wanted = self._settings.teams[team].roles(platform_of(account)) if team in self._settings.teams else ()
        if wanted and roles is None:
            return Refusal.CANNOT_VERIFY
        return None if set(wanted) & set(roles or ()) else Refusal.NOT_REVIEWER

    def teams_of(self, account: str, roles: Sequence[str] | None, among: Iterable[str]) -> Sequence[str]:
        """The teams among these for which somebody may decide, by name or by a role."""
        person = self._accounts.person(account)
        return [team for team in among if self.is_member(person, team) or not self._without_role(account, team, roles)]

    def all_teams_of(self, account: str, roles: Sequence[str] | None) -> Sequence[str]:
        """Every team for which somebody may decide, be it in the stead of somebody away."""
        own, person = self.teams_of(account, roles, self._settings.teams), self._accounts.person(account)
        return [
            each for each in self._settings.teams if each in own or (person and self.deputies.decides_for(person, each))
        ]

    def may_decide(self, person: PersonId, handoff: Handoff) -> bool:
        """Whether somebody of the configuration may decide a handoff, from whatever account."""
        if handoff.question.kind is not HandoffKind.APPROVAL:
            return self.is_operator(person)
        is_theirs = not handoff.question.allow_self_approval and self.deputies.is_own(person, handoff)
        return any(self.deputies.decides_for(person, team) for team in handoff.teams) and not is_theirs

    def deciders(self, handoff: Handoff) -> Sequence[PersonId]:
        """Everybody of the configuration who may decide a handoff."""
        return [key for key in map(PersonId, self._settings.people) if self.may_decide(key, handoff)]
