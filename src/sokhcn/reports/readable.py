"""Which of the rows that history, differences and proposals name somebody may read."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import CharField, Q

from sokhcn.people.models import Reach, User
from sokhcn.people.permissions import hats, within_reach
from sokhcn.records.models import Agency

Named = tuple[str, int]  # a row by the label of its model and its number


def readable(named: Iterable[Named], by: User) -> set[Named]:
    """Those of ``named`` that ``by`` may read, also in the trash; a query or two for each kind of row among them."""
    wanted: dict[str, set[int]] = {}
    for label, number in named:
        wanted.setdefault(label, set()).add(number)
    return {(label, number) for label, numbers in wanted.items() for number in _of_a_kind(label, numbers, by)}


def _of_a_kind(label: str, numbers: set[int], by: User) -> set[int]:
    model: Any = apps.get_model(label)
    rows = getattr(model, "everything", model._base_manager).filter(pk__in=numbers)
    names = {field.attname for field in model._meta.concrete_fields}
    if {"register", "row"} <= names:
        return _about_others(rows, by)
    if "agency" in names:  # a code or a number, and no key: rows that outlive what they name
        return set(rows.filter(_at_home(model, by)).values_list("pk", flat=True))
    return set(within_reach(rows, by).values_list("pk", flat=True))


def _about_others(rows: Any, by: User) -> set[int]:
    """Of rows about a row of any register, those about one that may be read."""
    about = {pk: (register, row) for pk, register, row in rows.values_list("pk", "register", "row") if register and row}
    theirs = readable(about.values(), by)
    return {pk for pk, one in about.items() if one in theirs}


def _at_home(model: Any, by: User) -> Q:
    worn = hats(by)
    if any(hat.reach == Reach.ALL for hat in worn):
        return Q()
    homes: Any = {hat.agency for hat in worn if hat.agency is not None}
    if isinstance(model._meta.get_field("agency"), CharField):
        homes = Agency.objects.filter(pk__in=homes).values("code")
    return Q(agency__in=homes)
