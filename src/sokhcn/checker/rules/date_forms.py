"""Dates of cited papers in two forms."""

from collections.abc import Iterator

from sokhcn.checker.dates import Printed, printed
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import more
from sokhcn.checker.subject import Subject
from sokhcn.kernel.dates import month_written, written
from sokhcn.kernel.finding import Severity


@rule("form.dates", "Ngày của các văn bản viện dẫn viết theo một kiểu.", Severity.HINT)
def date_forms(subject: Subject) -> Iterator[Fault]:
    found = [(c, date) for c in subject.text.citations for date in printed(subject.flow, *c.span)]
    long, short = ([pair for pair in found if pair[1].long is form] for form in (True, False))
    if not long or not short:
        return
    few, many = (long, short) if len(long) <= len(short) else (short, long)
    citation, date = few[0]
    said = "Ngày viết kiểu “{form}”, các chỗ khác viết kiểu “{other}”{more}."
    yield fault(
        (citation.span[0], date.span[1]), said, form=date.text, other=many[0][1].text, more=more(len(few)),
        suggestion=_other_form(date),
    )  # fmt: skip


def _other_form(date: Printed) -> str:
    if date.day is None:
        return ""
    day = date.day
    return written(day) if date.long else f"ngày {day.day:02} tháng {month_written(day.month)} năm {day.year}"
