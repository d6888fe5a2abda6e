"""The page of one request: who sees it, who decides on it, and that what is done there is true everywhere."""

import asyncio
import re
from collections.abc import Mapping

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.test_edits import editing
from tests.flow.test_in_doubt import in_doubt
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page
from tests.unit.workflows import file, handoff, message, trigger


def offers(page: Page, action: str) -> list[dict[str, str]]:
    """The forms that press a button of the request whose action is that one."""
    path = page.address.partition("?")[0].partition("#")[0]
    return [form for form in page.forms(f"{path}/act") if form["token"].split(":")[2] == action]


def plain(form: Mapping[str, str]) -> dict[str, str]:
    """A form as somebody sends it who has filled in nothing: only what is hidden in it."""
    return {name: value for name, value in form.items() if name not in ("choice", "sure")}


async def a_request(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, str]:
    """Something that Chris asks, and the address of its page."""
    house = await open_house(asking(**data), config)
    await house.say("hello")
    card = await house.card("For Chris")
    await house.quiet()
    return house, f"/handoffs/{card['handoff']}"


# --- deciding -------------------------------------------------------------------------------------------------------


async def test_a_decision_on_the_page_edits_the_card_and_the_customer_hears(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert page.status == 200 and "For Chris" in page.words and "stripe__create_refund" in page.words
    assert "{&#34;order_id&#34;:&#34;1&#34;}" in page.text, "the exact bytes stand there"
    [form] = offers(page, "approve")
    after = await ana.post(f"{path}/act", **form)
    assert (after.status, "Approved." in after.words) == (200, True), after.words
    await house.sees("Paid.")
    await house.quiet()
    assert "Approved by Ana" in (status := (await house.card("For Chris"))["status"]) and "the dashboard" in status
    again = await ana.post(f"{path}/act", **form)
    assert "Already approved by Ana" in again.words
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_a_decision_elsewhere_stands_on_the_page(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ben = await sign_in(house, "ben")
    page = await ben.get(path)
    assert await house.tap("ana", "Approve") == "Approved."
    await house.quiet()
    told = await ben.post(f"{path}/act", **offers(page, "approve")[0])
    assert "Already approved by Ana" in told.words
    page = await ben.get(path)
    assert "Approved by Ana" in page.words and "Ana approved it." in page.words and not page.forms(f"{path}/act")


async def test_a_second_click_at_the_same_moment_decides_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    [form] = offers(await ana.get(path), "approve")
    await asyncio.gather(*(ana.post(f"{path}/act", follow=False, **form) for _ in range(4)))
    await house.quiet()
    assert house.rows("SELECT COUNT(*) FROM decision") == [(1,)]
    assert len(house.tools.calls("stripe__create_refund")) == 1


async def test_a_rejection_has_its_reason_in_place(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, requireReason="reject")
    ana = await sign_in(house, "ana")
    [form] = offers(page := await ana.get(path), "reject")
    assert 'id="reject"' in page.text and 'data-key="r"' in page.text and 'data-key="a"' in page.text
    told = await ana.post(f"{path}/act", **plain(form))
    assert "reason" in told.words and house.rows("SELECT state FROM handoff") == [("pending",)]
    chosen = re.search(r'name="choice" value="([^"]*)"', page.text)
    assert chosen
    await ana.post(f"{path}/act", **{**plain(form), "choice": chosen[1], "words": "and <i>late</i>"})
    await house.sees("Not paid.")
    assert house.rows("SELECT action, reason, via FROM decision") == [
        ("reject", f"{chosen[1]}: and <i>late</i>", "web:ana")
    ]


async def test_words_that_were_written_in_vain_are_still_there(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ben = await sign_in(house, "ben")
    [form] = offers(await ben.get(path), "reject")
    assert await house.tap("ana", "Approve") == "Approved."
    told = await ben.post(f"{path}/act", **{**plain(form), "words": "a long reason"})
    assert told.status == 409 and "Already approved by Ana" in told.words and "a long reason" in told.words


async def test_looking_changes_nothing_and_acting_tells_the_customer_that_somebody_looked(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    before = house.rows("SELECT COUNT(*), MAX(id) FROM audit"), house.rows("SELECT version FROM run")
    for _ in range(5):
        assert (await ana.get(path)).status == 200
        assert (await ana.get(f"{path}/picture.svg")).status == 200
    await house.quiet()
    assert (house.rows("SELECT COUNT(*), MAX(id) FROM audit"), house.rows("SELECT version FROM run")) == before
    [claim] = offers(await ana.get(path), "claim")
    assert "You look after" in (told := await ana.post(f"{path}/act", **claim)).words or "look after" in told.words
    await house.quiet()
    assert len(house.audit("handoff.see")) == 1
    assert any("A reviewer has seen it." in text for text in await house.texts())


async def test_a_request_is_found_by_the_beginning_of_its_id(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    short = path[: len("/handoffs/") + 6]
    answer = await ana.get(short, follow=False)
    assert (answer.status, answer.headers["Location"]) == (303, path)
    for wrong in (
        path[: len("/handoffs/") + 5],
        "/handoffs/zzzzzz",
        "/handoffs/%00%00%00%00%00%00",
        "/handoffs/%25%25%25%25%25%25",
    ):
        assert (await ana.get(wrong)).status == 404, wrong


async def test_a_changed_request_is_not_approved_unseen(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(editing())
    await house.say("hello")
    path = f"/handoffs/{(await house.card('Pay 2150.5?'))['handoff']}"
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    [old] = offers(page := await ana.get(path), "approve")
    [change] = page.forms(f"{path}/change")
    assert change["was order.total"] == "2150.5"
    fields = {name: value for name, value in change.items() if name.startswith("was ")}
    told = await ben.post(f"{path}/change", **{**fields, "field order.total": "99", "field order.items.0.name": "Cup"})
    assert "Amount" in told.words and "99" in told.words
    refused = await ana.post(f"{path}/act", **old)
    assert "changed" in refused.words and house.tools.sent == []
    page = await ana.get(path)
    assert "2150.5" in page.words and "Ben changed Amount: 2150.5 → 99" in page.words
    wrong = await ana.post(f"{path}/change", **{"was order.total": "99", "field order.total": "999999"})
    assert wrong.status == 409 and "5000" in wrong.words and "order.total: 999999" in wrong.words
    await ana.post(f"{path}/act", **offers(page, "approve")[0])
    await house.sees("Paid 99*")


async def test_options_are_buttons_and_an_approval_can_be_undone(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, undo="10m")
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/act", **offers(await ana.get(path), "approve")[0])
    page = await ana.get(path)
    assert re.search(r'data-seconds="5\d\d"', page.text) and "can be undone" in page.words
    assert "open again" in (await ana.post(f"{path}/act", **offers(page, "undo")[0])).words
    assert offers(await ana.get(path), "approve") and house.tools.sent == []


async def test_of_several_options_one_is_chosen(open_house: OpenHouse, sign_in: SignIn) -> None:
    options = [{"id": "full", "label": "All <b>"}, {"id": "half", "label": "Half"}]
    nodes = [trigger(), handoff("ask", options=options), message("all", "All."), message("half", "Half."), message("t")]
    house = await open_house(file(nodes, "start > ask", "ask.full > all", "ask.half > half", "ask.timeout > t"))
    await house.say("hello")
    path = f"/handoffs/{(await house.card('For Chris'))['handoff']}"
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "All &lt;b&gt;" in page.text and not offers(page, "approve")
    assert "Noted: Half." in (await ana.post(f"{path}/act", **offers(page, "option2")[0])).words
    await house.sees("Half.")


async def test_operators_end_a_doubt_with_a_reference_or_after_one_more_look(
    open_house: OpenHouse, sign_in: SignIn
) -> None:
    house = await in_doubt(open_house)
    path = f"/handoffs/{(await house.card('*bank__wire*'))['handoff']}"
    olga, ana = await sign_in(house, "olga"), await sign_in(house, "ana")
    assert (await ana.get(path)).status == 404
    page = await olga.get(path)
    for action in ("stop", "retry"):
        [form] = offers(page, action)
        told = await olga.post(f"{path}/act", **plain(form))
        assert "set the tick first" in told.words
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    [form] = offers(page, "confirm")
    await olga.post(f"{path}/act", **{**plain(form), "words": "w-77"})
    assert house.rows("SELECT action, reason FROM decision") == [("confirm", "w-77")]


async def test_it_is_passed_on_and_put_off(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    assert "Ben" in (await ana.post(f"{path}/assign", person="ben")).words
    assert "may not decide" in (await ana.post(f"{path}/assign", person="lea")).words or house.rows(
        "SELECT COUNT(*) FROM audit WHERE event = 'handoff.assign'") == [(1,)]  # fmt: skip
    for person in ("nobody", "", "ben' --"):
        await ana.post(f"{path}/assign", person=person)
    assert [detail["to"] for _, detail in house.audit("handoff.assign")] == ["ben"]
    await ana.post(f"{path}/put-off", span="4h")
    for span in ("x", "", "999d", "9" * 50):
        assert (await ana.post(f"{path}/put-off", span=span)).status in (200, 409)
    assert len(house.audit("handoff.snooze")) == 1
    assert "Ana passed it on to Ben." in (await ana.get(path)).words


async def test_a_long_answer_is_told_in_part_rather_than_not_at_all(open_house: OpenHouse, sign_in: SignIn) -> None:
    house = await open_house(editing())
    await house.say("hello")
    path = f"/handoffs/{(await house.card('Pay 2150.5?'))['handoff']}"
    ana = await sign_in(house, "ana")
    told = await ana.post(f"{path}/change", follow=False, **{"field order.items.0.name": "Ж" * 3900})
    assert told.status == 303, told.words[:600]
    assert len(told.headers["Set-Cookie"]) < 4096
    assert "First item" in (await ana.get(path)).words
