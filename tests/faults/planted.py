"""Bugs to plant: each is an edit of the sources that somebody could make, with the tests that must see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STORE, DECISIONS = "tests/contract/test_store.py", "tests/contract/test_store_decisions.py"
EXECUTION, LEASES = "tests/unit/test_execution.py", "tests/unit/test_leases.py"
AMBIGUOUS, CRASHES = "tests/faults/test_ambiguous_calls.py", "tests/faults/test_crash_points.py"
SQLITE = "sqlite and "
BLIND = "no_call_is_repeated_blindly"


@dataclass(frozen=True, slots=True)
class Bug:
    """One edit, in one file or in several; `tests` and `wanted` select what must fail then, by file and `-k`."""

    name: str
    file: str
    good: str
    bad: str
    tests: str
    wanted: str
    also: tuple[tuple[str, str, str], ...] = ()
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def edits(self) -> tuple[tuple[str, str, str], ...]:
        """Every edit as `(file, good, bad)`."""
        return ((self.file, self.good, self.bad), *self.also)


def _few(cases: int) -> dict[str, str]:
    return {"CASES": str(cases)}


BUGS = (
    Bug(
        "a decision holds whether or not the handoff is open",
        "storage/handoffs.py", 'f"WHERE id = ? AND {OPEN} RETURNING 1"', '"WHERE id = ? RETURNING 1"',
        DECISIONS, SQLITE + "of_many_who_decide_at_once",
    ),
    Bug(
        "a step is written on whatever version the run has",
        "storage/runs.py", '"WHERE id = ? AND version = ? RETURNING 1"', '"WHERE id = ? AND version >= ? RETURNING 1"',
        STORE, SQLITE + "step",
    ),
    Bug(
        "a call is sent before its intent is written, and again after",
        "engine/runner.py",
        "        token = execution.intend_effect()\n        await self._commit(execution)\n",
        "        token = execution.intend_effect()\n        if token:\n"
        "            await self._sender.read(token)\n        await self._commit(execution)\n",
        AMBIGUOUS, BLIND, environ=_few(40),
    ),
    Bug(
        "a call whose intent somebody else wrote first is sent",
        "engine/runner.py",
        "            execution.intend_effect()\n            try:\n",
        "            execution.intend_effect()\n            await self._sender.read(token)\n"
        "            try:\n",
        LEASES, "intended_first",
    ),
    Bug(
        "success is told before the commit",
        "storage/writer.py",
        '            connection.execute("COMMIT")\n',
        "            group[0].loop.call_soon_threadsafe(_finish, group)\n"
        '            connection.execute("COMMIT")\n',
        "tests/faults/test_told_after_commit.py", "slow_commit",
    ),
    Bug(
        "a message counts as answered when it is taken",
        "storage/inbox.py",
        "    whose = yield Sql(f",
        '    yield Sql("UPDATE inbox SET state = ? WHERE id = ?", (DONE, rows[0][0]))\n    whose = yield Sql(f',
        CRASHES, "approve_story and before",
        also=(("storage/inbox.py", "    if not rows:\n        raise StaleRun(f", "    if not rows and not inbox_id:\n"
               "        raise StaleRun(f"),
              ("storage/inbox.py", "payload = NULL WHERE id = ? AND state = ? RETURNING 1\", (DONE, inbox_id, NEW)",
               "payload = NULL WHERE id = ? RETURNING 1\", (DONE, inbox_id)")),
        environ={"CRASH_POINT": "commit_step#1.before"},
    ),
    Bug(
        "a code is compared before its try is counted",
        "storage/runs.py", "SET tries_left = tries_left - 1 ", "SET tries_left = tries_left ",
        DECISIONS, SQLITE + "guesses_at_once",
    ),
    Bug(
        "a call that was under way is made again after a restart",
        "engine/sending.py",
        "            outcome: CallOutcome = Unknown(_ENDED)\n        else:",
        "            outcome: CallOutcome = await self._env.tools.call(_tool_call(token))\n        else:",
        AMBIGUOUS, BLIND, environ=_few(60),
    ),
    Bug(
        "a call is repeated under a key that nobody honours any more",
        "engine/sending.py", "if not token.honours_key(self._env.clock.now()):", "if not token.key_until:",
        AMBIGUOUS, BLIND, environ=_few(250),
    ),
    Bug(
        "every call is repeated like a keyed one",
        "engine/sending.py", "if call.effect is EffectClass.KEYED:\n", "if call.effect is not EffectClass.READ:\n",
        AMBIGUOUS, BLIND, environ=_few(40),
    ),
    Bug(
        "who decides is not asked for their authority again",
        "bot/desk.py", "        if refusal:\n", "        if refusal and not handoff.places:\n",
        "tests/flow/test_authority.py", "who_is_not_in_the_team",
    ),
    Bug(
        "people may approve their own requests",
        "bot/people.py", "if not handoff.question.allow_self_approval and", "if handoff.question.error and",
        "tests/flow/test_authority.py", "nobody_approves_their_own_request",
    ),
    Bug(
        "a condition that cannot be evaluated is false",
        "engine/nodes/logic.py",
        'return Fail(error.at("condition"))', 'return Next("false") if error else Fail(error.at("condition"))',
        EXECUTION, "cannot_be_evaluated",
    ),
    Bug(
        "a stored call is made although it was altered",
        "engine/nodes/mcp_tool.py", "not (frozen.is_intact() and frozen.tool", "not (frozen.node and frozen.tool",
        EXECUTION, "stored_call_that_was_altered",
    ),
    Bug(
        "what was approved is not what is called",
        "engine/execution.py",
        "            if state is HandoffState.APPROVED:\n", "            if state is HandoffState.TIMED_OUT:\n",
        "tests/flow/test_decisions.py", "what_was_approved_is_called",
    ),
    Bug(
        "a run is taken from whoever carries it on",
        "storage/runs.py",
        "AND (lease_until IS NULL OR lease_until <= ?) RETURNING claims", "AND ? > 0 RETURNING claims",
        STORE, SQLITE + "claimed_by_one",
    ),
    Bug(
        "a call is sent after the lease has ended",
        "engine/sending.py", ">= execution.calls.held_until:", ">= execution.calls.held_until + 1e9:",
        LEASES, "nothing_is_sent_after_the_lease",
    ),
    Bug(
        "only the first copy of a card is edited",
        "bot/outbox.py", "for copy in await self._store.cards(handoff, place):",
        "for copy in (await self._store.cards(handoff, place))[:1]:",
        "tests/flow/test_decisions.py", "second_copy",
    ),
    Bug(
        "a keyed call in doubt is repeated under a new key",
        "engine/execution.py", "token.attempt += 0 if same_key else 1", "token.attempt += 1",
        EXECUTION, "did_not_happen",
    ),
    Bug(
        "a refusal is believed though an earlier request under the key had no answer",
        "engine/sending.py", "if isinstance(outcome, Refused) and not unsent:", "if isinstance(outcome, str):",
        AMBIGUOUS, BLIND, environ=_few(250),
    ),
    Bug(
        "a call in doubt may be repeated while it may still be under way",
        "bot/desk.py", "if too_early and self._clock.now() < too_early:", "if too_early and not handoff.places:",
        AMBIGUOUS, BLIND, environ=_few(60),
    ),
    Bug(
        "a message that comes twice is answered twice",
        "storage/inbox.py", '"ON CONFLICT (source) DO NOTHING RETURNING id"',
        '"ON CONFLICT (source) DO UPDATE SET starts = 0 RETURNING id"',
        STORE, SQLITE + "once_per_source",
    ),
    Bug(
        "the record's hash leaves out the detail",
        "storage/audit.py", "{actor}{event}{subject}{detail}", "{actor}{event}{subject}",
        "tests/contract/test_audit.py", "whatever_is_done_to_a_row",
    ),
    Bug(
        "a key is the same for every visit of a node",
        "engine/ids.py", "str(visit), str(attempt)", "str(attempt)",
        "tests/unit/test_ids.py", "call_key",
    ),
    Bug(
        "an effect is claimed by two at once",
        "storage/outbox.py",
        "AND (e.lease_until IS NULL OR e.lease_until <= ?) ", "AND ? > 0 ",
        DECISIONS, SQLITE + "claimed_by_one_until_its_lease_ends",
    ),
)  # fmt: skip
