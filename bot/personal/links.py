"""`/link` and `/unlink`: one person with several accounts, each of which they prove by a one-time code."""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.accounts import mail_place
from bot.admin.codes import new_code, read_code
from bot.admin.words import Words
from bot.desk import Actor, Desk
from bot.people import People
from bot.settings import Settings
from bot.settings_email import EMAIL, is_address
from bot.ties import Ties
from engine.effects import Effect, Message, SendMail
from engine.ids import PersonId
from engine.nodes.auth_gate import CODE_LIVES
from engine.ports import Secrets
from engine.store import CodeLimits, Store, Turn
from storage.ties import LinkAttempt, LinkCode, Linked, LinkOutcome

log = logging.getLogger(__name__)

_MAIL = f"{EMAIL}:"
_MINUTES = int(CODE_LIVES.total_seconds() // 60)
_LONGEST = 254
"""How long a mail address may be."""


class LinkCommands:
    """Joins accounts. Authority goes only where a code was given to whoever has it, in private or by mail."""

    def __init__(
        self,
        settings: Settings,
        people: People,
        ties: Ties,
        store: Store,
        secrets: Secrets,
        desk: Desk,
        words: Words,
        ring: Callable[[], None],
    ) -> None:
        self._settings = settings
        self._people = people
        self._ties = ties
        self._store = store
        self._secrets = secrets
        self._desk = desk
        self._words = words
        self._ring = ring

    # --- /link ------------------------------------------------------------------------------------------------

    async def link(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/link` hands out a code, `/link CODE` uses one, `/link ADDRESS` mails one."""
        if actor.is_nobody:
            await self._desk.refuse_command(actor, "/link", "anonymous")
            return self._words.say(actor, "tap-anonymous")
        argument = argument.strip()
        if not argument:
            return await self._offer(actor)
        if "@" in argument:
            return await self._mail(turn, actor, argument)
        return await self._redeem(actor, argument)

    async def _offer(self, actor: Actor) -> Sequence[Effect]:
        """Whoever else reads a code could use it: it is told to nobody but the one who asks."""
        if not actor.is_private:
            return self._words.say(actor, "personal-link-in-private")
        principal, code = self._people.identity(actor.account), new_code()
        await self._keep(actor, f"account {principal}", self._digest(code), principal, "")
        told = self._words.text(actor, "personal-link-code", command=f"/link {code}", minutes=_MINUTES)
        return self._words.lines(actor, [told, *self._listed(actor, principal)])

    async def _mail(self, turn: Turn, actor: Actor, address: str) -> Sequence[Effect]:
        """Mail a code, whosever the address is: the answer does not tell whose it may be."""
        if not is_address(address) or len(address) > _LONGEST:
            return self._words.say(actor, "personal-link-no-address", address=address[:_LONGEST])
        if self._settings.email.provider == "none":
            return self._words.say(actor, "personal-link-no-mail")
        principal, account = self._people.identity(actor.account), mail_place(address)
        if self._people.identity(account) == principal:
            return self._words.say(actor, "personal-link-already", account=account)
        if self._settings.email.leaves_the_house:
            key, chat = f"link.{turn.inbox_id}", actor.account[:100]
            again_at = await self._store.count_code(key, address, chat, CodeLimits())
            if again_at:
                seconds = int((again_at - self._words.clock.now()).total_seconds())
                return self._words.say(actor, "personal-link-too-many", minutes=max(1, -(-seconds // 60)))
        code = self._secrets.new_code()
        await self._keep(actor, f"mail {actor.account}", self._digest(code, actor), principal, account)
        bot = self._people.bot_name(turn.conversation.bot)
        mail = SendMail(
            address, Message("mail-code-subject"), Message("mail-link-body", {"minutes": _MINUTES, "bot": bot}),
            actor.locale, self._secrets.seal(code), self._words.clock.now() + CODE_LIVES,
        )  # fmt: skip
        return (mail, *self._words.say(actor, "personal-link-mailed", address=address, minutes=_MINUTES))

    async def _keep(self, actor: Actor, key: str, digest: str, principal: PersonId, account: str) -> None:
        now = self._words.clock.now()
        code = LinkCode(key, digest, principal, account, actor.place, now + CODE_LIVES)
        await self._ties.offer(code, actor.account, now)

    async def _redeem(self, actor: Actor, code: str) -> Sequence[Effect]:
        digests = (self._digest(code), self._digest(code, actor))
        attempt = LinkAttempt(actor.account, digests, self._words.clock.now(), self._people.accounts.owner)
        linked = await self._ties.join(attempt)
        if linked.outcome is not LinkOutcome.JOINED:
            return self._words.say(actor, f"personal-link-{linked.outcome}", account=linked.account)
        self._ring()
        log.info("%s is an account of %s from now on", linked.account, linked.principal)
        joined = self._words.text(actor, "personal-link-joined", account=linked.account)
        listed = self._listed(actor, PersonId(linked.principal)) if actor.is_private else ()
        return [*self._words.lines(actor, [joined, *listed]), *self._notice(actor, linked)]

    def _notice(self, actor: Actor, linked: Linked) -> Sequence[Effect]:
        """Tell whose code it was, where they were given it: if it was not them, they can undo it there."""
        if linked.told == actor.place:
            return ()
        person = self._settings.people.get(linked.principal)
        reader = replace(actor, place=linked.told, locale=(person.locale if person else "") or actor.locale)
        command = f"/unlink {linked.account}"
        return self._words.say(reader, "personal-link-used", account=linked.account, command=command)

    def _listed(self, actor: Actor, principal: PersonId) -> Sequence[str]:
        """A line for each account of somebody, and whether it can be taken off."""
        fixed = self._fixed(principal)
        accounts = [account for account in self._people.accounts.of(principal) if ":" in account]
        origins = ("configured" if principal in self._settings.people else "first", "joined")
        lines = [
            self._words.text(actor, f"personal-account-{origins[account not in fixed]}", account=account)
            for account in accounts
        ]
        return [self._words.text(actor, "personal-accounts"), *lines]

    def _fixed(self, principal: PersonId) -> Sequence[str]:
        """Those accounts of somebody that no command takes off."""
        known = principal in self._settings.people
        return self._people.accounts.configured(principal) if known else (principal,)

    def _digest(self, code: str, asked_by: Actor | None = None) -> str:
        """What is kept of a code; a mailed one counts only where it was asked for."""
        if asked_by is None:
            return self._secrets.digest("link", read_code(code))
        return self._secrets.digest("link by mail", asked_by.account, re.sub("[^0-9]", "", code))

    # --- /unlink ----------------------------------------------------------------------------------------------

    async def unlink(self, turn: Turn, actor: Actor, argument: str) -> Sequence[Effect]:
        """`/unlink ACCOUNT` takes off an account that was joined, from any account of the same person."""
        if actor.is_nobody:
            await self._desk.refuse_command(actor, "/unlink", "anonymous")
            return self._words.say(actor, "tap-anonymous")
        typed = argument.strip()[:300]
        if not typed:
            return self._words.say(actor, "personal-unlink-usage")
        account = mail_place(typed) if typed.startswith(_MAIL) or is_address(typed) else typed
        principal = self._people.identity(actor.account)
        if account in self._fixed(principal):
            origin = "configured" if principal in self._settings.people else "first"
            return self._words.say(actor, f"personal-unlink-{origin}", account=account)
        if not await self._ties.part(account, principal, actor.account, self._words.clock.now()):
            return self._words.say(actor, "personal-unlink-unknown", account=account)
        self._ring()
        log.info("%s is no account of %s any more", account, principal)
        return self._words.say(actor, "personal-unlink-done", account=account)
