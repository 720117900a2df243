"""What is wrong with rows before they are written: fields, the model's own rules and the constraints of the database,
judged in memory, so that a thousand rows cost what one does in queries."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.among import among
from sokhcn.records.conditions import Asked, Got, NotUnderstood, Unwritten, fields_of, getter, named, understood
from sokhcn.records.kept import Kept
from sokhcn.records.refused import said_of
from sokhcn.records.years import YearOf

REMEMBERED_AT_MOST = 5_000  # good values of one field that are not looked at again
ENDLESS = 10**9
Key = tuple[Any, ...]
Check = tuple[models.BaseConstraint, frozenset[str], Asked]
HASHED = frozenset({str, int, date, type(None)})


class About(NamedTuple):
    """A field, the values of it that were found good, and how long a text may be of which nothing else is asked."""

    attname: str
    field: Any
    good: set[Any]
    longest: int

    def is_good(self, value: Any) -> bool:
        kind = type(value)
        return (kind in HASHED and value in self.good) or (kind is str and 0 < len(value) <= self.longest)

    def are_good(self, values: Sequence[Any]) -> bool:
        """As ``is_good``, of many values at once."""
        kinds = {*map(type, values)}
        if kinds == {str} and self.longest and max(map(len, values)) <= self.longest:
            return all(values) or "" in self.good
        return kinds <= HASHED and self.good.issuperset(values)

    def remember(self, value: Any, cleaned: Any) -> None:
        """That ``value``, which became ``cleaned``, is good."""
        kind = type(value)
        if kind in HASHED and type(cleaned) is kind and len(self.good) < REMEMBERED_AT_MOST:
            self.good.add(value)


class Judge:
    """Judges rows of one model. ``knows_all``: there is no constraint that only the database understands."""

    def __init__(self, model: type[Kept]) -> None:
        self.model = model
        fields = [f for f in model._meta.concrete_fields if not f.primary_key]
        self._fields = tuple(About(f.attname, f, set(), _longest(f)) for f in fields)
        self._cleans = model.clean is not models.Model.clean
        self.knows_all = True
        self._checks = tuple(self._understood())
        asked = frozenset(name for _, names, _ in self._checks for name in names)
        own = {f.name: f.attname for f in fields if not f.is_relation}
        # What the checks ask of a row, where that is fields of its own: rows that say the same there are judged once.
        self._of_checks = sorted(map(own.__getitem__, asked)) if asked and asked <= own.keys() else []
        self._judged: dict[Any, list[Check]] = {}
        self.uniques = tuple(self._unique())

    def faults(self, row: Kept, where: str, lost: Collection[str] = ()) -> list[Finding]:
        """What is wrong with the fields of ``row``, else with the row. ``lost`` are fields that nobody could read."""
        found: list[Finding] = []
        held = row.__dict__
        for about in self._fields:
            if not about.is_good(held[about.attname]):
                found += self._looked_at(row, about, where, lost)
        if found or lost:
            return found + self._broken(row, where, {*lost, *(finding.about for finding in found)})
        return self._of_row(row, where) if self._cleans else self._broken(row, where, ())

    def is_sound(self, rows: Sequence[Kept], held: Mapping[str, Sequence[Any]]) -> bool:
        """Whether ``faults`` would find nothing in ``rows``, which hold ``held``, told column by column."""
        for about in self._fields:
            values = held[about.attname]
            if about.are_good(values):
                continue
            doubted = [row for row, value in zip(rows, values, strict=True) if not about.is_good(value)]
            # What was looked at once is good from then on, if it can be known again.
            if any(
                not about.is_good(row.__dict__[about.attname]) and self._looked_at(row, about, "") for row in doubted
            ):
                return False
        if self._cleans and any(self._of_row(row, "") for row in rows):
            return False
        asked = zip(*(held[name] for name in self._of_checks), strict=True)
        alike = dict(zip(asked, rows, strict=True)).values() if self._of_checks else rows
        return not any(self._failed(row) for row in alike)

    def _looked_at(self, row: Any, about: "About", where: str, lost: Collection[str] = ()) -> list[Finding]:
        """What is wrong with one field; a value with which nothing is wrong is known again."""
        field, value = about.field, row.__dict__[about.attname]
        wrong = list(self._of_field(row, field, where, lost))
        unsaid = field.is_relation and value is None and not field.blank  # it may lead to a row without a key yet
        if not wrong and field.name not in lost and not unsaid:
            about.remember(value, row.__dict__[about.attname])
        return wrong

    def _of_field(self, row: Any, field: Any, where: str, lost: Collection[str]) -> Iterator[Finding]:
        value = getattr(row, field.attname)
        # References were found or are as they were: asking for each of them again costs a query a cell.
        if field.name in lost or (field.is_relation and (value is not None or _refers(row, field))):
            return
        if field.blank and value in field.empty_values:
            return
        try:
            setattr(row, field.attname, field.clean(value, row))
        except ValidationError as error:
            heading, why = str(field.verbose_name), " ".join(error.messages)
            yield must("register.field", "{heading}: {why}", where=where, about=field.name, heading=heading, why=why)

    def _of_row(self, row: Kept, where: str) -> list[Finding]:
        try:
            row.clean()
        except ValidationError as error:
            return [
                must("register.field", "{heading}: {why}", where=where, about=name, heading=heading, why=" ".join(why))
                for name, why in error.message_dict.items()
                for heading in [_heading(row, name)]
            ]
        return self._broken(row, where, ())

    def _broken(self, row: Kept, where: str, lost: Collection[str]) -> list[Finding]:
        return [
            said_of(constraint, where) for constraint, names, _ in self._failed(row) if not names.intersection(lost)
        ]

    def _failed(self, row: Kept) -> list["Check"]:
        held = row.__dict__
        told = tuple([held[name] for name in self._of_checks])
        if not told or not {*map(type, told)} <= HASHED:
            return [check for check in self._checks if check[2](row) is False]
        if (failed := self._judged.get(told)) is None:
            failed = [check for check in self._checks if check[2](row) is False]
            if len(self._judged) < REMEMBERED_AT_MOST:
                self._judged[told] = failed
        return failed

    def _understood(self) -> Iterator["Check"]:
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                try:
                    asked: Any = constraint.condition
                    yield constraint, frozenset(fields_of(asked)), understood(asked, self.model)
                except (NotUnderstood, AttributeError):
                    self.knows_all = False

    def _unique(self) -> Iterator["Unique"]:
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                try:
                    yield Unique(self.model, constraint)
                except NotUnderstood:
                    self.knows_all = False


@cache
def judge_of(model: type[Kept]) -> Judge:
    """The judge of a model, made once."""
    return Judge(model)


class Unique:
    """A unique constraint: which rows it holds together, and whose key is taken."""

    def __init__(self, model: type[Kept], constraint: models.UniqueConstraint) -> None:
        self.model, self.constraint = model, constraint
        told = constraint.expressions or [models.F(name) for name in constraint.fields]
        self._terms = tuple(_term(model, expression) for expression in told)
        self._reads = tuple(term.read for term in self._terms)
        self.names = frozenset(term.name for term in self._terms)
        self._condition = constraint.condition or models.Q()
        self._asked: Asked = understood(self._condition, model) if constraint.condition else lambda row: True
        self.about = self.names | frozenset(fields_of(self._condition))

    def key(self, row: Any) -> Key | None:
        """What must not be there twice; None where the constraint has nothing to say of ``row``."""
        key = tuple([read(row) for read in self._reads])
        return key if None not in key and self._asked(row) is True else None

    def keys(self, rows: Sequence[Any], held: Mapping[str, Sequence[Any]]) -> Sequence[Key | None]:
        """The key of each of ``rows``, which hold ``held``, told column by column."""
        keys = zip(*(term.column(rows, held) for term in self._terms), strict=True)
        asked = [held.get(self.model._meta.get_field(name).attname) for name in sorted(fields_of(self._condition))]  # type: ignore[union-attr]
        if not all(asked):
            return [self.key(row) for row in rows]
        known: dict[Key, bool | None] = {}
        told = zip(*asked, strict=True) if asked else (() for _ in rows)
        holds = [
            known[one] if one in known else known.setdefault(one, self._asked(row))
            for one, row in zip(told, rows, strict=True)
        ]
        return [key if None not in key and held is True else None for key, held in zip(keys, holds, strict=True)]

    def taken(self, keys: Collection[Key]) -> dict[Key, set[int]]:
        """Those of ``keys`` that the database has already, with the rows that have them. One query.

        It asks the condition of the constraint too, or the index of the constraint would be of no use to it: without
        that, each thousand lines of a file would read the whole register.
        """
        if not keys:
            return {}
        query = models.Q(self._condition)
        for term, values in zip(self._terms, zip(*keys, strict=True), strict=True):
            query &= term.among({value for value in values if not isinstance(value, Unwritten)})
        there: dict[Key, set[int]] = {}
        names = [term.name for term in self._terms]
        for pk, *values in self.model.everything.filter(query).values_list("pk", *names):
            key = tuple([term.of(value) for term, value in zip(self._terms, values, strict=True)])
            if key in keys:
                there.setdefault(key, set()).add(pk)
        return there


class Term(NamedTuple):
    """One part of a unique key: a field, a field with what stands for nothing in it (``otherwise``), or the year of a
    field."""

    name: str
    get: Got
    otherwise: Any = None
    is_year: bool = False

    @property
    def read(self) -> Got:
        """Reads of a row what stands in its key."""
        get, of = self.get, self.of
        return (lambda row: of(get(row))) if self.is_year or self.otherwise is not None else get

    def column(self, rows: Sequence[Any], held: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
        """What stands in the keys of ``rows``, which hold ``held``, told column by column."""
        values = held.get(self.name, ())
        if not values:  # a reference, perhaps to a row without a key yet
            return [*map(self.read, rows)]
        return [*map(self.of, values)] if self.is_year or self.otherwise is not None else values

    def of(self, value: Any) -> Any:
        """What stands in the key for a ``value`` of the field."""
        if value is None:
            return self.otherwise
        return value.year if self.is_year else value

    def among(self, values: Collection[Any]) -> models.Q:
        """That the part is one of ``values``."""
        one = models.Q(**{f"{self.name}__year__in": values}) if self.is_year else models.Q(among(self.name, values))
        return one if self.otherwise is None else one | models.Q(**{f"{self.name}__isnull": True})


def _term(model: type[Kept], expression: Any) -> Term:
    if isinstance(expression, models.F):
        return Term(named(expression), getter(model, named(expression)))
    match expression:
        case YearOf() if isinstance(day := expression.get_source_expressions()[0], models.F):
            return Term(named(day), getter(model, named(day)), is_year=True)
        case Coalesce() if len(expression.get_source_expressions()) == 2:
            field, otherwise = expression.get_source_expressions()
            if isinstance(field, models.F) and isinstance(otherwise, models.Value):
                return Term(named(field), getter(model, named(field)), otherwise.value)
    raise NotUnderstood(expression)


def _longest(field: Any) -> int:
    """How long a text may be of which nothing else is asked; 0 where more is asked."""
    plain = type(field) in (models.CharField, models.TextField) and not field.choices and not field._validators
    return (field.max_length or ENDLESS) if plain else 0


def _refers(row: Any, field: Any) -> bool:
    return row._state.fields_cache.get(field.name) is not None


def _heading(row: Kept, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name)) if name != "__all__" else "Dòng này"
