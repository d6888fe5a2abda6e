"""`auth_gate`: proves that the customer reads the mail of an address, by a one-time code."""

import hmac
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field

from engine.durations import Duration
from engine.effects import Message, SendMail
from engine.errors import EvaluationError
from engine.events import CodeCounted, CodeTried, Event, Replied
from engine.language.template import Template
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import Challenge, Done, Fail, ForCode, ForReply, ForTry, Next, Outcome, Say, Wait

VERIFIED, FAILED = "verified", "failed"
RESEND, CHANGE, CANCEL = "resend", "change", "cancel"
"""What a customer may wish instead of answering, see `engine.ports.Phrases`."""
CODE_LIVES = timedelta(minutes=10)
MOST_ADDRESSES = 5
"""How many unusable addresses are taken before the gate gives up."""
MOST_LOOKED_AT = 1000
"""How many characters of a reply are searched for an address or a code."""
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,8}(?:[^\W\d_]{2,63}|xn--[\w-]{2,59})")
_BETWEEN_WORDS = re.compile(r"[\s<>,;\"()\[\]]+")


class AuthGateData(NodeData):
    """`contact` gives the address, without it the customer is asked; `validFor` is how long a proof is remembered."""

    provider: Literal["resend", "smtp"]
    contact_type: Literal["email"]
    output_variable: str
    contact: Template | None = None
    valid_for: Duration | None = None
    attempts: int = Field(default=5, ge=1, le=5)
    label: str = ""


class AuthGate(NodeType[AuthGateData]):
    """Asks for the address, mails a code, and compares the reply; a try is taken in the database before comparing.

    Each code lives ten minutes and belongs to one run of one customer; the next one replaces it.
    """

    type = "auth_gate"
    data_model = AuthGateData

    def handles(self, data: AuthGateData) -> Sequence[str]:
        return (VERIFIED, FAILED, "error")

    def waits(self, data: AuthGateData) -> bool:
        return True

    def reads(self, data: AuthGateData) -> Iterator[tuple[str, str]]:
        if data.contact:
            yield from (("contact", name) for name in data.contact.reads)

    def sets(self, data: AuthGateData, handle: str) -> Sequence[str]:
        return (data.output_variable,) if handle == VERIFIED else ()

    def noted(self, memo: Any, text: str) -> str:
        """A code that was typed is nobody's to read afterwards."""
        return re.sub(r"\d", "•", text) if memo.get("asks") == "code" else text

    def execute(self, ctx: Context, data: AuthGateData) -> Outcome:
        known = _remembered(ctx, data)
        if data.contact is None:
            return self._pass(ctx, data, known) if known else _ask_address("auth-ask-address", 0)
        try:
            address = _address(data.contact.render(ctx.scope))
        except EvaluationError as error:
            return Fail(error.at("contact"))
        if address is None:
            return self._failed(ctx)
        if known and known.casefold() == address.casefold():
            return self._pass(ctx, data, known)
        return self._new_code(ctx, data, {"address": address})

    def resume(self, ctx: Context, data: AuthGateData, event: Event) -> Outcome:
        match event:
            case CodeTried():
                return self._compare(ctx, data, event)
            case CodeCounted():
                return self._counted(ctx, data, event)
            case Replied(message):
                return self._answer(ctx, data, message.text)
        raise TypeError(f"an auth_gate cannot go on with {event!r}")

    def _answer(self, ctx: Context, data: AuthGateData, text: str) -> Outcome:
        memo, wish = ctx.memo, ctx.wish(text)
        if wish == CANCEL:
            say = (Say(Message("auth-cancelled")),)
            return Next(FAILED, say=say) if ctx.wired(FAILED) else Done(say=say)
        if memo["asks"] == "address":
            return self._take_address(ctx, data, text)
        if wish == CHANGE and data.contact is None:
            return _ask_address("auth-change-address", memo.get("refused", 0))
        if wish == RESEND or memo["asks"] == "later":
            return self._new_code(ctx, data, memo)
        typed = re.sub("[^0-9]", "", text[:MOST_LOOKED_AT])
        return Wait(ForTry(memo["challenge"]), {**memo, "tried": ctx.secrets.digest(memo["challenge"], typed)})

    def _take_address(self, ctx: Context, data: AuthGateData, text: str) -> Outcome:
        address, refused = _address(text), ctx.memo["refused"]
        if address:
            return self._new_code(ctx, data, {"address": address, "refused": refused})
        if refused + 1 >= MOST_ADDRESSES:
            return self._failed(ctx)
        return _ask_address("auth-invalid-address", refused + 1)

    # --- codes ------------------------------------------------------------------------------------------------

    def _new_code(self, ctx: Context, data: AuthGateData, memo: Any, lead: str = "") -> Outcome:
        """Mail a code, once it is counted where codes are: so many for an address, so many for a chat."""
        kept = {**memo, "lead": lead}
        return Wait(ForCode(memo["address"]), kept) if ctx.counts_codes else self._mail_code(ctx, data, kept)

    def _counted(self, ctx: Context, data: AuthGateData, event: CodeCounted) -> Outcome:
        if event.again_at is None:
            return self._mail_code(ctx, data, ctx.memo)
        minutes = -(-int((event.again_at - ctx.now).total_seconds()) // 60)
        say = Say(Message("auth-too-many-codes", {"minutes": max(1, minutes)}), wishes=_wishes(data))
        asks = "code" if "challenge" in ctx.memo and not ctx.memo["lead"] else "later"
        return Wait(ForReply(), {**ctx.memo, "asks": asks}, say=(say,))

    def _mail_code(self, ctx: Context, data: AuthGateData, memo: Any) -> Outcome:
        code, challenge, address = ctx.secrets.new_code(), ctx.secrets.new_id(), memo["address"]
        minutes, until = int(CODE_LIVES.total_seconds() // 60), ctx.now + CODE_LIVES
        mail = SendMail(
            address,
            subject=Message("mail-code-subject"),
            body=Message("mail-code-body", {"minutes": minutes}),
            code=ctx.secrets.seal(code),
            until=until,
        )
        lead = (Say(Message(memo["lead"])),) if memo.get("lead") else ()
        told = Say(Message("auth-code-sent", {"address": address, "minutes": minutes}), wishes=_wishes(data))
        kept = {"asks": "code", "challenge": challenge, "address": address, "refused": memo.get("refused", 0)}
        digest = ctx.secrets.digest(challenge, code)
        return Wait(
            ForReply(), kept, say=(*lead, told), mails=(mail,),
            challenge=Challenge(challenge, address, digest, data.attempts, until, memo.get("challenge", "")),
        )  # fmt: skip

    def _compare(self, ctx: Context, data: AuthGateData, event: CodeTried) -> Outcome:
        memo: dict[str, Any] = {key: value for key, value in ctx.memo.items() if key != "tried"}
        if event.digest and hmac.compare_digest(ctx.memo["tried"], event.digest):
            return self._pass(ctx, data, memo["address"], proven=True)
        if event.expired:
            return self._new_code(ctx, data, memo, lead="auth-code-expired")
        if event.tries_left < 1:
            return self._failed(ctx, Say(Message("auth-no-tries")))
        say = Say(Message("auth-wrong-code", {"tries": event.tries_left}), wishes=_wishes(data))
        return Wait(ForReply(), memo, say=(say,))

    # --- ends -------------------------------------------------------------------------------------------------

    def _pass(self, ctx: Context, data: AuthGateData, address: str, proven: bool = False) -> Outcome:
        """Go on with the address: proven by a code just now, or remembered."""
        since = None if proven or ctx.identity is None else ctx.identity.at
        say = Say(Message("auth-verified" if proven else "auth-remembered", {"address": address}))
        return Next(
            VERIFIED, {data.output_variable: address}, say=(say,), verified=data.output_variable, verified_at=since
        )

    def _failed(self, ctx: Context, *why: Say) -> Outcome:
        if ctx.wired(FAILED):
            return Next(FAILED, say=why)
        return Done(say=(*why, Say(Message("outcome-failed"))))


def _ask_address(words: str, refused: int) -> Wait:
    return Wait(ForReply(), {"asks": "address", "refused": refused}, say=(Say(Message(words), wishes=(CANCEL,)),))


def _wishes(data: AuthGateData) -> tuple[str, ...]:
    return (RESEND, CANCEL) if data.contact else (RESEND, CHANGE, CANCEL)


def _remembered(ctx: Context, data: AuthGateData) -> str | None:
    """The address that this customer has proven to be theirs, if that is not too long ago."""
    identity = ctx.identity
    fresh = identity and data.valid_for and identity.at + data.valid_for > ctx.now
    return identity.address if identity and fresh else None


def _address(text: str) -> str | None:
    """The one address that a text holds; None if it holds none, or several."""
    words = (word.strip(".:!?") for word in _BETWEEN_WORDS.split(text[:MOST_LOOKED_AT]))
    bare = (word[7:] if word[:7].lower() == "mailto:" else word for word in words)
    found = {word for word in bare if len(word) <= 254 and _ADDRESS.fullmatch(word)}
    return found.pop() if len(found) == 1 else None
