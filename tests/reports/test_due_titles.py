"""What falls due is titled without personal data: titles stand in lists, calendars and reminders without a mask."""

from datetime import date
from typing import Any

import pytest
from django.db import models

from sokhcn.records.due import Deadline, deadlines
from sokhcn.reports import catalogue

PERSON = "Nguyễn Thị Riêng"


def filled(model: Any, depth: int = 2) -> Any:
    """A row with something in every field, and rows behind its references."""
    row = model()
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            if depth and not field.primary_key:
                setattr(row, field.name, filled(field.related_model, depth - 1))
        elif field.choices:
            setattr(row, field.attname, field.flatchoices[0][0])
        elif isinstance(field, models.CharField | models.TextField):
            setattr(row, field.attname, "chữ")
        elif isinstance(field, models.DateField):
            setattr(row, field.attname, date(2022, 1, 10))
    _with_people(row, depth)
    return row


def _with_people(row: Any, depth: int) -> None:
    """Somebody's name in each column that only those see whom it concerns."""
    for register in catalogue.registers():
        if register.model is type(row):
            for column in register.columns:
                *way, name = column.name.split(".")
                if column.personal and (depth or not way):
                    owner = row
                    for step in way:
                        owner = getattr(owner, step)
                    setattr(owner, name, PERSON)


@pytest.mark.parametrize("deadline", deadlines(), ids=lambda one: one.key)
def test_a_title_names_nobody(deadline: Deadline) -> None:
    row = filled(deadline.model)
    for reckoned in deadline.waiting().query.annotations:
        setattr(row, reckoned, 2021)
    title = deadline.title(row)
    assert title
    assert PERSON not in title


def test_there_are_people_to_be_named() -> None:
    personal = {r.model for r in catalogue.registers() if any(column.personal for column in r.columns)}
    assert personal & {deadline.model for deadline in deadlines()}
