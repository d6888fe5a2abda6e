"""Where somebody hears of requests, and which of their own channels they have put to silence."""

from collections.abc import Callable, Iterable, Sequence

from bot.accounts import Accounts
from bot.settings_channels import DISCORD, platform_of
from bot.settings_email import EMAIL
from bot.ties import Bonds
from engine.ids import PersonId, Place


class Hearing:
    """A person hears at their own places, and where others are, too, on a platform on which they have an account.

    Silence is kept only where there is another way to hear: nobody can miss every request of their team.
    """

    def __init__(self, accounts: Accounts, bonds: Callable[[], Bonds]) -> None:
        self._accounts = accounts
        self._bonds = bonds

    def audible(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """The places, each once, without those that somebody has put to silence for themselves."""
        each_once = tuple(dict.fromkeys(places))
        return tuple(place for place in each_once if not self._is_silent(place, each_once))

    def is_muted(self, person: str, channel: str) -> bool:
        """Whether somebody has put a channel of theirs to silence."""
        return (person, channel) in self._bonds().muted

    def channels(self, person: str) -> Sequence[str]:
        """The channels on which somebody has an account."""
        return tuple(dict.fromkeys(map(platform_of, self._accounts.of(person))))

    def would_miss(self, person: PersonId, channel: str, places: Sequence[Place]) -> bool:
        """Whether somebody would hear nothing of what goes to these places if they put a channel to silence."""
        left = {each for each in self._ways(person, places) if each != channel}
        return channel in self._ways(person, places, mutable=True) and not left

    def is_one_persons(self, place: Place) -> bool:
        """Whether nobody but one person whom we know reads at a place."""
        return self._reader(place) is not None

    def _is_silent(self, place: Place, places: Sequence[Place]) -> bool:
        person, channel = self._reader(place), platform_of(place)
        if person is None or not self.is_muted(person, channel):
            return False
        return bool(self._ways(person, places))

    def _ways(self, person: PersonId, places: Sequence[Place], mutable: bool = False) -> set[str]:
        """The ways by which somebody hears of what goes to these places, without what they have put to silence.

        One that is their own is named by its channel, and what they share with others by its place.
        """
        found: set[str] = set()
        for place in places:
            reader, channel = self._reader(place), platform_of(place)
            if reader == person and not self.is_muted(person, channel):
                found.add(channel)
            elif reader is None and not mutable and channel != EMAIL and channel in self.channels(person):
                found.add(place)
        return found

    def _reader(self, place: Place) -> PersonId | None:
        """The one person who reads at a place, as far as we know them."""
        channel, _, where = place.partition(":")
        if platform_of(place) == DISCORD and not where.startswith("@"):
            return None
        return self._accounts.person(f"{channel.partition('.')[0]}:{where.removeprefix('@')}")
