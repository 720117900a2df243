"""A department's own database: made once, whole or not at all."""

import pytest

from sokhcn.people.appointing import misappointed
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Unit
from sokhcn.records.terms import Term
from sokhcn.reports.preparing import Administrator, CannotPrepare, prepare

pytestmark = pytest.mark.django_db
AGENCY = {"code": "S", "name": "Sở thử", "short": "Sở", "heading": "SỞ THỬ", "symbol": "S"}
UNITS = ({"code": "VP", "name": "Văn phòng", "short": "VP"},)
FIRST = Administrator("quantri", "Lê Thị Quản Trị", "mot mat khau dai")


def test_it_stands_with_its_agency_units_administrator_and_shipped_rules_and_is_made_once() -> None:
    done = prepare(AGENCY, UNITS, FIRST)
    assert (Unit.objects.get().agency, done.administrator.agency) == (done.agency, done.agency)
    assert User.objects.get().check_password(FIRST.password)
    assert done.shipped >= Term.objects.count() > 0
    assert [*misappointed()] == []
    with pytest.raises(CannotPrepare, match="đã có dữ liệu"):
        prepare(AGENCY, UNITS, FIRST)


def test_everything_that_is_wrong_is_told_and_nothing_written() -> None:
    with pytest.raises(CannotPrepare) as refused:
        prepare({**AGENCY, "name": ""}, UNITS, Administrator("quan tri", "", "ngan"))
    assert {finding.id for finding in refused.value.findings} == {"people.login", "people.password", "intake.required"}
    assert (Agency.objects.exists(), User.objects.exists()) == (False, False)
