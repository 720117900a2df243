"""Rows fetched in one go, and made into instances only when somebody reads them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.query import get_related_populators

from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.written import Sql


class Fetching:
    """The SELECT of ``rows``, which have ``marks`` among their annotations, and what stands in which of its columns."""

    def __init__(self, rows: QuerySet[Any], marks: Sequence[str]) -> None:
        """Raises ``EmptyResultSet`` where it is known that there are none."""
        self.using, self.query, self.model = rows.db, rows.query, rows.model
        compiler: Any = rows.query.get_compiler(using=rows.db)
        self.sql: Sql = compiler.as_sql()
        self.select, self.about = compiler.select, compiler.klass_info
        columns = compiler.annotation_col_map or {}
        self.marks = [columns[mark] for mark in marks]
        own = self.about["select_fields"]
        self.own = slice(own[0], own[-1] + 1)
        self.names = [column.target.attname for column, *_ in self.select[self.own]]
        self.pk, self.version = (own[0] + self.names.index(n) for n in (rows.model._meta.pk.attname, "version"))


class Fetched:
    """What the database ``answered`` to a SELECT.

    An instance takes ten times as long as its row did, and most who ask for a figure look at no row.
    """

    def __init__(self, fetching: Fetching, answered: Sequence[Any]) -> None:
        self._fetching, self._answered = fetching, answered

    def marked(self) -> Iterable[list[int]]:
        """The marks of each row."""
        marks = self._fetching.marks
        return ([row[at] for at in marks] for row in self._answered)

    def runs(self, places: Iterable[int]) -> Runs:
        """The ids and versions of the rows at ``places``."""
        pk, version = self._fetching.pk, self._fetching.version
        found = (self._answered[at] for at in places)
        return Runs(Run(row[pk], row[pk], row[version]) for row in found)

    @cached_property
    def rows(self) -> list[Any]:
        """The rows as instances, with those fetched along."""
        of = self._fetching
        related = get_related_populators(of.about, of.select, of.using)  # type: ignore[call-arg] # stubs of a newer Django
        compiler: Any = of.query.get_compiler(using=of.using)
        converters = compiler.get_converters([column for column, *_ in of.select])
        made = []
        for row in compiler.apply_converters(self._answered, converters):
            instance = of.model.from_db(of.using, of.names, row[of.own])
            for populator in related:
                populator.populate(row, instance)
            made.append(instance)
        return made
