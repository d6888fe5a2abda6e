"""Files of customers: those who decide get them across platforms, what is refused is said at once, and nothing else."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from bot.i18n import Locales
from channels.base import Gone, Inbound, MessageRef, RetryAfter
from channels.views import FilesView
from engine.values import dump
from tests.fakes.shelf import PDF, PNG, Shelf, sent
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.mail.house import DIRECT

ASKS = dump(DIRECT)
LARGE = 20_000_000


class Counter:
    """The playground's way to show files: `views` is what it was given."""

    def __init__(self, house: House) -> None:
        self.views: list[FilesView] = []
        self.keys: list[str] = []
        cast(Any, house.app.channels["play"]).post_files = self.post_files

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        self.views.append(view)
        self.keys.append(key)
        return MessageRef("1")


async def opened(open_house: OpenHouse, shelf: Shelf, config: str = CONFIG) -> tuple[House, Counter]:
    house = await open_house(ASKS, config)
    cast(Any, house.app.channels)["shelf"] = shelf
    return house, Counter(house)


def names(views: Sequence[FilesView]) -> list[str]:
    return [content.name for view in views for content in view.contents]


async def test_files_reach_those_who_decide_one_by_one(open_house: OpenHouse) -> None:
    house, page = await opened(open_house, Shelf(a=PNG, b=PDF, c=PNG))
    await house.sends("It is broken", sent("a", "../a\u202e.png"), sent("b", "b"))
    card = await house.card("*It is broken*")
    await house.quiet()
    assert names(page.views) == ["a.png", "b.pdf"]
    assert [view.caption for view in page.views] == [f"From the customer, for {card['handoff'][:6]}"] * 2
    assert len(set(page.keys)) == 2
    assert "[file: a.png, 1 KB]" in card["transcript"][0]["text"]
    await house.sends("One more", sent("c", "", kind="photo"))
    card = await house.card("*One more*")
    await house.quiet()
    assert names(page.views) == ["a.png", "b.pdf", "photo.png"]
    assert [line["late"] for line in card["transcript"] if "[" in line["text"]] == [False, True]


async def test_what_is_refused_is_said_at_once_and_passed_on_to_nobody(open_house: OpenHouse) -> None:
    house, page = await opened(open_house, Shelf(a=PNG, large=PNG, bad=PNG))
    await house.sends("See these", sent("a", "a.png"), sent("large", "b.png", LARGE), sent("bad", "c.pdf.exe"))
    card = await house.card("*See these*")
    await house.sees("I cannot take b.png: it is larger than 10 MB. Please send a smaller one*")
    await house.sees("I cannot take c.pdf.exe: files of its type are not accepted here.*")
    await house.quiet()
    assert names(page.views) == ["a.png"]
    said = card["transcript"][0]["text"]
    assert "[file: a.png, 1 KB]" in said
    assert "[file: b.png, 20 MB – not taken: too large]" in said
    assert "[file: c.pdf.exe, 1 KB – not taken: files of its type are refused]" in said
    assert "See these" in card["reason"], "the text counts"
    [(variables,)] = house.rows("SELECT state FROM run")
    assert "a.png" in variables and "b.png" not in variables and "c.pdf" not in variables


async def test_a_message_of_nothing_but_a_refused_file_begins_nothing(open_house: OpenHouse) -> None:
    house, _ = await opened(open_house, Shelf())
    await house.sends("", sent("bad", "c.exe"), locale="de")
    await house.sees("c.exe kann ich nicht annehmen: Dateien dieser Art*")
    await house.quiet()
    assert house.rows("SELECT id FROM run") == []
    assert len(await house.texts()) == 1, "and nothing else is said"


async def test_a_refused_file_uses_up_no_question_and_is_in_the_transcript(house: House) -> None:
    await house.say("I want a refund")
    await house.sees("*e-mail address*")
    await house.sends("", sent("bad", "c.exe"))
    await house.sees("I cannot take c.exe*")
    await house.quiet()
    assert len(await house.texts()) == 2, "the question stands as it was asked"
    await house.say("chris@example.com")
    code = await house.code("chris@example.com")
    await house.sees("*six digits*")
    await house.sends(code, sent("bad", "d.exe"))
    await house.sees("I cannot take d.exe*")
    await house.sees("*is verified*")
    card = await house.card("Waiting*")
    assert any("[file: c.exe, 1 KB – not taken" in line["text"] for line in card["transcript"])


async def test_a_command_is_obeyed_whatever_file_comes_with_it(open_house: OpenHouse) -> None:
    house, _ = await opened(open_house, Shelf())
    await house.sends("/help", sent("bad", "c.exe"))
    await house.sees("I cannot take c.exe*")
    await house.sees("I am Acme Refunds*")


async def test_people_among_themselves_are_told_nothing(open_house: OpenHouse) -> None:
    house, _ = await opened(open_house, Shelf())
    await house.app.inbox.hear(
        Inbound("play", "default", "r1", "play:review", "ana", "Ana", "look", datetime.now(UTC),
                attachments=(sent("bad", "c.exe"),))
    )  # fmt: skip
    await house.quiet()
    assert await house.texts_at("play:review") == []


async def test_the_limits_are_those_of_the_configuration(open_house: OpenHouse) -> None:
    config = CONFIG + '\n[files]\nmax_size = "500KB"\nrefuse = [".docx"]\n'
    house, page = await opened(open_house, Shelf(a=PNG, b=PNG), config)
    await house.sends("Here", sent("a", "a.exe"), sent("b", "b.docx"), sent("c", "c.png", 500_001))
    await house.sees("I cannot take b.docx: files*")
    await house.sees("I cannot take c.png: it is larger than 0.5 MB*")
    await house.quiet()
    assert names(page.views) == ["a.exe"]


async def test_what_is_gone_is_said_and_what_is_late_comes_later(open_house: OpenHouse) -> None:
    shelf = Shelf(a=RetryAfter(0.05), b=Gone("no"))
    house, page = await opened(open_house, shelf)
    await house.sends("Here", sent("a", "a.png"), sent("b", "b.png"))
    await house.card("*Here*")
    shelf.held["a"] = PNG
    await house.quiet()
    assert names(page.views) == ["a.png"]
    [told] = await house.texts_at("play:review")
    assert told.endswith("b.png is not shown here: the platform that it was sent on has it no more.")


@pytest.mark.parametrize("locale", ["en", "de"])
def test_a_size_is_said_in_the_readers_language(locale: str) -> None:
    shown = [Locales().size(locale, count) for count in (1, 999, 1234, 999_999, 1_000_000, 12_345_678)]
    expected = ["0.1 KB", "1 KB", "1.2 KB", "1,000 KB", "1 MB", "12.3 MB"]
    swapped = str.maketrans(",.", ".,") if locale == "de" else {}
    assert shown == [text.translate(swapped) for text in expected]
