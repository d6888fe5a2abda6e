"""The parts of `make reliability`: what each of them counts, how many are usual, and how many are the full count."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FAULTS, CONTRACT = "tests/faults", "tests/contract"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of fault. What a full run takes is cut into goes of a minute or two, each with seeds of its own.

    A part with `shares` has a known end: each go takes one share of everything, by its name. The others have a
    `variable` of the environment that says how many one go takes.
    """

    name: str
    unit: str
    usual: int | str
    full: int | str
    tests: tuple[str, ...]
    """Paths below the root, each with the name of its test, as pytest takes them."""
    variable: str = ""
    per_go: int = 0
    shares: int = 0
    only: str = ""
    """A word for `-k`."""
    workers: int = 0
    """How many processes pytest has; 0 for its own only."""


_OF_POINTS = f"{FAULTS}/test_crash_points.py::test_"
_POINTS = (
    f"{_OF_POINTS}a_kill_at_every_crash_point_of_the_approve_story_changes_nothing_that_anybody_sees",
    f"{_OF_POINTS}another_story_survives_kills_as_well",
)

PARTS: Sequence[Part] = (
    Part("replicas", "stories", 20, 500, (f"{CONTRACT}/test_replicas.py::test_one_of_two_processes_falls_out_in_the"
         "_middle_of_a_story",), "ROUNDS", 20, workers=4),
    Part("planted-bugs", "bugs", 10, ALL, (f"{FAULTS}/test_planted_bugs.py::test_every_planted_bug_is_caught",),
         "BUGS", shares=6),
    Part("crash-points", "kills", "approve: all, another: 24", ALL, _POINTS, shares=12, only="sqlite", workers=2),
    Part("crash-points-postgres", "kills", "approve: all, another: 24", ALL, _POINTS, shares=12, only="postgres",
         workers=2),
    Part("pairs", "pairs of kills", 12, ALL,
         (f"{FAULTS}/test_crash_pairs.py::test_a_second_kill_during_recovery_changes_nothing_either",), "PAIRS",
         shares=24),
    Part("real-servers", "kills", 5, ALL, (f"{_OF_POINTS}kills_around_calls_to_real_servers_change_nothing",),
         shares=4),
    Part("in-doubt", "kills", "around the call: all, before: 4", ALL,
         (f"{FAULTS}/test_in_doubt.py::test_a_kill_around_a_call_of_an_undeclared_tool_never_repeats_it",), shares=3),
    Part("stops", "SIGTERMs", 2, 50, (f"{FAULTS}/test_drain.py::test_a_story_goes_on_over_a_stop_at_a_random_moment",),
         "STOPS", 10),
    Part("kills", "kills", 200, 10_000, (f"{FAULTS}/test_kills_under_load.py::test_kills_at_random_moments_lose_nothing"
         "_and_do_nothing_twice",), "KILLS", 200),
    Part("decisions-sqlite", "handoffs", 2000, 100_000,
         (f"{CONTRACT}/test_store_races.py::test_two_processes_never_decide_one_handoff_twice",), "HANDOFFS", 5000,
         only="sqlite"),
    Part("decisions-postgres", "handoffs", 2000, 100_000,
         (f"{CONTRACT}/test_store_races.py::test_two_processes_never_decide_one_handoff_twice",), "HANDOFFS", 5000,
         only="postgres"),
    Part("ambiguous", "requests", 1000, 100_000, (f"{FAULTS}/test_ambiguous_calls.py::test_no_call_is_repeated_blindly"
         "_and_every_doubt_is_ended_by_one_action_of_an_operator",), "CASES", 5000),
    Part("cancellation", "cancellations", 150, 50_000, (f"{FAULTS}/test_cancellation.py::test_cancellations_again_and"
         "_again_leave_nothing_half_either",), "CANCELLATIONS", 2500),
    Part("schedules", "schedules", 20_000, 1_000_000,
         (f"{FAULTS}/test_schedules.py::test_whatever_happens_the_model_agrees",), "SCHEDULES", 10_000, workers=2),
    Part("telegram-taps", "kills", 4, 500, (f"{FAULTS}/test_telegram_taps.py::test_a_tap_that_is_under_way_at_a_kill"
         "_is_answered_or_asked_for_again",), "TAP_KILLS", 25),
    Part("telegram-flood", "cards", 1000, 10_000, ("tests/flow/telegram/test_flood.py::test_a_flood_of_handoffs_into_"
         "one_group_and_a_restart",), "CARDS", 1000),
    Part("discord-taps", "kills", 4, 500, (f"{FAULTS}/test_discord_taps.py::test_a_tap_that_is_under_way_at_a_kill_is"
         "_decided_or_asked_for_again",), "TAP_KILLS", 25),
    Part("discord-flood", "cards", 1000, 10_000, ("tests/flow/discord/test_flood.py::test_a_flood_of_handoffs_into_one"
         "_channel_and_a_restart",), "CARDS", 1000),
    Part("telegram-talk", "lines", 200, 10_000, ("tests/flow/telegram/test_flood.py::test_a_long_talk_is_read_whole_and"
         "_in_order_at_both_ends",), "LINES", 1000),
    Part("discord-talk", "lines", 200, 10_000, ("tests/flow/discord/test_flood.py::test_a_long_talk_is_read_whole_and"
         "_in_order_at_both_ends",), "LINES", 1000),
    Part("talks", "kills", 6, 500, (f"{FAULTS}/test_talks_killed.py::test_a_talk_over_kills_is_read_whole_and_in_order"
         "_at_both_ends",), "TALK_KILLS", 50),
    Part("mail-robots", "visits to each of 6 kinds of link", 500, 10_000, ("tests/flow/mail/test_robots.py::test_robots"
         "_decide_nothing_and_a_person_succeeds_afterwards",), "VISITS", 2000),
    Part("mail-tokens", "tokens", 20_000, 1_000_000, (f"{CONTRACT}/test_mail_links.py::test_no_forged_link_is_believed",
         ), "TOKENS", 100_000),
    Part("mail-guesses", "guesses", 5000, 1_000_000, (f"{CONTRACT}/test_mail_codes.py::test_guesses_in_parallel_and"
         "_over_restarts_stay_within_the_bound",), "GUESSES", 50_000, only="sqlite"),
    Part("mail-kills", "kills", 4, 200, (f"{FAULTS}/test_mail_kills.py::test_a_kill_at_any_moment_of_a_mail_is_one_mail"
         "_per_key",), "MAIL_KILLS", 20),
)  # fmt: skip


def part(name: str) -> Part:
    """The part of that name; raises KeyError."""
    return {each.name: each for each in PARTS}[name]


def amount(name: str, environ: Mapping[str, str] = os.environ) -> int:
    """How many of a part are wanted of this process: what the environment says, or what is usual."""
    wanted = part(name)
    assert isinstance(wanted.usual, int), f"nobody counts {name}"
    return int(environ.get(wanted.variable) or wanted.usual)
