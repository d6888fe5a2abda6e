"""Reads what stands in the address of the list, and writes addresses of other pages of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from channels.web.dashboard.queue_views import OPEN, STATES, Choices, Named, Spot, Wish

NAMES = ("q", "state", "bot", "team", "person", "min", "max", "from", "to", "mine", "unclaimed", "bulk")
"""What the form asks for, in its order."""
SPOTS = ("after", "before")
LONGEST = 200
_SPOT = re.compile(r"([01])\.([0-9]{1,18})\.([0-9A-Za-z]{1,26})")
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Read:
    """What is looked for, and the names of what could not be understood."""

    wish: Wish
    bad: Sequence[str]


def read(query: Mapping[str, str], choices: Choices) -> Read:
    """What an address asks for; what it says wrongly is left out."""
    given = {name: query.get(name, "").strip() for name in (*NAMES, *SPOTS)}
    bad = [name for name in given if given[name] and not _is_understood(name, given[name], choices)]
    good = {name: "" if name in bad else value for name, value in given.items()}
    wish = Wish(
        state=good["state"] or OPEN,
        bot=good["bot"],
        team=good["team"],
        person=good["person"],
        least=Decimal(good["min"]) if good["min"] else None,
        most=Decimal(good["max"]) if good["max"] else None,
        words=good["q"],
        since=date.fromisoformat(good["from"]) if good["from"] else None,
        until=date.fromisoformat(good["to"]) if good["to"] else None,
        mine=bool(good["mine"]),
        unclaimed=bool(good["unclaimed"]),
        together=bool(good["bulk"]),
        spot=_spot(good["before"], back=True) or _spot(good["after"]),
    )
    return Read(wish, bad)


def given(query: Mapping[str, str]) -> Mapping[str, str]:
    """What stands in the address, as the form shows it again."""
    return {name: query.get(name, "").strip()[:LONGEST] for name in NAMES}


def address(query: Mapping[str, str], **changed: str) -> str:
    """The list with what stands in this address, but for what is changed; a page of it only if that is."""
    kept = {name: value for name in NAMES if (value := query.get(name, "").strip())} | changed
    told = urlencode({name: value for name, value in kept.items() if value})
    return f"/?{told}" if told else "/"


def _is_understood(name: str, value: str, choices: Choices) -> bool:
    known = {"bot": choices.bots, "team": choices.teams, "person": choices.people}
    if name in known:
        return value in _ids(known[name])
    if name == "state":
        return value in STATES
    if name in ("min", "max"):
        return _NUMBER.fullmatch(value) is not None
    if name in ("from", "to"):
        return _is_date(value)
    if name in SPOTS:
        return _SPOT.fullmatch(value) is not None
    return value in ("1", "on") if name in ("mine", "unclaimed", "bulk") else len(value) <= LONGEST


def _ids(named: Sequence[Named]) -> Sequence[str]:
    return [each.id for each in named]


def _is_date(value: str) -> bool:
    try:
        return 1970 < date.fromisoformat(value).year < 9999
    except ValueError:
        return False


def _spot(value: str, back: bool = False) -> Spot | None:
    found = _SPOT.fullmatch(value)
    return Spot(int(found[1]), int(found[2]), found[3], back) if found else None
