"""A report that was issued, for tests that are about what comes of it and not about the way there."""

from datetime import date

from sokhcn.people.models import User
from sokhcn.records.models import Issued
from sokhcn.records.writing import writing
from sokhcn.reports.issuing import record
from sokhcn.reports.models import Edition


def issue(edition: Edition, *, on: date, by: User) -> Issued:
    """What the verb *phát hành* does with the rows that ``edition`` counted."""
    with writing(by=by) as pen:
        return record(pen, edition, on)
