"""What people have set for themselves, as this process knows it: joined accounts, absences, channels put to silence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from engine.ports import Clock
from storage.ties import Absence, Known, LinkAttempt, LinkCode, Linked


class Kept(Protocol):
    """Where ties are kept; `storage.ties` implements it. Each verb is durable when it returns."""

    async def known(self) -> Known: ...
    async def offer(self, code: LinkCode, who: str, at: datetime) -> None: ...
    async def join(self, attempt: LinkAttempt) -> Linked: ...
    async def part(self, account: str, principal: str, who: str, at: datetime) -> bool: ...
    async def leave(self, absence: Absence, who: str, at: datetime) -> None: ...
    async def come_back(self, person: str, who: str, at: datetime) -> Absence | None: ...
    async def mute(self, person: str, channel: str, who: str, at: datetime) -> bool: ...
    async def unmute(self, person: str, channel: str, who: str, at: datetime) -> bool: ...


@dataclass(frozen=True, slots=True)
class Bonds:
    """Whose accounts are whose besides the configured ones, who is away, and who does not want to hear where."""

    joined: Mapping[str, str] = field(default_factory=dict)
    """Account to whose it is: a person's name, or the account that it was joined to."""
    former: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Account to whose it was once."""
    away: Mapping[str, Absence] = field(default_factory=dict)
    """Those who are away at this moment, by their names."""
    muted: frozenset[tuple[str, str]] = frozenset()
    """Each as (person, channel)."""

    def accounts(self, principal: str) -> Sequence[str]:
        """The accounts that were joined to somebody's, oldest first."""
        return [account for account, whose in self.joined.items() if whose == principal]

    def delegate(self, person: str) -> str:
        """Who decides in somebody's stead, "" if they are not away or nobody does."""
        return self.away[person].delegate if person in self.away else ""

    def delegators(self, delegate: str) -> Sequence[str]:
        """Those in whose stead somebody decides."""
        return [person for person, absence in self.away.items() if absence.delegate == delegate]


class Ties:
    """What was last read: at the start, after each change of this process, and once a second for those of others."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock
        self._known = Known()
        self._bonds = Bonds()
        self._looks = 0
        self._newest = 0

    async def refresh(self) -> None:
        """Look what stands now."""
        self._looks += 1
        begun = self._looks
        known = await self._kept.known()
        if begun < self._newest:
            return  # somebody who looked later has answered already: an account that was taken off stays so
        self._newest = begun
        if known != self._known:
            self._known, self._bonds = known, _bonds(known)

    def bonds(self) -> Bonds:
        """What holds at this moment; an absence ends by itself."""
        now = self._clock.now()
        over = [person for person, absence in self._bonds.away.items() if absence.until <= now]
        if over:
            away = {person: absence for person, absence in self._bonds.away.items() if person not in over}
            self._bonds = Bonds(self._bonds.joined, self._bonds.former, away, self._bonds.muted)
        return self._bonds

    async def offer(self, code: LinkCode, who: str, at: datetime) -> None:
        """Keep a one-time code."""
        await self._kept.offer(code, who, at)

    async def join(self, attempt: LinkAttempt) -> Linked:
        """Join an account to somebody's if the code is right."""
        linked = await self._kept.join(attempt)
        await self.refresh()
        return linked

    async def part(self, account: str, principal: str, who: str, at: datetime) -> bool:
        """Take an account off from somebody's; False if it was not joined to them."""
        parted = await self._kept.part(account, principal, who, at)
        await self.refresh()
        return parted

    async def leave(self, absence: Absence, who: str, at: datetime) -> None:
        """Somebody is away from now on."""
        await self._kept.leave(absence, who, at)
        await self.refresh()

    async def come_back(self, person: str, who: str, at: datetime) -> Absence | None:
        """Somebody is back; answers the absence, None if they had none."""
        was = await self._kept.come_back(person, who, at)
        await self.refresh()
        return was

    async def mute(self, person: str, channel: str, who: str, at: datetime) -> None:
        """Put a channel to silence for somebody."""
        await self._kept.mute(person, channel, who, at)
        await self.refresh()

    async def unmute(self, person: str, channel: str, who: str, at: datetime) -> None:
        """Let somebody hear on a channel again."""
        await self._kept.unmute(person, channel, who, at)
        await self.refresh()


def _bonds(known: Known) -> Bonds:
    former: defaultdict[str, set[str]] = defaultdict(set)
    for link in known.links:
        if link.ended:
            former[link.account].add(link.principal)
    return Bonds(
        {link.account: link.principal for link in known.links if not link.ended},
        {account: frozenset(whose) for account, whose in former.items()},
        {absence.person: absence for absence in known.absences},
        frozenset(known.mutes),
    )
