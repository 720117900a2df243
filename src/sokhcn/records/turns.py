"""Writers take turns: SQLite lets in one at a time by itself, and the gate asks the same of PostgreSQL.

Batches form a chain, so two passages cannot end at once; one that must see the registers stand still waits for its turn
before it asks anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

from sokhcn.records.models import Batch

# Serialization failure, deadlock, lock not available; and SQLite's words.
IN_THE_WAY = ("40001", "40P01", "55P03")
LOCKED = "locked"


class Busy(Exception):
    """Another passage was in the way for too long, or wrote what this one had read; this one wrote nothing."""

    def __init__(self) -> None:
        super().__init__("Sổ đang bận vì người khác đang ghi, nên chưa ghi gì. Chờ ít giây rồi làm lại.")


@contextmanager
def busy_is_said() -> Iterator[None]:
    """Whoever has to wait in vain is told so, and not in the words of the database."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in IN_THE_WAY or LOCKED in str(error):
            raise Busy from error
        raise


def wait_for_turn() -> None:
    """From here to the end of the transaction nobody else ends a passage through the gate; readers are not held up."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Batch._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def stand_still() -> None:
    """Every question of this transaction sees the registers as they stood at the first: what SQLite promises anyway.

    It must come first. Locking before the first question means that what is seen is also the latest.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
