"""Files between platforms: what is shown by name, what is brought across, and what is said of the rest."""

import asyncio
from typing import Any

import pytest

from bot import files as room
from bot.files import MOST_ATTEMPTS, Files, Limits
from bot.i18n import Locales
from channels.base import Gone, Rejected, RetryAfter, Unconfirmed, Unreachable
from channels.views import Attachment, Content, FilesView
from tests.fakes.shelf import PDF, PNG, Shelf, sent

MOST = 10_000


def files(shelf: Shelf, most: int = MOST, **channels: Any) -> Files:
    return Files({"shelf": shelf, **channels}, Limits(most, frozenset({".exe"})), Locales(strict=True))


async def shown(room: Files, *found: Attachment, place: str = "play:review", locale: str = "en") -> FilesView:
    async with room.view(place, found, "From the customer", locale) as view:
        return view


async def test_what_a_channel_has_itself_it_shows_by_name() -> None:
    shelf = Shelf()
    mine, other = Attachment("telegram", "default", "1"), Attachment("telegram", "second", "2")
    assert await shown(files(shelf), mine, place="telegram:-1") == FilesView("From the customer", (mine,))
    assert await shown(files(shelf), other, place="telegram.second:-1/7") == FilesView("From the customer", (other,))
    assert shelf.asked == []


async def test_a_file_of_another_platform_or_account_comes_by_its_contents() -> None:
    first, second = Shelf(a=PNG), Shelf(a=PDF)
    room = Files(
        {"telegram": first, "telegram.second": second}, Limits(MOST, frozenset()), Locales(strict=True)
    )  # fmt: skip
    view = await shown(room, Attachment("telegram", "default", "a", "photo"), place="telegram.second:1")
    assert view == FilesView("From the customer", (), (Content("photo.png", "image/png", PNG),))
    view = await shown(room, Attachment("telegram", "second", "a", name="../b\u202e"), place="telegram:1")
    assert view.contents == (Content("b.pdf", "application/pdf", PDF),)


async def test_own_files_stay_beside_those_that_are_brought() -> None:
    mine = Attachment("play", "default", "own")
    view = await shown(files(Shelf(a=PNG)), mine, sent("a", "a.png"))
    assert view.files == (mine,) and [content.name for content in view.contents] == ["a.png"]


REASONS = [
    (sent("a", "a.pdf", 10_001), "en", "a.pdf is not shown here: it is larger than 0.01 MB."),
    (sent("a", "a.pdf", 10_001), "de", "a.pdf ist hier nicht zu sehen: Die Datei ist größer als 0,01 MB."),
    (sent("large", "a.pdf", 0), "en", "a.pdf is not shown here: it is larger than 0.01 MB."),
    (sent("a", "a.exe"), "en", "a.exe is not shown here: files of its type are refused, whatever it is called."),
    (sent("program", "a.pdf"), "de", "a.pdf ist hier nicht zu sehen: Dateien dieser Art sind ausgeschlossen"),
    (sent("gone", "a.pdf"), "en", "a.pdf is not shown here: the platform that it was sent on has it no more."),
    (sent("gone", "", kind="voice"), "de", "Sprachnachricht ist hier nicht zu sehen: Die Plattform"),
    (sent("kept", "a.pdf"), "en", "a.pdf is not shown here: the platform that it was sent on does not hand it out."),
    (Attachment("fax", "default", "a", name="a"), "en", "a is not shown here: the account that it was sent to is not"),
]


@pytest.mark.parametrize(("file", "locale", "words"), REASONS)
async def test_what_cannot_be_brought_is_named_with_the_reason(file: Attachment, locale: str, words: str) -> None:
    shelf = Shelf(large=b"." * (MOST + 1), program=b"MZ..", kept=Rejected("no"), gone=Gone("no"), a=PNG)
    view = await shown(files(shelf), file, sent("a", "b.png"), locale=locale)
    assert view.caption.startswith(f"From the customer\n{words}")
    assert [content.name for content in view.contents] == ["b.png"]


async def test_what_is_too_large_is_not_even_asked_for() -> None:
    shelf = Shelf(a=PNG)
    await shown(files(shelf), sent("a", "a.png", MOST + 1), sent("a", "a.exe", 5))
    assert shelf.asked == []


@pytest.mark.parametrize(("size", "asked"), [(0, ["a", "b"]), (2000, ["a"])])
async def test_several_files_together_keep_to_the_bound_of_one(size: int, asked: list[str]) -> None:
    shelf = Shelf(a=PNG, b=PDF)
    view = await shown(files(shelf, most=2500), sent("a", "a.png", 0), sent("b", "b.pdf", size))
    assert [content.name for content in view.contents] == ["a.png"]
    assert "b.pdf is not shown here" in view.caption
    assert shelf.asked == asked, "what is known to be too large is not read"


@pytest.mark.parametrize("trouble", [RetryAfter(7), Unreachable("away"), Unconfirmed("no answer")])
async def test_what_may_come_later_is_tried_again(trouble: Exception) -> None:
    with pytest.raises((RetryAfter, Unreachable)) as raised:
        await shown(files(Shelf(a=trouble)), sent("a"))
    assert not isinstance(raised.value, Unconfirmed)


@pytest.mark.parametrize("trouble", [RetryAfter(7), Unreachable("away")])
async def test_a_place_does_not_wait_for_another_platform_for_ever(trouble: Exception) -> None:
    house = files(Shelf(a=trouble, b=PNG))
    async with house.view("play:review", [sent("a", "a.png"), sent("b", "b.png")], "", "en", MOST_ATTEMPTS) as view:
        assert [content.name for content in view.contents] == ["b.png"]
        assert view.caption.endswith("cannot be reached at present.")


async def test_a_platform_that_hangs_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "FETCHING", 0.05)
    shelf = Shelf(a=PNG)
    shelf.slow = 5
    with pytest.raises(Unreachable):
        await shown(files(shelf), sent("a"))


async def test_one_file_at_a_time_is_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, showing = Shelf(a=PNG), 0
    shelf.slow = 0.01
    house = files(shelf)

    async def show() -> None:
        nonlocal showing
        async with house.view("play:review", [sent("a")], "", "en"):
            showing += 1
            assert showing == 1
            await asyncio.sleep(0.01)
            showing -= 1

    await asyncio.gather(*(show() for _ in range(5)), house.content(sent("a"), "en"))
    assert shelf.most_at_once == 1
    monkeypatch.setattr(room, "PATIENCE", 0.02)
    shelf.slow = 0.3
    results = await asyncio.gather(*(house.content(sent("a"), "en") for _ in range(3)), return_exceptions=True)
    assert [type(one) for one in results] == [Content, RetryAfter, RetryAfter]
    assert isinstance(await house.content(sent("a"), "en"), Content), "whoever gave up waiting holds nothing"
