"""A report leaves the house: number and step are one, slips are told first, and nothing lacking is issued."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from sokhcn.formats.pdf.render import render
from sokhcn.people.models import Role
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from sokhcn.reports.life.leaving import Doubtful, bring, enter_number, leaving, take_number
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, NumberBook, Outgoing, SignedFile, Stage
from sokhcn.reports.signing.keeping import NotKept
from tests.formats.pdf.signatures.signed import scanned
from tests.reports.life.office import Office, put, reported
from tests.rows import write

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 18)


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path


def signed() -> Office:
    made, _ = reported()
    put(made.report(), Stage.SIGNED)
    return made


def test_an_own_number_is_taken_with_its_step_and_by_no_report_that_is_not_signed() -> None:
    made = signed()
    write(NumberBook(agency=made.agency, code="chung", name="Sổ chung", kind=NumberBook.Kind.OWN))
    clerk = made.people[Role.CLERK]
    put(made.report(), Stage.APPROVED)
    with pytest.raises(NotMoved, match="đang ở “Đã duyệt”"):
        take_number(made.report(), by=clerk)
    assert not Outgoing.everything.exists()
    put(made.report(), Stage.SIGNED)
    row = take_number(made.report(), by=clerk)
    assert (row.number, row.edition_label, made.report().state().stage) == (1, "2022-01/1", Stage.NUMBERED)
    put(made.report(), Stage.SIGNED)  # given back, and the number was not voided
    assert take_number(made.report(), by=clerk).pk == row.pk


def test_a_number_told_from_elsewhere_that_is_odd_is_kept_only_by_who_is_sure() -> None:
    made = signed()
    clerk = made.people[Role.CLERK]
    with pytest.raises(Doubtful) as odd:
        enter_number(made.report(), "08", DAY, by=clerk)
    assert [finding.id for finding in odd.value.findings] == ["number.first"]
    assert (Outgoing.everything.count(), made.report().state().stage) == (0, Stage.SIGNED)
    assert enter_number(made.report(), "08", DAY, by=clerk, sure=True).row.code == "08/BC-SKHCN"
    assert made.report().state().stage == Stage.NUMBERED
    put(made.report(), Stage.SIGNED)
    with pytest.raises(NotPossible, match="đã có số 08/BC-SKHCN"):
        enter_number(made.report(), "09", DAY, by=clerk, sure=True)


def test_nothing_is_issued_without_a_number_and_a_signed_file() -> None:
    made = signed()
    clerk = made.people[Role.CLERK]
    put(made.report(), Stage.NUMBERED)
    with pytest.raises(NotMoved) as why:
        take(made.report(), Act.ISSUE, by=clerk)
    assert [finding.id for finding in why.value.findings] == ["number.none", "signed.missing"]
    put(made.report(), Stage.SIGNED)
    enter_number(made.report(), "01", DAY, by=clerk)
    edition = leaving(made.report(), clerk).edition
    picture = scanned(render(edition.document()).pdf)
    with pytest.raises(NotKept, match="chỉ có ảnh"):
        bring(edition, "chụp.pdf", picture, by=clerk)
    with pytest.raises(NotKept, match="không được nhận bản đã ký"):
        bring(edition, "chụp.pdf", picture, by=made.people[Role.LEADER], word="đã đối chiếu")
    assert bring(edition, "chụp.pdf", picture, by=clerk, word="đã đối chiếu bản gốc").is_accepted
    assert take(made.report(), Act.ISSUE, by=clerk).after == Stage.ISSUED


def test_a_signed_file_with_another_number_than_the_book_is_told() -> None:
    made = signed()
    clerk = made.people[Role.CLERK]
    enter_number(made.report(), "01", DAY, by=clerk)
    edition = leaving(made.report(), clerk).edition
    told = {"number": "2", "date": "18", "findings": [], "signatures": []}
    names = ("agency", "period_code", "addressee", "number")
    about = {name: getattr(edition, name) for name in names}
    row = SignedFile(**about, kind="signed", name="a.pdf", sha256="0" * 64, size=1, verdict=told, is_accepted=True)
    row.kept_at, row.kept_by = timezone.now(), "Văn thư"
    row.digest = row.proof()
    with writing(by=clerk) as pen:
        pen.freeze(row)
    assert "signed.number" in [finding.id for finding in leaving(made.report(), clerk).lacking]
