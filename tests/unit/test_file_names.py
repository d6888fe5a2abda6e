"""Names and types of files: whoever sends one chooses its name, and it does no harm."""

import unicodedata

import pytest

from bot.file_names import LONGEST, clean, safe_name
from bot.file_types import PROGRAM, UNKNOWN, ending_of, media_type
from bot.files import Limits, Why
from bot.settings_sections import PROGRAMS
from bot.sizes import parse_size
from channels.views import Attachment

LIMITS = Limits(10_000_000, frozenset(PROGRAMS))


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("invoice.pdf", "invoice.pdf"), ("../../etc/passwd", "passwd"), ("..\\..\\evil.bat", "evil.bat"),
        ("/", ""), ("..", ""), ("", ""), ("   ", ""), (".bashrc", "bashrc"), ("a/b/", "b"), ("C:\\x.txt", "x.txt"),
        ("a\u202egpj.exe", "agpj.exe"), ("a\u200b\u2066b\ufeff.txt", "ab.txt"), ("a\x00b\r\nc.txt", "ab c.txt"),
        ("CON", "_CON"), ("con.txt", "_con.txt"), ("LPT1.tar.gz", "_LPT1.tar.gz"), ("console.log", "console.log"),
        ("x.exe. . ", "x.exe"), ('a<b>:"|?*.txt', "a_b______.txt"), ("a\u2215b.txt", "b.txt"),
        ("Käse \U0001f9c0.pdf", "Käse \U0001f9c0.pdf"),
        ("e\u0301.txt", "é.txt"), ("\ud800.txt", "txt"),
    ],
)  # fmt: skip
def test_a_name_is_nothing_but_a_name(sent: str, shown: str) -> None:
    assert clean(sent) == shown
    assert clean(shown) == shown


@pytest.mark.parametrize(
    "sent", ["x" * 5000 + ".pdf", "日" * 5000 + ".pdf", "\u202e" * 5000 + "a.pdf", "a" + " " * 5000 + ".pdf"]
)
def test_a_name_is_bounded_and_keeps_its_ending(sent: str) -> None:
    shown = clean(sent)
    assert shown.endswith(".pdf") and 0 < len(shown) <= LONGEST and len(shown.encode()) <= 200
    assert len(clean("x" * 5000)) == LONGEST
    assert len(clean("a." + "x" * 5000)) == LONGEST


def test_no_name_hides_or_turns_anything() -> None:
    everything = "".join(map(chr, range(0x3000))) + "\ufeff\ufff9\U000e0041"
    shown = [clean(f"a{one}b.txt") for one in everything]
    assert all(name.endswith("b.txt") for name in shown)
    assert not any(unicodedata.category(one)[0] == "C" or one in "/\\\n" for name in shown for one in name)


def test_a_file_without_a_name_or_an_ending_gets_one() -> None:
    assert safe_name("", "photo", ".jpg") == "photo.jpg"
    assert safe_name("...", "", "") == "file"
    assert safe_name("scan", "file", ".pdf") == "scan.pdf"
    assert safe_name("scan.pdf", "file", ".png") == "scan.pdf"
    assert safe_name("x" * 5000, "file", ".pdf") == "x" * (LONGEST - 4) + ".pdf"
    assert safe_name("No. 5", "file", ".pdf") == "No. 5.pdf"


PNG, JPEG, PDF = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0...", b"%PDF-1.7"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", PNG, "image/png"), ("a.txt", PNG, "image/png"), ("a.png", JPEG, "image/jpeg"),
        ("a", b"GIF89a", "image/gif"),
        ("a.webp", b"RIFF1234WEBPVP8 ", "image/webp"), ("a.txt", b"12345678WEBP", "text/plain"),
        ("a.pdf", PDF, "application/pdf"),
        ("voice", b"OggS\x00", "audio/ogg"), ("a.zip", b"PK\x03\x04", "application/zip"),
        ("a.pdf", b"PK\x03\x04", "application/zip"),
        ("a.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"), ("a.txt", "Grüße".encode(), "text/plain"),
        ("a.csv", b"a,b", "text/csv"), ("a.txt", b"a\x00b", UNKNOWN), ("a.png", b"<svg onload=alert(1)>", UNKNOWN),
        ("a.pdf", b"<html>", UNKNOWN), ("a.html", b"<html>", UNKNOWN), ("a.svg", b"<svg>", UNKNOWN), ("", b"", UNKNOWN),
        ("a.pdf", b"MZ\x90", PROGRAM), ("a.png", b"\x7fELF", PROGRAM), ("a.txt", b"#!/bin/sh", PROGRAM),
    ],
)  # fmt: skip
def test_a_file_is_what_its_contents_say(name: str, data: bytes, expected: str) -> None:
    assert media_type(name, data) == expected
    assert ending_of(expected) in ("", f".{expected.rpartition('/')[2].replace('jpeg', 'jpg').replace('plain', 'txt')}")


@pytest.mark.parametrize(
    ("name", "size", "why"),
    [
        ("a.pdf", 10_000_000, None), ("a.pdf", 10_000_001, Why.LARGE), ("a.pdf", 0, None), ("", 5, None),
        ("a.exe", 1, Why.TYPE), ("A.EXE", 1, Why.TYPE), ("a.pdf.exe", 1, Why.TYPE), ("a.exe.pdf", 1, Why.TYPE),
        ("a.exe.", 1, Why.TYPE), ("a.exe ", 1, Why.TYPE), ("a.e\u200bxe", 1, Why.TYPE), ("a\u202egpj.exe", 1, Why.TYPE),
        ("a. exe", 1, Why.TYPE), ("exe", 1, None), ("executive.pdf", 1, None), ("x/a.scr", 1, Why.TYPE),
        ("a.exe", 10**9, Why.TYPE),
    ],
)  # fmt: skip
def test_what_is_too_large_or_a_program_is_refused(name: str, size: int, why: Why | None) -> None:
    assert LIMITS.refusal(name, size) is why


def test_what_was_sent_is_sorted_and_named_safely() -> None:
    files = [
        Attachment("telegram", "default", "1", name="../a.pdf", size=5),
        Attachment("telegram", "default", "2", name="b\u202e.exe", size=7),
    ]
    taken, refused = Limits(1_500_000, frozenset({".exe"})).sort(files)
    assert [(file["name"], file["ref"]) for file in taken] == [("a.pdf", "1")]
    [other] = refused
    assert (other["name"], other["refused"], float(other["most"])) == ("b.exe", "type", 1.5)


@pytest.mark.parametrize(("text", "size"), [("10MB", 10_000_000), ("500 kb", 500_000), ("1KB", 1000), (2000, 2000)])
def test_a_size_is_read(text: object, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    "text", ["10", "10 GB", "MB", "-1MB", "1.5MB", "0KB", "51MB", "999999999MB", True, None, 1.5, ""]
)
def test_what_is_no_size_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match=r"is not a size|out of bounds"):
        parse_size(text)
