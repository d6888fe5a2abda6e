"""Bugs of the engine to plant: what is called, how often, and what a person approved."""

from tests.faults.bug import AMBIGUOUS, BLIND, CUSTOMER, EXECUTION, LEASES, RESTORE, STOPPED, Bug, few

VOTES = "tests/unit/test_votes.py"

BUGS = (
    Bug(
        "a call is sent before its intent is written, and again after",
        "engine/keeping.py",
        "        token = execution.intend_effect()\n        await self.commit(execution)\n",
        "        token = execution.intend_effect()\n        if token:\n"
        "            from engine.sending import _tool_call\n"
        "            await self._env.tools.call(_tool_call(token))\n        await self.commit(execution)\n",
        AMBIGUOUS, BLIND, environ=few(40),
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
        "a call that was under way is made again after a restart",
        "engine/sending.py",
        "            outcome: CallOutcome = Unknown(_ENDED)\n        else:",
        "            outcome: CallOutcome = await self._env.tools.call(_tool_call(token))\n        else:",
        AMBIGUOUS, BLIND, environ=few(60),
    ),
    Bug(
        "a call is repeated under a key that nobody honours any more",
        "engine/sending.py", "if not token.honours_key(self._env.clock.now()):", "if not token.key_until:",
        AMBIGUOUS, BLIND, environ=few(250),
    ),
    Bug(
        "every call is repeated like a keyed one",
        "engine/sending.py", "if call.effect is EffectClass.KEYED:\n", "if call.effect is not EffectClass.READ:\n",
        AMBIGUOUS, BLIND, environ=few(40),
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
        "            if calls := handoff.chosen_calls:\n", "            if calls := ():\n",
        "tests/flow/test_decisions.py", "what_was_approved_is_called",
    ),
    Bug(
        "a call is sent after the lease has ended",
        "engine/sending.py", ">= execution.calls.held_until:", ">= execution.calls.held_until + 1e9:",
        LEASES, "nothing_is_sent_after_the_lease",
    ),
    Bug(
        "a keyed call in doubt is repeated under a new key",
        "engine/execution.py", "token.attempt += 0 if same_key else 1", "token.attempt += 1",
        EXECUTION, "did_not_happen",
    ),
    Bug(
        "a refusal is believed though an earlier request under the key had no answer",
        "engine/sending.py", "if isinstance(outcome, Refused) and not unsent:", "if isinstance(outcome, str):",
        AMBIGUOUS, BLIND, environ=few(250),
    ),
    Bug(
        "a key is the same for every visit of a node",
        "engine/ids.py", "str(visit), str(attempt)", "str(attempt)",
        "tests/unit/test_ids.py", "call_key",
    ),
    Bug(
        "time that is up counts as an approval",
        "engine/nodes/human_handoff.py", "return Next(REJECTED, assign)", "return Next(APPROVED, assign)",
        EXECUTION, "timeout_without_an_edge",
    ),
    Bug(
        "a decided handoff can be decided again",
        "engine/handoff.py", "return action in TRANSITIONS.get(self.state, {}) and action", "return action",
        EXECUTION, "final_states",
    ),
    Bug(
        "whatever is asked can be answered with any action",
        "engine/handoff.py", " and action in ACTIONS[self.question.kind]", "",
        EXECUTION, "fits_the_question",
    ),
    Bug(
        "what was approved is bound without its arguments",
        "engine/question.py", 'short_digest(f"{self.tool}\\n{self.arguments}")', "short_digest(self.tool)",
        EXECUTION, "stored_call_that_was_altered",
    ),
    Bug(
        "an approval holds for every later visit of the node",
        "engine/execution.py", "self.run.frozen.pop(token.node, None)", "self.run.frozen.get(token.node)",
        EXECUTION, "one_visit",
    ),
    Bug(
        "an error edge takes a call that is not the approved one",
        "engine/execution.py", "and error.code not in _NEVER_HANDLED", "and error.code",
        EXECUTION, "no_edge_takes_it",
    ),
    Bug(
        "nobody compares the tool with the one that was approved",
        "engine/preview.py", "schema = self._tools.fingerprint(data.tool_name) or UNSEEN", 'schema = ""',
        STOPPED, "tool_that_changed",
    ),
    Bug(
        "a call that failed for sure is made again under the same key",
        "engine/ids.py", "str(visit), str(attempt)", "str(visit)",
        EXECUTION, "definite_failure",
    ),
    Bug(
        "a workflow can make a tool's effect weaker",
        "engine/calls.py", "on.effect.strictness > spec", "on.effect.strictness < spec",
        EXECUTION, "weaker",
    ),
    Bug(
        "a call that was not intended is not withdrawn",
        "engine/calls.py", "del self._unsent[token.call.key]", "self._unsent[token.call.key] = True",
        LEASES, "intended_first",
    ),
    Bug(
        "a lease ends before the call that is under way",
        "engine/keeping.py", "return max(now + self._env.lease, from_micros(latest))", "return now + self._env.lease",
        LEASES, "outlasts",
    ),
    Bug(
        "a step does not say until when its run is somebody's",
        "engine/keeping.py", "execution.draft.step.lease_until = until = self", "until = self",
        LEASES, "until_when",
    ),
    Bug(
        "a run that ends the process again and again is never parked",
        "engine/runner.py", "if claims > MOST_CLAIMS:", "if claims > 9 * MOST_CLAIMS:",
        STOPPED, "a_run_that_ends_the_process",
    ),
    Bug(
        "a customer cancels while the call is under way",
        "engine/runner.py", "(TokenState.REPLY, TokenState.DECISION, TokenState.OPERATOR)",
        "(TokenState.REPLY, TokenState.DECISION, TokenState.OPERATOR, TokenState.CALL)",
        "tests/flow/test_tool_outcomes.py", "cannot_be_cancelled",
    ),
    Bug(
        "a customer can cancel a call in doubt",
        "engine/transitions.py", "DOUBT: frozenset({Action.ASK_REFERENCE,",
        "DOUBT: frozenset({Action.CANCEL, Action.ASK_REFERENCE,",
        "tests/flow/test_tool_outcomes.py", "never_repeated_by_itself",
    ),
    Bug(
        "requests begin while a restore is under review",
        "engine/runner.py", "if self._env.gate.closed:", "if self._env.gate.closed is None:",
        RESTORE, "fifty_refunds or one_after_the_other",
    ),
    Bug(
        "a request under review can be decided",
        "engine/keeping.py", "        if run.held:\n", "        if run.held and run.cancelled:\n",
        RESTORE, "",
    ),
    Bug(
        "a reply goes to the question that was asked first",
        "engine/conversation.py", "Answer(*max(", "Answer(*min(",
        CUSTOMER, "reply_goes_to",
    ),
    Bug(
        "an address stays verified when its variable is set anew",
        "engine/execution.py", "self.run.verified.pop(name, None)", "self.run.verified.get(name)",
        "tests/flow/test_auth_gate.py", "verified_mark",
    ),
    Bug(
        "a look that cannot be understood counts as found",
        "engine/checking.py", "if found is True else", "if found else",
        "tests/unit/test_checking.py", "stays_in_doubt",
    ),
    Bug(
        "a code is kept as it was mailed",
        "engine/nodes/auth_gate.py", "digest = ctx.secrets.digest(challenge, code)\n", "digest = code\n",
        "tests/flow/test_auth_gate.py", "digest_only",
    ),
    Bug(
        "somebody has as many votes as they give",
        "engine/votes.py", "for each in votes if each.by != vote.by]", "for each in votes]",
        VOTES, "two_people or are_counted_as_by_hand",
    ),
    Bug(
        "one person sits on the seats of two teams",
        "engine/votes.py", "if wanted[seat] in teams and number not in asked:",
        "if wanted[seat] in teams:\n            return True\n        if False:",
        VOTES, "one_seat or trying_every_way",
    ),
    Bug(
        "votes for different options add up",
        "engine/votes.py", "if each.agrees_with(vote) and each.stage", "if each.stage",
        VOTES, "different_options",
    ),
    Bug(
        "a vote of somebody who has left counts",
        "engine/votes.py", "if any(counts(by, team, each, team in vote.by_role) for each in stead)", "if stead",
        VOTES, "left_the_team or without_its_votes",
    ),
    Bug(
        "an approval that may be undone begins at once",
        "engine/votes.py", "    if handoff.question.undo:", "    if handoff.question.undo and vote.via is None:",
        VOTES, "may_be_undone_waits",
    ),
    Bug(
        "undoing keeps the votes",
        "engine/votes.py", "votes=(), stage=0, runs_at=None", "stage=0, runs_at=None",
        VOTES, "undoing_takes_back",
    ),
    Bug(
        "a changed request keeps the votes for what it was",
        "engine/asking.py", "votes=(), stage=0, edits=edits", "edits=edits",
        VOTES, "voted_on_anew",
    ),
    Bug(
        "a yes to what a request was before counts for what it is",
        "engine/rulings.py", "and not handoff.is_known_to(decision.by, seen)", "and not decision.action",
        "tests/flow/test_edits.py", "",
    ),
)  # fmt: skip
