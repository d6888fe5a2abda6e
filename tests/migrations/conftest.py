"""What is tested here are the migrations themselves: no file is a copy."""

import pytest

from storage import db
from tests.fakes import migrated


@pytest.fixture(autouse=True)
def real_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "apply_migrations", migrated._real)
