"""The table, the gates and the aims."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Figures = dict[str, Any]

_BY = {
    "runs_per_s_with_1": "whole runs /s with 1 process, 50 at a time",
    "runs_per_s_with_2": "whole runs /s with 2 processes, 50 at a time in each",
}
_LISTED = {
    "page_ms": "the first page",
    "page_of_few_ms": "the first page of who may see 20",
    "page_of_none_ms": "the first page of who may see none",
    "search_frequent_ms": "a search by words that all have",
    "search_rare_ms": "a search by a word that one has",
    "search_few_ms": "a search by a word that all have, of who may see 20",
    "search_nothing_ms": "a search by a word that none has",
    "amount_ms": "a search by an amount",
}
"""What the list of requests is measured by."""


class Bound(NamedTuple):
    """A figure and the most it may be."""

    name: str
    value: float
    most: float

    @property
    def holds(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        return f"{'holds' if self.holds else 'BROKEN'}  {self.name}: {self.value:g}, at most {self.most:g}"


def gates(figures: Figures) -> Iterator[Bound]:
    """What must hold on any machine."""
    flushes = figures["flushes"]
    yield Bound("flushes per pause", flushes["per_pause"], 1)
    yield Bound("flushes per completion", flushes["per_completion"], 2)
    yield Bound("flushes per pause, 50 at a time", flushes["per_pause_at_50"], 0.1)
    yield Bound("flushes per completion, 50 at a time", flushes["per_completion_at_50"], 0.1)
    yield Bound("bytes on disk per pending handoff", figures["size"]["bytes_per_pending"], 5800)
    yield Bound("MB of memory per 10 k pending", figures["memory"]["rss_mb_per_10k"], 5)
    yield Bound("restart with 10 k pending to restart with none", figures["restart"]["restart_ratio"], 1.2)
    crowds = figures["crowds"]
    growth = round(crowds["100k"]["p50_ms"] / crowds["1k"]["p50_ms"], 2)
    yield Bound("tap p50 at 100 k pending to that at 1 k", growth, 1.5)
    yield Bound("ms to find 100 due of 100 k", crowds["sweep_100_of_100k_ms"], 5)
    swept = figures["sweeps"]
    for most in [name for name in swept if name != "1k"]:
        # What is due stands on pages that are cold then, in deeper trees; a scan would cost a hundred times as much.
        for what, kind, bound in (("with nothing due", "idle_ms", 1.5), ("with 40 due", "due_ms", 3)):
            ratio = round(swept[most][kind] / swept["1k"][kind], 2)
            yield Bound(f"sweep {what}, {most} pending to 1k", ratio, bound)
    listed = figures["lists"]
    for name in _LISTED:
        # What stands on a page is the same; what is looked for in very many stands deeper, and on pages that are cold.
        ratio = round(listed["100k"][name] / listed["1k"][name], 2)
        yield Bound(f"list of requests, 100k pending to 1k: {_LISTED[name]}", ratio, 4)
    yield Bound("seconds to import the CLI", figures["cli"]["cli_import_s"], 0.4)


def aims(figures: Figures) -> Iterator[str]:
    """Shares of the floor, which are reported and not enforced."""
    for at_once, least in ((1, 0.35), (50, 0.5)):
        rates = figures["rates"][f"at_{at_once}"]
        for name in ("paused", "completed"):
            share = rates[f"{name}_of_floor"]
            reached = "reached" if share >= least else "missed"
            yield f"{reached}  {name}, {at_once} at a time: {share:.2f} of the floor, aim {least}"


def table(figures: Figures) -> str:
    """The figures for people, in Markdown."""
    rates, crowds = figures["rates"], figures["crowds"]
    lines = ["| | one by one | of the floor | 50 at a time | of the floor |", "|---|--:|--:|--:|--:|"]
    for name, words in (("paused", "runs to their pause /s"), ("completed", "decisions to completion /s")):
        one, fifty = rates["at_1"], rates["at_50"]
        lines.append(f"| {words} | {one[name]:,} | {one[f'{name}_of_floor']:.2f} | {fifty[name]:,} "
                     f"| {fifty[f'{name}_of_floor']:.2f} |")  # fmt: skip
        lines.append(f"| floor: {words} | {one[f'floor_{name}']:,} | | {fifty[f'floor_{name}']:,} | |")
    lines += ["", "| pending | tap to completed p50 ms | p99 ms |", "|--:|--:|--:|"]
    lines += [f"| {name} | {crowds[name]['p50_ms']} | {crowds[name]['p99_ms']} |" for name in ("1k", "10k", "100k")]
    restart, flushes = figures["restart"], figures["flushes"]
    lines += [
        "",
        "| | |",
        "|---|--:|",
        f"| bytes on disk per pending handoff | {figures['size']['bytes_per_pending']:,} |",
        f"| memory per 10 k pending, MB | {figures['memory']['rss_mb_per_10k']} |",
        f"| start to first decision, 10 k pending, s | {restart['restart_s_with_10k']} |",
        f"| start to first decision, none else pending, s | {restart['restart_s_with_none']} |",
        f"| commits per run | {rates['commits_per_run']} |",
        f"| flushes per pause / completion, one by one | {flushes['per_pause']} / {flushes['per_completion']} |",
        f"| the same, 50 at a time | {flushes['per_pause_at_50']} / {flushes['per_completion_at_50']} |",
        f"| finding 100 due of 100 k, ms | {crowds['sweep_100_of_100k_ms']} |",
        *(
            f"| sweep among {name} pending, nothing due / 40 due, ms | {each['idle_ms']} / {each['due_ms']} |"
            for name, each in figures["sweeps"].items()
        ),
        *(
            f"| list of requests among 1k / 100k pending, {words}, ms "
            f"| {figures['lists']['1k'][name]} / {figures['lists']['100k'][name]} |"
            for name, words in _LISTED.items()
        ),
        f"| written to the lists, handoffs /s | {figures['lists']['100k']['indexed_per_s']:,} |",
        f"| importing the CLI, s | {figures['cli']['cli_import_s']} |",
        *(f"| {_BY[name]} | {rate:,} |" for name, rate in figures.get("replicas", {}).items()),
        "",
        f"Flushes counted by: {flushes['flushes_counted_by']}.",
    ]
    return "\n".join(lines)
