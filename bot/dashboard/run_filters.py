"""What an address asks of the list of runs, as the storage takes it; what makes no sense is told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from channels.web.dashboard.runs_views import RunsWanted
from engine.run import RunStatus
from engine.values import from_micros, to_micros
from storage.operations import FoundRun, Place, WantedRuns

OPEN, ENDED = "open", "ended"
_OPEN = tuple(status for status in RunStatus if status.is_open)
_ENDED = tuple(status for status in RunStatus if not status.is_open)
STATES: Mapping[str, Sequence[RunStatus]] = {
    OPEN: _OPEN, **{status.value: (status,) for status in _OPEN}, ENDED: _ENDED,
    **{status.value: (status,) for status in _ENDED},
}  # fmt: skip
"""The choices of states, in their order on the page."""
_PLACE = re.compile(r"(?P<at>[0-9]{1,16})-(?P<id>[A-Za-z0-9]{1,26})")
_HASH = re.compile(r"[0-9a-f]{64}")
_CUSTOMER = re.compile(r"(?P<channel>[\w.-]{1,32}):(?P<user>.{1,100})")


@dataclass(frozen=True, slots=True)
class Read:
    """A wish that was understood; `faults` are ids of messages about what was not."""

    state: str
    wanted: WantedRuns
    beyond: Place | None
    back: bool
    faults: Sequence[str]


def read(wanted: RunsWanted) -> Read:
    """Understand a wish; a part that makes no sense is left out."""
    faults: list[str] = []
    state = wanted.state or OPEN
    if state not in STATES:
        faults.append("dash-runs-bad-state")
        state = OPEN
    customer = _CUSTOMER.fullmatch(wanted.customer)
    if wanted.customer and not customer:
        faults.append("dash-runs-bad-customer")
    workflow = wanted.workflow.casefold()
    if workflow and not _HASH.fullmatch(workflow):
        faults.append("dash-runs-bad-version")
        workflow = ""
    channel, user = (customer["channel"], customer["user"]) if customer else ("", "")
    found = WantedRuns(STATES[state], _plain(wanted.bot), workflow, channel, _plain(user))
    place = _PLACE.fullmatch(wanted.beyond)
    beyond = Place(from_micros(int(place["at"])), place["id"]) if place else None
    return Read(state, found, beyond, wanted.back and beyond is not None, faults)


def beyond(found: FoundRun) -> str:
    """Where the page behind a run begins, for an address."""
    return f"{to_micros(found.run.started_at)}-{found.run.id}"


def in_any_state(wanted: WantedRuns) -> WantedRuns:
    """The same wish for runs wherever they stand."""
    return replace(wanted, statuses=tuple(RunStatus))


def _plain(text: str) -> str:
    """A text as every database takes it."""
    return text.replace("\x00", "").encode(errors="replace").decode()
