"""Programs open links before people do, many times and in many ways: nothing is decided and nothing is used up."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest

from tests.faults.parts import amount
from tests.faults.trial import SEED, Record
from tests.flow.mail.conftest import Open
from tests.flow.mail.house import MailHouse, Page
from tests.flow.mail.scenes import KINDS, scene

VISITS = amount("mail-robots")
AT_ONCE = 20
Robot = Callable[[MailHouse, str], Awaitable[Page]]


async def looks(house: MailHouse, url: str) -> Page:
    return await house.get(url, **{"User-Agent": "Mozilla/5.0 (compatible; SafeLinks)"})


async def heads(house: MailHouse, url: str) -> Page:
    return await house.get(url, "HEAD")


async def asks_for_options(house: MailHouse, url: str) -> Page:
    return await house.get(url, "OPTIONS", **{"Access-Control-Request-Method": "POST"})


async def prefetches(house: MailHouse, url: str) -> Page:
    return await house.get(url, **{"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender", "X-Moz": "prefetch"})


async def adds_what_it_likes(house: MailHouse, url: str) -> Page:
    return await house.get(f"{url}?sure=yes&utm_source=mail&form=x")


async def posts_nothing(house: MailHouse, url: str) -> Page:
    return await house.post_form(url, {})


async def sends_the_form_as_it_is(house: MailHouse, url: str) -> Page:
    """What a scanner does that finds a form and sends it without filling it in."""
    page = await looks(house, url)
    return await house.post_form(url, {**page.fields, "reason": "", "code": ""})


async def changes_a_letter(house: MailHouse, url: str) -> Page:
    return await house.get(url[:-1] + ("A" if url[-1] != "A" else "B"))


ROBOTS: dict[Robot, set[int]] = {
    looks: {200}, heads: {200}, asks_for_options: {403, 405}, prefetches: {200}, adds_what_it_likes: {200},
    posts_nothing: {400}, sends_the_form_as_it_is: {400}, changes_a_letter: {404},
}  # fmt: skip
WEIGHTS = (6, 4, 1, 4, 2, 1, 2, 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.timeout(3600)
async def test_robots_decide_nothing_and_a_person_succeeds_afterwards(
    kind: str, open_mail: Open, record_property: Record
) -> None:
    house, link, person = await scene(kind, open_mail)
    before = house.rows("SELECT id, hash FROM audit ORDER BY id")
    chance = random.Random(SEED)
    left = iter(chance.choices(list(ROBOTS), WEIGHTS, k=VISITS))
    seen: Counter[str] = Counter()

    async def visit() -> None:
        for robot in left:
            page = await robot(house, link)
            assert page.status in ROBOTS[robot], (robot.__name__, page.status, page.text)
            seen[robot.__name__] += 1

    await asyncio.gather(*(visit() for _ in range(AT_ONCE)))
    assert house.decisions() == person.before
    assert house.rows("SELECT id, hash FROM audit ORDER BY id") == before, "nothing was put on record"
    assert house.rows("SELECT COUNT(*) FROM challenge") == [(0,)]
    assert len(seen) == len(ROBOTS) and seen.total() == VISITS
    record_property("reached", VISITS if kind == KINDS[0] else 0)  # as many for each kind
    await person.decides()
    assert len(house.decisions()) == len(person.before) + 1
