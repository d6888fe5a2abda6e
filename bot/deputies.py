"""Those who decide in the stead of somebody away, and how they are shown to others."""

from collections.abc import Callable, Sequence

from bot.accounts import Accounts, mail_place
from bot.i18n import Locales
from bot.refusals import Refusal
from bot.ties import Bonds
from engine.handoff import Handoff
from engine.ids import PersonId


class Deputies:
    """Who stands in for whom at the moment of the question; nobody stands in for a stand-in."""

    def __init__(
        self, accounts: Accounts, bonds: Callable[[], Bonds], is_member: Callable[[PersonId, str], bool]
    ) -> None:
        self._accounts = accounts
        self._bonds = bonds
        self._is_member = is_member

    def stand_in(self, person: PersonId) -> PersonId:
        """Who looks after what is somebody's: while they are away their delegate."""
        delegate = self._bonds().delegate(person)
        return PersonId(delegate) if delegate and self._accounts.is_configured(delegate) else person

    def decides_for(self, person: PersonId, team: str) -> bool:
        """Whether a person may decide for a team, be it in somebody's stead."""
        return any(self._is_member(PersonId(each), team) for each in (person, *self._bonds().delegators(person)))

    def is_own(self, account: str, handoff: Handoff) -> bool:
        """Whether somebody asked for this themselves, from whatever account, or with an address of theirs."""
        accounts = (handoff.requester, *map(mail_place, handoff.question.identities))
        return any(self._accounts.are_one(account, each) for each in accounts)

    def stood_for(self, account: str, handoff: Handoff) -> Sequence[PersonId]:
        """Those in whose stead somebody may decide a handoff; nobody if it is their own request."""
        if self.is_own(account, handoff):
            return ()
        return [each for each in self._delegators(account, handoff) if self._barred(each, handoff) is None]

    def refusal(self, account: str, handoff: Handoff) -> Refusal | None:
        """Why somebody may not decide in another's stead; None if nobody has given them a say in this."""
        for delegator in self._delegators(account, handoff):
            return self._barred(delegator, handoff) or Refusal.OWN_REQUEST
        return None

    def _delegators(self, account: str, handoff: Handoff) -> Sequence[PersonId]:
        """Members of the handoff's teams who are away and have given their say to whoever has this account."""
        person = self._accounts.person(account)
        away = map(PersonId, self._bonds().delegators(person) if person else ())
        return [each for each in away if any(self._is_member(each, team) for team in handoff.teams)]

    def _barred(self, delegator: PersonId, handoff: Handoff) -> Refusal | None:
        """Why nobody may decide a handoff in somebody's stead."""
        if self.is_own(delegator, handoff):
            return Refusal.DELEGATORS_REQUEST
        voters = [each.by for each in handoff.progress.votes if each.by]
        return Refusal.DELEGATOR_VOTED if any(self._accounts.are_one(delegator, by) for by in voters) else None


def shown_name(locales: Locales, name: str, absent: Sequence[str]) -> str:
    """A name as the record and the cards have it, such as "Ben for Ana", in the language of the places of cards."""
    if not absent:
        return name
    return locales.text(locales.default, "deputy-name", name=name, absent=", ".join(absent))
