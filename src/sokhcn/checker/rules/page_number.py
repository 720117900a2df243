"""Page numbers that are missing, stand below or aside, or show on the first page."""

from collections.abc import Iterator

from sokhcn.checker.layout import BASIS, lines
from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.look import Spot
from sokhcn.kernel.finding import Severity

MORE_THAN_A_PAGE = 4_000  # letters of running text


@rule(
    "form.page-number",
    "Số trang đặt canh giữa ở lề trên, không hiện ở trang thứ nhất.",
    Severity.HINT,
    basis=f"{BASIS}, Phần I, mục 7",
)
def page_number(subject: Subject) -> Iterator[Fault]:
    if subject.appearance is None:
        return
    above, below = lines(subject, Spot.PAGE_NUMBER), lines(subject, Spot.PAGE_NUMBER_BELOW)
    advice = "Đặt số trang canh giữa ở lề trên (Header)."
    if below:
        yield fault(below[0].text, "Số trang đặt ở cuối trang.", suggestion=advice)
    elif above and above[0].align == "right":
        yield fault(above[0].text, "Số trang đặt lệch về bên phải.", suggestion=advice)
    if (above or below) and not subject.appearance.sheets[0].first_apart:
        said = "Số trang hiện cả ở trang thứ nhất."
        yield fault((above or below)[0].text, said, suggestion="Chọn Different First Page.")
    if not above and not below and sum(line.letters for line in lines(subject, Spot.BODY)) > MORE_THAN_A_PAGE:
        yield fault(None, "Văn bản nhiều trang mà không có số trang.", suggestion=advice)
