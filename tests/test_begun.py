"""What tests begin with is poured in as it was made: no row, no value and no place in the search less."""

import pytest
from django.db import transaction

from tests.begun import Beginnings, taken_down
from tests.interfaces.web.office import make_office

pytestmark = pytest.mark.django_db


def test_what_is_poured_in_is_what_was_made() -> None:
    begin = Beginnings().begin
    with transaction.atomic():
        begin(make_office)
        made = tuple(taken_down())
        transaction.set_rollback(True)
    assert not tuple(taken_down())
    begin(make_office)
    assert tuple(taken_down()) == made
