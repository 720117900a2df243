"""A register's list over a million rows with its default chips, against Django's admin with the same filters."""

import os
from collections.abc import Iterator
from typing import Any

import django

UNITS = 12
OURS, THEIRS = "/so/kiem-dinh/", "/quan-tri-django/metrology/job/"
MONTH = ("2021-12-15", "2022-01-14")


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.admin_settings"
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.filling import fill_first, fill_up
    from bench.measuring import tell

    call_command("migrate", verbosity=0)
    fill_first()
    fill_up()
    _give_units()
    tell(f"A list over 1,000,000 rows on {connection.vendor}", [*_measured()])


def _give_units() -> None:
    """Rows of twelve units, one twelfth each."""
    from django.db import connection

    from sokhcn.records.guard import opened
    from sokhcn.records.models import Unit

    with opened():
        Unit.objects.bulk_create(
            Unit(pk=n, version=1, code=f"P{n}", name=f"Phòng {n}", short=f"P{n}", agency_id=1)
            for n in range(1, UNITS + 1)
        )
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE metrology_job SET unit_id = 1 + (id / 20) % {UNITS}")
        cursor.execute("ANALYZE")


def _write(by: Any) -> None:
    """Something through the gate, as every register has behind it: counts are remembered up to there."""
    from sokhcn.areas.metrology.models import Job
    from sokhcn.records.writing import writing

    job = Job.objects.latest("pk")
    job.note = "Đã xem lại"
    with writing(by=by) as pen:
        pen.save(job)


def _client() -> Any:
    """A browser of somebody of the first unit, who may also enter the admin."""
    from django.test import Client

    from sokhcn.people.models import User

    told = {"first_name": "Chuyên viên", "agency_id": 1, "unit_id": 1, "is_staff": True, "is_superuser": True}
    user = User.objects.create(username="chuyenvien", **told)
    _write(user)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user, backend="sokhcn.people.backends.Passwords")
    session = client.session
    session["ky"] = "2022-01"
    session.save()
    return client


def _measured() -> Iterator[Any]:
    from django.test.utils import setup_test_environment, teardown_test_environment

    from bench.measuring import Line, against

    client, (first, last) = _client(), MONTH
    admins = f"{THEIRS}?performed_on__gte={first}&performed_on__lte={last}&unit__id__exact=1"

    def page(url: str, **headers: str) -> Any:
        answer = client.get(url, headers=headers)
        assert answer.status_code == 200, (url, answer.status_code)
        return answer

    setup_test_environment()  # for contexts; it slows both down, so it is undone before anything is measured
    assert page(OURS).context["total"].rows == page(admins).context["cl"].result_count > 0
    teardown_test_environment()
    yield against("the page with its default chips", lambda: page(OURS), lambda: page(admins), 0.5)
    part = {"hx-request": "true"}
    yield against("its rows alone, as htmx asks", lambda: page(OURS, **part), lambda: page(admins), 0.5)
    yield against("all rows, the first fifty", lambda: page(f"{OURS}?tat-ca=1"), lambda: page(THEIRS))
    sizes = [len(page(url).content) / 1024 for url in (OURS, admins)]
    yield Line("HTML of the page, KB", f"{sizes[0]:.0f}", f"{sizes[1]:.0f}", sizes[0], 40)
    rows = len(page(OURS, **part).content) / 1024
    yield Line("HTML of its rows, KB", f"{rows:.0f}", "", rows, 40)


if __name__ == "__main__":
    main()
