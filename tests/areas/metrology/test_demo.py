"""The illustrative rounds: new instruments before their jobs, instruments that come back, numbers that rise."""

from collections import Counter

import pytest

from sokhcn.areas.metrology.demo import rows
from tests.areas.illustrated import scene

pytestmark = pytest.mark.django_db


def test_a_year_and_the_year_before_are_made_without_writing_anything():
    here = scene()
    *_, instruments, jobs = rows(here.of("metrology"))
    *_, again, jobs_again = rows(here.of("metrology"))
    assert [i.serial_number for i in instruments] == [i.serial_number for i in again]
    assert [(j.performed_on, j.certificate_number) for j in jobs] == [
        (j.performed_on, j.certificate_number) for j in jobs_again
    ]
    assert not [job for job in jobs if job.performed_on and job.performed_on in here.told]

    done = [job for job in jobs if job.state == "performed"]
    times = Counter(id(job.instrument) for job in done if job.performed_on.year == 2022)
    assert len(times) < times.total() < 1.3 * len(times)
    assert {id(job.instrument) for job in done} <= {id(instrument) for instrument in instruments}

    by_month = Counter(job.performed_on.month for job in done if job.performed_on.year == 2022)
    assert by_month[2] < min(by_month[month] for month in range(3, 12))
    for year in (2021, 2022):
        numbers = [int(job.certificate_number[3:8]) for job in done if job.performed_on.year == year]
        assert numbers == sorted(set(numbers))
    assert all(job.result for job in done)
    assert {job.performed_on for job in jobs if job.state != "performed"} == {None}
