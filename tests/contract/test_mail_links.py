"""Links are signed over everything that they mean: no other one is believed, however it was made from them."""

import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer

from channels.email import links as module
from channels.email.links import LIVES, BadLink, Link, Links, OldLink
from storage.keys import PERIOD, StoredKeys
from tests.contract.store_ground import NOON, Opener
from tests.faults.parts import amount
from tests.faults.trial import SEED, Record

TOKENS = amount("mail-tokens")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
KINDS = ("flip", "swap", "cut", "old key", "foreign key", "other digest", "expired", "other purpose", "edited")


class Keys:
    """Keys that a test chooses."""

    def __init__(self, *keys: str) -> None:
        self.known = list(keys)

    async def keys(self) -> list[str]:
        return self.known


def a_link(chance: random.Random) -> Link:
    def some(length: int) -> str:
        return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz234567", k=length))

    return Link(some(26), some(32), some(32), chance.choice(("ana", "ben")), chance.choice(("approve", "reject")))


async def forged(kind: str, chance: random.Random, at: dict[str, datetime]) -> tuple[Links, str]:
    """Who reads, and a token that must be refused."""
    keys = Keys("old" * 20, "new" * 20)
    reads = Links(keys, lambda: at["now"])
    link, token = a_link(chance), ""
    token = await reads.token(link)
    match kind:
        case "flip":
            where, bit = chance.randrange(len(token)), 1 << chance.randrange(7)
            token = token[:where] + chr(ord(token[where]) ^ bit) + token[where + 1 :]
        case "swap":
            other = await reads.token(a_link(chance))
            token = token.rpartition(".")[0] + "." + other.rpartition(".")[2]
        case "cut":
            token = token[: chance.randrange(len(token))]
        case "old key":
            keys.known = ["new" * 20 + "er", "newest" * 10]
        case "foreign key":
            token = await Links(Keys("foreign" * 9), lambda: at["now"]).token(link)
        case "other digest":
            token = str(URLSafeSerializer(keys.known[-1], salt="assent mail link").dumps([*link, 2**40]))
        case "expired":
            at["now"] += LIVES + timedelta(seconds=chance.randrange(1, 10**7))
        case "other purpose":
            token = await reads.form(token)
        case "edited":
            payload = [*link, int(at["now"].timestamp()) + 10**6]
            payload[chance.randrange(len(payload))] = "approve"
            text = URLSafeSerializer("x", salt="y").dump_payload(payload).decode()
            token = f"{text}.{token.rpartition('.')[2]}"
    return reads, token


async def test_no_forged_link_is_believed(record_property: Record) -> None:
    chance = random.Random(SEED)
    believed = []
    for number in range(TOKENS):
        kind = KINDS[number % len(KINDS)]
        reads, token = await forged(kind, chance, {"now": NOON})
        try:
            believed.append((kind, token, await reads.read(token)))
        except (BadLink, OldLink):
            continue
    assert believed == []
    record_property("reached", TOKENS)


async def test_a_link_is_read_as_it_was_signed_also_under_the_key_before() -> None:
    keys, chance = Keys("old" * 20), random.Random(SEED)
    links = Links(keys, lambda: NOON)
    for _ in range(200):
        link = a_link(chance)
        token = await links.token(link)
        keys.known.append("new" * 20)
        assert await links.read(token) == link
        assert await links.read(await links.token(link)) == link
        keys.known.pop()


@pytest.mark.parametrize("hostile", ["", ".", "a.b", "." * 1000, "x" * 5000, "é.é", "\x00", "eyJ.e30.x"])
async def test_what_is_no_token_is_refused(hostile: str) -> None:
    with pytest.raises(BadLink):
        await Links(Keys("k" * 64), lambda: NOON).read(hostile)


async def test_a_token_is_not_believed_in_another_spelling_of_its_bytes() -> None:
    """The last letter of a base 64 text has bits that mean nothing."""
    links = Links(Keys("k" * 64), lambda: NOON)
    token = await links.token(a_link(random.Random(SEED)))
    for letter in set(ALPHABET) - {token[-1]}:
        with pytest.raises(BadLink):
            await links.read(token[:-1] + letter)


async def test_a_form_belongs_to_its_link_and_to_its_hour() -> None:
    now = {"now": NOON}
    links = Links(Keys("k" * 64), lambda: now["now"])
    value = await links.form("token")
    assert await links.is_form(value, "token")
    assert not await links.is_form(value, "other")
    assert not await links.is_form(await links.token(a_link(random.Random(1))), "token")
    now["now"] += timedelta(hours=1)
    assert not await links.is_form(value, "token")


async def test_the_digest_is_not_sha_1() -> None:
    assert module._SIGNER["digest_method"]().name == "sha256"  # type: ignore[operator]


async def test_keys_change_and_old_ones_are_dropped_when_their_links_are_over(opener: Opener) -> None:
    async with opener() as ground:
        keys = StoredKeys(_database(ground.store), ground.clock)
        first = await keys.keys()
        assert await keys.keys() == first and len(first) == 1
        rotated: list[Any] = [first]
        for _ in range(4):
            ground.clock.moment += PERIOD
            rotated.append(await keys.keys())
            another = StoredKeys(_database(ground.store), ground.clock)
            assert await another.keys() == rotated[-1], "every process has the same"
        assert [len(known) for known in rotated] == [1, 2, 3, 3, 3]
        assert [known[-1] for known in rotated[1:]] == list(dict.fromkeys(known[-1] for known in rotated[1:]))
        assert first[0] in rotated[2] and first[0] not in rotated[3]
        link, now = a_link(random.Random(SEED)), ground.clock
        token = await Links(keys, now.now).token(link)
        now.moment += LIVES - timedelta(seconds=1)
        assert await Links(keys, now.now).read(token) == link


def _database(store: Any) -> Any:
    class Database:
        run = store._run

    return Database()
