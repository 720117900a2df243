"""What a report proposes for the register of verification, calibration and testing."""

from collections.abc import Iterator

from sokhcn.document.understood import Confidence, Count
from sokhcn.kernel.dates import written
from sokhcn.kernel.folding import fold
from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import NOTE, Proposed, Proposing

UNDER = ("kiểm định", "hiệu chuẩn")
PHRASES = (
    Phrase("metrology.instruments", ("phương tiện đo", "PTĐ", "thiết bị"), UNDER, ("kiểm định", "hiệu chuẩn")),
    Phrase("metrology.establishments", ("cơ sở", "đơn vị", "tổ chức"), UNDER, ("kiểm định", "hiệu chuẩn")),
)


def proposals(said: Proposing) -> Iterator[Proposed]:
    """As many establishments and instruments as the report counts; each instrument stands at one of them."""
    for chapter in said.under(*UNDER):
        counts = chapter.counts()
        instruments = next((c for c in counts if fold(c.noun).startswith(("phuong tien do", "ptd"))), None)
        places = next((c for c in counts if fold(c.noun).startswith(("co so", "don vi", "to chuc"))), None)
        if instruments is not None:
            failed = "khong dat" in fold(chapter.text.flow[slice(*chapter.span)])
            yield from _jobs(said, instruments, places, passed=not failed)


def _jobs(said: Proposing, instruments: Count, places: Count | None, *, passed: bool) -> Iterator[Proposed]:
    number = int(places.value) if places else 1
    names = [f"Cơ sở có phương tiện đo số {n} ({said.stamp})" for n in range(1, number + 1)]
    span = places.span if places else instruments.span
    for name in names:
        yield Proposed("co-so", {"Tên": name}, span, Confidence.LOOK, places.text if places else "")
    for n in range(int(instruments.value)):
        cells = {
            "Cơ sở": names[n % number],
            "Loại phương tiện đo": "Phương tiện đo khác",
            "Số sản xuất": f"{said.stamp}-{n + 1:04}",
            "Dịch vụ": "Kiểm định",
            "Ngày thực hiện": written(said.last_day),
            "Kết quả": "Đạt" if passed else "",
            "Tình trạng": "Đã thực hiện",
        }
        yield Proposed("kiem-dinh", said.booked(cells, NOTE), instruments.span, Confidence.LOOK, instruments.text)
