"""What a report proposes for the register of verification, calibration and testing."""

from collections.abc import Iterator, Sequence

from sokhcn.reader.claims import Phrase
from sokhcn.reader.proposed import UNNAMED, Counted, Proposed, Proposing, numbered

UNDER = ("kiểm định", "hiệu chuẩn", "đo lường")
INSTRUMENTS = ("phương tiện đo", "PTĐ", "thiết bị", "phương tiện")
TOGETHER = (
    "kiểm định, hiệu chuẩn và thử nghiệm",
    "kiểm định, hiệu chuẩn, thử nghiệm",
    "kiểm định, hiệu chuẩn",
    "kiểm định và hiệu chuẩn",
    "kiểm định và thử nghiệm",
    "hiệu chuẩn và thử nghiệm",
)
PHRASES = (
    Phrase("metrology.instruments", INSTRUMENTS, UNDER, TOGETHER),
    Phrase("metrology.verified", INSTRUMENTS, UNDER, ("kiểm định",)),
    Phrase("metrology.calibrated", INSTRUMENTS, UNDER, ("hiệu chuẩn",)),
    Phrase("metrology.tested", INSTRUMENTS, UNDER, ("thử nghiệm",)),
    Phrase("metrology.failed", INSTRUMENTS, UNDER, ("không đạt",)),
    Phrase(
        "metrology.establishments", ("cơ sở", "đơn vị", "tổ chức", "doanh nghiệp"), UNDER, ("kiểm định", "hiệu chuẩn")
    ),
)
SERVICES = (
    ("metrology.verified", "Kiểm định"),
    ("metrology.calibrated", "Hiệu chuẩn"),
    ("metrology.tested", "Thử nghiệm"),
)


def proposals(saying: Proposing) -> Iterator[Proposed]:
    """As many establishments and instruments as the report counts; each instrument stands at one of them."""
    services = [(counted, name) for key, name in SERVICES for counted in saying.counted(key)]
    if not services:
        services = [(counted, "Kiểm định") for counted in saying.counted("metrology.instruments")[:1]]
    if not services:
        return
    places = saying.counted("metrology.establishments")[:1]
    names = [f"Cơ sở có phương tiện đo số {number} ({saying.stamp})" for number, _ in numbered(places)]
    for name in names or [_alone(saying)]:
        told = places[0] if places else services[0][0]
        yield told.unnamed("co-so", {"Tên": name})
    yield from _jobs(saying, services, names or [_alone(saying)])


def _alone(saying: Proposing) -> str:
    return f"Cơ sở có phương tiện đo ({saying.stamp})"


def _jobs(saying: Proposing, services: Sequence[tuple[Counted, str]], names: Sequence[str]) -> Iterator[Proposed]:
    """One for each instrument and service: where services add up to more than the instruments, some had two of them."""
    failed = sum(counted.number for counted in saying.counted("metrology.failed"))
    total = sum(counted.number for counted in saying.counted("metrology.instruments")[:1])
    everything = [(counted, service) for counted, service in services for _ in range(counted.number)]
    for place, (counted, service) in enumerate(everything):
        number = place % total if total else place
        cells = {
            "Cơ sở": names[number % len(names)],
            "Loại phương tiện đo": "Phương tiện đo khác",
            "Số sản xuất": f"{saying.stamp}-{number + 1:04}",
            "Dịch vụ": service,
            "Ngày thực hiện": saying.last_day,
            "Kết quả": "Không đạt" if place < failed else "Đạt",
            "Tình trạng": "Đã thực hiện",
        }
        yield counted.unnamed("kiem-dinh", saying.booked(cells, UNNAMED))
