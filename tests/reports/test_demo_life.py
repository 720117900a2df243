"""A report of the illustrative year that is out went the whole way: it stands in the outgoing book too."""

from datetime import date

import pytest

from sokhcn.reports import demo_life
from sokhcn.reports.demo import the_compiler
from sokhcn.reports.models import Act, Move, Outgoing
from tests.seed.compiled import january

pytestmark = pytest.mark.django_db


def test_an_issued_report_has_its_number_and_was_sent() -> None:
    edition = january()
    assert demo_life.take_steps([edition], the_compiler()) == len(demo_life.TAKEN)
    paper = Outgoing.objects.get()
    assert (paper.edition_label, paper.code) == (edition.label, "09/BC-SKHCN")
    assert paper.dated_on == paper.sent_on == date(2022, 1, 18)
    assert paper.copies == 1 + paper.recipients.count(";")
    assert Move.objects.get(verb=Act.NUMBER).on == paper.dated_on
    assert demo_life.take_steps([edition], the_compiler()) == 0
