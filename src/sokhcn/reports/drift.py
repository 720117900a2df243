"""Figures that were issued and would be others now: noticed after every write, from the versions that the gate wrote.

A mark in the database says up to which batch that was done, and moves in the transaction that writes the entries: what
dies on the way is done again, what was done is not done twice. Only those figures are asked again that count, or
counted, a row that was written or a row that leads to one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sokhcn.figures.aspect import split_key
from sokhcn.figures.figure import Value
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.records import workings
from sokhcn.records.chains import last_batch
from sokhcn.records.models import Version
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.drifting.asking import Again, ask_again, moved
from sokhcn.reports.drifting.causing import MOST, Written, causes, responsible
from sokhcn.reports.drifting.issued import IssuedEdition, operands, standing
from sokhcn.reports.drifting.mark import LOGIN, OCCASION, advance, behind, mark
from sokhcn.reports.drifting.reaching import reach
from sokhcn.reports.drifting.touching import Touched
from sokhcn.reports.models import Drift, Edition, Watched
from sokhcn.reports.succeeding import ended

ASPECTS = tuple(Drift.Aspect)
State = Drift.State
NAMED = ("agency", "period_code", "addressee", "number")


class Watcher:
    """Nobody: what the program notices by itself."""

    def get_username(self) -> str:
        return LOGIN

    def get_full_name(self) -> str:
        return "Sổ chênh lệch (tự động)"


WATCHER = Watcher()


@dataclass(frozen=True, slots=True)
class Noticed:
    """How many figures were asked again, and how many entries were written or brought in step."""

    asked: int = 0
    entries: int = 0


def catch_up() -> Noticed:
    """Hold issued figures against everything written since the last time. Raises ``Busy``."""
    if not behind():
        return Noticed()
    with writing(by=WATCHER, occasion=OCCASION, still=True) as pen:
        until, before = last_batch(), mark()
        # The first time there is nothing to read: every issued edition is looked at whole.
        noticed = _notice(pen, Touched.between(until if before is None else before, until))
        advance(until)
    return noticed


def _notice(pen: Pen, touched: Touched) -> Noticed:
    editions = {issued.edition.pk: issued for issued in standing()}
    known = set(Watched.objects.values_list("edition_id", flat=True).distinct())
    _let_go(pen, known - editions.keys())
    old = {key: issued for key, issued in editions.items() if key in known}
    asked = entries = 0
    for key, keys in moved(old, _watched(old, touched), touched).items():
        asked += len(keys)
        entries += _compare(pen, _Look(old[key], touched, _rows_of(old[key], keys)), keys)
    for issued in editions.values():
        if issued.edition.pk not in known and issued.counted:
            asked += len(issued.counted)
            entries += _compare(pen, _first_look(issued), issued.counted)
    return Noticed(asked, entries)


def _watched(editions: Mapping[int, IssuedEdition], touched: Touched) -> Iterable[Watched]:
    """The figures that a written register may move; the runs of the others stay in the database."""
    every = {key: one for issued in editions.values() for key, one in issued.indicators.items()}
    keys = [key for key, one in every.items() if touched.moves(reach(one))]
    return Watched.objects.filter(edition__in=editions, key__in=keys) if keys else ()


def _let_go(pen: Pen, editions: Iterable[int]) -> None:
    """A report that was corrected, replaced or recalled is not watched any more; what was open of it is answered."""
    for edition in Edition.objects.filter(pk__in=editions).only(*NAMED):
        after = ended(edition)
        open_ = Drift.objects.filter(**_named(edition), state=State.OPEN)
        for entry in open_:
            entry.state, entry.answered_by, entry.answered_at = State.CORRECT, WATCHER.get_full_name(), pen.batch.at
            entry.reason = f"Đã ban hành ấn bản {after} thay cho ấn bản này." if after else ""
        pen.save_many(open_)
        workings.drop(Watched, edition=edition.pk)


# --- one edition ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """One edition held against what was written: the rows that its figures counted before, by figure and aspect."""

    issued: IssuedEdition
    touched: Touched
    before: Mapping[str, Mapping[str, Any]]


def _rows_of(issued: IssuedEdition, keys: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
    watched = Watched.objects.filter(edition=issued.edition.pk, key__in=list(keys))
    return {one.key: one.rows for one in watched}


def _first_look(issued: IssuedEdition) -> _Look:
    """An edition that was issued since the last time: what was written after it was compiled counts as well."""
    kept = Version.objects.filter(register=Edition._meta.label_lower, row=issued.edition.pk).first()
    touched = Touched.between(kept.batch_id if kept else 0, last_batch())
    figures = issued.figures.items()
    return _Look(issued, touched, {key: {Drift.Aspect.VALUE: _runs(one)} for key, one in figures if one.register})


def _runs(figure: FrozenFigure) -> list[list[int]]:
    return [[first, last] for first, last, _ in figure.rows.runs]


def _compare(pen: Pen, look: _Look, keys: Iterable[str]) -> int:
    """Bring the entries of an edition in step with what its figures ``keys`` would be now."""
    issued, again = look.issued, ask_again(look.issued, keys)
    standing_entries = _entries(issued.edition)
    written: list[Drift] = []
    about = {*keys, *(one.key for one in again.derived)}
    for figure in issued.figures.values():
        if not about & {figure.key, split_key(figure.key)[0]}:
            continue
        for aspect in ASPECTS:
            now = _value_of(again, figure.key, aspect)
            entry = standing_entries.get((figure.key, aspect))
            written += _step(pen, look, again, (figure, aspect, now, entry))
    pen.save_many(written)
    wanted = [one for one in again.rows if one in look.issued.figures]
    rows = [_watch(issued, key, again) for key in wanted]
    workings.put(Watched, rows, unique=["edition", "key"], told=["rows", "register"])
    return len(written)


def _watch(issued: IssuedEdition, key: str, again: Again) -> Watched:
    register = reach(issued.indicators[key]).register
    return Watched(edition_id=issued.edition.pk, key=key, register=register, rows=again.rows[key])


def _value_of(again: Again, key: str, aspect: str) -> Value | None:
    figure = again.figures.by_key.get(key)
    return getattr(figure, aspect) if figure else None


def _step(
    pen: Pen, look: _Look, again: Again, found: tuple[FrozenFigure, Drift.Aspect, Value | None, Drift | None]
) -> list[Drift]:
    """The entries to be written of one figure: none where it stands as its last entry, or as issued, says."""
    figure, aspect, now, entry = found
    was = getattr(figure, aspect)
    if now == (exact(entry.would_be) if entry else was):
        return []
    if now == was:
        assert entry is not None
        entry.state = State.GONE
        return [entry]
    if entry is None or entry.state != State.OPEN:
        entry = Drift(**_named(look.issued.edition), figure=figure.key, aspect=aspect, noticed_at=pen.batch.at)
        entry.label, entry.unit, entry.was = figure.label[:250], figure.unit[:60], kept(was)
    told = causes(_written(look, again, figure.key, aspect), look.touched.rows)
    entry.would_be = kept(now)
    every = [*told.told, *entry.causes]
    entry.causes, entry.more_causes = every[:MOST], entry.more_causes + told.more + len(every[MOST:])
    return [entry]


def _written(look: _Look, again: Again, key: str, aspect: str) -> set[Written]:
    """The written rows by which a figure moved; of a derived one, those that moved what it is reckoned from."""
    base, seen = split_key(key)
    if seen and (told := look.touched.told_of(base)):
        return told
    derived = next((one for one in again.derived if one.key == key), None)
    bases = operands(derived) if derived else {base}
    found = {one for base in bases for one in _moved_by(look, again, base, aspect)}
    return found | {one for base in bases if derived for one in look.touched.told_of(base)}


def _moved_by(look: _Look, again: Again, key: str, aspect: str) -> set[Written]:
    about = reach(look.issued.indicators[key])
    if not look.touched.moves(about):
        return set()
    reached = look.touched.reached(about)
    own = {row: {(about.register, row)} for row in look.touched.rows.get(about.register, ())}
    before, after = look.before.get(key, {}).get(aspect), again.rows.get(key, {}).get(aspect, [])
    found = responsible(own if reached is None else reached, before, after)
    return found or {(label, row) for label in about.registers for row in look.touched.rows.get(label, ())}


def _entries(edition: Edition) -> Mapping[tuple[str, str], Drift]:
    """The last entry of each figure of an edition that did not come to nothing."""
    rows = Drift.objects.filter(**_named(edition), state__in=Drift.STANDING).order_by("pk")
    return {(row.figure, row.aspect): row for row in rows}


def _named(edition: Edition) -> dict[str, Any]:
    return {name: getattr(edition, name) for name in NAMED}


def kept(value: Value | None) -> int | str | None:
    """A value as JSON keeps it."""
    return str(value) if isinstance(value, Decimal) else value


def exact(value: int | str | None) -> Value | None:
    """The value that was kept."""
    return Decimal(value) if isinstance(value, str) else value
