"""The keys of programs: made for a person, never worth more than they are at the moment of each request."""

import hashlib
import hmac
import secrets as chance
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.dashboard.readers import Readers
from bot.people import People
from channels.web.api.port import Bearer
from engine.ids import PersonId
from storage.api_tokens import ApiToken

PREFIX = "assent_"
"""How every key begins, so that it can be found where it should not be."""
READ, DECIDE, OPERATE = "read", "decide", "operate"
SCOPES = (READ, DECIDE, OPERATE)
DAYS = (30, 90, 365)
"""For how many days a key may be good."""


class Kept(Protocol):
    """Where keys are kept; `storage.api_tokens` implements it."""

    async def add(self, token: ApiToken, who: str) -> bool: ...
    async def find(self, digest: str, at: datetime) -> ApiToken | None: ...
    async def of(self, person: str, at: datetime) -> Sequence[ApiToken]: ...
    async def end(self, person: str, id: str, who: str, at: datetime) -> bool: ...


class ProgramKeys:
    """Makes keys, knows whose they are, and takes them back."""

    def __init__(self, kept: Kept, people: People, readers: Readers, new_id: Callable[[], str]) -> None:
        self._kept = kept
        self._people = people
        self._readers = readers
        self._new_id = new_id

    def scopes_of(self, person: str) -> Sequence[str]:
        """What a key of this person may be for."""
        return SCOPES if self._people.is_operator(PersonId(person)) else SCOPES[:2]

    async def make(self, person: str, who: str, name: str, scopes: Sequence[str], days: int | None) -> str:
        """A new key, to be shown once and to nobody else; "" if this person has too many.

        Raises ValueError for what no key of theirs may be.
        """
        wanted = tuple(scope for scope in self.scopes_of(person) if scope in scopes)
        may_stay = wanted == (READ,)
        if not wanted or len(wanted) < len(set(scopes)) or (days not in DAYS if days else not may_stay):
            raise ValueError("no such key")
        token, now = PREFIX + chance.token_urlsafe(32), self._readers.clock.now()
        ends = now + timedelta(days=days) if days else None
        kept = ApiToken(self._new_id(), digest_of(token), name, person, wanted, now, ends)
        return token if await self._kept.add(kept, who) else ""

    async def of(self, person: str) -> Sequence[ApiToken]:
        """The keys of somebody that have not ended, the newest first."""
        return await self._kept.of(person, self._readers.clock.now())

    async def end(self, person: str, id: str, who: str) -> bool:
        """Take a key of somebody back; False if they have no such."""
        return await self._kept.end(person, id, who, self._readers.clock.now())

    async def bearer(self, token: str) -> Bearer | None:
        """Whoever a key acts for, as they are now; None if it has ended, or if they are no reviewer any more."""
        if not token.startswith(PREFIX):
            return None
        digest = digest_of(token)
        found = await self._kept.find(digest, self._readers.clock.now())
        if found is None or not hmac.compare_digest(found.digest, digest):
            return None
        person = PersonId(found.person)
        if not self._people.accounts.is_configured(person) or not self._people.is_reviewer(person):
            return None
        locale = self._people.locale(person) or self._readers.locales.default
        scopes = frozenset(found.scopes) & frozenset(self.scopes_of(person))
        is_operator = self._people.is_operator(person)
        return Bearer(
            found.id, found.name, person, self._people.name(person), locale, scopes, is_operator, found.expires_at
        )


def digest_of(token: str) -> str:
    """What is kept of a key: 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
