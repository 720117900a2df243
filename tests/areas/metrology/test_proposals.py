"""As many instruments at as many establishments as the report counts, by service and result."""

from collections import Counter

from sokhcn.areas.metrology import proposals as area
from sokhcn.reader.proposed import MOST
from tests.reported import proposals

HEADING = "8. Kiểm định, hiệu chuẩn, thử nghiệm\n"


def counted(words: str, heading: str) -> dict[str, int]:
    rows = [row for row in proposals(area, HEADING + words) if row.register == "kiem-dinh"]
    return dict(Counter(row.cells.get(heading, "") for row in rows))


def test_instruments_are_spread_over_the_establishments() -> None:
    places = counted("Kiểm định, hiệu chuẩn, thử nghiệm 7 phương tiện đo của 03 cơ sở.", "Cơ sở")
    assert sorted(places.values()) == [2, 2, 3]


def test_without_establishments_there_is_one() -> None:
    assert list(counted("Đã kiểm định 4 phương tiện đo.", "Cơ sở").values()) == [4]


def test_each_service_has_its_own_count() -> None:
    services = counted("Đã kiểm định 5 phương tiện đo; hiệu chuẩn 2 phương tiện đo; thử nghiệm 1 thiết bị.", "Dịch vụ")
    assert services == {"Kiểm định": 5, "Hiệu chuẩn": 2, "Thử nghiệm": 1}


def test_services_that_add_up_to_more_than_the_instruments_were_done_on_the_same() -> None:
    words = "Kiểm định, hiệu chuẩn 5 phương tiện đo; kiểm định 5 phương tiện đo, hiệu chuẩn 2 phương tiện đo."
    assert list(counted(words, "Số sản xuất").values()) == [2, 2, 1, 1, 1]


def test_those_that_failed_are_among_them() -> None:
    words = "Kiểm định, hiệu chuẩn 7 phương tiện đo, trong đó 02 phương tiện đo không đạt yêu cầu."
    assert counted(words, "Kết quả") == {"Không đạt": 2, "Đạt": 5}


def test_every_instrument_has_its_own_number_and_stands_for_the_count() -> None:
    rows = proposals(area, f"{HEADING}Đã kiểm định 4 phương tiện đo.")
    numbers = [row.cells["Số sản xuất"] for row in rows if row.register == "kiem-dinh"]
    assert numbers == [f"BC2023-05-000{number}" for number in (1, 2, 3, 4)]
    assert {row.stands_for for row in rows} == {"metrology.verified"}


def test_more_than_anybody_would_detail_is_not_proposed() -> None:
    assert counted(f"Đã kiểm định {MOST + 1} phương tiện đo.", "Dịch vụ") == {}
