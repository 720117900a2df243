"""Whether a signed file prints the number that the outgoing book has."""

from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, must
from sokhcn.reports.models import Edition
from sokhcn.reports.numbers.slips import read_number
from sokhcn.reports.numbers.taking import number_of
from sokhcn.reports.signing.accepted import latest


def misnumbered(edition: Edition) -> tuple[Finding, ...]:
    """A finding where the latest signed file of ``edition`` prints another number than the book has."""
    row, signed = number_of(edition), latest(edition)
    told = signed.verdict["number"] if signed else ""
    printed = read_number(told) if told else None
    if row is None or printed is None or printed == (row.number, row.suffix):
        return ()
    template = "Bản đã ký ghi số {printed}, sổ văn bản đi ghi {code} ngày {day}."
    advice = "Hủy số ghi nhầm hoặc nhận lại đúng tệp."
    said = {"printed": told, "code": row.code, "day": written(row.dated_on)}
    return (must("signed.number", template, suggestion=advice, **said),)
