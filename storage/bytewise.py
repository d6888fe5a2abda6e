"""Texts whose order is that of their bytes on every database, so that a range holds what begins alike."""

from tortoise import fields


class BytewiseField(fields.CharField[str]):
    """A short text; SQLite compares byte by byte in any case, a PostgreSQL by its own language where it is not told."""

    class _db_postgres:
        def __init__(self, field: "BytewiseField") -> None:
            self.field = field

        @property
        def SQL_TYPE(self) -> str:
            return f'VARCHAR({self.field.max_length}) COLLATE "C"'
