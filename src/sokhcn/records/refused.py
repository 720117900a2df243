"""Why the database refused a row: the constraints it breaks, in the words that the models declare for them."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept

TWICE = "Dòng này trùng với một dòng đã có."
AGAINST = "Dòng này trái với một quy tắc của sổ."
FIND = "Tìm dòng đó trong sổ (kể cả thùng rác) rồi sửa ở đó."


def broken_by(row: Kept, where: str = "") -> Iterator[Finding]:
    """A finding for each constraint that ``row`` breaks as the database stands now.

    It costs a query for each constraint, so it is asked only of rows that the database has refused.
    """
    for constraint in row._meta.constraints:
        try:
            constraint.validate(type(row), row)
        except ValidationError:
            yield said_of(constraint, where)


def said_of(constraint: models.BaseConstraint, where: str = "") -> Finding:
    """What to tell of a row that breaks ``constraint``."""
    twice = isinstance(constraint, models.UniqueConstraint)
    usual = TWICE if twice else AGAINST
    words = constraint.violation_error_message
    declared = words is not None and words != constraint.default_violation_error_message
    return must("register.integrity", str(words) if declared else usual, where=where, suggestion=FIND if twice else "")


def refused(where: str = "") -> Finding:
    """What to say where no constraint explains it: two new rows of one file that are the same."""
    return must("register.integrity", "Sổ không nhận: có dòng trùng nhau hoặc trái quy tắc của sổ.", where=where)
