"""Nothing enters a register without somebody's word; what enters, enters whole, and its origin is kept for ever."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.programme.models import KeyTask
from sokhcn.areas.radiation.models import Licence
from sokhcn.document.understood import Confidence
from sokhcn.people.models import Reach, User
from sokhcn.reader.proposed import Proposed
from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.guard import WrittenOutsideTheGate
from sokhcn.records.models import Batch, Establishment, Paper, Version
from sokhcn.records.store import kept
from sokhcn.reports.accepting import NotAccepted, accept, enter
from sokhcn.reports.models import Origin
from sokhcn.reports.originating import Source, origin_of
from tests.reports.read_in import SAMPLE, numbers_of, sample
from tests.rows import agency, paper, unit, user, write

pytestmark = pytest.mark.django_db
ADVICE, TASKS, LICENCES = "van-ban-tham-muu", "nhiem-vu-trong-tam", "giay-phep-buc-xa"


@pytest.fixture
def officer(settings: Any, tmp_path: Path) -> User:
    settings.VAR = tmp_path
    return user(agency("SKHCN", heading="SỞ KHOA HỌC VÀ CÔNG NGHỆ"))


def written() -> tuple[int, int, int]:
    return Version.objects.count(), Origin.objects.count(), Batch.objects.count()


def test_reading_and_proposing_write_nothing(officer: User) -> None:
    before = written()
    assert len(sample().rows) == 87
    assert written() == before


def test_chosen_rows_enter_and_others_do_not(officer: User) -> None:
    read = sample()
    done = accept(read, numbers_of(read, ADVICE)[:1], by=officer)
    assert (done.added, done.known) == (1, 0)
    row = AdvisoryDocument.objects.get()
    assert (row.paper.code, row.agency, row.state) == ("415/QĐ-UBND", officer.agency, "issued")


def test_where_a_row_was_read_is_kept_with_the_file_itself(officer: User) -> None:
    read = sample()
    accept(read, numbers_of(read, ADVICE)[1:], by=officer)
    origin = origin_of(AdvisoryDocument.objects.get())
    data = SAMPLE.read_bytes()
    assert origin is not None
    assert (origin.file, origin.sha256, kept(origin.sha256)) == (SAMPLE.name, hashlib.sha256(data).hexdigest(), data)
    assert data.decode()[origin.start : origin.end].startswith("- Tham mưu UBND tỉnh ban hành Kế hoạch số 98/KH-UBND")
    assert (origin.where, origin.confidence) == ("dòng 23", "cần xem")
    assert list(broken_seals()) == []


THEIRS = (
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SỞ Y TẾ"),
    ("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN"),
)


@pytest.mark.parametrize(("ours", "theirs"), THEIRS)
def test_a_report_of_another_agency_is_refused(officer: User, ours: str, theirs: str) -> None:
    assert officer.agency is not None
    officer.agency.parent_heading = "UBND TỈNH BÌNH MINH"
    write(officer.agency)
    own, other, before = sample(), sample((ours, theirs)), written()
    with pytest.raises(NotAccepted, match=theirs):
        accept(other, numbers_of(other, ADVICE), by=officer)
    assert written() == before
    assert accept(own, numbers_of(own, ADVICE), by=officer).added > 0


def test_a_report_under_a_former_name_is_our_own(officer: User) -> None:
    agency("SKHCN", heading="SỞ Y TẾ", valid_from=date(2000, 1, 1), valid_to=date(2020, 1, 1))
    read = sample(("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SỞ Y TẾ"))
    assert accept(read, numbers_of(read, ADVICE), by=officer).added > 0


def test_an_origin_cannot_be_changed_or_deleted(officer: User) -> None:
    read = sample()
    accept(read, numbers_of(read, ADVICE), by=officer)
    with pytest.raises(WrittenOutsideTheGate):
        Origin.objects.update(file="khác.docx")
    with pytest.raises(WrittenOutsideTheGate):
        Origin.objects.all().delete()


def test_advice_names_no_row_that_whoever_accepts_may_not_read(officer: User) -> None:
    assert officer.agency is not None
    mine, theirs = unit(officer.agency, "VP"), unit(officer.agency, "QLCN")
    write(
        KeyTask(
            agency=officer.agency,
            unit=theirs,
            code="NV2022-01",
            title="Việc riêng",
            year=2022,
            recorded_on="2022-01-05",
        )
    )
    cells = {"Mã nhiệm vụ": "NV2023-09", "Năm": "2023", "Nhiệm vụ": "A", "Chuyển tiếp từ": "NV2022-011"}
    wrong = Proposed(TASKS, cells, (0, 1), Confidence.SURE)
    source = Source("a.md", "0" * 64, sample().text.letters)
    for whose, advised in ((mine, False), (theirs, True)):
        officer.unit, officer.reach = whose, Reach.UNIT
        officer.worn = {}
        with pytest.raises(NotAccepted) as refused:
            enter({1: wrong}, source, by=officer)
        said = " ".join(map(str, refused.value.findings))
        assert ("“NV2022-011” chưa có" in said, "Việc riêng" in said) == (True, advised)


def test_what_a_row_refers_to_comes_along(officer: User) -> None:
    read = sample()
    done = accept(read, numbers_of(read, LICENCES)[:1], by=officer)
    assert [one.register.slug for one in done.entered] == ["co-so", LICENCES]
    assert [str(place) for place in Establishment.objects.all()] == ["Bệnh viện Đa khoa Bình Minh"]


def test_all_rows_enter_together_under_one_seal(officer: User) -> None:
    read = sample()
    before = Batch.objects.count()
    done = accept(read, range(1, len(read.rows) + 1), by=officer)
    assert (done.added, done.known, done.spared) == (87, 0, 0)
    assert (Origin.objects.count(), Batch.objects.count() - before) == (87, 1)
    assert Batch.objects.latest("pk").reason == f"Chấp nhận đề xuất đọc từ tệp {SAMPLE.name}"
    assert list(altered_rows(KeyTask)) == []


def test_the_same_report_again_adds_nothing(officer: User) -> None:
    read = sample()
    every = range(1, len(read.rows) + 1)
    accept(read, every, by=officer)
    before = written()
    assert accept(read, every, by=officer).added == 0
    assert written() == before


def test_rows_that_are_there_stay_as_they_are(officer: User) -> None:
    told = {"type": "Quyết định", "issuer": "Ủy ban nhân dân tỉnh Bình Minh", "subject": "về danh mục nhiệm vụ"}
    own = paper("415", symbol="QĐ-UBND", issued_on="2023-04-20", **told)
    write(AdvisoryDocument(agency=officer.agency, paper=own, state="issued", recorded_on="2023-04-21", note="của tôi"))
    read = sample()
    done = accept(read, numbers_of(read, ADVICE), by=officer)
    assert (done.added, done.known) == (1, 1)
    assert AdvisoryDocument.objects.get(paper=own).note == "của tôi"
    assert Paper.objects.get(number="415").subject == "về danh mục nhiệm vụ"


def test_a_name_in_other_letters_is_the_same_name(officer: User) -> None:
    write(Establishment(name="bệnh viện đa khoa Bình Minh"))
    read = sample()
    accept(read, numbers_of(read, LICENCES)[:1], by=officer)
    assert Licence.objects.get().holder.name == "bệnh viện đa khoa Bình Minh"


def test_placeholders_are_taken_only_for_what_the_registers_lack(officer: User) -> None:
    told = {"agency": officer.agency, "year": 2023, "recorded_on": "2023-01-05", "state": "running"}
    for number in range(10):
        write(KeyTask(code=f"A{number}", title=f"Việc {number}", **told))
    read = sample()
    done = accept(read, numbers_of(read, TASKS), by=officer)
    assert (done.added, done.spared) == (2, 10)
    assert KeyTask.objects.count() == 12


def test_one_row_that_does_not_fit_and_nothing_is_written(officer: User) -> None:
    read = sample(("415/QĐ-UBND", f"415/{'X' * 29}-UBND"))
    before = written()
    with pytest.raises(NotAccepted) as refused:
        accept(read, range(1, len(read.rows) + 1), by=officer)
    assert [finding.where for finding in refused.value.findings] == [f"đề xuất cho sổ {ADVICE}, dòng 15"]
    assert written() == before


@pytest.mark.parametrize(("numbers", "said"), [([88], "Không có đề xuất số 88"), ([], "Chưa chọn"), ([0, 1], "số 0")])
def test_numbers_that_are_none_are_refused(officer: User, numbers: list[int], said: str) -> None:
    with pytest.raises(NotAccepted, match=said):
        accept(sample(), numbers, by=officer)
