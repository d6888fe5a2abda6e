"""Bugs of the bot to plant: who may decide, what is said to whom, and what a tool's answer means."""

from tests.faults.bug import (
    AMBIGUOUS,
    AUTHORITY,
    BLIND,
    CRASHES,
    CUSTOMER,
    FLOW_DECISIONS,
    STOPPED,
    TOOLS,
    TROUBLE,
    Bug,
    few,
)

BUGS = (
    Bug(
        "who decides is not asked for their authority again",
        "bot/desk.py", "        if refusal:\n", "        if refusal and not handoff.places:\n",
        "tests/flow/test_authority.py", "who_is_not_in_the_team",
    ),
    Bug(
        "people may approve their own requests",
        "bot/authority.py", "if not handoff.question.allow_self_approval and", "if handoff.question.error and",
        "tests/flow/test_authority.py", "nobody_approves_their_own_request",
    ),
    Bug(
        "only the first copy of a card is edited",
        "bot/delivery.py",
        "for copy in await self._store.cards(handoff, place):",
        "for copy in (await self._store.cards(handoff, place))[:1]:",
        "tests/flow/test_decisions.py", "second_copy",
    ),
    Bug(
        "a call in doubt may be repeated while it may still be under way",
        "bot/desk.py", "if too_early and self._clock.now() < too_early:", "if too_early and not handoff.places:",
        AMBIGUOUS, BLIND, environ=few(60),
    ),
    Bug(
        "a member of any team decides for every team",
        "bot/authority.py", "if not self.deciding_teams(account, roles, handoff, handoff.teams):",
        "if not self.is_reviewer(person):",
        AUTHORITY, "another_team or operator_has_no_say",
    ),
    Bug(
        "whoever bears a reviewer's name is one",
        "bot/tapping.py", "{tap.user_id}", "{tap.user_name.lower()}",
        AUTHORITY, "display_name",
    ),
    Bug(
        "people approve their own requests from another channel",
        "bot/deputies.py", "return any(self._accounts.are_one(account, each) for each in accounts)",
        "return account == handoff.requester",
        AUTHORITY, "from_another_channel",
    ),
    Bug(
        "everybody decides a failure",
        "bot/authority.py", "if self.is_operator(person) else Refusal", "if person else Refusal",
        AUTHORITY, "failure_is_for_operators",
    ),
    Bug(
        "a refusal leaves no trace",
        "bot/desk.py", "            await self._audit_refusal(actor, handoff, action, refusal)\n", "",
        "tests/flow/test_in_doubt.py", "refusal_is_on_record",
    ),
    Bug(
        "a reason that is required can be left out",
        "bot/desk.py", "        if not reason and action in", "        if reason is None and action in",
        FLOW_DECISIONS, "required",
    ),
    Bug(
        "time that is up approves",
        "engine/rulings.py", "Action.UNDO if due is Action.SETTLE else due, None",
        "Action.UNDO if due is Action.SETTLE else Action.APPROVE, None",
        CUSTOMER, "nobody_decides",
    ),
    Bug(
        "who comes too late is told that it was done",
        "bot/desk.py", "self._cards.outcome(why.handoff, actor.locale, self._clock.now())",
        'self._text(actor, f"tap-done-{why.handoff.state}", skip="")',
        FLOW_DECISIONS, "late_tap",
    ),
    Bug(
        "a decided card is not edited",
        "engine/asking.py", "            self._draft.refresh_cards(ruling.after)\n", "            pass\n",
        FLOW_DECISIONS, "second_copy",
    ),
    Bug(
        "a message counts as sent before it is",
        "bot/outbox.py", "            posted = await self._delivery",
        "            await self._store.effect_sent(claimed.id)\n            posted = await self._delivery",
        CRASHES, "approve_story and before", environ={"CRASH_POINT": "post_text#2.before"},
    ),
    Bug(
        "a repeated message is worded anew",
        "bot/delivery.py", "if claimed.rendered is not None:", "if claimed.rendered == claimed.key:",
        TROUBLE, "says_the_same",
    ),
    Bug(
        "nobody hears of a message that was refused for good",
        "bot/outbox.py", "if not claimed.key.startswith(_NOTICE) and", "if not claimed.key and",
        TROUBLE, "told_to_the_operators_once",
    ),
    Bug(
        "a notice that is refused makes another one",
        "bot/outbox.py", "if not claimed.key.startswith(_NOTICE) and", "if claimed.key and",
        TROUBLE, "refused_itself",
    ),
    Bug(
        "a message is confirmed though it could not be written down",
        "bot/inbox.py", "        conversation = await self._store.record_inbound(self._heard(inbound))\n",
        "        try:\n            conversation = await self._store.record_inbound(self._heard(inbound))\n"
        "        except Exception:\n            return True\n",
        "tests/flow/test_hostile_input.py", "was_not_heard",
    ),
    Bug(
        "a conversation has as many workers as messages",
        "bot/inbox.py", "if conversation in self._working:", "if (conversation in self._working) is None:",
        "tests/flow/test_hostile_input.py", "one_at_a_time",
    ),
    Bug(
        "a message that ends the process again and again is always tried again",
        "bot/inbox.py", "if turn.starts > MOST_FAILURES:", "if turn.starts > 99 * MOST_FAILURES:",
        STOPPED, "set_aside",
    ),
    Bug(
        "two processes work on one file",
        "bot/lock.py", "fcntl.LOCK_EX | fcntl.LOCK_NB", "fcntl.LOCK_SH | fcntl.LOCK_NB",
        "tests/flow/test_refusals.py", "second_process",
    ),
    Bug(
        "a secret is hidden from the facts and shown in the call",
        "bot/masking.py", "            calls=tuple(map(self._call, view.calls)),\n", "",
        "tests/unit/test_masking.py", "everywhere",
    ),
    Bug(
        "no answer in time counts as not done",
        "bot/mcp_session.py", "            if attempt.sent:\n", "            if not attempt.sent:\n",
        TOOLS, "no_answer_in_time",
    ),
    Bug(
        "an error of a tool with effects counts as not done",
        "bot/mcp_results.py", "in (EffectClass.CHECKABLE, EffectClass.ONCE) and", "in () and",
        TOOLS, "error_is_definite",
    ),
    Bug(
        "an answer that was lost counts as not done",
        "bot/mcp_results.py", "if error.code in LOST:", "if error.code in ():",
        TOOLS, "dies_in_a_call",
    ),
    Bug(
        "a tool is called although the server describes it differently now",
        "bot/mcp_session.py", "if policy.schema and policy.schema != link", "if policy.schema and not link",
        "tests/flow", "tool_that_changed",
    ),
)  # fmt: skip
