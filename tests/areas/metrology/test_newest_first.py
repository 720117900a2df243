"""The list of all jobs begins with the newest, whatever there are: nobody waits until a million rows are sorted."""

import pytest
from django.db import connection

from sokhcn.areas.metrology.models import Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.records.ordering import ordered


@pytest.mark.on("postgresql")  # SQLite's indexes have rows without a value first
@pytest.mark.django_db
def test_the_index_of_days_gives_them_in_the_order_of_the_list() -> None:
    order = next(register.order for register in REGISTERS if register.model is Job)
    newest = Job.objects.filter(agency=1).order_by(*ordered(order))[:50]
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort"):  # there are no rows here, and anything else would do
            cursor.execute(f"SET LOCAL enable_{way} = off")
    assert "Index Scan Backward using metrology_job_day" in newest.explain()
