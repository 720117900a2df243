"""Illustrative procedures, standards, verifiers and designations, and what each job of the year tells of them."""

from collections.abc import Iterator
from datetime import date

from sokhcn.areas.metrology.models import Designation, Job, Procedure, Standard, Verifier, field_of
from sokhcn.records.scene import MARK, Scene

UNIT = "TDC"
# By field of measurement: the standard, its range, the month of this year in which its certificate runs out, and the
# price of a job in thousands.
STANDARDS = (
    ("Dung tích, lưu lượng", "Bình chuẩn kim loại", "(5 ÷ 100) L", 9, 400),
    ("Khối lượng", "Bộ quả cân chuẩn F1", "1 mg ÷ 20 kg", 7, 60),
    ("Độ dài", "Thiết bị kiểm định taximet", "(0 ÷ 120) km/h", 11, 150),
    ("Áp suất", "Áp kế chuẩn", "(0 ÷ 600) bar", 8, 50),
    ("Nhiệt độ", "Nhiệt kế chuẩn", "(-30 ÷ 300) °C", 5, 70),
    ("Điện, điện từ", "Thiết bị kiểm định công tơ điện", "(0,01 ÷ 100) A", 10, 30),
    ("Hóa lý", "Dung dịch chuẩn pH", "pH 4; 7; 10", 3, 200),
)


class Means:
    """What the technical centre works with; made before the jobs, which refer to it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        start = scene.months[0].first
        self._book = scene.book(UNIT, start)
        self.procedures = [Procedure(code=f"ĐLVN {n}:MH", title=f"{name} {MARK}") for n, name in _procedures()]
        self.standards = [self._standard(n, *told[1:4], start) for n, told in enumerate(STANDARDS, 1)]
        self.verifiers = [self._verifier(n, month) for n, month in enumerate((6, 8, 10, 12), 1)]
        self.designations = list(self._designated())
        self._of_field = {told[0]: (n, told[4] * 1000) for n, told in enumerate(STANDARDS)}

    def tell(self, job: Job) -> None:
        """By which procedure, by whom and for how much ``job`` was done."""
        place, fee = self._of_field.get(field_of(job.instrument.kind), (0, 100_000))
        job.fee = fee
        job.procedure = self.procedures[place]
        job.verifier = self.verifiers[place % len(self.verifiers)]

    def _standard(self, number: int, name: str, span: str, month: int, start: date) -> Standard:
        until = date(self._scene.year, month, 20)
        return Standard(
            code=f"MH-C{number:02}",
            name=f"{name} {MARK}",
            measuring_range=span,
            calibrated_by="Viện Đo lường Việt Nam",
            certificate_number=f"MH-V{number:02}",
            calibrated_on=until.replace(year=until.year - 1),
            valid_until=until,
            in_use_since=start,
            **self._book,
        )

    def _verifier(self, number: int, month: int) -> Verifier:
        until = date(self._scene.year + number % 2, month, 15)
        about = {"name": f"Kiểm định viên {number} {MARK}", "card_number": f"MH-T{number:02}"}
        return Verifier(
            **about, card_issued_on=until.replace(year=until.year - 5), card_valid_until=until, **self._book
        )

    def _designated(self) -> Iterator[Designation]:
        until = date(self._scene.year, 8, 31)
        yield Designation(
            number="15/QĐ-MH",
            body=f"Trung tâm kỹ thuật {MARK}",
            scope="Kiểm định phương tiện đo khối lượng, dung tích, áp suất, độ dài, điện, nhiệt độ",
            issued_on=until.replace(year=until.year - 5),
            issuer="Tổng cục Tiêu chuẩn Đo lường Chất lượng",
            valid_until=until,
            **self._book,
        )


def _procedures() -> Iterator[tuple[int, str]]:
    return ((n, f"Quy trình kiểm định: {told[0].lower()}") for n, told in enumerate(STANDARDS, 1))
