"""Margins outside what the decree allows; of pages that stand upright."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, RANGES
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import shown
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Sheet
from sokhcn.kernel.finding import Severity

SIDES = (("trên", "top_mm"), ("dưới", "bottom_mm"), ("trái", "left_mm"), ("phải", "right_mm"))
NEAR = 0.6  # millimetres: half of the last digit that programs show in centimetres, and their rounding of inches


@rule(
    "form.margins",
    "Lề trên và dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm.",
    Severity.LOOK,
    basis=f"{BASIS}, Phần I, mục 3",
)
def page_margins(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.appearance.sheets if subject.appearance else ():
        outside = [] if sheet.is_landscape else list(_outside(sheet))
        if outside:
            yield fault(None, "{margins}.", suggestion="Đặt lại lề trang.", margins="; ".join(outside))
            return


def _outside(sheet: Sheet) -> Iterator[str]:
    for name, field in SIDES:
        (low, high), value = RANGES[field], getattr(sheet, field)
        if value and not low - NEAR <= value <= high + NEAR:
            yield f"{'Lề' if name == 'trên' else 'lề'} {name} {shown(value)} mm, phải từ {low} đến {high} mm"
