"""Parts that rows own (a paper, an instrument): taken out of lines, found by their key or made, in bulk."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sokhcn.kernel.finding import Finding
from sokhcn.kernel.papers import read_code
from sokhcn.records.blank import blank, put_all
from sokhcn.records.judging import judge_of
from sokhcn.records.kept import Kept
from sokhcn.records.meeting import Key, identity, met
from sokhcn.records.registering import Part, Register
from sokhcn.records.snapshots import own_fields
from sokhcn.records.tidying import tidy


@dataclass(slots=True)
class Told:
    """One line on its way to a row: its values with references found, and what is wrong. ``lost`` are the names of
    columns whose value nobody knows; ``owned`` are the parts that are to be written with the row."""

    where: str
    values: dict[str, Any]
    findings: list[Finding]
    lost: set[str]
    owned: dict[str, "Owned"] = field(default_factory=dict)


@dataclass(slots=True)
class Owned:
    """A part as it is told: ``before`` is what it was, None for a new one."""

    row: Kept
    key: Key
    before: Mapping[str, Any] | None

    @property
    def is_changed(self) -> bool:
        if self.before is None:
            return True
        tidy(self.row)
        return own_fields(self.row) != self.before


class Parting:
    """Takes the parts of one register out of lines; ``defaults`` are those of its rows."""

    def __init__(self, register: Register, defaults: Mapping[str, Any]) -> None:
        self.register, self.defaults = register, defaults
        self._blank = {part.field: blank(part.model) for part in register.parts}
        self._own = {part.field: names_of(register, part) for part in register.parts}

    def take(self, lines: Sequence[Told], owner: Kept | None = None) -> None:
        """Put the part of each line in its place, found or made; one that two lines tell is one row."""
        for part in self.register.parts:
            opened = [
                (line, told) for line in lines if (told := _opened(part, self._own[part.field], line)) is not None
            ]
            keys = [self._key(part, line, told) for line, told in opened]
            # The part that the owner holds is the one that a form showed, with the version that it showed.
            held = getattr(owner, part.field, None)
            found = {key: held if row == held else row for key, row in self._met(part, keys).items()}
            known = {key: Owned(row, key, own_fields(row)) for key, row in found.items()}
            for (line, told), key in zip(opened, keys, strict=True):
                if key not in known:
                    known[key] = _of_owner(part, owner, key, self._blank[part.field])
                self._put(part, line, told, known[key])

    def _key(self, part: Part, line: Told, told: dict[str, Any]) -> Key:
        values = {n: told[n] if n in told else line.values.get(n, self.defaults.get(n)) for n in part.key}
        told |= {name: value for name, value in values.items() if name not in told}
        return tuple(identity(value) for value in values.values())

    def _met(self, part: Part, keys: Sequence[Key]) -> dict[Key, Kept]:
        return met(part.model, part.key, dict.fromkeys(keys))

    def _put(self, part: Part, line: Told, told: Mapping[str, Any], owned: Owned) -> None:
        put_all(owned.row, told)
        line.values[part.field] = owned.row
        # A key that was told but not found has its finding already.
        lost = {name for name in part.key if name in line.lost} | _own(part, line.lost)
        if lost:
            line.lost.add(part.field)
        line.findings += [
            _named(f, self.register, part) for f in judge_of(part.model).faults(owned.row, line.where, lost)
        ]
        line.owned[part.field] = owned


def _of_owner(part: Part, owner: Kept | None, key: Key, made: Callable[[], Kept]) -> Owned:
    """A form that corrects the key of its part corrects that part; it does not make a second one."""
    old = getattr(owner, part.field, None)
    return Owned(old, key, own_fields(old)) if old is not None else Owned(made(), key, None)


def names_of(register: Register, part: Part) -> tuple[tuple[str, str], ...]:
    """The columns that tell the part, each with the name of its field."""
    prefix = f"{part.field}."
    names = (column.name for column in register.columns if column.name.startswith(prefix))
    return tuple((name, name.removeprefix(prefix)) for name in names)


def _opened(part: Part, names: Sequence[tuple[str, str]], line: Told) -> dict[str, Any] | None:
    """The values of the part out of those of ``line``; None where nothing is told of it."""
    told = {own: line.values.pop(name) for name, own in names if name in line.values}
    if not any(value not in (None, "") for value in told.values()):
        line.values |= {part.field: None} if told else {}
        if _own(part, line.lost):
            line.lost.add(part.field)
        return None
    if "code" not in told:
        return told
    code = read_code(told.pop("code") or "")
    return {**told, **({"number": code.number, "year_in_number": code.year, "symbol": code.symbol} if code else {})}


def _own(part: Part, lost: Collection[str]) -> set[str]:
    """Those of ``lost`` that are fields of the part. A paper's code is its number and symbol."""
    own = {name.removeprefix(f"{part.field}.") for name in lost if name.startswith(f"{part.field}.")}
    return own | ({"number", "year_in_number", "symbol"} if "code" in own else set())


def _named(finding: Finding, register: Register, part: Part) -> Finding:
    """The finding about the column that tells the field of the part; a paper's number and symbol stand in its code."""
    names = (f"{part.field}.{finding.about}", f"{part.field}.code")
    about = next((name for name in names if any(column.name == name for column in register.columns)), "")
    return replace(finding, about=about if finding.about else "")


def owned_by(lines: Sequence[Told]) -> Iterator[Kept]:
    """The parts of ``lines`` that must be written, each once."""
    parts = {id(owned.row): owned for line in lines for owned in line.owned.values()}
    return (owned.row for owned in parts.values() if owned.is_changed)
