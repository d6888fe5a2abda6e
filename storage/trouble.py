"""What can befall a transaction on a server that others use, too."""


class Trouble(Exception):
    """The database could not carry something out, through no fault of what was asked."""


class Closed(Trouble):
    """This process has closed its database: it is about to end."""


class Collided(Trouble):
    """Another transaction was in the way; nothing was written."""


class Lost(Trouble):
    """The connection ended; `unknown` means that it was asked to commit, and nobody knows whether it did."""

    def __init__(self, detail: str, *, unknown: bool = False) -> None:
        super().__init__(detail)
        self.unknown = unknown
