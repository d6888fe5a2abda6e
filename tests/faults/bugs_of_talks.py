"""Bugs to plant into what happens between the two ends of a request."""

from tests.faults.bug import Bug

TALKS = "tests/flow/test_talks.py"
HOSTILE = "tests/flow/test_talks_hostile.py"
STORED = "tests/contract/test_store_talks.py"

BUGS = (
    Bug(
        "time counts while the customer is asked",
        "engine/handoff.py",
        "        if self.inquiry or self.talk:\n",
        "        if self.talk:\n",
        TALKS,
        "clock_stands",
    ),
    Bug(
        "the bot answers a customer with whom a person talks",
        "engine/runner.py",
        "        if turn.conversation.talk:\n",
        "        if turn.conversation.talk == '':\n",
        TALKS,
        "bot_is_silent",
    ),
    Bug(
        "whoever writes in a room speaks to the customer",
        "bot/talks.py",
        "        if refused := await self._desk.refused(actor, handoff_id, Action.SPEAK):\n",
        "        if refused := None:\n",
        TALKS,
        "may_not_speak",
    ),
    Bug(
        "what people say among themselves goes to the customer",
        "bot/talks.py",
        "        if message.text.lstrip().startswith(ASIDE):\n            return ()\n        if message.is_edit and",
        "        if message.is_edit and",
        TALKS,
        "both_ways",
    ),
    Bug(
        "two people talk with one customer about two requests",
        "storage/talks.py",
        "WHERE id = ? AND (talk IS NULL OR talk = ?) RETURNING 1",
        "WHERE id = ? AND ? <> '' RETURNING 1",
        STORED,
        "one_request_only and sqlite",
    ),
    Bug(
        "a talk is not over by a decision",
        "engine/asking.py",
        "        if closed or decision.hands_back:\n",
        "        if decision.hands_back:\n",
        TALKS,
        "customer_can_end_it",
    ),
    Bug(
        "silence lowers the number of votes that are wanted",
        "engine/talking.py",
        "max(wanted, self._env.directory.quorum(then))",
        "self._env.directory.quorum(then)",
        HOSTILE,
        "lowers_no_threshold",
    ),
    Bug(
        "an edit in a talk is one more message",
        "bot/relays.py",
        "            if await self._edited(effect, place, text):\n                return None\n",
        "",
        TALKS,
        "edits_and_replies",
    ),
    Bug(
        "the talk is not told to the workflow",
        "engine/keeping.py",
        "        if handoff.progress.talked",
        "        if not handoff.progress.talked",
        TALKS,
        "both_ways",
    ),
    Bug(
        "a line of a customer passes for a reviewer's",
        "engine/relaying.py",
        '    return "\\n┆ ".join(text.splitlines())',
        "    return text",
        TALKS,
        "passes_for",
    ),
)
