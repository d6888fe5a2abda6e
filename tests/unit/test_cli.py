"""The command line: what it starts, what it says, and its exit codes."""

import json
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from bot.cli import CHECKOUT, main

COMMANDS = ("run", "demo", "check", "graph", "simulate", "migrate", "doctor")
SLOW = ("mcp", "tortoise", "aiohttp", "discord", "aiogram", "pydantic_settings", "jinja2", "fluent")

CONFIG = """
[web]
playground = true
[mcp.orders]
command = ["python", "-m", "orders"]
[people.ana]
play = "ana"
[teams.finance]
members = ["ana"]
post = ["play:review"]
[bots.refunds]
workflow = "good.json"
team = "finance"
[email]
provider = "playground"
"""

GOOD: dict[str, Any] = {
    "nodes": [
        {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
        {"id": "say", "type": "send_message", "data": {"message": "Hello"}},
    ],
    "edges": [{"source": "t", "target": "say"}],
}
UNKNOWN_SERVER = {
    "nodes": [
        *GOOD["nodes"],
        {"id": "call", "type": "mcp_tool", "data": {"toolName": "ordres__get", "arguments": {}, "outputVariable": "o"}},
    ],
    "edges": [*GOOD["edges"], {"source": "say", "target": "call"}],
}
UNREACHABLE = {
    "nodes": [*GOOD["nodes"], {"id": "island", "type": "send_message", "data": {"message": "?"}}],
    "edges": GOOD["edges"],
}


def gate_and_handoff(team: str) -> dict[str, Any]:
    """A workflow that mails a code and asks a team."""
    gate = {"provider": "resend", "contact_type": "email", "outputVariable": "email"}
    ask = {"actionType": "human_handoff", "reason": "{{email}}", "team": team, "channels": ["telegram"]}
    return {
        "nodes": [
            *GOOD["nodes"],
            {"id": "gate", "type": "auth_gate", "data": gate},
            {"id": "ask", "type": "action", "data": ask},
        ],
        "edges": [
            {"source": "t", "target": "gate"},
            {"source": "gate", "target": "ask", "sourceHandle": "verified"},
            {"source": "ask", "target": "say", "sourceHandle": "approved"},
            {"source": "ask", "target": "say", "sourceHandle": "rejected"},
        ],
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder with two workflows in a folder beside it."""
    for name, workflow in (("good", GOOD), ("unknown", UNKNOWN_SERVER), ("island", UNREACHABLE)):
        (tmp_path / f"{name}.json").write_text(json.dumps(workflow))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv("ASSENT_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def configured(folder: Path) -> Path:
    (folder / "assent.toml").write_text(CONFIG)
    return folder


def test_importing_the_command_line_is_cheap() -> None:
    code = f"import bot.cli, sys; print([name for name in {SLOW!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_python_m_bot_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "bot", "frobnicate"], cwd=CHECKOUT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "assent: No such command 'frobnicate'. Try: assent --help\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"Example: assent {command}" in " ".join(capsys.readouterr().out.split())


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert all(command in capsys.readouterr().out for command in COMMANDS[:1])


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["run", "--bogus"],
        ["run", "--config", "nowhere.toml"],
        ["run"],
        ["migrate"],
        ["check"],
        ["check", "nowhere.json"],
        ["check", "."],
        ["graph", "nowhere.json"],
        ["graph", "../good.json", "--format", "png"],
        ["graph", "../good.json", "-o", "no/such/folder.svg"],
        ["check", "../good.json", "--config", "nowhere.toml"],
        ["simulate", "../good.json"],
        ["demo", "--port", "many"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_sentence_and_2(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("assent: ")
    assert len(err.splitlines()) == 1


def test_faults_of_the_configuration_come_all_at_once(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (configured / "assent.toml").write_text(CONFIG.replace('["ana"]', '["otto"]') + "[llm]\n")
    assert main(["run", "--config", str(configured / "assent.toml")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_check_without_a_configuration_does_not_look_tools_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "good.json"), str(folder / "unknown.json")]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"{folder / 'good.json'}: fine"
    assert [line for line in out if line.startswith("Tools were not looked up")] == out[-1:]


def test_check_uses_the_configuration_beside_the_file(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(configured / "good.json")]) == 0
    assert main(["check", str(configured / "good.json"), str(configured / "unknown.json")]) == 1
    out = capsys.readouterr().out
    assert "unknown.json: error: call.toolName: " in out
    assert "Did you mean orders?" in out
    assert "not looked up" not in out


def test_check_uses_the_configuration_that_is_named(configured: Path, tmp_path: Path) -> None:
    moved = (configured / "assent.toml").rename(configured / "elsewhere" / "other.toml")
    moved.write_text(CONFIG.replace("good.json", "../good.json"))
    assert main(["check", str(configured / "unknown.json")]) == 0
    assert main(["check", str(configured / "unknown.json"), "--config", str(moved)]) == 1


def test_warnings_count_when_asked_to(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(configured / "island.json")]) == 0
    assert "warning: island" in capsys.readouterr().out
    assert main(["check", "--strict", str(configured / "island.json")]) == 1


def test_check_answers_in_json(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(configured / "good.json"), str(configured / "unknown.json")]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    good, unknown = answer["files"]
    assert (good["ok"], good["problems"], good["tools_looked_up"]) == (True, [], True)
    first = unknown["problems"][0]
    assert (first["code"], first["node"], first["field"]) == ("unknown-server", "call", "toolName")
    assert first["fix"]


def test_check_minds_the_teams_and_the_mail(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = configured / "gate.json"
    file.write_text(json.dumps(gate_and_handoff("finanse")))
    assert main(["check", str(file)]) == 1
    out = capsys.readouterr().out
    assert "error: ask.team: The team finanse is not configured. Did you mean finance?" in out
    assert "note: gate.provider: The mail goes through playground" in out

    file.write_text(json.dumps(gate_and_handoff("finance")))
    (configured / "assent.toml").write_text(CONFIG.replace('provider = "playground"', 'provider = "none"'))
    assert main(["check", str(file)]) == 1
    out = capsys.readouterr().out
    assert "error: ask.channels: The team finance has no place on telegram." in out
    assert "error: gate.provider: Nobody can be verified, because no mail is sent." in out


def test_graph_draws(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = str(configured / "good.json")
    assert main(["graph", good]) == 0
    assert "flowchart" in capsys.readouterr().out
    for name, start in (("a.svg", "<svg"), ("b.mmd", "flowchart")):
        assert main(["graph", good, "-o", name]) == 0
        assert start in Path(name).read_text()
    assert main(["graph", good, "--format", "svg", "-o", "c.txt"]) == 0
    assert "<svg" in Path("c.txt").read_text()


def test_graph_of_a_workflow_with_errors_is_refused(configured: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(configured / "unknown.json")]) == 1
    out, err = capsys.readouterr()
    assert (out, "unknown-server" in err) == ("", True)


@pytest.mark.parametrize(
    ("arguments", "entry", "expected"),
    [
        (["run", "--restored"], ("process", "run"), {"restored": True}),
        (["migrate"], ("migrate", "migrate"), {}),
        (
            ["demo", "--script", "--port", "0"],
            ("demo", "demo"),
            {"port": 0, "host": "127.0.0.1", "fresh": False, "script": True, "folder": CHECKOUT / ".demo"},
        ),
        (
            ["simulate", "f.json", "--script", "s.txt", "--allow-remote"],
            ("simulate", "simulate"),
            {"file": Path("f.json"), "script": Path("s.txt"), "config": None, "allow_remote": True, "as_json": False},
        ),
    ],
)
def test_a_command_hands_over_to_its_room(
    configured: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    entry: tuple[str, str],
    expected: dict[str, object],
) -> None:
    calls: list[dict[str, object]] = []
    module = types.ModuleType(f"bot.{entry[0]}")
    setattr(module, entry[1], lambda *_, **options: calls.append(options) or 1)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr("bot.logs.configure", lambda *_: None)
    monkeypatch.setenv("ASSENT_CONFIG", str(configured / "assent.toml"))
    assert main(arguments) == 1
    assert calls == [expected]
