"""The books of the refund example: an order is refunded once, whoever asks, however often, from any process."""

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from examples.refund import ledger

NOW = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "ledger.db"


@pytest.mark.parametrize("email", ["ana@example.com", " ANA@Example.com ", "ana @example.com\n"])
def test_an_order_is_found_by_its_address(path: Path, email: str) -> None:
    order = ledger.find_order(path, email)
    assert (order.id, str(order.total), order.currency, order.status) == ("45678", "2150.00", "USD", "delivered")
    assert timedelta(days=3) <= datetime.now(UTC) - order.placed_at < timedelta(days=3, minutes=5)


def test_the_small_order_and_nobodys(path: Path) -> None:
    order = ledger.find_order(path, "ben@example.com")
    assert (order.id, str(order.total)) == ("45679", "42.50")
    with pytest.raises(ledger.LedgerError, match="no order for this address"):
        ledger.find_order(path, "eve@example.com")


def test_a_refund_takes_its_amount_from_the_order(path: Path) -> None:
    booked = ledger.refund(path, "45678", "key-1", NOW)
    assert booked == ledger.Refund("re_0001", "45678", Decimal("2150.00"), "USD", "key-1", NOW)
    assert ledger.entries(path) == [booked]
    assert ledger.find_order(path, "ana@example.com").status == "refunded"


def test_the_same_key_gives_the_same_refund(path: Path) -> None:
    first = ledger.refund(path, "45678", "key-1", NOW)
    again = ledger.refund(path, "45678", "key-1", NOW + timedelta(hours=1))
    assert again == first
    assert len(ledger.entries(path)) == 1


def test_the_same_key_for_another_order_is_an_error(path: Path) -> None:
    ledger.refund(path, "45678", "key-1", NOW)
    with pytest.raises(ledger.LedgerError, match="other arguments"):
        ledger.refund(path, "45679", "key-1", NOW)
    assert len(ledger.entries(path)) == 1


@pytest.mark.parametrize("key", ["key-2", None, ""])
def test_a_second_refund_is_refused(path: Path, key: str | None) -> None:
    ledger.refund(path, "45678", "key-1", NOW)
    with pytest.raises(ledger.LedgerError, match="already refunded"):
        ledger.refund(path, "45678", key, NOW)
    assert len(ledger.entries(path)) == 1


def test_an_unknown_order_is_refused(path: Path) -> None:
    with pytest.raises(ledger.LedgerError, match="no order '1'"):
        ledger.refund(path, "1", None, NOW)


def test_refunds_of_one_order_or_all(path: Path) -> None:
    big, small = (ledger.refund(path, order, None, NOW) for order in ("45678", "45679"))
    assert ledger.refunds_of(path, None) == [big, small]
    assert ledger.refunds_of(path, "45679") == [small]


def test_there_are_no_entries_before_there_are_books(path: Path) -> None:
    assert ledger.entries(path) == []
    assert not path.exists()


def test_the_path_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setenv(ledger.PATH_VARIABLE, str(path))
    assert ledger.default_path() == path
    monkeypatch.delenv(ledger.PATH_VARIABLE)
    assert ledger.default_path() == ledger.DEFAULT_PATH


def test_threads_that_begin_the_books_together_book_one_refund(path: Path) -> None:
    start = threading.Barrier(8)

    def ask(number: int) -> str:
        start.wait()
        try:
            return ledger.refund(path, "45678", f"key-{number}", NOW).id
        except ledger.LedgerError as error:
            return str(error)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
    assert sorted(answers) == ["order 45678 is already refunded"] * 7 + ["re_0001"]


def test_processes_with_one_key_get_one_refund(path: Path) -> None:
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path; from examples.refund import ledger;"
        "print(ledger.refund(Path(sys.argv[1]), '45678', 'key', datetime.now(UTC)).created_at)"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, str(path)]
    processes = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) for _ in range(4)]
    assert len({process.communicate(timeout=30)[0] for process in processes}) == 1
    assert len(ledger.entries(path)) == 1


def test_a_crash_inside_the_transaction_books_nothing(path: Path) -> None:
    ledger.find_order(path, "ana@example.com")
    with pytest.raises(ZeroDivisionError), ledger._transaction(path) as books:
        books.execute("UPDATE orders SET status = 'refunded'")
        raise ZeroDivisionError
    assert ledger.refund(path, "45678", "key", NOW).id == "re_0001"


def test_a_writer_elsewhere_is_waited_for(path: Path) -> None:
    ledger.find_order(path, "ana@example.com")
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, other.execute, ("COMMIT",))
    timer.start()
    assert ledger.refund(path, "45678", "key", NOW).id == "re_0001"
    timer.join()
    other.close()
