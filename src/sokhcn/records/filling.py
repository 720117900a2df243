"""From values by column name to rows of a register: references found, parts made or found, old rows met by their key.

Cost: a few queries for each kind of reference and for every 500 lines; rows are built and judged in memory.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sokhcn.kernel.columns import MASK, Cell
from sokhcn.kernel.finding import Finding, blocking, must
from sokhcn.records import lists
from sokhcn.records.apart import Apart
from sokhcn.records.blank import blank, put_all
from sokhcn.records.judging import Unique, judge_of
from sokhcn.records.kept import Kept
from sokhcn.records.meeting import Key, identity, met
from sokhcn.records.parting import Owned, Parting, Told, owned_by
from sokhcn.records.referring import MayName, References, anything, kind_of
from sokhcn.records.refused import said_of
from sokhcn.records.registering import Register
from sokhcn.records.snapshots import own_fields
from sokhcn.records.stepping import forbidden, unfilled
from sokhcn.records.tidying import tidy
from sokhcn.records.trying import Ink
from sokhcn.records.versions import Versions

Values = Mapping[str, Any]
NOBODY: frozenset[int] = frozenset()


@dataclass(slots=True)
class Filled:
    """A row ready for the gate, whether it is new, what is wrong with it. ``before`` is what an old row was."""

    where: str
    row: Kept
    is_new: bool
    findings: list[Finding]
    before: Values | None = None
    owned: Mapping[str, Owned] = field(default_factory=dict)
    remarks: list[Finding] = field(default_factory=list)  # worth a look; they keep nothing from being written

    @property
    def is_changed(self) -> bool:
        """Whether the gate would write something: the row, a part of it or a list."""
        if self.before is None:
            return True
        tidy(self.row)
        changed = own_fields(self.row) != self.before or any(owned.is_changed for owned in self.owned.values())
        return changed or self._lists_differ()

    def _lists_differ(self) -> bool:
        told = self.row.lists or {}
        standing = lists.stored(type(self.row), [self.row.pk])[self.row.pk] if told else {}
        return any(standing.get(name, []) != rows for name, rows in told.items())


class Filling:
    """Fills rows of one register with one pen.

    ``defaults`` and those of the columns stand in for what is not told of a new row; they change no old one.
    Advice names rows that ``may_name`` allows.
    """

    def __init__(self, register: Register, pen: Ink, defaults: Values, may_name: MayName = anything) -> None:
        self.register, self.pen, self.model = register, pen, register.model
        fields = {f.name for f in register.model._meta.get_fields()}
        own = {column.name: column.default for column in register.columns if column.default is not None}
        self.defaults = {name: value for name, value in {**own, **defaults}.items() if name in fields}
        self.references = References(pen, may_name)
        self._parting, self._judge = Parting(register, self.defaults), judge_of(register.model)
        # What the key of the register tells apart, or a part by its own key, cannot be there twice.
        self.uniques = [unique for unique in self._judge.uniques if not unique.names >= set(register.key)]
        self.seen: dict[Any, str] = {}
        self.personal = frozenset(column.name for column in register.columns if column.personal)
        self.apart = Apart(register.model, register.apart) if register.apart else None
        self._versions = Versions(register)
        self._columns = frozenset(column.name for column in register.columns)
        self._blank = blank(register.model)
        self.lists = {column.name: column.refers for column in register.columns if column.cell is Cell.REFERENCES}
        self.named = {column.name: column.refers for column in register.columns if column.cell is Cell.REFERENCE}
        self._parts = {part.field for part in register.parts}
        self.usual = {name: self.model._meta.get_field(name).get_default() for name in register.key}  # type: ignore[union-attr]

    @property
    def names_itself_by(self) -> Mapping[str, tuple[str, ...]]:
        """The columns in which a row of this register may name another row of it, and what such a row goes by."""
        kinds = {c.name: kind_of(c.refers) for c in self.register.columns if c.refers and c.refers != "paper"}
        return {name: kind.names for name, kind in kinds.items() if kind.model is self.register.model}

    @property
    def refers_to_itself(self) -> bool:
        """Whether a row of this register may name another row of it."""
        return bool(self.names_itself_by)

    def fill(self, lines: Sequence[tuple[str, Values]], spoilt: Sequence[Collection[str] | None] = ()) -> list[Filled]:
        """One row for each of ``lines`` (where it stands, its values). Two lines with one key are a finding.

        ``spoilt`` says of each line which columns could not be read, where something is wrong with it already: nothing
        is said of them again, and the parts of sound lines alone are written.
        """
        known = spoilt or [None] * len(lines)
        told = [self._resolved(*line, lost or ()) for line, lost in zip(lines, known, strict=True)]
        self._parting.take(told)
        keys = [self._key_of(line) for line in told]
        old = met(self.model, self.register.key, dict.fromkeys(key[1] for key in keys if key is not None))
        filled = [self._row(line, key, old) for line, key in zip(told, keys, strict=True)]
        self._find_taken(filled)
        self._find_apart([row for row, lost in zip(filled, known, strict=True) if lost is None])
        both = zip(told, filled, known, strict=True)
        self.pen.save_many(owned_by([line for line, row, lost in both if not row.findings and lost is None]))
        return filled

    def learn(self, rows: Sequence[Filled]) -> None:
        """Let lines to come refer to ``rows``, now written, by the names they have now."""
        for filled in rows:
            self.references.learn(filled.row, renamed=not filled.is_new)

    def onto(self, row: Kept, where: str, values: Values) -> Filled:
        """``values`` put onto one row, as a form does."""
        line = self._resolved(where, values, (), row)
        self._parting.take([line], row)
        if row.pk is None:
            line.values = {**self.defaults, **line.values}
        filled = self._put(row, line)
        self._find_apart([filled])
        if not filled.findings:
            self.pen.save_many(owned_by([line]))
        return filled

    def _resolved(self, where: str, values: Values, lost: Collection[str], row: Kept | None = None) -> Told:
        line = Told(where, {}, [], set(lost))
        for name, told in values.items():
            value = told
            if name in line.lost or name not in self._columns:
                continue
            if value == MASK and name in self.personal:
                line.findings += self._masked(name, where, row)
                continue
            if value and name in self.named:
                value = self._found(self.named[name], value, name, line)
            elif name in self.lists:
                value = [self._found(self.lists[name], text, name, line) for text in value]
            # An empty cell says nothing where a default stands in: an old row keeps what it has.
            if name not in self.defaults or (value is not None and value != ""):
                line.values[name] = value
        self._versions.settle(line.values)
        return line

    def _masked(self, name: str, where: str, row: Kept | None) -> list[Finding]:
        """A mask leaves the data of a row as they are; it neither fills a new row nor tells which row is meant."""
        if (row is not None and row.pk is not None) or name not in self.register.key:
            return []
        template = "“{heading}” bị che trong tệp này, không biết là dòng nào."
        advice = "Người phụ trách dữ liệu ấy xuất tệp và nhập lại."
        told = {"where": where, "suggestion": advice, "about": name, "heading": self.register.column(name).heading}
        return [must("intake.masked", template, **told)]

    def _found(self, refers: str, text: Any, about: str, line: Told) -> Any:
        if isinstance(text, Kept):
            return text
        row, finding = self.references.find(refers, text, line.where)
        if finding is not None:
            line.findings.append(replace(finding, about=about))
            line.lost.add(about)
        return row

    def _key_of(self, line: Told) -> tuple[Key, Key] | None:
        """The key of a line, in which a part stands by its own key, and the key as the database has it; None where
        a cell of it could not be read."""
        if line.lost.intersection(self.register.key):
            return None
        seen, stored = [], []
        for name in self.register.key:
            value = line.values[name] if name in line.values else self.defaults.get(name, self.usual[name])
            stored.append(identity(value))
            seen.append(line.owned[name].key if name in line.owned else stored[-1])
        return tuple(seen), tuple(stored)

    def _row(self, line: Told, key: tuple[Key, Key] | None, old: Mapping[Key, Kept]) -> Filled:
        there = old.get(key[1]) if key is not None else None
        if key is not None and (first := self.seen.setdefault(key[0], line.where)) != line.where:
            twice = must("register.twice", "Trùng với {first}.", where=line.where, first=first)
            line.findings.append(twice)
        if there is None:
            line.values = {**self.defaults, **line.values}
            return self._put(self._blank(), line)
        return self._put(there, line)

    def _put(self, row: Kept, line: Told) -> Filled:
        before = own_fields(row) if row.pk is not None else None
        step = self._step(row, line.where, line.values)
        state = getattr(row, self.register.state) if self.register.state and row.pk else None
        many = {name: [one for one in line.values.pop(name) if one is not None] for name in self._listed(line)}
        if line.lost:
            line.values = {
                name: value for name, value in line.values.items() if value is not None or name not in line.lost
            }
        put_all(row, line.values)
        complaints = self._judge.faults(row, line.where, line.lost)
        if state is not None and not step:
            complaints += unfilled(self.register, row, state, line.where)
        told = [*line.findings, *step, *complaints]
        if many and not told:
            lists.tell(row, many)
        filled = Filled(line.where, row, row.pk is None, told, before, line.owned)
        if not complaints and not line.findings:
            self._examine(filled, many)
        return filled

    def _examine(self, filled: Filled, many: Mapping[str, list[Any]]) -> None:
        """What a register's own rules say of a row that is sound in itself, and nothing of an old one that stays as it
        is: what it was judged by may have changed since, and a register must come back as it went out."""
        examine = self.register.examine
        found = [*examine(filled.row, many, filled.where)] if examine is not None else []
        if found and filled.is_changed:
            wrong = list(blocking(found))
            filled.findings += wrong
            filled.remarks += [one for one in found if one not in wrong]

    def _find_apart(self, filled: Sequence[Filled]) -> None:
        """What else holds on a day of a row, where one alone may; and days on which none does."""
        if self.apart is None:
            return
        sound = [one for one in filled if not one.findings]
        for place, found in self.apart.take([(one.row, one.before, one.where) for one in sound]).items():
            wrong = list(blocking(found))
            sound[place].findings += wrong
            sound[place].remarks += [one for one in found if one not in wrong]

    def _listed(self, line: Told) -> list[str]:
        return [name for name in self.lists if name in line.values] if self.lists else []

    def _find_taken(self, filled: Sequence[Filled]) -> None:
        """Rows that would be there twice by a unique constraint that is not the key of the register."""
        for unique in self.uniques:
            keys = [(one, key) for one in filled if not one.findings and (key := unique.key(one.row)) is not None]
            taken = unique.taken({key for _, key in keys})
            for one, key in keys:
                one.findings += self._twice(unique, key, one, taken.get(key, NOBODY) - {one.row.pk})

    def _twice(self, unique: Unique, key: Key, one: Filled, others: Collection[int]) -> list[Finding]:
        first = self.seen.setdefault((unique.constraint.name, key), one.where)
        if others:
            return [said_of(unique.constraint, one.where)]
        if first != one.where:
            return [must("register.twice", "Trùng với {first}.", where=one.where, first=first)]
        return []

    def _step(self, row: Kept, where: str, values: Values) -> list[Finding]:
        if row.pk is None or self.register.state not in values:
            return []
        why = forbidden(self.register, row, values[self.register.state], where)
        return [replace(why, about=self.register.state)] if why else []
