"""Whose an account is: as the configuration says, and as people have proved by codes."""

from collections.abc import Callable, Sequence

from bot.settings import Settings
from bot.settings_channels import WEB
from bot.settings_email import EMAIL
from bot.ties import Bonds
from engine.ids import PersonId

_MAIL = f"{EMAIL}:"
CHANNELS = ("telegram", "discord", "play")
"""Where people have accounts with ids; a mail address is an account, too."""


class Accounts:
    """Knows accounts as `channel:user_id`, never by a display name; a mail address in whatever case.

    Somebody's principal is what decides and votes: their name if they are configured, else one of their own accounts.
    """

    def __init__(self, settings: Settings, bonds: Callable[[], Bonds]) -> None:
        self._settings = settings
        self._bonds = bonds
        self._configured: dict[str, PersonId] = {}
        for name in settings.people:
            for account in self.configured(name):
                self._configured[account] = PersonId(name)

    def configured(self, name: str) -> tuple[str, ...]:
        """The accounts that the configuration gives to a person."""
        person = self._settings.people[name]
        numbered = [f"{channel}:{account}" for channel in CHANNELS if (account := getattr(person, channel))]
        return (*numbered, *([mail_place(person.email)] if person.email else []))

    def is_configured(self, name: str) -> bool:
        """Whether somebody of this name is a person of the configuration."""
        return name in self._settings.people

    def owner(self, account: str) -> str:
        """The person to whom the configuration gives an account, "" if it gives it to nobody."""
        return self._configured.get(_spelled(account), "")

    def person(self, account: str) -> PersonId | None:
        """The configured person behind an account, be it one that they joined."""
        account = _spelled(account)
        if account in self._configured:
            return self._configured[account]
        channel, _, name = account.partition(":")
        if channel == WEB:  # whoever is signed in to the dashboard
            return PersonId(name) if self.is_configured(name) else None
        whose = self._bonds().joined.get(account, "")
        return PersonId(whose) if whose in self._settings.people else None

    def identity(self, account: str) -> PersonId:
        """Whose decision it is: the person we know, or the account to which this one was joined, or it itself."""
        account = _spelled(account)
        return self.person(account) or PersonId(self._bonds().joined.get(account, account))

    def selves(self, account: str) -> frozenset[str]:
        """Everybody that whoever has this account is, or was.

        Taking an account off makes nobody another person, nor does a configuration that knows one of them by now.
        """
        account, bonds = _spelled(account), self._bonds()
        others = bonds.former.get(account, frozenset()) | {bonds.joined.get(account, account)}
        return others | {self.identity(each) for each in (account, *others)}

    def are_one(self, one: str, other: str) -> bool:
        """Whether two accounts are, or were, the same person's."""
        return bool(self.selves(one) & self.selves(other))

    def of(self, principal: str) -> tuple[str, ...]:
        """All accounts of somebody: the configured ones, or the one that they go by, and those joined to it."""
        first = self.configured(principal) if principal in self._settings.people else (principal,)
        return (*first, *self.joined(principal))

    def joined(self, principal: str) -> Sequence[str]:
        """The accounts that somebody has joined to theirs, without those that the configuration gives to anybody."""
        return [account for account in self._bonds().accounts(principal) if account not in self._configured]


def mail_place(address: str) -> str:
    """The place that is a mail address, in the one spelling by which it is compared."""
    return _MAIL + address.removeprefix(_MAIL).casefold()


def _spelled(account: str) -> str:
    return mail_place(account) if account.startswith(_MAIL) else account
