"""Rows fetched in one go, and made into instances only when somebody reads them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.db.models.query import get_related_populators

from sokhcn.kernel.runs import Run, Runs


class Fetched:
    """What the database answered to ``rows``, which have ``marks`` among their annotations.

    An instance takes ten times as long as its row did, and most who ask for a figure look at no row.
    """

    def __init__(self, rows: QuerySet[Any], marks: Sequence[str]) -> None:
        self._using, self._compiler = rows.db, rows.query.get_compiler(using=rows.db)
        self._answered = list(chain.from_iterable(self._compiler.execute_sql()))
        columns = self._compiler.annotation_col_map or {}
        self._marks = [columns[mark] for mark in marks]
        own = self._compiler.klass_info["select_fields"]
        self._own = slice(own[0], own[-1] + 1)
        self._names = [column.target.attname for column, *_ in self._compiler.select[self._own]]
        self._model: Any = rows.model

    def marked(self) -> Iterable[list[int]]:
        """The marks of each row."""
        return ([row[at] for at in self._marks] for row in self._answered)

    def runs(self, places: Iterable[int]) -> Runs:
        """The ids and versions of the rows at ``places``."""
        pk, version = (self._own.start + self._names.index(name) for name in (self._model._meta.pk.attname, "version"))
        found = (self._answered[at] for at in places)
        return Runs(Run(row[pk], row[pk], row[version]) for row in found)

    @cached_property
    def rows(self) -> list[Any]:
        """The rows as instances, with those fetched along."""
        about = self._compiler.klass_info, self._compiler.select, self._using
        related = get_related_populators(*about)  # type: ignore[call-arg] # the stubs are of a newer Django
        made = []
        for row in self._compiler.results_iter([self._answered]):
            instance = self._model.from_db(self._using, self._names, row[self._own])
            for populator in related:
                populator.populate(row, instance)
            made.append(instance)
        return made
