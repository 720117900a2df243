"""The illustrative advisory documents: numbers rise with the days, and some documents are still on their way."""

from itertools import groupby

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.models import Paper
from tests.areas.illustrated import illustrated
from tests.areas.registers import values

pytestmark = pytest.mark.django_db


def series(paper: Paper) -> tuple[str, str, int]:
    assert paper.issued_on is not None
    return paper.issuer, paper.symbol, paper.issued_on.year


def test_numbers_rise_through_the_year_by_issuer_and_symbol():
    illustrated("advice")
    papers = sorted(Paper.objects.order_by("issued_on", "pk"), key=series)
    for name, group in groupby(papers, key=series):
        numbers = [int(paper.number) for paper in group]
        assert numbers == sorted(set(numbers)), name


def test_a_year_has_some_sixty_documents_and_january_of_the_files_none():
    illustrated("advice")
    assert values("advice") == {}
    assert 55 < values("advice", "2022")["issued"] < 100
    assert 40 < values("advice", "2021")["issued"] < 60


def test_what_is_not_issued_has_no_paper():
    illustrated("advice")
    waiting = AdvisoryDocument.objects.exclude(state="issued")
    assert {(row.state, row.paper) for row in waiting} == {
        (state, None) for state in ("drafting", "submitted", "returned", "withdrawn")
    }
