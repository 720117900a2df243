"""A whole report gives claims and rows for every register; what it says of no area is proposed too."""

from collections import Counter

import pytest

from sokhcn.document.understood import Confidence
from sokhcn.kernel.folding import fold
from sokhcn.reports import catalogue
from sokhcn.reports.proposing import Proposals, phrases
from tests.reports.read_in import sample, seed

# What the seed counts, in reading order, and the indicator of each.
SEED_CLAIMS = [
    ("06 văn bản", "advice.issued"),
    ("44 nhiệm vụ trọng tâm", "programme.key_tasks"),
    ("04 Kế hoạch", "reform.plans"),
    ("30 nhiệm vụ khoa học và công nghệ", "research.managed"),
    ("05 nhiệm vụ cấp quốc gia", "research.managed_national"),
    ("25 nhiệm vụ cấp tỉnh", "research.managed_provincial"),
    ("01 nhiệm vụ cấp tỉnh", "research.accepted_provincial"),
    ("11 nhiệm vụ", "support.tasks"),
    ("06 nhiệm vụ", "support.tasks_quality_system"),
    ("03 nhiệm vụ", "support.tasks_technology"),
    ("02 nhiệm vụ", "support.tasks_startup"),
    ("03 lớp tập huấn", "support.classes"),
    ("100 doanh nghiệp", "support.class_enterprises"),
    ("80 đối tượng", "support.class_officials"),
    ("01 doanh nghiệp", "support.ip_enterprises"),
    ("02 Giấy phép Tiến hành công việc bức xạ", "radiation.licences"),
    ("01 Chứng chỉ nhân viên bức xạ", "radiation.certificates"),
    ("18 Sở, ban, ngành, địa phương", "radiation.training_bodies"),
    ("163 phương tiện đo (PTĐ) các loại", "metrology.instruments"),
    ("50 cơ sở", "metrology.establishments"),
    ("44 nhiệm vụ trọng tâm", "programme.key_tasks"),
]
SAMPLE_CLAIMS = [
    ("02 văn bản", "advice.issued"),
    ("12 nhiệm vụ trọng tâm", "programme.key_tasks"),
    ("02 kế hoạch", "reform.plans"),
    ("09 nhiệm vụ khoa học và công nghệ", "research.managed"),
    ("02 nhiệm vụ cấp quốc gia", "research.managed_national"),
    ("07 nhiệm vụ cấp tỉnh", "research.managed_provincial"),
    ("02 nhiệm vụ cấp tỉnh", "research.accepted_provincial"),
    ("02 lớp tập huấn", "support.classes"),
    ("45 doanh nghiệp", "support.class_enterprises"),
    ("03 cơ sở", "support.ip_enterprises"),
    ("02 giấy phép tiến hành công việc bức xạ", "radiation.licences"),
    ("01 cuộc thanh tra", "inspection.led"),
    ("14 cơ sở", "inspection.establishments_checked"),
    ("02 vụ", "inspection.violations"),
    ("37 phương tiện đo các loại", "metrology.instruments"),
    ("08 cơ sở", "metrology.establishments"),
    ("01 phương tiện đo", "metrology.failed"),
]


def claims(proposals: Proposals) -> list[tuple[str, str]]:
    return [(proposals.text.counts[claim.count].text, claim.key) for claim in proposals.claims]


def rows(proposals: Proposals, register: str, *headings: str) -> list[tuple[str, ...]]:
    ours = [row for row in proposals.rows if row.register == register]
    return [tuple(row.cells.get(heading, "") for heading in headings) for row in ours]


@pytest.mark.needs("shared")
def test_every_figure_of_the_seed_is_taken_for_its_indicator_and_surely() -> None:
    read = seed()
    assert claims(read) == SEED_CLAIMS
    assert {claim.confidence for claim in read.claims} == {Confidence.SURE}


def test_every_figure_of_our_sample_is_taken_for_its_indicator() -> None:
    assert claims(sample()) == SAMPLE_CLAIMS


def test_phrases_speak_of_indicators_that_there_are() -> None:
    known = {indicator.key for indicator in catalogue.indicators()}
    assert {phrase.key for phrase in phrases()} - known == set()


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: phrase.key)
def test_a_phrase_has_words_to_go_by(phrase) -> None:
    assert phrase.nouns
    assert all(fold(word) for word in (*phrase.nouns, *phrase.under, *phrase.near, *phrase.having))


def test_every_cell_belongs_to_a_column_of_its_register() -> None:
    for row in sample().rows:
        headings = {column.heading for column in catalogue.register(row.register).columns}
        assert set(row.cells) <= headings


def test_rows_stand_in_the_order_in_which_registers_refer_to_each_other() -> None:
    order = [register.slug for register in catalogue.registers()]
    places = [order.index(row.register) for row in sample().rows]
    assert places == sorted(places)


def test_no_two_rows_of_a_register_are_the_same() -> None:
    assert max(Counter((row.register, tuple(row.cells.items())) for row in sample().rows).values()) == 1


def test_a_paper_that_no_area_proposes_is_proposed_for_the_register_of_papers() -> None:
    assert rows(sample(), "van-ban-vien-dan", "Tên loại", "Số", "Ký hiệu", "Ngày ban hành", "Cơ quan ban hành") == [
        ("Quyết định", "31", "QĐ-SKHCN", "25/04/2023", "Sở Khoa học và Công nghệ")
    ]


def test_a_date_after_the_report_is_proposed_in_the_year_that_was_meant() -> None:
    assert rows(sample(), "van-ban-tham-muu", "Số, ký hiệu", "Ngày ban hành") == [
        ("415/QĐ-UBND", "20/04/2023"),
        ("98/KH-UBND", "09/05/2023"),
    ]


def test_a_paper_whose_issuer_is_not_told_is_unclear() -> None:
    read = sample((" của Sở Khoa học và Công nghệ). Qua", "). Qua"))
    (row,) = [row for row in read.rows if row.register == "van-ban-vien-dan"]
    assert (row.cells["Cơ quan ban hành"], row.confidence) == ("Chưa rõ", Confidence.UNCLEAR)


def test_the_plan_becomes_numbered_commitments_without_the_end_of_the_report() -> None:
    assert rows(sample(), "nhiem-vu-ky-toi", "Kỳ báo cáo", "Thứ tự", "Nội dung") == [
        ("2023-05", "1", "Tổ chức hội nghị giao ban khoa học và công nghệ cấp huyện."),
        ("2023-05", "2", "Nghiệm thu 03 nhiệm vụ cấp tỉnh theo kế hoạch."),
    ]


def test_items_below_an_item_are_numbered_below_it() -> None:
    read = sample(("1. Tổ chức hội nghị", "1. Trọng tâm:\n\n- Việc một;\n\n- Việc hai.\n\n2. Tổ chức hội nghị"))
    assert [place for (place,) in rows(read, "nhiem-vu-ky-toi", "Thứ tự")][:4] == ["1", "1.1", "1.2", "2"]


def test_words_that_a_wording_would_act_on_are_defused() -> None:
    read = sample(("1. Tổ chức hội nghị", "1. Tổ chức {{ hội nghị }} và {% if %}"))
    assert rows(read, "nhiem-vu-ky-toi", "Nội dung")[0][0].startswith("Tổ chức { { hội nghị }} và { % if %}")


def test_the_general_assessment_is_proposed_as_it_is_written() -> None:
    assert rows(sample(), "danh-gia-chung", "Kỳ báo cáo", "Nội dung") == [
        ("2023-05", "Các nhiệm vụ trong tháng được triển khai đúng kế hoạch.")
    ]


def test_a_text_without_a_period_proposes_papers_only() -> None:
    read = sample(("tháng 5 năm 2023 và phương hướng nhiệm vụ tháng 6 năm 2023", "của tỉnh"))
    assert read.period is None
    assert {row.register for row in read.rows} == {"van-ban-vien-dan"}
