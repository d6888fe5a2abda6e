"""Where settings come from: the file and the environment, merged into one tree, with every unknown name reported.

pydantic-settings is not used: it ignores unknown top-level variables, lower-cases the names of tables that are free
(`[mcp.x.env]`), and one malformed value hides all other faults.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_origin

from pydantic import BaseModel, SecretStr

from bot.faults import SettingsError
from bot.settings_schema import FROM_FILE, child_of, is_free, is_table, names_in
from engine.suggest import did_you_mean

PREFIX = "ASSENT_"
NOT_SETTINGS = frozenset({"ASSENT_CONFIG"})

ACCOUNTS = ("telegram", "discord")
"""Tables of accounts: what stands in them directly is the account `default`, a table in them is a further one."""
DEFAULT = "default"

NOT_YET = (
    "llm", "bots.*.system", "bots.*.tools",
)  # fmt: skip
"""Keys of the contract that this release does not carry out yet."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the dotted path of the key, and a sentence that says what is wrong and how to mend it."""

    path: str
    sentence: str


def read_sources(
    model: type[BaseModel], path: Path, environ: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem]]:
    """The merged tree, faults taken out, and the faults. Raises SettingsError if the file cannot be read at all."""
    tree = _with_accounts(_read_file(path))
    problems = list(_cleanse(tree, model, ""))
    problems += _merge_environment(tree, model, environ)
    problems += _read_secret_files(tree, model, path.resolve().parent, "")
    return tree, problems


# --- the file -------------------------------------------------------------------------------------------------------


def _read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fix = "name one with --config, or begin with a copy of examples/refund/assent.toml"
        raise SettingsError([f"The configuration {path} does not exist: {fix}."]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"The configuration {path} cannot be read: {error}."]) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([f"The configuration {path} is not TOML: {error}."]) from None


def _with_accounts(tree: dict[str, Any]) -> dict[str, Any]:
    """The tree with the keys of `[telegram]` itself under `[telegram.default]`."""
    for section in ACCOUNTS:
        table = tree.get(section)
        if isinstance(table, dict) and (own := {key: value for key, value in table.items() if not _is_dict(value)}):
            named = {key: value for key, value in table.items() if _is_dict(value)}
            tree[section] = {**named, DEFAULT: {**named.get(DEFAULT, {}), **own}}
    return tree


def _is_dict(value: Any) -> bool:
    return isinstance(value, dict)


def _cleanse(table: dict[str, Any], kind: Any, at: str) -> Iterator[Problem]:
    """Report the keys that no model knows or that are not supported yet, and take them out."""
    for key in list(table):
        path = _join(at, key)
        problem = _not_yet(path) or (None if child_of(kind, key) else _unknown(path, kind, key))
        if problem:
            del table[key]
            yield problem
        elif isinstance(table[key], dict) and is_table(child_of(kind, key)):
            yield from _cleanse(table[key], child_of(kind, key), path)


def _unknown(path: str, kind: Any, key: str) -> Problem:
    return Problem(path, f"{path} is unknown. {did_you_mean(key, names_in(kind))}")


def _not_yet(path: str) -> Problem | None:
    known = any(_fits(path, pattern) for pattern in NOT_YET)
    return Problem(path, f"{path} is not supported yet: take it out.") if known else None


def _fits(path: str, pattern: str) -> bool:
    parts, wanted = path.removesuffix(FROM_FILE).split("."), pattern.split(".")
    return len(parts) == len(wanted) and all(want in ("*", part) for part, want in zip(parts, wanted, strict=True))


# --- the environment ------------------------------------------------------------------------------------------------


def _merge_environment(tree: dict[str, Any], model: type[BaseModel], environ: Mapping[str, str]) -> Iterator[Problem]:
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS:
            yield from _merge_variable(tree, model, variable, environ[variable])


def _merge_variable(tree: dict[str, Any], model: Any, variable: str, text: str) -> Iterator[Problem]:
    table, kind, at = tree, model, ""
    *outer, last = variable.removeprefix(PREFIX).split("__")
    if len(outer) == 1 and outer[0].casefold() in ACCOUNTS:
        outer.append(DEFAULT)
    for part in outer:
        key = _spelling(part, table, kind)
        at, child = _join(at, key), child_of(kind, key)
        if problem := _not_yet(at):
            yield Problem(problem.path, problem.sentence.replace(at, variable, 1))
            return
        if not is_table(child) or not isinstance(table.setdefault(key, {}), dict):
            yield _unknown_variable(variable, part, kind)
            return
        table, kind = table[key], child
    key = _spelling(last, table, kind)
    at, child = _join(at, key), child_of(kind, key)
    if problem := _not_yet(at):
        yield Problem(at, problem.sentence.replace(at, variable, 1))
    elif child is None:
        yield _unknown_variable(variable, last, kind)
    else:
        try:
            table[key] = _value(child, text)
        except tomllib.TOMLDecodeError:
            yield Problem(at, f'{variable} cannot be read: write it as in the file, such as ["a", "b"].')


def _unknown_variable(variable: str, part: str, kind: Any) -> Problem:
    hint = did_you_mean(part, (name.upper() for name in names_in(kind)))
    return Problem(variable, f"{variable} is unknown, because of {part}. {hint}")


def _spelling(part: str, table: dict[str, Any], kind: Any) -> str:
    """The key that a part of a variable's name means: variables cannot hold `-`, and are mostly in capitals."""
    wanted = part.casefold()
    for key in (*table, *names_in(kind)):
        if key.casefold().replace("-", "_") == wanted:
            return str(key)
    return part if is_free(kind) else wanted


def _value(kind: Any, text: str) -> Any:
    """Lists and tables are written as in the file; anything else is taken as it stands."""
    return tomllib.loads(f"value = {text}")["value"] if is_table(kind) or get_origin(kind) is tuple else text


# --- secrets in files of their own ------------------------------------------------------------------------------------


def _read_secret_files(table: dict[str, Any], kind: Any, folder: Path, at: str) -> Iterator[Problem]:
    """Replace `KEY_file = path` by the content of that file, without the newline at its end."""
    for key, value in list(table.items()):
        stem, path = key.removesuffix(FROM_FILE), _join(at, key)
        if stem != key and child_of(kind, stem) is SecretStr:
            del table[key]
            if stem in table:
                yield Problem(path, f"{path} and {_join(at, stem)} are both given: keep one.")
                continue
            try:
                table[stem] = (folder / str(value)).read_text(encoding="utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                yield Problem(path, f"{path} names a file that cannot be read: {error}.")
        elif isinstance(value, dict):
            yield from _read_secret_files(value, child_of(kind, key), folder, path)


def _join(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key
