"""Why nothing was started: kept apart from `settings`, so that the command line can name it without importing them."""

from collections.abc import Sequence


class SettingsError(Exception):
    """The configuration cannot be used; `problems` holds a sentence per fault."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)
