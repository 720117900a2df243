"""Licences and certificates for those whom the report names, placeholders for others; classes for emergencies."""

import pytest

from sokhcn.areas.radiation import proposals as area
from sokhcn.reader.proposed import Proposed
from tests.reported import cells, proposals

HEADING = "6. An toàn bức xạ và hạt nhân\n"


def of(register: str, words: str) -> list[Proposed]:
    return [row for row in proposals(area, HEADING + words) if row.register == register]


def licences(words: str) -> list[tuple[str, ...]]:
    return cells(of("giay-phep-buc-xa", words), "Việc giải quyết", "Công việc bức xạ", "Cơ sở được cấp")


def test_each_holder_in_brackets_has_a_licence_for_its_work() -> None:
    assert licences("Cấp 03 giấy phép (máy X-quang cho Bệnh viện A và Phòng khám B; xạ trị cho Bệnh viện C).") == [
        ("Cấp", "máy X-quang", "Bệnh viện A"),
        ("Cấp", "máy X-quang", "Phòng khám B"),
        ("Cấp", "xạ trị", "Bệnh viện C"),
    ]


def test_brackets_inside_brackets_and_works_between_commas() -> None:
    words = "Cấp 02 giấy phép (máy X-quang cho Phòng khám A (răng hàm mặt) và máy xạ trị, máy gia tốc cho Bệnh viện B)."
    assert licences(words) == [
        ("Cấp", "máy X-quang", "Phòng khám A (răng hàm mặt)"),
        ("Cấp", "máy xạ trị, máy gia tốc", "Bệnh viện B"),
    ]


def test_a_figure_that_another_chapter_repeats_is_counted_once() -> None:
    assert len(licences("Đã cấp 02 giấy phép.\nĐÁNH GIÁ CHUNG\nTrong tháng đã cấp 02 giấy phép bức xạ.")) == 2


def test_the_verb_before_the_count_says_what_was_decided() -> None:
    words = "Cấp mới theo quy định; gia hạn 01 giấy phép cho Bệnh viện A."
    assert licences(words) == [("Gia hạn", "công việc bức xạ", "Bệnh viện A")]


def test_those_who_are_not_named_are_placeholders() -> None:
    found = of("giay-phep-buc-xa", "Đã cấp 02 giấy phép.")
    assert [row.stands_for for row in found] == ["radiation.licences"] * 2
    assert len({row.cells["Cơ sở được cấp"] for row in found}) == 2


def test_one_holder_alone_has_all_licences() -> None:
    assert licences("Đã cấp 02 giấy phép (máy X-quang cho Bệnh viện A).") == [
        ("Cấp", "máy X-quang", "Bệnh viện A"),
        ("Cấp", "máy X-quang (giấy phép 2)", "Bệnh viện A"),
    ]


def test_certificates_name_the_employer_and_nobody() -> None:
    found = of("chung-chi-nhan-vien-buc-xa", "Cấp 02 chứng chỉ (cho nhân viên của Bệnh viện A và Bệnh viện B).")
    assert cells(found, "Cơ sở", "Họ và tên nhân viên") == [("Bệnh viện A", ""), ("Bệnh viện B", "")]
    assert {row.confidence.value for row in found} == {"chắc"}


def test_every_holder_is_proposed_as_an_establishment() -> None:
    words = "Cấp 02 chứng chỉ (cho nhân viên của Bệnh viện A và Bệnh viện B)."
    assert cells(of("co-so", words), "Tên") == [("Bệnh viện A",), ("Bệnh viện B",)]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("Tổ chức lớp tập huấn ứng phó sự cố cho 07 cơ quan.", [("tập huấn ứng phó sự cố", "7")]),
        ("Mở lớp tập huấn ứng phó sự cố.", [("tập huấn ứng phó sự cố", "")]),
    ],
)
def test_a_class_with_the_bodies_that_came(words: str, rows: list[tuple[str, ...]]) -> None:
    found = of("tap-huan-ung-pho-su-co", words)
    assert cells(found, "Nội dung tập huấn", "Số sở, ban, ngành, địa phương dự") == rows
