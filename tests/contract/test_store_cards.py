"""Copies of cards, whatever became of them on a platform; the same on every database."""

from datetime import timedelta

from engine.effects import EditCard, PostCard, PostFiles
from engine.ids import HandoffId, Place
from engine.store import CardCopy
from tests.contract.store_ground import (
    NOON,
    REVIEW,
    Ground,
    commit,
    conversation,
    drained,
    keyed,
    new_run,
    ruling,
    waiting,
)

TELEGRAM, OTHER = Place("telegram:-1001"), Place("telegram.help:-1001")
SINCE, UNTIL = NOON, NOON + timedelta(seconds=200)


async def test_a_copy_that_nobody_knew_of_is_taken_in_and_told_with_the_others(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await drained(ground)
    assert await ground.store.card_at(TELEGRAM, "-1001/7") is None
    for _ in range(2):
        await ground.store.adopt_card(CardCopy(asked.id, TELEGRAM, "-1001/7"))
    assert await ground.store.card_at(TELEGRAM, "-1001/7") == asked.id
    assert await ground.store.cards(asked.id, TELEGRAM) == [CardCopy(asked.id, TELEGRAM, "-1001/7")]
    await commit(ground.store, run, refreshed=[asked.id])
    assert {each.effect.place for each in await drained(ground)} == {REVIEW, TELEGRAM}  # type: ignore[union-attr]


async def test_a_copy_that_is_gone_is_forgotten_and_no_other(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    copies = [CardCopy(asked.id, TELEGRAM, ref) for ref in ("-1001/7", "-1001/8")]
    for copy in copies:
        await ground.store.adopt_card(copy)
    await ground.store.forget_card(copies[0])
    await ground.store.forget_card(copies[0])
    assert await ground.store.cards(asked.id, TELEGRAM) == copies[1:]


async def test_lost_taps_are_told_on_the_open_cards_of_that_channel_only(ground: Ground) -> None:
    _, first = await waiting(ground.store, "1")
    run, decided = await waiting(ground.store, "2", "kim")
    for handoff in (first, decided):
        for place in (TELEGRAM, OTHER):
            await ground.store.adopt_card(CardCopy(handoff.id, place, "-1001/7"))
    await ground.store.record_decision(ruling(run, decided, "ana"))
    await drained(ground)
    assert await ground.store.missed("telegram") is None
    for _ in range(2):
        await ground.store.note_missed("telegram", SINCE, UNTIL)
    assert await ground.store.missed("telegram") == (SINCE, UNTIL)
    assert await ground.store.missed("telegram.help") is None
    assert [each.effect for each in await drained(ground)] == [EditCard(TELEGRAM, first.id)]


async def test_an_edit_goes_before_what_is_still_to_be_posted_and_several_are_one(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await drained(ground)
    posts = [keyed(f"post{number}", PostCard(REVIEW, HandoffId(f"later{number}"))) for number in range(3)]
    edits = [keyed(f"edit{number}", EditCard(REVIEW, asked.id)) for number in range(3)]
    await commit(ground.store, run, effects=[*posts, *edits, keyed("else", EditCard(REVIEW, HandoffId("other")))])
    keys = []
    while claimed := await ground.store.claim_effects(10, NOON + timedelta(minutes=1)):
        for each in claimed:
            keys.append(each.key)
            await ground.store.effect_sent(each.id)
    assert keys == ["edit0", "else", "post0", "post1", "post2"]


async def test_nothing_of_a_lane_goes_beside_what_is_under_way(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    [card] = await ground.store.claim_effects(10, NOON + timedelta(minutes=1))
    await commit(ground.store, run, effects=[keyed("edit", EditCard(REVIEW, asked.id))])
    assert await ground.store.claim_effects(10, NOON + timedelta(minutes=1)) == []
    await ground.store.effect_sent(card.id)
    assert [each.key for each in await drained(ground)] == ["edit"]


async def test_what_went_wrong_last_is_known_at_the_next_try(ground: Ground) -> None:
    await commit(ground.store, new_run(await conversation(ground.store)), effects=[keyed("text")])
    [first] = await ground.store.claim_effects(1, NOON + timedelta(minutes=1))
    assert first.last_trouble == ""
    await ground.store.effect_failed(first.id, "Unconfirmed: no answer", NOON)
    [again] = await ground.store.claim_effects(1, NOON + timedelta(minutes=1))
    assert again.last_trouble == "Unconfirmed: no answer"


async def test_files_come_back_as_they_were_sent(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    await drained(ground)
    file = {"channel": "telegram", "account": "default", "ref": "AAQ", "kind": "photo", "name": "", "size": 7}
    effect = PostFiles(TELEGRAM, asked.id, (file,))
    await commit(ground.store, run, effects=[keyed("files", effect)])
    assert [each.effect for each in await drained(ground)] == [effect]
