"""The section `[files]`: a bound in words, and endings that are refused."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings
from tests.unit.test_settings import GOOD


def read(folder: Path, section: str, **environ: str) -> Settings:
    (folder / "workflow.json").write_text("{}")
    (folder / "assent.toml").write_text(f"{GOOD}\n[files]\n{section}\n")
    return load_settings(folder / "assent.toml", environ)


def test_ten_megabytes_and_no_programs_unless_somebody_says_otherwise(tmp_path: Path) -> None:
    files = read(tmp_path, "").files
    assert files.max_size == 10_000_000
    assert {".exe", ".bat", ".ps1", ".js"} <= set(files.refuse) and ".pdf" not in files.refuse


def test_both_can_be_said_in_the_file_and_in_the_environment(tmp_path: Path) -> None:
    files = read(tmp_path, 'max_size = "500 KB"\nrefuse = [".DOCX"]').files
    assert (files.max_size, files.refuse) == (500_000, (".docx",))
    environ = {"ASSENT_FILES__MAX_SIZE": "2MB", "ASSENT_FILES__REFUSE": '[".a", ".b"]'}
    files = read(tmp_path, 'max_size = "500KB"', **environ).files
    assert (files.max_size, files.refuse) == (2_000_000, (".a", ".b"))


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ('max_size = "10 GB"', "files.max_size = \"10 GB\": '10 GB' is not a size; write 500KB or 10MB."),
        ('max_size = "90MB"', "write a size from 1KB to 50MB"),
        ('refuse = ["exe"]', "write an ending such as .exe, with its dot"),
        ("max_sise = 5", "Did you mean max_size?"),
    ],
)
def test_what_is_wrong_is_said_with_the_fix(tmp_path: Path, section: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read(tmp_path, section)
    assert len(raised.value.problems) == 1 and sentence in raised.value.problems[0]
