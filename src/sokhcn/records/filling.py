"""From values by column name to rows of a register: references found, parts made or found, old rows met by their key.

Cost: one query for each kind of reference, one for the old rows of every 500 lines, and one or two for each line that
has a part; rows are built in memory.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from sokhcn.kernel.columns import Cell
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.papers import read_code
from sokhcn.records.kept import Kept
from sokhcn.records.lists import tell
from sokhcn.records.referring import References, kind_of
from sokhcn.records.registering import Part, Register
from sokhcn.records.writing import Pen

Values = Mapping[str, Any]
AT_ONCE = 500


@dataclass(slots=True)
class Filled:
    """A row ready for the gate, whether it is new, what is wrong with it."""

    where: str
    row: Kept
    is_new: bool
    findings: list[Finding]


class Filling:
    """Fills rows of one register with one pen.

    ``defaults`` and those of the columns stand in for what is not told of a new row; they change no old one.
    """

    def __init__(self, register: Register, pen: Pen, defaults: Values) -> None:
        self.register, self.pen = register, pen
        fields = {f.name for f in register.model._meta.get_fields()}
        own = {column.name: column.default for column in register.columns if column.default is not None}
        self.defaults = {name: value for name, value in {**own, **defaults}.items() if name in fields}
        self.references = References(pen)
        self._seen: dict[tuple[Any, ...], str] = {}

    @property
    def refers_to_itself(self) -> bool:
        """Whether a row of this register may name another row of it."""
        kinds = [kind_of(c.refers) for c in self.register.columns if c.refers and c.refers != "paper"]
        return any(kind.model is self.register.model for kind in kinds)

    def fill(self, lines: Sequence[tuple[str, Values]]) -> list[Filled]:
        """One row for each of ``lines`` (where it stands, its values). Two lines with one key are a finding."""
        told = [(where, *self._resolved(where, values)) for where, values in lines]
        new = [
            self._put(self.register.model(), where, {**self.defaults, **values}, findings)
            for where, values, findings in told
        ]
        old = self._old_rows({self._key_of(filled.row) for filled in new if not filled.findings})
        return [self._row(filled, values, old) for filled, (_, values, _) in zip(new, told, strict=True)]

    def learn(self, rows: Sequence[Filled]) -> None:
        """Let lines to come refer to ``rows``, now written, by the names they have now."""
        for filled in rows:
            self.references.learn(filled.row, renamed=not filled.is_new)

    def onto(self, row: Kept, where: str, values: Values) -> Filled:
        """``values`` put onto one row, as a form does."""
        resolved, findings = self._resolved(where, values, row)
        return self._put(row, where, {**self.defaults, **resolved} if row.pk is None else resolved, findings)

    def _resolved(self, where: str, values: Values, row: Kept | None = None) -> tuple[dict[str, Any], list[Finding]]:
        resolved: dict[str, Any] = {}
        findings: list[Finding] = []
        for column in self.register.columns:
            if column.name not in values:
                continue
            value = values[column.name]
            if column.cell is Cell.REFERENCE and value:
                value = self._found(column.refers, value, where, findings)
            elif column.cell is Cell.REFERENCES:
                value = [self._found(column.refers, text, where, findings) for text in value]
            # An empty cell says nothing where a default stands in: an old row keeps what it has.
            if column.name not in self.defaults or (value is not None and value != ""):
                resolved[column.name] = value
        for part in self.register.parts:
            findings += self._take_part(part, resolved, where, row)
        return resolved, findings

    def _found(self, refers: str, text: Any, where: str, findings: list[Finding]) -> Any:
        if isinstance(text, Kept):
            return text
        row, finding = self.references.find(refers, text, where)
        findings += [finding] if finding else []
        return row

    def _take_part(self, part: Part, resolved: dict[str, Any], where: str, owner: Kept | None) -> list[Finding]:
        prefix = f"{part.field}."
        told = {name.removeprefix(prefix): resolved.pop(name) for name in list(resolved) if name.startswith(prefix)}
        if not any(value not in (None, "") for value in told.values()):
            resolved |= {part.field: None} if told else {}
            return []
        told = _code_opened(told)
        key = {name: told[name] if name in told else resolved.get(name, self.defaults.get(name)) for name in part.key}
        # A form that corrects the key of its part corrects that part; it does not make a second one.
        row = part.model.objects.filter(**key).first() or getattr(owner, part.field, None) or part.model()
        for name, value in {**key, **told}.items():
            setattr(row, name, value)
        resolved[part.field] = row
        # A key that was told but not found has its finding already.
        lost = {name for name in part.key if name not in told and name in resolved and resolved[name] is None}
        findings = _complaints(row, where, lost)
        if not findings and not lost:
            self.pen.save(row)
        return findings

    def _old_rows(self, keys: set[tuple[Any, ...]]) -> dict[tuple[Any, ...], Kept]:
        """The rows that have one of ``keys``: asked by the keys, for a register is longer than any sheet."""
        names = [self._attribute(name) for name in self.register.key]
        told, old = list(keys), dict[tuple[Any, ...], Kept]()
        for start in range(0, len(told), AT_ONCE):
            columns = zip(names, zip(*told[start : start + AT_ONCE], strict=True), strict=True)
            rows = self.register.model.objects.filter(*(_among(name, values) for name, values in columns))
            # Of rows with one key the oldest is meant.
            old |= {key: row for row in rows.order_by("-pk") if (key := self._key_of(row)) in keys}
        return old

    def _key_of(self, row: Kept) -> tuple[Any, ...]:
        return tuple(getattr(row, self._attribute(name)) for name in self.register.key)

    def _attribute(self, name: str) -> str:
        return str(self.register.model._meta.get_field(name).attname)  # type: ignore[union-attr]

    def _row(self, filled: Filled, values: Values, old: Mapping[Any, Kept]) -> Filled:
        if filled.findings:
            return filled
        key = self._key_of(filled.row)
        if key in self._seen:
            filled.findings.append(
                must("register.twice", "Trùng với {first}.", where=filled.where, first=self._seen[key])
            )
        self._seen.setdefault(key, filled.where)
        return self._put(old[key], filled.where, values, filled.findings) if key in old else filled

    def _put(self, row: Kept, where: str, values: Values, findings: list[Finding]) -> Filled:
        many = {}
        step = self._forbidden_step(row, where, values)
        for name, value in values.items():
            if isinstance(value, list):
                many[name] = value
            else:
                setattr(row, name, value)
        complaints = [] if findings else _complaints(row, where)
        if self.register.examine is not None and not findings and not complaints:
            complaints = list(self.register.examine(row, many, where))
        told = [*findings, *step, *complaints]
        if many and not told:
            tell(row, many)
        return Filled(where, row, row.pk is None, told)

    def _forbidden_step(self, row: Kept, where: str, values: Values) -> list[Finding]:
        state = self.register.state
        if row.pk is None or not state or values.get(state, getattr(row, state)) == getattr(row, state):
            return []
        before, after = getattr(row, state), values[state]
        if any(step.source == before and step.target == after for step in self.register.steps):
            return []
        choices = self.register.column(state).choices
        onward = [choices[step.target] for step in self.register.steps if step.source == before]
        advice = f"Từ đây chỉ chuyển sang: {', '.join(onward)}." if onward else "Đây là tình trạng cuối."
        names = {"before": choices[before], "after": choices[after]}
        return [
            must(
                "register.step",
                "Không chuyển được từ “{before}” sang “{after}”.",
                where=where,
                suggestion=advice,
                **names,
            )
        ]


def _code_opened(told: dict[str, Any]) -> dict[str, Any]:
    """A paper's code as its number, year and symbol."""
    if "code" not in told:
        return told
    code = read_code(told.pop("code") or "")
    opened = {"number": code.number, "year_in_number": code.year, "symbol": code.symbol} if code else {}
    return {**told, **opened}


def _among(name: str, values: Collection[Any]) -> Q:
    among = Q(**{f"{name}__in": {value for value in values if value is not None}})
    return among | Q(**{f"{name}__isnull": True}) if None in values else among


def _complaints(row: Kept, where: str, lost: Collection[str] = ()) -> list[Finding]:
    # References were just found or are as they were: asking the database for each of them again costs a query a cell.
    found = {f.name for f in row._meta.concrete_fields if f.is_relation and getattr(row, f.attname) is not None}
    try:
        row.clean_fields(exclude={*found, *lost})
        row.clean()
    except ValidationError as error:
        return [
            must("register.field", "{heading}: {why}", where=where, heading=_heading(row, name), why=" ".join(messages))
            for name, messages in error.message_dict.items()
        ]
    return []


def _heading(row: Kept, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name)) if name != "__all__" else "Dòng này"
