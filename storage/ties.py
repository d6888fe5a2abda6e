"""What people have set for themselves: accounts that they proved to be theirs, absences, channels put to silence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from engine.step import AuditEntry
from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import Head
from storage.generation import Generation
from storage.locks import LINKS, exclusive
from storage.transaction import Database, Sql, Transaction

TRIES = 5
"""How many wrong codes may be typed from one account within `WINDOW`."""
WINDOW = timedelta(minutes=15)
_SUBJECT = 100
"""How long the record's column for what a row is about is."""

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class Link:
    """An account, and whose it is: a person's name, or the account that it was joined to; `ended` once taken off."""

    account: str
    principal: str
    at: datetime
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away until then; `delegate` decides in their stead, "" if nobody does."""

    person: str
    delegate: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that people have set for themselves, at one moment."""

    links: Sequence[Link] = ()
    absences: Sequence[Absence] = ()
    mutes: Sequence[tuple[str, str]] = ()
    """Each as (person, channel)."""


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A one-time code, by its digest; a new one with the same key replaces it.

    Whoever types it joins `account`, or the account that they type it from where that is "". `told` is the place
    where it was asked for.
    """

    key: str
    digest: str
    principal: str
    account: str
    told: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LinkAttempt:
    """Somebody typed a code from an account; `owner_of` tells which configured person has an account, or ""."""

    who: str
    digests: Sequence[str]
    at: datetime
    owner_of: Callable[[str], str]


class LinkOutcome(StrEnum):
    """What became of an attempt."""

    JOINED = "joined"
    ALREADY = "already"
    """The account was this person's before."""
    REFUSED = "refused"
    """The code is wrong, used, or too old."""
    GUESSED = "guessed"
    """Too many wrong codes came from this account: even a right one does not count for a while."""
    FOREIGN = "foreign"
    """The account is another configured person's."""
    TAKEN = "taken"
    """The account is joined with others already."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The outcome of an attempt; of a right code, what it joins to whom, and where it was told."""

    outcome: LinkOutcome
    account: str = ""
    principal: str = ""
    told: str = ""


class StoredTies:
    """The ties of one database; each verb is one transaction, with its row of the record."""

    def __init__(self, database: Database, generation: Generation | None = None) -> None:
        self._run = database.run
        self._generation = generation

    async def known(self) -> Known:
        """Everything as it is now."""
        return await self._run(_known())

    async def offer(self, code: LinkCode, who: str, at: datetime) -> None:
        """Keep a new code, instead of an earlier one of the same key."""
        await self._noted(_offer(code, who, at))

    async def join(self, attempt: LinkAttempt) -> Linked:
        """Join an account to somebody's if the code is right; a wrong one is counted in the same commit."""
        return await self._noted(_join(attempt))

    async def part(self, account: str, principal: str, who: str, at: datetime) -> bool:
        """Take an account off from somebody's; False if it was not joined to them."""
        return await self._noted(_part(account, principal, who, at))

    async def leave(self, absence: Absence, who: str, at: datetime) -> None:
        """Somebody is away from now on, instead of what they had said before."""
        await self._noted(_leave(absence, who, at))

    async def come_back(self, person: str, who: str, at: datetime) -> Absence | None:
        """Somebody is back; answers the absence, None if they had none."""
        return await self._noted(_come_back(person, who, at))

    async def mute(self, person: str, channel: str, who: str, at: datetime) -> bool:
        """Put a channel to silence for somebody; False if it was."""
        return await self._noted(_mute(person, channel, who, at))

    async def unmute(self, person: str, channel: str, who: str, at: datetime) -> bool:
        """Let somebody hear on a channel again; False if they did."""
        return await self._noted(_unmute(person, channel, who, at))

    async def _noted(self, transaction: Transaction[tuple[AnswerT, Head | None]]) -> AnswerT:
        answer, head = await self._run(transaction)
        if head and self._generation:
            self._generation.reached(head)
        return answer


def _known() -> Transaction[Known]:
    links = yield Sql("SELECT account, principal, at, ended_at IS NOT NULL FROM account_link ORDER BY at, id")
    absences = yield Sql("SELECT person, delegate, until FROM absence ORDER BY person")
    mutes = yield Sql("SELECT person, channel FROM mute ORDER BY person, channel")
    return Known(
        [Link(account, principal, from_micros(at), bool(ended)) for account, principal, at, ended in links],
        [Absence(person, delegate, from_micros(until)) for person, delegate, until in absences],
        [(person, channel) for person, channel in mutes],
    )


def _note(event: str, subject: str, who: str, at: datetime, **detail: Any) -> Transaction[Head | None]:
    return (yield from audit.add([AuditEntry(event, subject[:_SUBJECT], who, at, detail)]))


# --- links ----------------------------------------------------------------------------------------------------


def _offer(code: LinkCode, who: str, at: datetime) -> Transaction[tuple[None, Head | None]]:
    yield Sql("DELETE FROM link_code WHERE key = ? OR expires_at <= ?", (code.key, to_micros(at)))
    yield Sql(
        "INSERT INTO link_code (key, digest, principal, account, told, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        (code.key, code.digest, code.principal, code.account, code.told, to_micros(code.expires_at)),
    )
    return None, (yield from _note("link.code", code.principal, who, at, account=code.account))


def _join(attempt: LinkAttempt) -> Transaction[tuple[Linked, Head | None]]:
    """The lock comes first: of two who join at once the second sees what the first has done."""
    yield from exclusive(LINKS)
    if (yield from _is_guessing(attempt)):
        return Linked(LinkOutcome.GUESSED), (yield from _refused(attempt, LinkOutcome.GUESSED))
    marks = ", ".join("?" * len(attempt.digests))
    rows = yield Sql(
        "SELECT key, principal, account, told, used_by FROM link_code "
        f"WHERE digest IN ({marks}) AND expires_at > ? AND (used_by IS NULL OR used_by = ?)",
        (*attempt.digests, to_micros(attempt.at), attempt.who),
    )
    if not rows:
        return (yield from _wrong(attempt))
    key, principal, account, told, used_by = rows[0]
    account = account or attempt.who
    outcome = yield from _standing(attempt, account, principal)
    linked = Linked(outcome, account, principal, told)
    if outcome is LinkOutcome.ALREADY:
        return linked, None
    if used_by or outcome is LinkOutcome.REFUSED:
        return (yield from _wrong(attempt))
    if outcome is not LinkOutcome.JOINED:
        return linked, (yield from _refused(attempt, outcome, account=account, principal=principal))
    yield Sql("UPDATE link_code SET used_by = ? WHERE key = ?", (attempt.who, key))
    yield Sql(
        "INSERT INTO account_link (account, principal, at) VALUES (?, ?, ?) "
        "ON CONFLICT (account, principal) DO UPDATE SET at = excluded.at, ended_at = NULL",
        (account, principal, to_micros(attempt.at)),
    )
    return linked, (yield from _note("link.joined", principal, attempt.who, attempt.at, account=account, told=told))


def _standing(attempt: LinkAttempt, account: str, principal: str) -> Transaction[LinkOutcome]:
    """What a right code comes to, by whose this account is already."""
    owner = attempt.owner_of(account)
    joined = yield Sql("SELECT principal FROM account_link WHERE account = ? AND ended_at IS NULL", (account,))
    if principal in (owner, account) or joined == [(principal,)]:
        return LinkOutcome.ALREADY
    if owner:
        return LinkOutcome.FOREIGN
    # Whoever was joined to somebody since they got their code gives nobody an account any more.
    moved = yield Sql("SELECT 1 FROM account_link WHERE account = ? AND ended_at IS NULL", (principal,))
    if moved:
        return LinkOutcome.REFUSED
    others = yield Sql("SELECT 1 FROM account_link WHERE principal = ? AND ended_at IS NULL", (account,))
    return LinkOutcome.TAKEN if joined or others else LinkOutcome.JOINED


def _is_guessing(attempt: LinkAttempt) -> Transaction[bool]:
    yield Sql("DELETE FROM link_try WHERE until <= ?", (to_micros(attempt.at),))
    rows = yield Sql("SELECT tries FROM link_try WHERE account = ?", (attempt.who,))
    return bool(rows) and rows[0][0] >= TRIES


def _wrong(attempt: LinkAttempt) -> Transaction[tuple[Linked, Head | None]]:
    yield Sql(
        "INSERT INTO link_try (account, tries, until) VALUES (?, 1, ?) "
        "ON CONFLICT (account) DO UPDATE SET tries = link_try.tries + 1",
        (attempt.who, to_micros(attempt.at + WINDOW)),
    )
    return Linked(LinkOutcome.REFUSED), (yield from _refused(attempt, LinkOutcome.REFUSED))


def _refused(attempt: LinkAttempt, why: LinkOutcome, **detail: str) -> Transaction[Head | None]:
    return (yield from _note("link.refused", attempt.who, attempt.who, attempt.at, why=why.value, **detail))


def _part(account: str, principal: str, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    yield from exclusive(LINKS)
    rows = yield Sql(
        "UPDATE account_link SET ended_at = ? WHERE account = ? AND principal = ? AND ended_at IS NULL RETURNING id",
        (to_micros(at), account, principal),
    )
    return bool(rows), (yield from _note("link.parted", principal, who, at, account=account)) if rows else None


# --- absences and mutes ---------------------------------------------------------------------------------------


def _leave(absence: Absence, who: str, at: datetime) -> Transaction[tuple[None, Head | None]]:
    yield Sql(
        "INSERT INTO absence (person, delegate, until, at) VALUES (?, ?, ?, ?) ON CONFLICT (person) DO UPDATE SET "
        "delegate = excluded.delegate, until = excluded.until, at = excluded.at",
        (absence.person, absence.delegate, to_micros(absence.until), to_micros(at)),
    )
    detail = {"until": absence.until.isoformat(), "delegate": absence.delegate}
    return None, (yield from _note("person.away", absence.person, who, at, **detail))


def _come_back(person: str, who: str, at: datetime) -> Transaction[tuple[Absence | None, Head | None]]:
    rows = yield Sql("DELETE FROM absence WHERE person = ? RETURNING delegate, until", (person,))
    if not rows:
        return None, None
    was = Absence(person, rows[0][0], from_micros(rows[0][1]))
    return was, (yield from _note("person.back", person, who, at, delegate=was.delegate))


def _mute(person: str, channel: str, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    rows = yield Sql(
        "INSERT INTO mute (person, channel, at) VALUES (?, ?, ?) "
        "ON CONFLICT (person, channel) DO NOTHING RETURNING channel",
        (person, channel, to_micros(at)),
    )
    return bool(rows), (yield from _note("notify.muted", person, who, at, channel=channel)) if rows else None


def _unmute(person: str, channel: str, who: str, at: datetime) -> Transaction[tuple[bool, Head | None]]:
    rows = yield Sql("DELETE FROM mute WHERE person = ? AND channel = ? RETURNING channel", (person, channel))
    return bool(rows), (yield from _note("notify.unmuted", person, who, at, channel=channel)) if rows else None
