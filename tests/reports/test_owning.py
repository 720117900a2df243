"""A filter that officers saved is counted, explained and kept like a declared indicator."""

from datetime import date

import pytest

from sokhcn.kernel.periods import read_period
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, owning
from sokhcn.reports.compiling import compile_report, figures_for
from sokhcn.reports.keeping import Outcome, keep, restore
from sokhcn.reports.models import OwnIndicator, Target
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import reasons
from sokhcn.reports.saving import StillUsed, drop_indicator, save_indicator
from tests.reports.reporting import reporting, wording
from tests.rows import advisory, agency, paper, unit, user, write

pytestmark = pytest.mark.django_db
JANUARY = read_period("2022-01", DECREE_09)
DAY = JANUARY.end
TOLD = {
    "code": "decisions",
    "label": "Quyết định tham mưu",
    "register": "van-ban-tham-muu",
    "conditions": "Tình trạng = Đã ban hành; Loại văn bản = Quyết định",
    "unit": "quyết định",
    "basis": "Theo ngày ban hành",
    "valid_from": "01/01/2022",
}


def saved(owner: Agency, **told: str) -> Outcome:
    by = User.objects.filter(username="thuky").first() or user(owner, Role.COMPILER, "thuky")
    return save_indicator({**TOLD, **told}, by=by)


def value(owner: Agency, key: str = "own.decisions", code: str = "2022-01") -> object:
    return figures_for(the_period(code), owner)[key].value


def said(outcome: Outcome) -> list[str]:
    return [str(finding) for finding in outcome.findings]


def issued(owner: Agency, number: str, day: int = 10, **told: object) -> None:
    advisory(owner, paper=paper(number, issued_on=date(2022, 1, day), **told), state="issued")


def test_rows_that_meet_every_condition_are_counted() -> None:
    owner = agency()
    issued(owner, "1")
    issued(owner, "2", type="Kế hoạch")
    issued(agency("B"), "3")
    advisory(owner, paper=paper("4"), state="submitted")
    assert saved(owner).row
    assert value(owner) == 1


def test_the_reasons_name_the_conditions_and_what_nearly_counted() -> None:
    owner = agency()
    issued(owner, "1")
    issued(owner, "2", day=20)
    issued(agency("B"), "3")
    advisory(owner, paper=paper("4"), state="submitted")
    saved(owner)
    found = reasons("own.decisions", JANUARY, owner, User(reach=Reach.ALL))
    assert found.conditions == (
        "Tình trạng = Đã ban hành",
        "Tên loại = Quyết định",
        "Ngày ban hành trong kỳ",
        "thuộc cơ quan báo cáo",
    )
    assert [row["paper"] for row in found.counted] == ["1/QĐ-UBND"]
    assert {(row["paper"], row["because"]) for row in found.near} == {
        ("2/QĐ-UBND", "sau kỳ: Ngày ban hành trong kỳ"),
        ("3/QĐ-UBND", "thuộc cơ quan khác"),
        ("4/QĐ-UBND", "còn ở tình trạng “Đã trình”"),
    }


def test_a_stock_counts_what_is_there_on_the_last_day() -> None:
    owner = agency()
    advisory(owner, recorded_on=date(2021, 6, 1))
    advisory(owner, title="Sau", recorded_on=date(2022, 1, 20))
    saved(owner, conditions="Số, ký hiệu trống", day="Ngày vào sổ")
    assert OwnIndicator.objects.count() == 0  # the number is put together from parts: no column to ask
    saved(owner, conditions="Ngày ban hành trống", day="Ngày vào sổ", kind="Hiện có đến ngày cuối kỳ")
    assert value(owner) == 1
    assert value(owner, code="2022-02") == 2


def test_a_distinct_count_takes_each_value_once() -> None:
    owner = agency()
    for number in "12":
        issued(owner, number)
    issued(owner, "3", issuer="HĐND tỉnh")
    saved(owner, by="Cơ quan ban hành", kind="DISTINCT")
    assert value(owner) == 2


def test_a_reference_goes_by_any_of_its_names() -> None:
    owner = agency()
    mine = unit(owner, "VP")
    advisory(owner, unit=mine)
    advisory(owner, title="Khác")
    saved(owner, conditions="Đơn vị = P. VP")
    assert value(owner) == 1
    saved(owner, conditions="Đơn vị trống", code="nobody")
    assert value(owner, "own.nobody") == 1


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("code", "Quyết", "Mã “Quyết” phải bắt đầu bằng chữ thường"),
        ("register", "co-quan", "“Sổ” ghi “co-quan”, không phải một trong"),
        ("conditions", "Tình trạg = Đã trình", "Sổ không có cột “Tình trạg”. Có phải “Tình trạng”?"),
        ("conditions", "Tình trạng = Xong", "“Tình trạng” ghi “Xong”, không phải một trong các giá trị"),
        ("conditions", "Số, ký hiệu = 1/QĐ-UBND", "Cột “Số, ký hiệu” không dùng làm điều kiện được."),
        ("conditions", "Đơn vị = Phòng X", "“Phòng X” chưa có trong danh mục đơn vị."),
        ("day", "Ngày bán hàng", "Sổ không có cột “Ngày bán hàng”. Có phải “Ngày ban hành”?"),
        ("day", "Tên loại", "Cột “Tên loại” không phải cột ngày."),
        ("by", "Tên loại", "“Đếm mỗi đối tượng một lần” đi cùng “Đếm theo cột”"),
    ],
)
def test_what_cannot_be_asked_is_found_when_it_is_saved(name: str, text: str, finding: str) -> None:
    outcome = saved(agency(), **{name: text})
    assert outcome.row is None
    assert any(sentence.startswith(finding) for sentence in said(outcome)), said(outcome)
    assert not OwnIndicator.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        {"conditions": "Ngày sinh từ 01/01/1980"},
        {"conditions": "Họ và tên nhân viên = Nguyễn Văn A"},
        {"conditions": "Ngày sinh trống"},
        {"kind": "DISTINCT", "by": "Họ và tên nhân viên"},
        {"day": "Ngày sinh"},
    ],
)
def test_personal_data_are_no_condition_as_everybody_reads_the_figure(told: dict[str, str]) -> None:
    outcome = saved(agency(), **{"register": "chung-chi-nhan-vien-buc-xa", "conditions": "", **told})
    assert outcome.row is None
    assert [one.id for one in outcome.findings] == ["condition.personal"]
    assert "là dữ liệu cá nhân, không dùng làm điều kiện của chỉ tiêu được" in said(outcome)[0]


def test_a_definition_holds_from_its_day_and_the_later_one_goes_before() -> None:
    owner = agency()
    issued(owner, "1")
    issued(owner, "2", type="Kế hoạch")
    saved(owner)
    saved(owner, conditions="", valid_from="14/01/2022")
    assert set(owning.in_force(owner, date(2021, 12, 31))) == set()
    assert owning.in_force(owner, date(2022, 1, 13))["own.decisions"].conditions
    assert value(owner) == 2


def test_saving_again_from_the_same_day_changes_the_one_there_is_and_keeps_its_history() -> None:
    owner = agency()
    saved(owner)
    outcome = saved(owner, label="Tên mới")
    assert outcome.row is not None
    assert (OwnIndicator.objects.count(), outcome.row.version) == (1, 2)


def test_an_edition_keeps_the_definition() -> None:
    owner = reporting()
    saved(owner)
    edition = compile_report(JANUARY, owner, by=user(owner)).edition
    kept = edition.rules["own"]["own.decisions"]
    assert (kept["conditions"], kept["row"][1], kept["basis"]) == (TOLD["conditions"], 1, TOLD["basis"])
    figure = next(figure for figure in edition.figures() if figure.key == "own.decisions")
    assert figure.conditions[0] == "Tình trạng = Đã ban hành"


def test_one_that_a_text_names_is_not_dropped() -> None:
    owner = agency()
    saved(owner)
    used = wording(owner, "advice", "Có {{ own.decisions }} quyết định.")
    by = user(owner, Role.COMPILER, "x")
    with pytest.raises(StillUsed, match="mẫu câu advice"):
        drop_indicator("own.decisions", DAY, by=by)
    write_away(used)
    dropped = drop_indicator("decisions", DAY, by=by)
    assert owning.in_force(owner, DAY) == {}
    restore(dropped, by=by, reason="")
    assert set(owning.in_force(owner, DAY)) == {"own.decisions"}


def write_away(row: object) -> None:
    row.text = "Không."  # type: ignore[attr-defined]
    write(row)  # type: ignore[type-var]


def test_there_is_no_dropping_what_is_not_there() -> None:
    with pytest.raises(catalogue.Unknown, match=r"Không có chỉ tiêu “own\.x”"):
        drop_indicator("own.x", DAY, by=user(agency(), Role.COMPILER, "x"))


def test_a_form_examines_it_too() -> None:
    owner = agency()
    register = catalogue.register("chi-tieu-rieng")
    outcome = keep(register, None, {**TOLD, "code": "X"}, by=user(owner, Role.COMPILER, "x"))
    assert [finding.id for finding in outcome.findings] == ["indicator.code"]


def test_one_that_the_program_no_longer_understands_is_named_and_never_counted_otherwise() -> None:
    owner = agency()
    saved(owner)
    row = OwnIndicator.objects.get()
    row.conditions = "Tình trạng = Đã đổi tên"
    write(row)
    with pytest.raises(catalogue.Unknown, match=r"own\.decisions không còn hỏi được: .*Đã đổi tên"):
        figures_for(JANUARY, owner)


def test_what_people_plan_and_estimate_of_it_stands_beside_it() -> None:
    owner = agency()
    issued(owner, "1")
    saved(owner)
    by, told = user(owner, Role.COMPILER), {"indicator": "own.decisions", "value": "4"}
    estimated = {"period_code": "2022-01", "method": "theo dự thảo", "reason": "gửi sớm"}
    for slug, more in (("so-uoc", estimated), ("chi-tieu-ke-hoach", {"year": "2022"})):
        assert not keep(catalogue.register(slug), None, {**told, **more}, by=by).findings
    assert [value(owner, f"own.decisions@{aspect}") for aspect in ("estimate", "plan", "share")] == [4, 4, 25]


def test_nothing_is_planned_of_what_another_agency_counts() -> None:
    saved(agency("B"))
    told = {"indicator": "own.decisions", "value": "4", "year": "2022"}
    done = keep(catalogue.register("chi-tieu-ke-hoach"), None, told, by=user(agency()))
    assert "Không có chỉ tiêu “own.decisions”" in " ".join(map(str, done.findings))
    assert not Target.objects.exists()
