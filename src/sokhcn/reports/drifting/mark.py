"""How far issued figures were held against what was written: a mark that stands in the database."""

from sokhcn.records import workings
from sokhcn.records.chains import last_batch
from sokhcn.reports.models import DriftMark


def mark() -> int | None:
    """The last passage of the gate that was looked at; None before the first time."""
    found = DriftMark.objects.filter(pk=1).first()
    return found.last_batch if found else None


def behind() -> int:
    """How many passages of the gate were not looked at yet. Two statements."""
    return last_batch() - (mark() or 0)


def advance(until: int) -> None:
    """Note that everything up to the batch ``until`` was looked at; in the transaction of what was found."""
    workings.put(DriftMark, [DriftMark(pk=1, last_batch=until)], unique=["id"], told=["last_batch"])
