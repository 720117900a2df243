"""Numbers of papers that an agency gives: once in their series."""

from django.db import models


def number_once(label: str, message: str) -> list[models.BaseConstraint]:
    """A number is given once by an agency on a day: series start again each year (Decree 30/2020/NĐ-CP, Article 15).

    Rows without a number are free. NULL days are no day like another, hence the second constraint.
    """
    numbered = ~models.Q(number="") & models.Q(trashed_at=None)
    return [
        models.UniqueConstraint(
            fields=["agency", "number", "issued_on"],
            condition=numbered,
            name=f"{label}_number_of_day",
            violation_error_message=message,
        ),
        models.UniqueConstraint(
            fields=["agency", "number"],
            condition=numbered & models.Q(issued_on=None),
            name=f"{label}_number_undated",
            violation_error_message=message,
        ),
    ]
