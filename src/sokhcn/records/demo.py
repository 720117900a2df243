"""Illustrative reference data of a year: establishments of all trades, and the days off of the years it touches."""

from collections.abc import Iterator, Mapping
from datetime import date

from sokhcn.records.models import CalendarDay, Establishment, Place
from sokhcn.records.scene import MARK, seeded

FIRST_NUMBER = 101
# How many establishments of each trade a small province has.
TRADES = (
    ("cửa hàng xăng dầu", 58),
    ("quầy hàng tại chợ", 36),
    ("trạm y tế xã", 30),
    ("cửa hàng tạp hóa", 16),
    ("hợp tác xã nông nghiệp", 14),
    ("phòng khám có máy X-quang", 14),
    ("tiệm vàng", 12),
    ("cửa hàng nông sản", 12),
    ("cửa hàng hải sản", 12),
    ("phòng khám răng hàm mặt", 10),
    ("phòng khám đa khoa", 8),
    ("trạm cấp nước nông thôn", 8),
    ("cơ sở sản xuất nước mắm", 8),
    ("cơ sở chế biến thủy sản", 8),
    ("đơn vị phân phối điện", 7),
    ("chế biến nho, táo", 6),
    ("trạm cân hàng hóa", 5),
    ("hợp tác xã vận tải", 4),
    ("doanh nghiệp cơ khí", 4),
    ("doanh nghiệp phần mềm", 4),
    ("doanh nghiệp taxi", 3),
    ("cửa hàng thiết bị điện", 3),
    ("bệnh viện tư nhân", 2),
    ("đơn vị kiểm tra không phá hủy", 2),
    ("nhà máy dùng thiết bị đo mức", 2),
    ("đơn vị cấp nước đô thị", 1),
)
# Those who do research, numbered after the ones that register files tell of.
INSTITUTES = (
    ("Viện nghiên cứu", 3),
    ("Trường đại học", 2),
    ("Trung tâm ứng dụng", 2),
    ("Trạm khuyến nông", 2),
    ("Bệnh viện", 2),
)
HOLIDAY, LABOUR_DAYS = "Bộ luật Lao động 2019, Điều 112", "Bộ luật Lao động 2019, Điều 111, 112"
# Days off on weekdays that the register files do not tell already.
DAYS_OFF = (
    ((2021, 1, 1), "Tết Dương lịch", HOLIDAY),
    *(((2021, 2, day), "Nghỉ tết Nguyên đán Tân Sửu", HOLIDAY) for day in (10, 11, 12, 15, 16)),
    ((2021, 4, 21), "Ngày Giỗ Tổ Hùng Vương", HOLIDAY),
    ((2021, 4, 30), "Ngày Chiến thắng", HOLIDAY),
    ((2021, 5, 3), "Nghỉ bù Ngày Quốc tế lao động", LABOUR_DAYS),
    ((2021, 9, 2), "Quốc khánh", HOLIDAY),
    ((2021, 9, 3), "Quốc khánh", HOLIDAY),
    ((2023, 1, 2), "Nghỉ bù Tết Dương lịch", LABOUR_DAYS),
)


def rows(year: int, places: Mapping[str, Place]) -> Iterator[list[Establishment] | list[CalendarDay]]:
    """Reference data by kind, for the scene that the areas' rows are made from."""
    yield [
        CalendarDay(day=date(*day), kind=CalendarDay.Kind.OFF, name=f"{name} {MARK}", source=source)
        for day, name, source in DAYS_OFF
    ]
    yield [*_establishments(year, places), *_institutes()]


def _establishments(year: int, places: Mapping[str, Place]) -> Iterator[Establishment]:
    chance, number = seeded(year, "establishments"), FIRST_NUMBER
    districts = [place for _, place in sorted(places.items()) if place.parent_id]
    town = [place for place in districts if "thành phố" in place.name]
    for trade, many in TRADES:
        for _ in range(many):
            # Two of five stand in the town, the others anywhere.
            near = town if town and chance.random() < 0.4 else districts
            place = chance.choice(near) if near else None
            yield Establishment(name=f"Cơ sở minh họa {number} ({trade})", address=MARK, place=place)
            number += 1


def _institutes() -> Iterator[Establishment]:
    for kind, many in INSTITUTES:
        for n in range(many):
            yield Establishment(name=f"{kind} minh họa {11 + n} {MARK}", address=MARK)
