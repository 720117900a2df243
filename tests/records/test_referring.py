"""What people write for another row is turned into that row, or into advice."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.records import referring
from sokhcn.records.models import Agency, Paper, Unit
from sokhcn.records.referring import References
from sokhcn.records.writing import writing
from tests.rows import OFFICER, agency, paper, unit, write

pytestmark = pytest.mark.django_db


def find(refers: str, text: str) -> tuple[object, str]:
    with writing(by=OFFICER) as pen:
        row, finding = References(pen).find(refers, text, "dòng 2")
    return row, str(finding or "")


@pytest.fixture
def office() -> Unit:
    return unit(agency(), "VP", name="Văn phòng Sở", short="Văn phòng")


@pytest.mark.parametrize("text", ["VP", "vp", "Văn phòng", "van phong", "VĂN PHÒNG  SỞ", "Văn phòng Sở"])
def test_a_row_is_found_by_code_short_name_or_name(office: Unit, text: str) -> None:
    assert find("unit", text) == (office, "")


def test_a_code_goes_before_the_name_of_another(office: Unit) -> None:
    unit(office.agency, "X", name="VP", short="VP")
    assert find("unit", "VP")[0] == office


def test_of_two_rows_of_one_name_the_older_is_meant(office: Unit) -> None:
    unit(office.agency, "VP2", name="Văn phòng Sở")
    assert find("unit", "Văn phòng Sở")[0] == office


def test_an_unknown_name_is_answered_with_the_nearest(office: Unit) -> None:
    row, said = find("unit", "Văn phòng Sỏ KH")
    assert row is None
    assert said == "dòng 2: “Văn phòng Sỏ KH” chưa có trong danh mục đơn vị. Có phải “Văn phòng Sở”?"


def test_a_file_full_of_unknown_names_gets_advice_only_for_the_first(
    office: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(referring, "MOST_COMPARED", 5)  # the office has three names
    with writing(by=OFFICER) as pen:
        references = References(pen)
        said = [str(references.find("unit", "Văn phòng Sỏ KH", "dòng 2")[1]) for _ in range(2)]
    assert ["Có phải" in sentence for sentence in said] == [True, False]


def test_an_unknown_name_like_no_other_is_to_be_added_first(office: Unit) -> None:
    assert find("unit", "Đội bay")[1].endswith("chưa có trong danh mục đơn vị. Thêm vào đó trước, hoặc sửa lại tên.")


def test_a_register_of_an_area_is_named_by_app_model_and_field() -> None:
    found = paper("21", subject="về kế hoạch")
    assert find("records.paper.subject", "VE KE HOACH") == (found, "")
    assert find("records.paper.subject", "khác")[1].startswith("dòng 2: “khác” chưa có trong văn bản.")


def test_each_kind_is_read_once(office: Unit) -> None:
    with writing(by=OFFICER) as pen:
        references = References(pen)
        with CaptureQueriesContext(connection) as captured:
            for text in ("VP", "Văn phòng", "không có"):
                references.find("unit", text, "")
    assert len(captured) == 1


def test_a_row_just_written_is_known_without_reading(office: Unit) -> None:
    with writing(by=OFFICER) as pen:
        references = References(pen)
        references.find("unit", "VP", "")
        new = Unit(agency=office.agency, code="TTRA", name="Thanh tra Sở", short="VP")
        pen.save(new)
        references.learn(new)
        references.learn(Agency(code="TTRA"))
        with CaptureQueriesContext(connection) as captured:
            assert references.find("unit", "ttra", "") == (new, None)
            assert references.find("unit", "VP", "") == (office, None)
    assert len(captured) == 0


def test_a_row_just_renamed_is_known_by_its_new_name_only(office: Unit) -> None:
    with writing(by=OFFICER) as pen:
        references = References(pen)
        references.find("unit", "VP", "")
        office.short = office.name = "Phòng Hành chính"
        references.learn(office, renamed=True)
        assert references.find("unit", "phòng hành chính", "") == (office, None)
        assert references.find("unit", "Văn phòng", "")[0] is None


# --- papers -----------------------------------------------------------------------------------------------------

CITED = "Nghị quyết số 14-NQ/TU ngày 10/01/2022 của Tỉnh ủy về đẩy mạnh ứng dụng"


def resolution(**told: object) -> Paper:
    about = {"type": "Nghị quyết", "number": "14", "symbol": "NQ/TU", "issuer": "Tỉnh ủy"}
    return write(Paper(**{**about, "issued_on": date(2022, 1, 10), **told}))


@pytest.mark.parametrize("text", ["14-NQ/TU", "Nghị quyết số 14-NQ/TU", CITED])
def test_a_paper_is_found_by_code_or_citation(text: str) -> None:
    there = resolution()
    assert find("paper", text) == (there, "")
    assert Paper.objects.count() == 1


def test_a_whole_citation_adds_its_paper() -> None:
    added, said = find("paper", CITED)
    row = Paper.objects.get()
    assert (added, said) == (row, "")
    assert (row.type, row.code, row.issued_on) == ("Nghị quyết", "14-NQ/TU", date(2022, 1, 10))
    assert (row.issuer, row.subject) == ("Tỉnh ủy", "về đẩy mạnh ứng dụng")


def test_a_code_of_several_papers_needs_a_date() -> None:
    first, second = resolution(), resolution(issued_on=date(2021, 1, 10))
    assert find("paper", "14-NQ/TU") == (None, "dòng 2: Có nhiều văn bản số 14-NQ/TU: ghi thêm ngày.")
    assert find("paper", "Nghị quyết số 14-NQ/TU ngày 10/01/2021")[0] == second
    assert find("paper", CITED)[0] == first


def test_an_unknown_code_alone_is_not_enough_to_add_a_paper() -> None:
    row, said = find("paper", "14-NQ/TU")
    assert row is None
    assert "Văn bản 14-NQ/TU chưa có trong sổ viện dẫn. Thêm vào sổ viện dẫn, hoặc ghi cả câu" in said


def test_what_is_no_citation_is_answered_with_the_forms() -> None:
    assert "Không hiểu văn bản “công văn hôm qua”. Viết số, ký hiệu" in find("paper", "công văn hôm qua")[1]
