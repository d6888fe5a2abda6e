"""Whose turn it is: turns of whole days by the clocks of a zone, on days of 23 and 25 hours, too."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.faults import SettingsError
from bot.people import People
from bot.rota import Rota
from bot.settings import load_settings
from engine.ids import BotId
from tests.unit.test_hours import ZONES, at, moments

CONFIG = """
database = "sqlite://assent.db"
public_url = "https://assent.example.com"
[web]
playground = true
[email]
provider = "smtp"
from = "assent@example.com"
smtp_url = "smtp://u:p@localhost:25"
[people]
ana = { email = "Ana@example.com", telegram = 1001 }
ben = { email = "ben@example.com", telegram = 1002 }
eve = { email = "eve@example.com" }
[telegram]
token = "1:x"
[teams.oncall]
rota = ["ana", "ben"]
rota_from = 2026-01-05
hours = "Mon-Sun 08:00-20:00"
timezone = "Europe/Berlin"
post = ["email:oncall", "telegram:oncall"]
[bots.refunds]
workflow = "workflow.json"
team = "oncall"
"""


def people(folder: Path, now: datetime, config: str = CONFIG) -> People:
    (folder / "workflow.json").write_text("{}")
    (folder / "assent.toml").write_text(config)
    return People(load_settings(folder / "assent.toml", {}), now=lambda: now)


@pytest.mark.parametrize(
    ("moment", "who"),
    [
        ("2025-12-24 12:00", "ana"),
        ("2026-01-05 07:59", "ana"),
        ("2026-01-05 08:00", "ana"),
        ("2026-01-12 07:59", "ana"),
        ("2026-01-12 08:00", "ben"),
        ("2026-01-19 08:00", "ana"),
        ("2026-03-30 07:59", "ben"),  # the clocks went forward the night before
        ("2026-03-30 08:00", "ana"),
    ],
)
def test_turns_begin_when_work_does(tmp_path: Path, moment: str, who: str) -> None:
    found = people(tmp_path, at(moment)).review_places(BotId("refunds"), "oncall", ())
    assert found == (f"email:{who}@example.com", f"telegram:{1001 if who == 'ana' else 1002}")


def test_everybody_who_takes_turns_may_decide_and_reads_as_staff(tmp_path: Path) -> None:
    known = people(tmp_path, at("2026-01-05 09:00"))
    assert all(known.is_member(known.person(f"telegram:{number}"), "oncall") for number in (1001, 1002))
    assert known.is_staff_place("telegram:1002") and known.is_staff_place("email:ben@example.com")
    assert known.teams_at("telegram:1002") == ["oncall"] and not known.is_staff_place("telegram:1003")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('rota = ["ana", "ben"]', 'members = ["ana"]\nrota = ["ana", "bern"]', 'names "bern", who is not in people.'),
        (
            'rota = ["ana", "ben"]',
            'members = ["ana"]\nrota = ["ana", "ben"]',
            'teams.oncall.rota names "ben", who could not decide: add ben to teams.oncall.members.',
        ),
        (
            "rota_from = 2026-01-05\n",
            "",
            "teams.oncall.rota has no beginning: write rota_from = 2026-01-05, the day on which the first turn begins.",
        ),
        ('rota = ["ana", "ben"]', 'members = ["ana"]\npost = ["email:members"]', "is there without a rota: name who"),
        ("2026-01-05", '2026-01-05\nrota_every = "36h"', "rota_every is no number of whole days: write it like 1d or"),
        ("2026-01-05", '"soon"', 'teams.oncall.rota_from = "soon": should be a valid date'),
        ('"ben"', '"eve"', 'names "telegram:oncall", but people.eve has no telegram: add it.'),
        (
            'rota = ["ana", "ben"]\nrota_from = 2026-01-05',
            'members = ["ana"]',
            'names "email:oncall", but nobody takes turns there: add rota = ["ana", "ben"] and rota_from',
        ),
        (
            '[telegram]\ntoken = "1:x"\n',
            "",
            'names "telegram:1001", but [telegram] is not configured: give it a token.',
        ),
    ],
)
def test_what_is_wrong_with_a_rota_is_said(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in CONFIG
    config = CONFIG.replace(old, new, 1)
    if new.endswith('"email:members"]'):
        config = config.replace('post = ["email:oncall", "telegram:oncall"]\n', "")
    with pytest.raises(SettingsError) as refused:
        people(tmp_path, datetime.now(UTC), config)
    assert any(sentence in problem for problem in refused.value.problems), refused.value.problems
    assert len({problem.partition(" names")[0] for problem in refused.value.problems}) == 1, refused.value.problems


@settings(max_examples=200, deadline=None)
@given(moments, st.sampled_from(ZONES), st.integers(0, 23), st.integers(1, 9), st.integers(2, 4))
def test_a_turn_ends_where_the_next_begins_and_takes_its_days_by_the_clocks(
    moment: datetime, zone: str, hour: int, days: int, count: int
) -> None:
    names = tuple("abcd"[:count])
    rota = Rota(names, date(2025, 1, 1), days, time(hour), ZoneInfo(zone))
    local = moment.astimezone(rota.zone).replace(tzinfo=None)
    passed = ((local - timedelta(hours=hour)).date() - rota.first_day).days
    turns = {names[max(passed + late, 0) // days % count] for late in (0, -1, 1)}
    who = rota.on_call(moment)
    assert who in turns, "at most one turn away from what plain calendars say, on days when clocks change"
    if not any(_changes(moment + timedelta(hours=span), rota.zone) for span in (-24, 0, 24)):
        assert who == names[max(passed, 0) // days % count]


def _changes(moment: datetime, zone: ZoneInfo) -> bool:
    before, after = (each.astimezone(zone).utcoffset() for each in (moment - timedelta(days=1), moment))
    return before != after
