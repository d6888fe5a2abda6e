"""Lines of CSV after RFC 4180 for programs and spreadsheets, which execute nothing of what stands in them."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would execute."""


def line(cells: Iterable[object], end: str = "\r\n") -> str:
    """One line, with its end."""
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerow([cell(each) for each in cells])
    return text.getvalue()


def cell(value: object) -> str:
    """A cell that a spreadsheet shows and never executes; None is an empty one."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
