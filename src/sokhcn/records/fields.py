"""Fields that areas declare again and again: a day and a paper, either of which may not be known."""

from typing import Any

from django.db import models


def day_field(heading: str) -> Any:
    return models.DateField(heading, null=True, blank=True)


def paper_field(heading: str) -> Any:
    """A paper of the register of cited papers."""
    return models.ForeignKey(
        "records.Paper", models.PROTECT, null=True, blank=True, verbose_name=heading, related_name="+"
    )
