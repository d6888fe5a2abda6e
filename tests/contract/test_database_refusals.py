"""A database that cannot be used: one sentence, exit code 2, and nothing was started."""

import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.unit.test_cli import CONFIG, GOOD

UNREACHABLE = "postgres://ana:s3cret@127.0.0.1:1/assent"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSENT_DATABASE", UNREACHABLE)
    (tmp_path / "good.json").write_text(str(GOOD).replace("'", '"'))
    (tmp_path / "assent.toml").write_text(CONFIG)
    return tmp_path / "assent.toml"


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_server_that_is_not_there(config: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("asyncpg")
    assert main([command, "--config", str(config)]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and said[0].startswith("assent: postgres://127.0.0.1:1/assent cannot be reached")
    assert "s3cret" not in said[0] and said[0].endswith("start the server or correct `database`.")


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_the_driver_is_not_installed(
    config: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in [name for name in sys.modules if name.startswith("storage.postgres")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    assert main([command, "--config", str(config)]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and "asyncpg" in said[0] and "the extra `postgres`" in said[0]
