"""Rows that hold for a time: one subject has one row on any day, and none that lacks between two goes unsaid."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.records.among import among
from sokhcn.records.kept import Kept
from sokhcn.records.snapshots import own_fields

OVERLAPS = "Trùng thời gian với dòng “{other}” ({days})."
ADVICE = "Ghi “Đến hết” cho dòng trước, hoặc sửa ngày; trong một tệp thì dòng kết thúc đứng trước dòng thay nó."
GAP = "Từ {first} đến hết {last} không có dòng nào, giữa dòng này và “{other}”."
CLOSE_IT = "Nếu không cố ý bỏ trống thì sửa ngày cho liền nhau."
DAY = timedelta(1)
DAYS = ("valid_from", "valid_to")
STANDING = -1  # the place of a row that is stored

Subject = tuple[Any, ...]
Before = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Spell:
    """The days on which a row holds; ``place`` is that of its line among those asked about."""

    row: Any
    first: date
    last: date
    place: int = STANDING

    def meets(self, other: "Spell") -> bool:
        """Whether both hold on some day. A row from the same day is the same one, and the register's key says so."""
        return self.first <= other.last and other.first <= self.last and self.first != other.first


def spell(row: Any, place: int = STANDING) -> Spell:
    return Spell(row, row.valid_from or date.min, row.valid_to or date.max, place)


class Apart:
    """What holds when in a register whose rows take turns where they are the same in ``names``: the rows as stored, and
    as the lines taken so far will have them. One query for each call; the order of lines within a call is free."""

    def __init__(self, model: Any, names: Sequence[str]) -> None:
        self._model = model
        self._columns = tuple(str(model._meta.get_field(name).attname) for name in names)
        self._spells: dict[Subject, list[Spell]] = {}

    def take(self, told: Sequence[tuple[Kept, Before, str]]) -> dict[int, list[Finding]]:
        """What is to be said of rows (each with what it was, and where it stands), by their places; those that meet
        another one are not taken."""
        moved = [place for place, (row, before, _) in enumerate(told) if self._is_moved(row, before)]
        self._learn(told[place] for place in moved)
        taken, met = self._settled([spell(told[place][0], place) for place in moved], told)
        found = {place: [_overlaps(other, told[place][2])] for place, other in met.items()}
        self._remember(taken, told)
        for one in taken:
            found[one.place] = [*self._gaps(one, told)]
        return found

    def _is_moved(self, row: Kept, before: Before) -> bool:
        """Whether a row is new, or is about something else, or holds on other days."""
        if before is None:
            return True
        after = own_fields(row)
        return any(before.get(name) != after.get(name) for name in (*self._columns, *DAYS))

    def _subject(self, row: Kept) -> Subject:
        return tuple(getattr(row, name) for name in self._columns)

    def _was(self, before: Before) -> Subject:
        return tuple(before[name] for name in self._columns) if before else ()

    def _learn(self, told: Iterable[tuple[Kept, Before, str]]) -> None:
        """Read the rows of subjects that nobody asked about yet."""
        asked = {subject for row, before, _ in told for subject in (self._subject(row), self._was(before))}
        if new := {subject for subject in asked if subject and subject not in self._spells}:
            self._spells |= {subject: [] for subject in new}
            which = (
                among(name, set(values)) for name, values in zip(self._columns, zip(*new, strict=True), strict=True)
            )
            for row in self._model.objects.filter(*which).order_by("pk"):
                if (subject := self._subject(row)) in new:
                    self._spells[subject].append(spell(row))

    def _settled(
        self, asked: list[Spell], told: Sequence[tuple[Kept, Before, str]]
    ) -> tuple[list[Spell], dict[int, Any]]:
        """Those that meet none, and what each of the others meets. A stored row whose change is refused stays as it
        was, and then the others are asked again."""
        met: dict[int, Any] = {}
        while True:
            leaving = {one.row.pk for one in asked if one.row.pk is not None}
            taken: list[Spell] = []
            for one in asked:
                if (other := self._met_by(one, taken, leaving)) is None:
                    taken.append(one)
                else:
                    met[one.place] = other
            if all(told[place][1] is None for place in {one.place for one in asked} & met.keys()):
                return taken, met
            asked = taken

    def _met_by(self, one: Spell, taken: Sequence[Spell], leaving: Collection[int]) -> Any:
        subject = self._subject(one.row)
        standing = [other for other in self._spells[subject] if other.row.pk is None or other.row.pk not in leaving]
        beside = [other for other in taken if self._subject(other.row) == subject]
        return next(
            (other.row for other in (*standing, *beside) if other.row is not one.row and other.meets(one)), None
        )

    def _remember(self, taken: Sequence[Spell], told: Sequence[tuple[Kept, Before, str]]) -> None:
        for one in taken:
            row, before, _ = told[one.place]
            old = self._was(before)
            if old:
                self._spells[old] = [other for other in self._spells[old] if other.row.pk != row.pk]
            self._spells[self._subject(row)].append(one)

    def _gaps(self, one: Spell, told: Sequence[tuple[Kept, Before, str]]) -> Iterator[Finding]:
        """Days without a row right before this one, and right behind it where no line of this file says so itself."""
        others = [other for other in self._spells[self._subject(one.row)] if other is not one]
        before = max((o for o in others if o.last < one.first), key=lambda o: o.last, default=None)
        behind = min((o for o in others if o.first > one.last), key=lambda o: o.first, default=None)
        where = told[one.place][2]
        if before and one.first - before.last > DAY:
            yield _gap(before, before.last, one.first, where)
        if behind and behind.place == STANDING and behind.first - one.last > DAY:
            yield _gap(behind, one.last, behind.first, where)


def _overlaps(other: Any, where: str) -> Finding:
    told: dict[str, Any] = {"other": other, "days": _days(other)}
    return must("register.overlaps", OVERLAPS, where=where, suggestion=ADVICE, about="valid_from", **told)


def _gap(other: Spell, last: date, first: date, where: str) -> Finding:
    told = {"other": other.row, "first": written(last + DAY), "last": written(first - DAY)}
    return Finding("register.gap", Severity.LOOK, GAP, told, where, CLOSE_IT, about="valid_from")


def _days(row: Any) -> str:
    first = f"từ {written(row.valid_from)}" if row.valid_from else "từ trước"
    return f"{first} đến hết {written(row.valid_to)}" if row.valid_to else f"{first}, chưa kết thúc"
