"""Bugs of the storage to plant: what is written, in which transaction, and who may write it."""

from tests.faults.bug import AUDIT, CRASHES, DECISIONS, POSTGRES, RESTORE, SQLITE, STOPPED, STORE, Bug

BUGS = (
    Bug(
        "a decision holds whether or not the handoff is open",
        "storage/handoffs.py", "WHERE id = ? AND {OPEN} RETURNING 1\",\n        (*changed",
        "WHERE id = ? RETURNING 1\",\n        (*changed",
        DECISIONS, SQLITE + "of_many_who_decide_at_once",
    ),
    Bug(
        "a step is written on whatever version the run has",
        "storage/runs.py", '"WHERE id = ? AND version = ? RETURNING 1"', '"WHERE id = ? AND version >= ? RETURNING 1"',
        STORE, SQLITE + "step",
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
        "storage/codes.py", "SET tries_left = tries_left - 1 ", "SET tries_left = tries_left ",
        DECISIONS, SQLITE + "guesses_at_once",
    ),
    Bug(
        "a run is taken from whoever carries it on",
        "storage/runs.py", "(lease_until IS NULL OR lease_until <= ?) RETURNING claims", "? > 0 RETURNING claims",
        STORE, SQLITE + "claimed_by_one",
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
        "an effect is claimed by two at once",
        "storage/outbox.py",
        "AND (leased IS NULL OR leased <= ?) ", "AND ? > 0 ",
        DECISIONS, SQLITE + "claimed_by_one_until_its_lease_ends",
        also=(("storage/outbox.py", "AND (lease_until IS NULL OR lease_until <= ?) ", "AND ? > 0 "),),
    ),
    Bug(
        "an intent replaces another one under its key",
        "storage/runs.py", "detail = NULL WHERE tool_intent.state = 'unknown' RETURNING 1", "detail = NULL RETURNING 1",
        STORE, SQLITE + "an_intent_is_there",
    ),
    Bug(
        "whoever had a run's lease before can still write",
        "storage/runs.py", "version = version + 1, claims", "claims",
        STORE, SQLITE + "claimed_by_one",
    ),
    Bug(
        "nobody counts how often a run was taken up",
        "storage/runs.py", "claims = claims + 1 ", "claims = 1 ",
        STOPPED, "a_run_that_ends_the_process",
    ),
    Bug(
        "a code is good after its time",
        "storage/codes.py", "AND expires_at > ? RETURNING", "AND ? > 0 RETURNING",
        DECISIONS, SQLITE + "expired_code",
    ),
    Bug(
        "leases of a dead process are kept",
        "storage/runs.py", "lease_until = NULL WHERE status = ?", "lease_until = lease_until WHERE status = ?",
        STORE, SQLITE + "leases_are_freed",
    ),
    Bug(
        "what is said at a place loses its order",
        "storage/outbox.py", "GROUP BY lane) first", "GROUP BY lane, id) first",
        DECISIONS, SQLITE + "effects_of_a_lane",
    ),
    Bug(
        "a message that failed is sent again at once",
        "storage/outbox.py", "(e.due_at IS NULL OR e.due_at <= ?)", "(? > 0)",
        DECISIONS, SQLITE + "failed_effect_waits",
    ),
    Bug(
        "what somebody has sent meanwhile is given back to be sent again",
        "storage/outbox.py", "rendered END WHERE id = ? AND state = ? ", "rendered END WHERE id = ? AND ? > '' ",
        DECISIONS, SQLITE + "sent_meanwhile",
    ),
    Bug(
        "a source that is known is heard as if it were new",
        "storage/inbox.py", "return conversation if rows else None", "return conversation",
        STORE, SQLITE + "heard_at_once_counts_once",
    ),
    Bug(
        "the newest message is answered first",
        "storage/inbox.py", "ORDER BY id LIMIT 1", "ORDER BY id DESC LIMIT 1",
        STORE, SQLITE + "turns_come_in_the_order",
    ),
    Bug(
        "a message that was answered can be answered again",
        "storage/inbox.py", "if not rows:\n        raise StaleRun", "if rows is None:\n        raise StaleRun",
        STORE, SQLITE + "answered_once",
    ),
    Bug(
        "the record is written in a transaction of its own",
        "storage/store.py", "async def record_decision(self, step: Step) -> None:\n",
        "async def record_decision(self, step: Step) -> None:\n"
        "        await self._reached(record.add(step.audit))\n        step.audit.clear()\n",
        AUDIT, "too_late",
    ),
    Bug(
        "a row's hash leaves out the one before it",
        "storage/audit.py", '{previous}:{lengths}', "{lengths}",
        AUDIT, "rewritten",
    ),
    Bug(
        "two processes continue the record at the same place",
        "storage/audit.py", '"UPDATE instance SET value = value WHERE name = ? RETURNING value"',
        '"SELECT value FROM instance WHERE name = ?"',
        POSTGRES, "one_chain",
    ),
    Bug(
        "what was done in the time that a restore took away is done again",
        "storage/restore.py", "run.version += LOST_TIME", "run.version += 0",
        RESTORE, "never_used",
    ),
    Bug(
        "the generation file is never moved on",
        "storage/store.py", "if head and self._generation:", "if head and self._generation and not head.number:",
        RESTORE, "fifty_refunds",
    ),
    Bug(
        "a database that went another way is taken for the right one",
        "storage/generation.py", "row and row.hash == remembered.hash", "row",
        RESTORE, "went_another_way",
    ),
    Bug(
        "a copy without its generation file is trusted",
        "storage/generation.py", '== GENESIS else "unknown"', '== GENESIS else ""',
        RESTORE, "without_its_generation_file",
    ),
    Bug(
        "a commit need not be on the disk",
        "storage/db.py", '"synchronous": "FULL"', '"synchronous": "OFF"',
        "tests/contract/test_writer.py", "on_the_disk",
    ),
    Bug(
        "what failed in a group is committed with it",
        "storage/writer.py", 'connection.execute("ROLLBACK TO job")', "pass",
        "tests/contract/test_writer.py", "failing_transaction",
    ),
    Bug(
        "only the first of a group is told that the commit failed",
        "storage/writer.py", "            for job in group:\n                job.error",
        "            for job in group[:1]:\n                job.error",
        "tests/contract/test_writer.py", "failing_commit",
    ),
    Bug(
        "a cancelled caller does not wait for its transaction",
        "storage/writer.py", "                cancelled = error\n", "                raise\n",
        "tests/contract/test_writer.py", "cancelled_caller",
    ),
    Bug(
        "on PostgreSQL a cancelled caller does not wait for its transaction",
        "storage/postgres.py", "await settle(self._run(transaction))", "await self._run(transaction)",
        POSTGRES, "leaves_only_when",
    ),
    Bug(
        "a turn is taken from the process that has it",
        "storage/inbox.py", "OR lease_by = ?) /*+", "OR ? > '') /*+",
        POSTGRES, "turn_belongs",
    ),
    Bug(
        "what was perhaps committed is done again although it counts",
        "storage/steady.py", "unknown and name in NOT_KEYED", "unknown and not name",
        POSTGRES, "cut_at_commit",
    ),
    Bug(
        "an edit overtakes the post of its own card",
        "storage/outbox.py", "kind = 'edit' AND NOT {_CARD_TO_COME}", "kind = 'edit' AND id > 0",
        DECISIONS, SQLITE + "own_card",
    ),
)  # fmt: skip
