"""`assent check` and `assent graph`: what is wrong with workflow files, and what they look like."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from bot.settings import FILE_NAME, FILE_VARIABLE, Settings, load_settings
from bot.tools import McpTools
from bot.workflow_settings import settings_problems
from engine.diagram.draw import mermaid, svg
from engine.errors import Problem, WorkflowRefused
from engine.lint.rules import lint
from engine.workflow.load import Workflow, load

OK, NO = 0, 1
FORMATS = {"svg": svg, "mermaid": mermaid}
ENDINGS = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid"}
NOT_LOOKED_UP = f"Tools were not looked up: there is no {FILE_NAME} beside the file or here. Name one with --config."


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one file."""

    file: Path
    problems: tuple[Problem, ...]
    tools_looked_up: bool

    def is_fine(self, strict: bool) -> bool:
        """Whether the file may be used; `strict` minds warnings, too."""
        minded = {"error", "warning"} if strict else {"error"}
        return not any(problem.severity in minded for problem in self.problems)


def check(files: Sequence[Path], config: Path | None, *, strict: bool, as_json: bool) -> int:
    """Print what is wrong with each file; 1 if there are errors (or, `strict`, warnings)."""
    findings = [_examine(file, text, config) for file, text in [(file, _read(file)) for file in files]]
    if as_json:
        typer.echo(json.dumps(_as_json(findings, strict), ensure_ascii=False, indent=2))
    else:
        for line in (line for finding in findings for line in _lines(finding)):
            typer.echo(line)
        if not all(finding.tools_looked_up for finding in findings):
            typer.echo(NOT_LOOKED_UP)
    return OK if all(finding.is_fine(strict) for finding in findings) else NO


def graph(file: Path, config: Path | None, *, form: str, output: Path | None) -> int:
    """Draw a workflow to a file or to standard output; 1 if it has errors, which are printed to stderr."""
    form = form or (ENDINGS.get(output.suffix.lower(), "mermaid") if output else "mermaid")
    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is no format: write svg or mermaid", param_hint="--format")
    text = _read(file)
    try:
        drawing = FORMATS[form](_load(text, _settings_for(file, config)))
    except WorkflowRefused as refusal:
        for problem in refusal.problems:
            typer.echo(_line(file, problem), err=True)
        return NO
    if output is None:
        typer.echo(drawing)
        return OK
    try:
        output.write_text(drawing, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from None
    return OK


def _examine(file: Path, text: bytes, config: Path | None) -> Finding:
    settings = _settings_for(file, config)
    looked_up = settings is not None
    try:
        workflow = _load(text, settings)
    except WorkflowRefused as refusal:
        return Finding(file, tuple(refusal.problems), looked_up)
    problems = list(lint(workflow, McpTools(settings.servers() if settings else ()).spec))
    if settings:
        problems += settings_problems(workflow, settings)
    return Finding(file, tuple(sorted(problems, key=_severest_first)), looked_up)


def _load(text: bytes, settings: Settings | None) -> Workflow:
    if settings is None:
        return load(text)
    tools = McpTools(settings.servers())
    return load(text, servers=tools.servers(), effects=tools.spec)


def _settings_for(file: Path, config: Path | None) -> Settings | None:
    """The configuration that is named, or stands beside the file, or here; None if there is none."""
    named = config or (Path(os.environ[FILE_VARIABLE]) if os.environ.get(FILE_VARIABLE) else None)
    candidates = (path for path in (file.parent / FILE_NAME, Path(FILE_NAME)) if path.is_file())
    path = named or next(candidates, None)
    return load_settings(path, os.environ) if path else None


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}", param_hint="FILE") from None


def _lines(finding: Finding) -> list[str]:
    return [_line(finding.file, problem) for problem in finding.problems] or [f"{finding.file}: fine"]


def _line(file: Path, problem: Problem) -> str:
    place = ".".join(part for part in (problem.node, problem.field) if part)
    where = f"{place}: " if place else ""
    return f"{file}: {problem.severity}: {where}{_sentence(problem.message)} {_sentence(problem.fix)} [{problem.code}]"


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _severest_first(problem: Problem) -> int:
    order = ("error", "warning")
    return order.index(problem.severity) if problem.severity in order else len(order)


def _as_json(findings: Sequence[Finding], strict: bool) -> dict[str, object]:
    files = [
        {
            "file": str(finding.file),
            "ok": finding.is_fine(strict),
            "tools_looked_up": finding.tools_looked_up,
            "problems": [asdict(problem) for problem in finding.problems],
        }
        for finding in findings
    ]
    return {"ok": all(file["ok"] for file in files), "files": files}
