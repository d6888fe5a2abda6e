"""Who may come in to the dashboard: people of the configuration, by a one-time link, for a time."""

import hashlib
import logging
import secrets as chance
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.accounts import mail_place
from bot.dashboard.readers import Readers
from bot.desk import Actor, Desk
from bot.people import People
from bot.secrets import InstanceSecrets
from channels.web.dashboard.base import OpenSession, SignedIn, Viewer
from engine.effects import Message, SendMail
from engine.ids import PersonId
from engine.step import Keyed
from engine.store import CodeLimits, Store
from storage.sessions import Session, SignInLink

log = logging.getLogger(__name__)

LINK_LIVES = timedelta(minutes=10)
LASTS, IDLE = timedelta(days=14), timedelta(hours=12)
"""How long a session lasts at most, and how long without being used."""
OPERATOR_LASTS, OPERATOR_IDLE = timedelta(hours=12), timedelta(hours=1)
"""The same for operators, who may do more."""
SHOWN_ID = 16
_BROWSERS = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
"""As browsers name themselves; most of them name others, too, so the first of these counts."""
_SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
MINUTES = int(LINK_LIVES.total_seconds() // 60)


class Kept(Protocol):
    """Where sessions are kept; `storage.sessions` implements it."""

    async def offer(self, link: SignInLink, who: str, at: datetime, effects: Sequence[Keyed] = ()) -> None: ...
    async def owner(self, digest: str, at: datetime) -> str | None: ...
    async def redeem(self, digest: str, session: Session) -> bool: ...
    async def session(self, digest: str, at: datetime) -> Session | None: ...
    async def sessions(self, person: str, at: datetime) -> Sequence[Session]: ...
    async def end(self, person: str, digest: str, who: str, at: datetime) -> bool: ...


class DashboardSessions:
    """`channels.web.dashboard.base.Sessions`."""

    def __init__(
        self,
        kept: Kept,
        store: Store,
        desk: Desk,
        people: People,
        readers: Readers,
        secrets: InstanceSecrets,
        wake_outbox: Callable[[], None],
        spawn: Callable[[str, Coroutine[Any, Any, None]], object],
        address: Callable[[], str],
    ) -> None:
        """`address` is where the dashboard is found, without a slash at its end; "" where there is none."""
        self._kept = kept
        self._store = store
        self._desk = desk
        self._people = people
        self._readers = readers
        self._secrets = secrets
        self._wake_outbox = wake_outbox
        self._spawn = spawn
        self._address = address

    # --- links ------------------------------------------------------------------------------------------------

    async def link(self, person: PersonId, actor: Actor) -> str:
        """A new link for somebody, as an address, to be told to nobody else; "" where there is no dashboard."""
        if not (address := self._address()):
            return ""
        token = chance.token_urlsafe(32)
        now = self._readers.clock.now()
        await self._kept.offer(SignInLink(_digest(token), person, actor.place, now + LINK_LIVES), actor.account, now)
        return f"{address}/sign-in/{token}"

    async def mail_link(self, address: str, locale: str) -> None:
        """Mail a link to an address if it is a reviewer's; how long that takes tells nobody whether it is."""
        self._spawn("a link by mail", self._mail_link(address, locale))

    async def _mail_link(self, address: str, locale: str) -> None:
        """As often as codes may be mailed."""
        place = mail_place(address)
        person = self._people.person(place)
        if person is None or not self._people.is_reviewer(person) or not self._address():
            return
        key, now = self._secrets.new_id(), self._readers.clock.now()
        if await self._store.count_code(key, address, f"dashboard {person}"[:100], CodeLimits()):
            return
        token, until = chance.token_urlsafe(32), now + LINK_LIVES
        sealed = self._secrets.seal(f"{self._address()}/sign-in/{token}")
        words = Message("mail-dashboard-subject"), Message("mail-dashboard-body", {"minutes": MINUTES})
        mail = SendMail(address, *words, self._people.locale(person) or locale, sealed, until)
        link = SignInLink(_digest(token), person, place, until)
        await self._kept.offer(link, place, now, [Keyed(f"signin.{key}", mail)])
        self._wake_outbox()

    async def invited(self, token: str) -> str | None:
        """The name of the person whose link this is, as long as it can be used."""
        person = await self._kept.owner(_digest(token), self._readers.clock.now())
        return self._people.known_name(person) if person and self._may_enter(person) else None

    async def sign_in(self, token: str, agent: str) -> SignedIn | None:
        """Use a link up; its session has an id of its own."""
        now, digest = self._readers.clock.now(), _digest(token)
        person = await self._kept.owner(digest, now)
        if person is None or not self._may_enter(person):
            return None
        cookie, operator = chance.token_urlsafe(32), self._people.is_operator(PersonId(person))
        ends_at = now + (OPERATOR_LASTS if operator else LASTS)
        session = Session(_digest(cookie), person, operator, agent, now, now, ends_at)
        if not await self._kept.redeem(digest, session):
            return None
        log.info("%s has signed in to the dashboard", person)
        return SignedIn(cookie, ends_at, self._viewer(session))

    # --- sessions ---------------------------------------------------------------------------------------------

    async def viewer(self, cookie: str) -> Viewer | None:
        """Whoever has this cookie; not if they were silent for too long, or are another kind of person by now."""
        now = self._readers.clock.now()
        session = await self._kept.session(_digest(cookie), now)
        if session is None or not self._may_enter(session.person):
            return None
        operator = self._people.is_operator(PersonId(session.person))
        idle = OPERATOR_IDLE if operator else IDLE
        return self._viewer(session) if session.operator == operator and now - session.seen_at < idle else None

    async def listed(self, viewer: Viewer) -> Sequence[OpenSession]:
        """The sessions of this person, the newest first."""
        moment = self._readers.moment
        return [
            OpenSession(
                each.digest[:SHOWN_ID], browser(each.agent), moment(viewer, each.at), moment(viewer, each.seen_at),
                moment(viewer, each.ends_at), each.digest == viewer.session,
            )
            for each in await self._kept.sessions(viewer.person, self._readers.clock.now())
        ]  # fmt: skip

    async def end(self, viewer: Viewer, id: str) -> None:
        """End a session of this person."""
        if len(id) >= SHOWN_ID and id.isalnum():
            who = self._readers.actor(viewer).account
            await self._kept.end(viewer.person, id, who, self._readers.clock.now())

    async def refused(self, viewer: Viewer, what: str) -> None:
        """Put on record that somebody wanted to see or do what is not theirs."""
        await self._desk.refuse_command(self._readers.actor(viewer), what[:100], "not-operator")

    def _may_enter(self, person: str) -> bool:
        known = self._people.accounts.is_configured(person)
        return known and self._people.is_reviewer(PersonId(person))

    def _viewer(self, session: Session) -> Viewer:
        person = PersonId(session.person)
        locale = self._people.locale(person) or self._readers.locales.default
        return Viewer(session.person, self._people.name(person), locale, session.digest, session.operator)


def browser(agent: str) -> str:
    """What a browser and its machine call themselves, in short: `Firefox, Linux`; the whole text where that is new."""
    found = [next((name for name in names if name in agent), "") for names in (_BROWSERS, _SYSTEMS)]
    named = {"Edg": "Edge", "OPR": "Opera"}
    return ", ".join(named.get(name, name) for name in found if name) or agent


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
