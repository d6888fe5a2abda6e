"""Who may know whom, where import-linter cannot say it: rules for packages that are not there yet."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGINE_MAY_USE = {"engine", "pydantic", "pydantic_core", "jinja2", "simplejson"} | set(sys.stdlib_module_names)
OF_THE_WORLD = {
    "asyncio",
    "sqlite3",
    "socket",
    "urllib",
    "http",
    "subprocess",
    "threading",
    "time",
    "random",
    "secrets",
}


def imports(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every module that the files of a folder import, wherever in the file."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path} imports by relative name"
                yield path, node.module or ""


def test_the_engine_is_pure() -> None:
    strangers = [
        (path.name, module)
        for path, module in imports(ROOT / "engine")
        if (top := module.partition(".")[0]) not in ENGINE_MAY_USE or top in OF_THE_WORLD
    ]
    assert strangers == []


def test_channels_do_not_know_each_other() -> None:
    platforms = {path.name for path in (ROOT / "channels").iterdir() if path.is_dir()}
    for platform in platforms:
        others = {f"channels.{other}" for other in platforms - {platform}}
        found = [
            (path.name, module)
            for path, module in imports(ROOT / "channels" / platform)
            if ".".join(module.split(".")[:2]) in others
        ]
        assert found == []


def test_a_platforms_library_stays_in_its_channel() -> None:
    for library, home in (("aiogram", "telegram"), ("discord", "discord")):
        found = [
            path
            for path, module in imports(ROOT / "channels")
            if module.partition(".")[0] == library and path.relative_to(ROOT / "channels").parts[0] != home
        ]
        assert found == []


def test_packages_hold_a_docstring_only() -> None:
    for room in ("bot", "engine", "storage", "channels"):
        for path in (ROOT / room).rglob("__init__.py"):
            statements = ast.parse(path.read_text(encoding="utf-8")).body
            assert all(isinstance(statement, ast.Expr) for statement in statements), path
