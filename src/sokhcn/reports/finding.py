"""What the box found, as people read it: rows by their registers and editions, with the part that was asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sokhcn.compiler.outline import PROVINCE
from sokhcn.kernel.columns import Cell
from sokhcn.kernel.seeking import Piece, Sought, glimpsed, marked
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.models import Entry
from sokhcn.records.registering import Register
from sokhcn.records.search import FIRST, WHOLE, Found, Hit, search
from sokhcn.records.within import Within
from sokhcn.reports import catalogue
from sokhcn.reports.models import Edition
from sokhcn.reports.showing import shown

EDITIONS = Edition._meta.label_lower
REPORTS = "bao-cao"  # the name by which editions are asked for, beside the slugs of registers
AT_A_TIME = 50
BEFORE, LENGTH = 60, 220  # letters of a long text that are shown

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One row or edition that was found: its name, and the fields that hold what the name does not."""

    register: Register | None
    row: Any
    title: Pieces
    fields: tuple[tuple[str, Pieces], ...]
    is_exact: bool

    @property
    def look(self) -> tuple[str, str] | None:
        """The row's state: how a badge looks, and its word."""
        if self.register is None or not self.register.state:
            return None
        value = getattr(self.row, self.register.state)
        word = self.register.column(self.register.state).choices.get(value, value)
        return self.register.looks.get(value, "draft"), str(word)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found and how often: a register, or among the reports."""

    slug: str
    title: str
    area: int
    rows: int


def look_for(text: str, within: Within, slug: str = "", year: int = 0) -> Found:
    """What ``text`` asks for, in all registers or in the one called ``slug``, of all years or of one.

    Raises ``catalogue.Unknown``.
    """
    narrowed = within.also([label_of(slug)]) if slug else within
    return search(text, narrowed.of(year) if year else narrowed)


def narrowed(text: str, everywhere: Found, within: Within, slug: str, year: int) -> Found:
    """What of ``everywhere``, found for ``text``, is of the register called ``slug`` and of ``year``.

    Where there is more than anybody counts it is looked for anew. Raises ``catalogue.Unknown``.
    """
    label = label_of(slug) if slug else ""
    if (slug or year) and everywhere.more:
        return look_for(text, within, slug, year)
    return everywhere.only(label, year)


def label_of(slug: str) -> str:
    """The label of the register called ``slug``. Raises ``catalogue.Unknown``."""
    return EDITIONS if slug == REPORTS else catalogue.register(slug).model._meta.label_lower


def places(found: Found) -> tuple[Place, ...]:
    """Where the hits are: registers in the order of the report, reference data, and the reports."""
    known = sorted(catalogue.registers(), key=lambda register: register.area or len(catalogue.areas()) + 1)
    rows = found.registers
    held = [Place(r.slug, r.short, r.area, rows.get(r.model._meta.label_lower, 0)) for r in known]
    return tuple(place for place in (*held, Place(REPORTS, _("Báo cáo"), 0, rows.get(EDITIONS, 0))) if place.rows)


def page_of(found: Found, by: User, start: int = 0) -> tuple[Shown, ...]:
    """``AT_A_TIME`` of the hits that ``by`` may read, with one query for each register among them."""
    hits = found.hits[start : start + AT_A_TIME]
    rows = dict(_rows(hits, by))
    there = [hit for hit in hits if (hit.register, hit.row) in rows]
    return tuple(_shown(found.sought, hit, rows[hit.register, hit.row], by) for hit in there)


def _rows(hits: Iterable[Hit], by: User) -> Iterator[tuple[tuple[str, int], Any]]:
    wanted: dict[str, list[int]] = {}
    for hit in hits:
        wanted.setdefault(hit.register, []).append(hit.row)
    for label, keys in wanted.items():
        if label == EDITIONS:
            entries = Entry.objects.filter(register=label, row__in=keys)
            told = dict(entries.values_list("row", "shown"))
            editions = Edition.objects.defer("document_kept", "figures_kept", "rules")
            found = {key: (edition, told.get(key, "")) for key, edition in editions.in_bulk(keys).items()}
        else:
            register = _registers()[label]
            many = [c.name for c in register.columns if c.cell is Cell.REFERENCES]
            rows = register.model.objects.select_related(*register.related).prefetch_related(*many)
            found = within_reach(rows, by).in_bulk(keys)
        yield from (((label, key), row) for key, row in found.items())


def _shown(asked: Sought, hit: Hit, row: Any, by: User) -> Shown:
    exact = hit.rank in (WHOLE, FIRST)
    if hit.register == EDITIONS:
        edition, text = row
        title = marked(_called(edition), asked.needles)
        return Shown(None, edition, title, (("", _glimpse(text, asked)),), exact)
    register = _registers()[hit.register]
    title = marked(str(row), asked.needles)
    return Shown(register, row, title, tuple(_fields(register, row, asked, by)), exact)


def _called(edition: Edition) -> str:
    to = "" if edition.addressee == PROVINCE else f", gửi {edition.addressee}"
    return f"Báo cáo {edition.period.name}{to}, dự thảo {edition.number}"


def _fields(register: Register, row: Any, asked: Sought, by: User) -> Iterator[tuple[str, Pieces]]:
    """The fields that hold needles which neither the title nor a field before them holds."""
    title = marked(str(row), asked.needles)
    left = [needle for needle in asked.needles if not _is_in(title, needle)]
    for column in register.columns:
        text = shown(row, column, by) if left else ""
        held = marked(text, left) if left else ()
        if any(hit for _, hit in held):
            yield column.heading, glimpsed(marked(text, asked.needles), BEFORE, LENGTH)
            left = [needle for needle in left if not _is_in(held, needle)]


def _is_in(pieces: Pieces, needle: str) -> bool:
    text = "".join(piece for piece, _ in pieces)
    return any(hit for _, hit in marked(text, (needle,)))


def _glimpse(text: str, asked: Sought) -> Pieces:
    """The place of a long text where most of what was asked for stands together."""
    together = marked(text, (asked.together,))
    if any(hit for _, hit in together):
        return glimpsed(together, BEFORE, LENGTH)
    longest = max(asked.needles, key=len)
    shown = "".join(piece for piece, _ in glimpsed(marked(text, (longest,)), BEFORE, LENGTH))
    return marked(shown, asked.needles)


def _registers() -> dict[str, Register]:
    return {register.model._meta.label_lower: register for register in catalogue.registers()}
