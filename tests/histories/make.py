"""Makes the history of this release: `python -m tests.histories.make`, once, before a release; then it is kept.

One request per way to wait: for a decision, for a reason, for an operator after a failure and after a call in doubt,
for the customer.
"""

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from engine.errors import ErrorCode
from engine.tools import CallOutcome, Refused, Returned, ToolCall, Unknown
from tests.fakes.house import NotedTools, configured, living, workflow

HERE = Path(__file__).parent
ASK = {"type": "action", "actionType": "human_handoff", "reason": "Pay {{message}}?"}
PAY = {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {"what": "{{message}}"}, "outputVariable": "paid"}
LOOK = {"type": "mcp_tool", "toolName": "bank__look", "arguments": {}, "outputVariable": "seen"}
GIVE = {"type": "mcp_tool", "toolName": "bank__give", "arguments": {"to": "{{message}}"}, "outputVariable": "given"}
GATE = {"type": "auth_gate", "provider": "resend", "contact_type": "email", "outputVariable": "email"}
YES, NO = {"type": "send_message", "message": "Done."}, {"type": "send_message", "message": "Refused."}
WORKFLOWS = {
    "approve": workflow(
        {"ask": ASK, "pay": PAY, "yes": YES, "no": NO}, ["t ask", "ask.approved pay", "ask.rejected no", "pay yes"]
    ),
    "fail": workflow({"look": LOOK, "yes": YES}, ["t look", "look yes"]),
    "doubt": workflow({"give": GIVE, "yes": YES}, ["t give", "give yes"]),
    "gate": workflow({"gate": GATE, "yes": YES}, ["t gate", "gate.verified yes"]),
}
EFFECTS = {"bank__pay": "keyed", "bank__look": "read", "bank__give": "once"}


def troubled(call: ToolCall) -> CallOutcome:
    """A bank that cannot be read, and of whose gifts nobody knows what became."""
    match call.tool:
        case "bank__look":
            return Refused(ErrorCode.TOOL_FAILED, "closed")
        case "bank__give":
            return Unknown("the line went dead")
    return Returned({"ok": True})


async def make(folder: Path) -> str:
    """The SQL that makes the database anew."""
    tools = NotedTools(**EFFECTS)
    tools.answer = troubled
    async with living(configured(folder, WORKFLOWS), tools) as house:
        for user, text, bot in (("ann", "10", "approve"), ("bob", "20", "approve"), ("cem", "x", "fail"),
                                ("dov", "30", "doubt"), ("eve", "hello", "gate")):  # fmt: skip
            await house.says(user, text, bot)
        await house.rests()
        ((bobs,),) = house.asks("SELECT id FROM handoff WHERE requester = 'play:bob'")
        await house.taps(bobs, "ask_reason")
        await house.rests()
    with closing(sqlite3.connect(folder / "assent.db")) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def main(release: str) -> None:
    """Write the history of a release; one that is there is never made anew."""
    target = HERE / f"{release}.sql"
    with tempfile.TemporaryDirectory() as folder:
        text = asyncio.run(make(Path(folder)))
    target.write_text(text, encoding="utf-8")
    print(f"{target.name}: {len(text)} characters")


if __name__ == "__main__":
    main(sys.argv[1])
