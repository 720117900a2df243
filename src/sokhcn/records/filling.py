"""From values by column name to rows of a register: references found, parts made or found, old rows met by their key.

Cost: one query for each kind of reference, one for the old rows of the register, and one or two for each line that has
a part; rows are built in memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from sokhcn.kernel.columns import Cell
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.papers import read_code
from sokhcn.records.kept import Kept
from sokhcn.records.referring import References, kind_of
from sokhcn.records.registering import Part, Register
from sokhcn.records.writing import Pen

Values = Mapping[str, Any]


@dataclass(slots=True)
class Filled:
    """A row ready for the gate, whether it is new, what is wrong with it; ``many`` are its lists of references."""

    where: str
    row: Kept
    is_new: bool
    many: dict[str, list[Any]]
    findings: list[Finding]


class Filling:
    """Fills rows of one register with one pen. ``defaults`` stand in for cells that are empty or not there."""

    def __init__(self, register: Register, pen: Pen, defaults: Values) -> None:
        self.register, self.pen = register, pen
        fields = {f.name for f in register.model._meta.get_fields()}
        self.defaults = {name: value for name, value in defaults.items() if name in fields}
        self.references = References(pen)
        self._seen: dict[tuple[Any, ...], str] = {}

    @property
    def refers_to_itself(self) -> bool:
        """Whether a row of this register may name another row of it."""
        kinds = [kind_of(c.refers) for c in self.register.columns if c.refers and c.refers != "paper"]
        return any(kind.model is self.register.model for kind in kinds)

    def fill(self, lines: Sequence[tuple[str, Values]]) -> list[Filled]:
        """One row for each of ``lines`` (where it stands, its values). Two lines with one key are a finding."""
        self.references.forget(self.register.model)
        told = [self._resolved(where, values) for where, values in lines]
        old = self._old_rows()
        return [self._row(where, values, findings, old) for where, values, findings in told]

    def onto(self, row: Kept, where: str, values: Values) -> Filled:
        """``values`` put onto one row, as a form does."""
        _, resolved, findings = self._resolved(where, values, row)
        return self._put(row, where, resolved, findings)

    def _resolved(
        self, where: str, values: Values, row: Kept | None = None
    ) -> tuple[str, dict[str, Any], list[Finding]]:
        resolved = dict(self.defaults)
        findings: list[Finding] = []
        for column in self.register.columns:
            if column.name not in values:
                continue
            value = values[column.name]
            if column.cell is Cell.REFERENCE and value:
                value = self._found(column.refers, value, where, findings)
            elif column.cell is Cell.REFERENCES:
                value = [self._found(column.refers, text, where, findings) for text in value]
            if (value is not None and value != "") or column.name not in resolved:
                resolved[column.name] = value
        for part in self.register.parts:
            findings += self._take_part(part, resolved, where, row)
        return where, resolved, findings

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
        key = {name: told[name] if name in told else resolved.get(name) for name in part.key}
        # A form that corrects the key of its part corrects that part; it does not make a second one.
        row = part.model.objects.filter(**key).first() or getattr(owner, part.field, None) or part.model()
        for name, value in {**key, **told}.items():
            setattr(row, name, value)
        resolved[part.field] = row
        findings = _complaints(row, where)
        if not findings:
            self.pen.save(row)
        return findings

    def _old_rows(self) -> dict[tuple[Any, ...], Kept]:
        rows = self.register.model.objects.order_by("-pk")
        return {self._key_of(row): row for row in rows}

    def _key_of(self, row: Kept) -> tuple[Any, ...]:
        return tuple(getattr(row, row._meta.get_field(name).attname) for name in self.register.key)  # type: ignore[union-attr]

    def _row(self, where: str, values: Values, findings: list[Finding], old: Mapping[Any, Kept]) -> Filled:
        filled = self._put(self.register.model(), where, values, findings)
        key = self._key_of(filled.row)
        if key in self._seen and not filled.findings:
            filled.findings.append(must("register.twice", "Trùng với {first}.", where=where, first=self._seen[key]))
        self._seen.setdefault(key, where)
        return self._put(old[key], where, values, filled.findings) if key in old else filled

    def _put(self, row: Kept, where: str, values: Values, findings: list[Finding]) -> Filled:
        many = {}
        step = self._forbidden_step(row, where, values)
        for name, value in values.items():
            if isinstance(value, list):
                many[name] = value
            else:
                setattr(row, name, value)
        complaints = [] if findings else _complaints(row, where)
        return Filled(where, row, row.pk is None, many, [*findings, *step, *complaints])

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


def _complaints(row: Kept, where: str) -> list[Finding]:
    try:
        row.clean_fields()
        row.clean()
    except ValidationError as error:
        return [
            must("register.field", "{heading}: {why}", where=where, heading=_heading(row, name), why=" ".join(messages))
            for name, messages in error.message_dict.items()
        ]
    return []


def _heading(row: Kept, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name)) if name != "__all__" else "Dòng này"
