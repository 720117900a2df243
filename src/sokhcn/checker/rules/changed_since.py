"""Figures of the last report that the registers count otherwise today."""

from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount

MOST_NAMED = 3


@rule("continuity.changed", "Số của báo cáo kỳ trước vẫn là số mà sổ đếm được cho kỳ đó.", Severity.LOOK)
def changed_since(subject: Subject) -> Iterator[Fault]:
    """One finding for all: somebody changed rows of a period that is reported on; stocks are told by their own rule."""
    before = [one for one in subject.witness.last_report().values() if not one.is_stock and one.said != one.counted]
    if before:
        named = "; ".join(f"{one.label}: {amount(one.said)}, nay {amount(one.counted)}" for one in before[:MOST_NAMED])
        more = f"; và {len(before) - MOST_NAMED} chỉ tiêu nữa" if len(before) > MOST_NAMED else ""
        said = "Sổ nay đếm khác ấn bản {report} đã báo cáo ({figures}{more})."
        advice = "Giải trình trong báo cáo này, hoặc xem lại các dòng sổ đã sửa."
        yield fault(None, said, suggestion=advice, report=before[0].report, figures=named, more=more)
