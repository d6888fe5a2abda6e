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
from engine.events import CodeTried, Event, Replied
from engine.language.template import Template
from engine.nodes.base import Context, NodeData, NodeType
from engine.outcomes import Challenge, Done, Fail, ForReply, ForTry, Next, Outcome, Say, Wait

VERIFIED, FAILED = "verified", "failed"
MOST_ADDRESSES = 5
"""How many unusable addresses are taken before the gate gives up."""
MOST_LOOKED_AT = 1000
"""How many characters of a reply are searched for an address or a code."""
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,8}(?:[^\W\d_]{2,63}|xn--[\w-]{2,59})")
_BETWEEN_WORDS = re.compile(r"[\s<>,;\"()\[\]]+")


class AuthGateData(NodeData):
    """`contact` gives the address; without it the customer is asked."""

    provider: Literal["resend", "smtp"]
    contact_type: Literal["email"]
    output_variable: str
    contact: Template | None = None
    valid_for: Duration = timedelta(minutes=10)
    attempts: int = Field(default=5, ge=1, le=5)
    label: str = ""


class AuthGate(NodeType[AuthGateData]):
    """Asks for the address, mails a code, and compares the reply; a try is taken in the database before comparing."""

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

    def execute(self, ctx: Context, data: AuthGateData) -> Outcome:
        if data.contact is None:
            return Wait(ForReply(), {"asks": "address", "refused": 0}, say=(Say(Message("auth-ask-address")),))
        try:
            address = _address(data.contact.render(ctx.scope))
        except EvaluationError as error:
            return Fail(error.at("contact"))
        return self._mail_code(ctx, data, address) if address else self._failed(ctx)

    def resume(self, ctx: Context, data: AuthGateData, event: Event) -> Outcome:
        if isinstance(event, CodeTried):
            return self._compare(ctx, data, event)
        if not isinstance(event, Replied):
            raise TypeError(f"an auth_gate cannot go on with {event!r}")
        if ctx.memo["asks"] == "address":
            return self._take_address(ctx, data, event.message.text)
        return Wait(ForTry(ctx.memo["challenge"]), {**ctx.memo, "reply": event.message.text[:MOST_LOOKED_AT]})

    def _take_address(self, ctx: Context, data: AuthGateData, text: str) -> Outcome:
        address = _address(text)
        if address:
            return self._mail_code(ctx, data, address)
        refused = ctx.memo["refused"] + 1
        if refused >= MOST_ADDRESSES:
            return self._failed(ctx)
        say = Say(Message("auth-invalid-address"))
        return Wait(ForReply(), {"asks": "address", "refused": refused}, say=(say,))

    def _mail_code(self, ctx: Context, data: AuthGateData, address: str, lead: tuple[Say, ...] = ()) -> Outcome:
        code, challenge = ctx.secrets.new_code(), ctx.secrets.new_id()
        minutes = max(1, int(data.valid_for.total_seconds() // 60))
        mail = SendMail(
            address,
            subject=Message("mail-code-subject", {"code": code}),
            body=Message("mail-code-body", {"code": code, "minutes": minutes}),
        )
        return Wait(
            ForReply(),
            {"asks": "code", "challenge": challenge, "address": address},
            say=(*lead, Say(Message("auth-code-sent", {"address": address, "minutes": minutes}))),
            mails=(mail,),
            challenge=Challenge(
                challenge, address, ctx.secrets.digest(challenge, code), data.attempts, ctx.now + data.valid_for
            ),
        )

    def _compare(self, ctx: Context, data: AuthGateData, event: CodeTried) -> Outcome:
        memo: dict[str, Any] = {key: value for key, value in ctx.memo.items() if key != "reply"}
        typed = re.sub("[^0-9]", "", ctx.memo["reply"])
        if event.digest and hmac.compare_digest(ctx.secrets.digest(memo["challenge"], typed), event.digest):
            return Next(
                VERIFIED,
                {data.output_variable: memo["address"]},
                say=(Say(Message("auth-verified", {"address": memo["address"]})),),
                verified=data.output_variable,
            )
        if event.expired:
            return self._mail_code(ctx, data, memo["address"], lead=(Say(Message("auth-code-expired")),))
        if event.tries_left < 1:
            return self._failed(ctx, Say(Message("auth-no-tries")))
        return Wait(ForReply(), memo, say=(Say(Message("auth-wrong-code", {"tries": event.tries_left})),))

    def _failed(self, ctx: Context, *why: Say) -> Outcome:
        if ctx.wired(FAILED):
            return Next(FAILED, say=why)
        return Done(say=(*why, Say(Message("outcome-failed"))))


def _address(text: str) -> str | None:
    """The one address that a text holds; None if it holds none, or several."""
    words = (word.strip(".:!?") for word in _BETWEEN_WORDS.split(text[:MOST_LOOKED_AT]))
    bare = (word[7:] if word[:7].lower() == "mailto:" else word for word in words)
    found = {word for word in bare if len(word) <= 254 and _ADDRESS.fullmatch(word)}
    return found.pop() if len(found) == 1 else None
