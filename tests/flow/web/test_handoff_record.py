"""What reviewers say to each other on the page of a request, what happened to it, and which way it took."""

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.web.conftest import SignIn
from tests.flow.web.test_handoff import a_request, offers

# --- what is said among reviewers, and what happened ----------------------------------------------------------------


async def test_a_comment_is_for_reviewers_and_counts_once(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana, ben = await sign_in(house, "ana"), await sign_in(house, "ben")
    [form] = (await ana.get(path)).forms(f"{path}/comment")
    for _ in range(3):
        await ana.post(f"{path}/comment", **{**form, "words": "I know him\nwell"})
    assert (await ben.get(path)).text.count("I know him\nwell") == 1
    assert "Ana commented." in (await ben.get(path)).words
    assert [actor for actor, _ in house.audit("handoff.commented")] == ["web:ana"]
    assert "nothing to keep" in (await ana.post(f"{path}/comment", key="k9", words="  ")).words
    assert not [text for text in await house.texts() if "I know him" in text]


async def test_comments_are_erased_with_their_customer(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house, CONFIG + 'forget = "at_once"\n')
    ana = await sign_in(house, "ana")
    await ana.post(f"{path}/comment", words="I know Chris", key="k1")
    await house.tap("ana", "Reject")
    await house.say("too late", "ana")
    await house.sees("Not paid.")
    await house.say("/forget")
    await house.sees("*")
    await house.say("/forget yes")
    await house.until(
        lambda: _none(house, "SELECT 1 FROM comment"), lambda: _none(house, "SELECT words FROM comment"), "erased"
    )
    page = await ana.get(path)
    assert page.status == 200 and "I know Chris" not in page.text and "hello" not in page.words


async def _none(house: House, sql: str) -> bool:
    return not house.rows(sql)


async def test_what_happened_is_told_in_order_with_the_calls(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    page = await ana.get(path)
    assert "approved → pay" in page.words and "rejected → no" in page.words and "It stands at: ask" in page.words
    await ana.post(f"{path}/act", **offers(page, "approve")[0])
    await house.sees("Paid.")
    await house.quiet()
    words = (await ana.get(path)).words
    told = [
        "began.",
        "People were asked.",
        "Ana approved it.",
        "stripe__create_refund is called.",
        "answered.",
        "done.",
    ]
    found = [words.index(each) for each in told]
    assert found == sorted(found)
    assert "It stands at: its end" in words, words[-900:]
    assert "start → ask → pay → yes" in words, words[-900:]


async def test_the_picture_is_served_by_its_own_policy(open_house: OpenHouse, sign_in: SignIn) -> None:
    house, path = await a_request(open_house)
    ana = await sign_in(house, "ana")
    picture = await ana.get(f"{path}/picture.svg")
    assert picture.headers["Content-Type"].startswith("image/svg+xml")
    assert "style-src 'sha256-" in picture.headers["Content-Security-Policy"] and "sandbox" in picture.headers[
        "Content-Security-Policy"]  # fmt: skip
    assert 'class="human_handoff here"' in picture.text
    assert 'class="yes"' in picture.text and 'class="no"' in picture.text and 'class="passed"' in picture.text
    assert " style=" not in picture.text
