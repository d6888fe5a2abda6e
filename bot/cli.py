"""The command `assent`. Exit codes: 0 fine, 1 the answer is no, 2 wrong usage or configuration, nothing was started."""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.faults import SettingsError

OK, NO, USAGE, INTERRUPTED = 0, 1, 2, 130
CHECKOUT = Path(__file__).resolve().parent.parent

app = typer.Typer(
    name="assent",
    help="AI does the work, humans approve the decisions: a chat bot whose workflows wait for people.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

audit = typer.Typer(help="Check the record of what happened, or hand it out.", rich_markup_mode=None)
app.add_typer(audit, name="audit")

Config = Annotated[
    Path | None, typer.Option("--config", help="The configuration; default: ASSENT_CONFIG, else assent.toml here.")
]
LookupConfig = Annotated[
    Path | None, typer.Option("--config", help="The configuration; default: assent.toml beside FILE, else here.")
]


@app.command(epilog="Example: assent run --config assent.toml")
def run(
    config: Config = None,
    restored: Annotated[
        bool, typer.Option("--restored", help="The database is a restored backup: ask before acting.")
    ] = False,
) -> int:
    """Start the bots and serve until stopped."""
    return _call("process.run", _settings(config), restored=restored)


@app.command(epilog="Example: assent demo --port 8081")
def demo(
    script: Annotated[
        bool, typer.Option("--script", help="Play the example's story instead of waiting for you.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served.")] = 8080,
    host: Annotated[str, typer.Option(help="A loopback address.")] = "127.0.0.1",
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what happened in earlier demos.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the demo keeps its database.")] = CHECKOUT / ".demo",
) -> int:
    """Start the refund example with a page that plays both sides of the chat."""
    _load("logs.configure")(os.environ)
    return _call("demo.demo", port=port, host=host, fresh=fresh, script=script, folder=folder)


@app.command(epilog="Example: assent check --strict examples/refund/workflow.json")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Workflow files.")],
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with JSON.")] = False,
    config: LookupConfig = None,
) -> int:
    """Look for mistakes in workflow files; exit code 1 if there are any."""
    return _call("cli_workflow.check", files, config, strict=strict, as_json=as_json)


@app.command(epilog="Example: assent graph examples/refund/workflow.json -o refund.svg")
def graph(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workflow file.")],
    form: Annotated[
        str, typer.Option("--format", help="svg or mermaid; default: as the name after -o ends, else mermaid.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; default: standard output.")
    ] = None,
    config: LookupConfig = None,
) -> int:
    """Draw a workflow."""
    return _call("cli_workflow.graph", file, config, form=form, output=output)


@app.command(
    epilog="Example: assent simulate examples/refund/workflow.json --script examples/refund/stories/approve.txt"
)
def simulate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workflow file.")],
    script: Annotated[Path, typer.Option("--script", help="The story to play.")],
    config: LookupConfig = None,
    allow_remote: Annotated[
        bool, typer.Option("--allow-remote", help="Call MCP servers that have a url, too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Answer with a line of JSON for each line.")] = False,
) -> int:
    """Play a chat story against a workflow, without a network; exit code 1 at the first line that fails."""
    _load("logs.configure")(os.environ)
    return _call(
        "simulate.simulate", file=file, script=script, config=config, allow_remote=allow_remote, as_json=as_json
    )


@app.command(epilog="Example: assent migrate --config assent.toml")
def migrate(config: Config = None) -> int:
    """Bring the database to this release, after a backup."""
    return _call("migrate.migrate", _settings(config))


@app.command(epilog="Example: assent backup backups/monday.db")
def backup(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to be made; it must not be there yet.")],
    config: Config = None,
) -> int:
    """Copy the database while `assent run` works; the copy is complete or not there."""
    return _call("backup.backup", _settings(config), path)


@app.command(epilog="Example: assent resume --after-restore k3v7q2m5x4n6p8r9s2t4u6w8y2")
def resume(
    runs: Annotated[list[str] | None, typer.Argument(metavar="RUN...", help="Only these; default: all.")] = None,
    after_restore: Annotated[
        bool, typer.Option("--after-restore", help="It was checked what was done since the backup.")
    ] = False,
    config: Config = None,
) -> int:
    """List the runs that are under review after a restore, or let them go on."""
    return _call("restore.resume", _settings(config), runs or [], after_restore)


@app.command(epilog="Example: assent doctor --config assent.toml")
def doctor(config: Config = None) -> int:
    """Look whether all that the configuration names is there and lets us work; exit code 1 if not."""
    return _call("doctor.doctor", _settings(config))


@audit.command(epilog="Example: assent audit verify --head 7d1f... (as the last backup printed it)")
def verify(
    head: Annotated[str, typer.Option("--head", help="A hash that must be in the record, kept elsewhere.")] = "",
    config: Config = None,
) -> int:
    """Check that no row was edited, removed or moved; exit code 1 names the first bad row."""
    return _call("record.verify", _settings(config), head)


@audit.command(epilog="Example: assent audit export --since 2026-11-01 --format csv > november.csv")
def export(
    form: Annotated[str, typer.Option("--format", help="json (one line per row) or csv.")] = "json",
    since: Annotated[str, typer.Option(help="Only rows from this day or moment on (ISO 8601, UTC).")] = "",
    config: Config = None,
) -> int:
    """Write the record to standard output."""
    return _call("record.export", _settings(config), form, since)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and answer its exit code; faults of usage and configuration are sentences, not tracebacks."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return int(app(args=list(arguments) or ["--help"], prog_name="assent", standalone_mode=False) or OK)
    except typer.TyperException as error:
        return _refuse([_sentence(error)])
    except typer.Abort:
        return INTERRUPTED
    except SettingsError as error:
        return _refuse(error.problems)


def _settings(config: Path | None) -> Any:
    settings = _load("settings.load_settings")(config, os.environ)
    _load("logs.configure")(os.environ, settings.secrets())
    return settings


def _call(entry: str, *args: Any, **options: Any) -> int:
    return int(_load(entry)(*args, **options))


def _load(entry: str) -> Any:
    """`module.function` of `bot`, imported only now: the imports of `run` cost seconds that `check` need not pay."""
    module, _, name = entry.partition(".")
    return getattr(importlib.import_module(f"bot.{module}"), name)


def _sentence(error: typer.TyperException) -> str:
    message = str(getattr(error, "format_message", lambda: error)())
    return f"{message if message.endswith(('.', '?')) else message + '.'} Try: assent --help"


def _refuse(problems: Sequence[str]) -> int:
    for problem in problems:
        typer.echo(f"assent: {problem}", err=True)
    return USAGE
