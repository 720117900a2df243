"""How far issued figures were held against what was written: a mark that stands in the database."""

from sokhcn.records import workings
from sokhcn.records.models import Batch
from sokhcn.reports.models import DriftMark

# Who looks, and what for: as the passages tell that write what was noticed.
LOGIN, OCCASION = "chenh-lech", "Đối chiếu số đã ban hành với các sổ"


def mark() -> int | None:
    """The last passage of the gate that was looked at; None before the first time."""
    found = DriftMark.objects.filter(pk=1).first()
    return found.last_batch if found else None


def behind() -> int:
    """How many passages of the gate were not looked at yet, but for those that wrote what was found. Two statements."""
    later = Batch.objects.filter(pk__gt=mark() or 0)
    return int(later.exclude(login=LOGIN, reason=OCCASION).count())


def advance(until: int) -> None:
    """Note that everything up to the batch ``until`` was looked at; in the transaction of what was found."""
    workings.put(DriftMark, [DriftMark(pk=1, last_batch=until)], unique=["id"], told=["last_batch"])
