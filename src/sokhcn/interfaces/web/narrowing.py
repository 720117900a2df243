"""Which rows of a register a page shows: the address line's search, window and filters, and the words for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext as _
from django_filters import CharFilter, ChoiceFilter
from django_filters.filterset import FilterSet

from sokhcn.interfaces.web.spoken import CHOICE, COLUMN, spoken, spoken_period
from sokhcn.interfaces.web.starting import EVERYTHING, TRASH, UNIT, WINDOW, Chip, chips
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.folding import Key, collation_key
from sokhcn.kernel.periods import BadPeriod, Period
from sokhcn.kernel.seeking import sought
from sokhcn.people.models import User
from sokhcn.people.permissions import sees_personal, within_reach
from sokhcn.records.asking import when_on
from sokhcn.records.kept import Record
from sokhcn.records.registering import Register
from sokhcn.reports.periods import the_period

Choices = dict[str, list[tuple[str, str]]]
REMEMBERED = 200  # sets of filters


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The rows asked for, the form that asked, its window if there is one, what was wrong with it, and what was asked
    with all that goes without saying said."""

    rows: Any
    form: Any
    window: Period | None
    trash: bool
    asked: QueryDict
    trouble: str = ""

    @property
    def told(self) -> Iterator[tuple[str, str, str]]:
        """The filters in force: name, label and value in words."""
        for name, field in self.form.fields.items():
            value = self.form.cleaned_data.get(name) if self.form.is_bound else None
            if value:
                yield name, str(field.label), str(dict(getattr(field, "choices", ())).get(value, value))

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The filters in force as chips, the window first; the box shows what is searched for."""
        window = [] if self.window is None else [(WINDOW, _("Kỳ"), spoken_period(self.window.short_name))]
        return chips(self.asked, iter([*window, *(one for one in self.told if one[0] != "q")]))

    @property
    def held(self) -> list[tuple[str, str]]:
        """What stands in the address of filters but the words looked for, while nobody opened the form of them."""
        names = (WINDOW, *(name for name in self.form.fields if name != "q"))
        return [(name, value) for name in names if (value := self.asked.get(name))]

    @property
    def words(self) -> str:
        """The filter in words, for prints."""
        told = [] if self.window is None else [f"{_('Kỳ')} {self.window.name} ({self.window.span})"]
        return "; ".join([*told, *(f"{label.lower()}: {value}" for _name, label, value in self.told)])

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words)

    @property
    def everything(self) -> str:
        """The end of the address of all rows, in the trash if this is the trash."""
        return f"{TRASH}=1" if self.trash else f"{EVERYTHING}=1"


def path(name: str) -> str:
    """A column's name as the database's lookups write it."""
    return name.replace(".", "__")


def has_day(register: Register) -> bool:
    """Whether rows of ``register`` lie in periods."""
    return bool(register.day) or issubclass(register.model, Record)


def narrowed(
    register: Register, asked: QueryDict, user: User, known: Period | None = None, *, offers: bool = True
) -> Narrowed:
    """The rows that ``asked`` means and ``user`` may see, unordered, with their references.

    ``known`` is a period that need not be looked up. Without ``offers`` the form has the filters in force alone: what
    else could be asked is fetched when somebody looks for it.
    """
    trash = asked.get(TRASH) == "1"
    model = register.model
    rows = within_reach(model.everything.exclude(trashed_at=None) if trash else model.objects.all(), user)
    window, trouble = _window(register, asked.get(WINDOW, ""), known)
    if window:
        rows = rows.filter(_in_window(register, window))
    filters = _filters(register, user, asked, offers=offers)(asked, queryset=rows.select_related(*register.related))
    return Narrowed(filters.qs, filters.form, window, trash, asked, trouble)


def _window(register: Register, code: str, known: Period | None) -> tuple[Period | None, str]:
    if known is not None and code == known.code and has_day(register):
        return known, ""
    try:
        return (the_period(code), "") if code and has_day(register) else (None, "")
    except BadPeriod as bad:
        return None, str(bad)


def _in_window(register: Register, window: Period) -> Any:
    """The same days as an indicator counts: by the row's day, or without one by its entry in the book."""
    if issubclass(register.model, Record):
        return when_on("", register.day or "recorded_on", window.days).holds
    return Q(**{f"{register.day}__range": window.days})


def _search(rows: Any, name: str, value: str) -> Any:
    """The rows that the one box would find too, those in the trash among them."""
    asked = sought(value)
    for needle in asked.needles:
        rows = rows.filter(folded__contains=needle)
    return rows if asked.needles or not value.strip() else rows.none()


def _filters(register: Register, by: User, asked: QueryDict, *, offers: bool) -> type[FilterSet]:
    """The filters that ``register`` declares, and search without accents."""
    columns = [column for column in _asked_by(register, by) if offers or asked.get(column.name)]
    own = {} if offers else _own_unit(columns, asked, by)
    offered = {**_offered(register, [column for column in columns if column.name not in own], by), **own}
    told = ((column.name, spoken(column.heading, COLUMN), tuple(offered[column.name])) for column in columns)
    return _filter_set(_("Tìm"), tuple(told))


@lru_cache(maxsize=REMEMBERED)
def _filter_set(search: str, told: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]) -> type[FilterSet]:
    """The class with these filters, by name, heading and choices; made anew for each page it would cost a query."""
    fields: dict[str, Any] = {"q": CharFilter(method=_search, label=search)}
    for name, heading, choices in told:
        fields[name] = ChoiceFilter(field_name=path(name), choices=choices, label=heading, empty_label=heading)
    return type("RegisterFilter", (FilterSet,), fields)


def _own_unit(columns: list[Column], asked: QueryDict, by: User) -> Choices:
    """The unit of ``by`` where a list is narrowed to it, as most are: nobody needs to ask what it is called."""
    told = any(column.name == UNIT for column in columns) and by.unit is not None and asked.get(UNIT) == str(by.unit_id)
    return {UNIT: [(str(by.unit_id), by.unit.short or by.unit.name)]} if told and by.unit is not None else {}


def _asked_by(register: Register, by: User) -> list[Column]:
    """The columns that ``by`` may filter by: a filter on masked ones would tell what stands behind the mask."""
    columns = map(register.column, register.filters)
    return [column for column in columns if not column.personal or sees_personal(by)]


def _offered(register: Register, columns: list[Column], by: User) -> Choices:
    """What each filter offers: the words of a choice, or the values that rows have, asked in one query."""
    offered: Choices = {c.name: _said(c) for c in columns if c.cell is Cell.CHOICE}
    offered |= {c.name: [("True", _("có")), ("False", _("không"))] for c in columns if c.cell is Cell.FLAG}
    looked_up = [column.name for column in columns if column.name not in offered]
    asked = [_values(register, register.column(name), by) for name in looked_up]
    offered |= {name: [] for name in looked_up}
    for name, value, label in asked[0].union(*asked[1:]) if asked else ():
        offered[name].append((value, label))
    return {name: sorted(found, key=_by_word) if name in looked_up else found for name, found in offered.items()}


def _said(column: Column) -> list[tuple[str, str]]:
    return [(value, spoken(word, CHOICE)) for value, word in column.choices.items()]


def _by_word(choice: tuple[str, str]) -> Key:
    return collation_key(choice[1])


def _values(register: Register, column: Column, by: User) -> Any:
    text, seen = CharField(), within_reach(register.model.objects.order_by(), by)
    if column.cell is Cell.REFERENCE:
        field = register.model._meta.get_field(column.name)
        target: Any = field.related_model
        named = "short" if any(f.name == "short" for f in target._meta.fields) else "name"
        # Row by row of the short list, through the index of the long one, which is not read.
        had = Exists(seen.filter(**{column.name: OuterRef("pk")}))
        # One's own unit stands there before it has a row: the list begins with it.
        rows = target.objects.order_by().filter(Q(had) | Q(pk=by.unit_id) if column.name == "unit" else had)
        return rows.annotate(
            offered_for=Value(column.name), offered=Cast("pk", text), offered_as=Cast(named, text)
        ).values_list("offered_for", "offered", "offered_as")
    place = path(column.name)
    rows = seen.exclude(**{f"{place}__isnull": True})
    if column.cell is not Cell.YEAR:
        rows = rows.exclude(**{place: ""})
    return (
        rows.annotate(offered_for=Value(column.name), offered=Cast(place, text), offered_as=Cast(place, text))
        .values_list("offered_for", "offered", "offered_as")
        .distinct()
    )
