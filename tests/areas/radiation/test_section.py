"""The chapter on radiation safety, in words."""

from datetime import date

import pytest

from sokhcn.areas.radiation.models import Licence
from tests.areas.radiation.factories import certificate, licence, training
from tests.areas.registers import chapter, load_demo, misses, save, values

pytestmark = pytest.mark.django_db

GIVEN = "Giấy phép tiến hành công việc bức xạ"
X_RAY = "thiết bị X-quang trong chẩn đoán y tế"
CLINIC = "Công ty TNHH Phòng khám đa khoa Trí Đức"
AFTER = date(2022, 1, 15)


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("radiation")
    expected = {"licences": 2, "works": 1, "certificates": 1, "trainings": 1, "training_bodies": 18}
    assert values("radiation", of=agency) == {**expected, "licences_new": 2, "licences_in_force": 3}
    assert chapter("radiation", of=agency) == [
        f"- Đã cấp 02 {GIVEN} ({X_RAY} cho Trung tâm Y tế huyện Ninh Hải và {CLINIC}); "
        f"cấp 01 Chứng chỉ nhân viên bức xạ (cho nhân viên của {CLINIC}).",
        "- Tổ chức lớp tập huấn chuyên môn về ứng phó sự cố bức xạ và hạt nhân cho 18 sở, ban, ngành, địa phương trên "
        "địa bàn tỉnh.",
    ]


@pytest.mark.parametrize("day", ["issued_on", "recorded_on"])
def test_a_day_after_the_window_takes_a_demo_licence_out_of_the_count(day):
    agency = load_demo("radiation")
    row = Licence.objects.get(holder__name=CLINIC)
    before = misses("radiation.licences", of=agency)
    setattr(row, day, AFTER)
    save(row)
    assert values("radiation", of=agency)["licences"] == 1
    assert set(misses("radiation.licences", of=agency)) - set(before) == {(row.pk, "sau kỳ: cấp trong kỳ")}
    assert chapter("radiation", of=agency)[0].startswith(f"- Đã cấp 01 {GIVEN} ({X_RAY} cho Trung tâm Y tế")


def test_an_empty_month_says_so():
    assert chapter("radiation") == ["Trong kỳ không phát sinh."]


def test_several_kinds_of_work_are_told_apart():
    licence("A")
    licence("B")
    licence("C", work="thiết bị phát tia X soi hành lý")
    expected = f"({X_RAY} cho A, {X_RAY} cho B và thiết bị phát tia X soi hành lý cho C)."
    assert chapter("radiation") == [f"- Đã cấp 03 {GIVEN} {expected}"]


def test_certificates_alone_name_each_employer_once():
    certificate("A", worker="x")
    certificate("A", worker="y")
    certificate("B")
    assert chapter("radiation") == ["- Đã cấp 03 Chứng chỉ nhân viên bức xạ (cho nhân viên của A và B)."]


def test_several_classes_are_counted():
    training(bodies=2)
    training(topic="diễn tập", bodies=1)
    assert chapter("radiation") == [
        "- Tổ chức 02 lớp tập huấn chuyên môn về ứng phó sự cố bức xạ và hạt nhân cho 03 lượt sở, ban, ngành, địa "
        "phương trên địa bàn tỉnh."
    ]
