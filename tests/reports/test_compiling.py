"""An edition is known by all that it says, and by nothing else."""

from datetime import date
from threading import Thread

import pytest
from django.db import connection

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.document.walk import words
from sokhcn.figures.figure import FigureSet
from sokhcn.kernel.periods import Period, read_period
from sokhcn.people.models import Capacity, Mandate, Role
from sokhcn.records.dated import CALENDAR, DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import compiling
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Edition
from tests.rows import advisory, agency, paper, user, write

JANUARY = read_period("2022-01", DECREE_09)
ALIKE = {"name": "Sở KH&CN", "short": "Sở", "heading": "SỞ KH&CN", "symbol": "SKHCN"}
pytestmark = pytest.mark.django_db


def reporting(code: str = "A") -> Agency:
    """An agency with somebody to sign, and nothing to report."""
    owner = agency(code, **ALIKE)
    titles = {"head_title": "Giám đốc", "title": "Giám đốc"}
    write(Mandate(agency=owner, name="Nguyễn Văn Ký", capacity=Capacity.HEAD, **titles))
    return owner


def test_the_same_data_compiled_by_somebody_else_is_the_same_edition() -> None:
    owner = reporting()
    first = compile_report(JANUARY, owner, by=user(owner, Role.COMPILER, "một"))
    again = compile_report(JANUARY, owner, by=user(owner, Role.COMPILER, "hai"))
    assert (again.edition, first.is_new, again.is_new) == (first.edition, True, False)


def test_the_digest_tells_apart_two_agencies_whose_reports_read_alike() -> None:
    one, other = (compile_report(JANUARY, reporting(code), by=user(login=code)).edition for code in "AB")
    assert one.document() == other.document()
    assert one.digest != other.digest


def test_the_latest_mandate_signs_and_one_without_a_first_day_is_the_oldest() -> None:
    owner = reporting()
    titles = {"head_title": "Giám đốc", "title": "Giám đốc"}
    new = {"valid_from": date(2022, 1, 1), **titles}
    write(Mandate(agency=owner, name="Trần Thị Mới", capacity=Capacity.HEAD, **new))
    edition: Edition = compile_report(JANUARY, owner, by=user(owner)).edition
    assert edition.document().closing.signature.name == "Trần Thị Mới"


def test_an_edition_of_statistics_is_no_draft_of_the_periodic_report() -> None:
    owner, by = reporting(), user(role=Role.COMPILER)
    periodic = compile_report(JANUARY, owner, by=by).edition
    statistics = compile_report(read_period("2022-01", CALENDAR), owner, by=by).edition
    assert (periodic.label, statistics.label) == ("2022-01/1", "2022-01@lich/1")
    assert (periodic.regime["id"], statistics.regime["id"]) == ("ND09-2019", "lich")
    assert Edition.objects.latest_of(owner, "2022-01") == periodic
    assert "từ 01/01/2022 đến 31/01/2022" in words(statistics.document().head.subject)


def test_an_edition_says_that_its_days_go_by_convention() -> None:
    owner, by = reporting(), user(role=Role.COMPILER)
    nine, six = (compile_report(read_period(code, DECREE_09), owner, by=by).edition for code in ("2022-9T", "2022-6T1"))
    assert (nine.regime["by_convention"], six.regime["by_convention"]) == (True, False)


@pytest.mark.on("postgresql")
@pytest.mark.django_db(transaction=True)
def test_a_report_says_what_the_registers_held_at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = reporting()
    advisory(owner, state=AdvisoryDocument.State.ISSUED, paper=paper())

    def withdraw() -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE advice_advisorydocument SET state = 'withdrawn'")
        connection.close()

    measured: list[FigureSet] = []
    ask = compiling.figures_for

    def asked_twice(period: Period, owner: Agency) -> FigureSet:
        measured.append(ask(period, owner))
        writer = Thread(target=withdraw)
        writer.start()
        writer.join()
        measured.append(ask(period, owner))
        return measured[-1]

    monkeypatch.setattr(compiling, "figures_for", asked_twice)
    compile_report(JANUARY, owner, by=user(owner))
    assert [figures["advice.issued"].value for figures in (*measured, ask(JANUARY, owner))] == [1, 1, 0]
