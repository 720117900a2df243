"""A stock that does not follow from the one of the last report."""

from collections.abc import Iterator

from sokhcn.checker.printed import where_printed
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount


@rule("continuity.stock", "Số hiện có bằng số của báo cáo kỳ trước, cộng vào và trừ ra trong kỳ.", Severity.LOOK)
def stock_follows(subject: Subject) -> Iterator[Fault]:
    for key, before in subject.witness.last_report().items():
        now = subject.witness.figure(key) if before.is_stock and before.said != before.counted else None
        if now is None:
            continue
        said = (
            "{label}: {report} báo cáo {said}, từ đó thêm {entered}, bớt {left}, mà nay là {now}; "
            "theo sổ, cuối kỳ trước là {counted}."
        )
        yield fault(
            where_printed(subject, key), said, suggestion="Giải trình, hoặc xem lại các dòng sổ đã sửa.",
            label=before.label, report=before.report, said=amount(before.said), entered=before.entered,
            left=before.left, now=amount(now.value), counted=amount(before.counted),
        )  # fmt: skip
