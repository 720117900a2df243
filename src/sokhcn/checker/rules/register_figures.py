"""A figure that the registers count otherwise."""

from collections.abc import Iterator

from sokhcn.checker.printed import PrintedFigure, printed_figures
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.checker.witness import Testimony, Value
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.numerals import amount, count

MARK = "@"
WITHOUT_SIGN = ("@change", "@growth")  # a sentence says giảm 03
AGAINST = "@last_year"
SURE = "{label}: báo cáo ghi {printed}, sổ ghi {counted}."
UNSURE = "Nếu đây là “{label}” thì báo cáo ghi {printed}, sổ ghi {counted}."


@rule("registers.figure", "Số trong báo cáo là số mà sổ đếm được.", Severity.MUST)
def register_figures(subject: Subject) -> Iterator[Fault]:
    """Of a file without our marks, numbers that surely speak of an indicator must be mended, others looked at."""
    figures = [(printed, told) for printed in printed_figures(subject) if (told := _told(subject, printed))]
    agreed = {_place(subject, printed) for printed, told in figures if _agrees(printed, told)}
    before: set[str] = set()
    for printed, told in figures:
        if _agrees(printed, told):
            before.add(printed.key)
        elif printed.marked or _place(subject, printed) not in agreed:
            yield _fault(subject, printed, told, was_said=printed.key in before)


def _fault(subject: Subject, printed: PrintedFigure, told: Testimony, *, was_said: bool) -> Fault:
    return fault(
        printed.span,
        SURE if printed.is_sure else UNSURE,
        suggestion=_advice(printed, told),
        severity=_severity(printed, told, was_said=was_said),
        label=told.label,
        printed=subject.said(printed.span),
        counted=_said(_counted(printed, told)),
    )


def _place(subject: Subject, printed: PrintedFigure) -> tuple[str, int]:
    """Under one heading a figure is said first, and then in detail."""
    heading = subject.heading_of(printed.span[0])
    return printed.key, heading.span[0] if heading else 0


def _told(subject: Subject, printed: PrintedFigure) -> Testimony | None:
    """What the registers count; of a number that bears no mark, only where they reach as far back as it does."""
    told = subject.witness.figure(printed.key)
    if printed.marked or told is None:
        return told
    base, seen, _ = printed.key.partition(MARK)
    before = subject.witness.figure(f"{base}{AGAINST}") if printed.key.endswith(WITHOUT_SIGN) else told
    reaches = not seen or (before is not None and before.value and told.value)
    return told if reaches and subject.witness.knows_period() else None


def _agrees(printed: PrintedFigure, told: Testimony) -> bool:
    return printed.value == _counted(printed, told)


def _counted(printed: PrintedFigure, told: Testimony) -> Value:
    unsigned = printed.key.endswith(WITHOUT_SIGN) and printed.value >= 0 > told.value
    return -told.value if unsigned else told.value


def _severity(printed: PrintedFigure, told: Testimony, *, was_said: bool) -> Severity | None:
    """None is the rule's own. A register that counts nothing may not be kept yet; a number that was said
    rightly before may be of something else, as may one of other days."""
    if printed.marked:
        return None
    if not printed.is_sure:
        return Severity.HINT
    return Severity.LOOK if was_said or not told.value or MARK in printed.key else None


def _advice(printed: PrintedFigure, told: Testimony) -> str:
    if printed.marked:
        return "Sửa ở sổ hoặc tổng hợp lại."
    if not told.value:
        return "Nhập các dòng còn thiếu vào sổ, hoặc xem lại số của báo cáo."
    return "Nếu sổ đúng thì ghi “{counted}”; nếu báo cáo đúng thì sửa ở sổ."


def _said(value: Value) -> str:
    """As reports write it: 04."""
    return count(int(value)) if value == int(value) and value >= 0 else amount(value)
