"""Pages that are not A4."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.saying import shown
from sokhcn.checker.subject import Subject
from sokhcn.kernel.finding import Severity

A4 = (210, 297)
NEAR = 1.0  # millimetres: programs round


@rule("form.page", "Khổ giấy A4 (210 mm x 297 mm).", Severity.LOOK, basis=f"{BASIS}, Phần I, mục 1")
def page_size(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.appearance.sheets if subject.appearance else ():
        sides = sorted((sheet.width_mm, sheet.height_mm))
        if all(sides) and any(abs(side - right) > NEAR for side, right in zip(sides, A4, strict=True)):
            said = "Khổ giấy {width} x {height} mm, phải là A4."
            width, height = shown(round(sheet.width_mm)), shown(round(sheet.height_mm))
            yield fault(None, said, suggestion="Chọn khổ giấy A4 trong Page Setup.", width=width, height=height)
            return
