"""A reviewer asks the customer something from the page behind a link."""

import pytest

from tests.flow.mail.conftest import Open
from tests.flow.mail.house import ANA, links
from tests.flow.telegram_house import direct


async def test_a_question_from_a_mail_reaches_the_customer_and_its_answer_comes_by_mail(open_mail: Open) -> None:
    house = await open_mail(direct())
    await house.say("refund please")
    url = links(await house.card_mail(ANA))["Approve"]
    page = await house.get(url)
    asked = await house.post_form(url, {**page.fields, "sure": "yes", "ask": "yes", "question": "Which\r\ncolour?"})
    assert asked.status == 200 and "I have asked the customer." in asked.text
    await house.sees("Ana has a question about your request: Which colour?*")
    await house.say("Blue")
    await house.sees("Thank you, I have passed that on.*")
    answer = await house.mail(ANA, "answers")
    assert "Blue" in " ".join(answer.body["text"].split())
    assert "Blue" in (await house.get(url)).text
    assert "Approved by Ana" in (await house.decide(url)).text


@pytest.mark.parametrize("without", ["sure", "question"])
async def test_a_question_needs_its_words_and_the_tick(open_mail: Open, without: str) -> None:
    house = await open_mail(direct())
    await house.say("refund please")
    url = links(await house.card_mail(ANA))["Approve"]
    sent = {**(await house.get(url)).fields, "sure": "yes", "ask": "yes", "question": "Which?"}
    page = await house.post_form(url, {**sent, without: ""})
    assert page.status in (400, 409)
    assert house.rows("SELECT state, progress FROM handoff") == [("pending", None)]
    assert house.decisions() == []
