"""One request per kind of link, up to its mail, and the person who decides it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from engine.errors import ErrorCode
from engine.tools import CallOutcome, Refused, Unknown
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, DIRECT, OLGA, MailHouse, links

KINDS = ("approve", "approve-with-code", "reject", "retry", "stop", "confirm")
_LABELS = {"approve": "Approve", "approve-with-code": "Approve", "reject": "Reject", "retry": "Retry", "stop": "Stop",
           "confirm": "It happened"}  # fmt: skip
_TROUBLE: dict[str, CallOutcome] = {
    "retry": Refused(ErrorCode.TOOL_FAILED, "closed"),
    "stop": Refused(ErrorCode.TOOL_FAILED, "closed"),
    "confirm": Unknown("the line went dead"),
}


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides at the end, and what was decided on the way there."""

    decides: Callable[[], Awaitable[None]]
    before: list[tuple[Any, ...]]


async def scene(kind: str, open_mail: Open) -> tuple[MailHouse, str, Decider]:
    """A house with an open request, the link of that kind in its mail, and who will use it."""
    nodes = [dict(node) for node in DIRECT["nodes"]]
    nodes[1] = {**nodes[1], "data": {**nodes[1]["data"], "confirmByCode": kind == "approve-with-code"}}
    house = await open_mail({**DIRECT, "nodes": nodes}, bot='operators = ["email:olga@example.com"]')
    await house.say("I want a refund")
    card = await house.card_mail(ANA)
    if outcome := _TROUBLE.get(kind):
        house.tools.answers["stripe__create_refund"] = lambda call: outcome
        await house.decide(links(card)["Approve"])
        card = await house.mail(OLGA)
    await house.still(0)
    link = links(card)[_LABELS[kind]]

    async def decides() -> None:
        page = await house.decide(link, reason="because") if kind != "approve-with-code" else await by_code(house, link)
        assert "<form" not in page.raw, page.text

    return house, link, Decider(decides, house.decisions())


async def by_code(house: MailHouse, link: str) -> Any:
    """Decide with a code besides."""
    fields = {**(await house.get(link)).fields, "sure": "yes"}
    sent = await house.post_form(link, {**fields, "send_code": "yes"})
    done = await house.post_form(link, {**sent.fields, "sure": "yes", "code": await house.code(ANA)})
    assert done.status == 303, done.text
    return await house.get(link)
