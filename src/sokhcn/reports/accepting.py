"""Accepting what a report proposes: the chosen rows enter the registers together, each with the place it was read at.

Rows that a register has already stay as they are: a report adds, it corrects nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction

from sokhcn.intake.mapping import take
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.kept import Kept
from sokhcn.records.locks import Locked
from sokhcn.records.models import Agency
from sokhcn.records.refused import broken_by, refused
from sokhcn.records.registering import Register
from sokhcn.records.store import keep
from sokhcn.records.writing import Pen, writing
from sokhcn.reports import catalogue
from sokhcn.reports.belonging import stranger
from sokhcn.reports.choosing import Numbered, with_needed, without_counted
from sokhcn.reports.known import as_known
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.originating import Source, origin
from sokhcn.reports.proposing import Proposals
from sokhcn.reports.reaching import Reaching


class NotAccepted(Exception):
    """Nothing was written; ``findings`` say everything that stood in the way."""

    def __init__(self, sentence: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of the rows for one register: those added, how many it had already, and by the number of each
    proposal the row that it became or met."""

    register: Register
    added: tuple[Kept, ...]
    known: int
    rows: Mapping[int, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of an acceptance; ``spared`` are placeholders that were not needed, as the registers count enough."""

    entered: tuple[Entered, ...]
    spared: int

    @property
    def added(self) -> int:
        return sum(len(one.added) for one in self.entered)

    @property
    def known(self) -> int:
        return sum(one.known for one in self.entered)


def accept(proposals: Proposals, numbers: Collection[int], *, by: User) -> Accepted:
    """Enter the rows of those ``numbers`` (from 1) with the rows that they refer to, all or none, and keep the file.
    Placeholders for what the registers count already are left out. A report of another agency than that of ``by`` is
    refused.

    Raises ``NotAccepted``.
    """
    if strange := sorted(set(numbers) - set(range(1, len(proposals.rows) + 1))):
        raise NotAccepted(f"Không có đề xuất số {strange[0]}: {proposals.name} có {len(proposals.rows)} đề xuất.")
    if not numbers:
        raise NotAccepted("Chưa chọn đề xuất nào. Ghi số của các đề xuất, như 1-5,8, hoặc --all-sure, --all.")
    other = stranger(proposals.text, by.agency) if by.agency else None
    if other:
        raise NotAccepted(
            f"{proposals.name} là báo cáo của {other}. Nếu đó là tên cũ của cơ quan mình thì ghi vào sổ co-quan trước."
        )
    chosen = lacking = with_needed(proposals.rows, numbers)
    if proposals.period is not None and by.agency is not None:
        lacking = without_counted(chosen, proposals.counted(), figures_for(proposals.period, by.agency))
    source = Source(proposals.name, keep(proposals.data), proposals.text.letters)
    return Accepted(enter(lacking, source, by=by), len(chosen) - len(lacking))


def enter(rows: Numbered, source: Source, *, by: User) -> tuple[Entered, ...]:
    """Write ``rows`` and where each was read, in one transaction; raise ``NotAccepted`` and write nothing."""
    assert by.agency is not None  # whoever may keep registers belongs to an agency
    try:
        with writing(by=by, occasion=f"Chấp nhận đề xuất đọc từ tệp {source.name}") as pen:
            desk = _Desk(pen, source, by.agency, Reaching(by))
            entered = tuple(desk.enter(register, ours) for register, ours in _by_register(rows))
            if desk.findings:
                raise NotAccepted(f"Không nhận dòng nào từ {source.name}.", desk.findings)
    except IntegrityError as error:
        raise NotAccepted(f"Không nhận dòng nào từ {source.name}.", (refused(),)) from error
    except Locked as locked:
        raise NotAccepted(f"Không nhận dòng nào từ {source.name}.", (locked.finding,)) from locked
    return entered


def _by_register(rows: Numbered) -> Iterable[tuple[Register, Numbered]]:
    """In the order in which registers refer to each other."""
    for register in catalogue.registers():
        ours = {number: row for number, row in rows.items() if row.register == register.slug}
        if ours:
            yield register, ours


@dataclass(slots=True)
class _Desk:
    """One acceptance: with which pen, from which file, for whom, what they reach, and what is wrong."""

    pen: Pen
    source: Source
    agency: Agency
    reaching: Reaching
    findings: list[Finding] = field(default_factory=list)

    def enter(self, register: Register, rows: Numbered) -> Entered:
        filled = self._filled(register, rows)
        new = {number: one for number, one in filled.items() if one.is_new}
        wrong = [f for one in new.values() for f in one.findings or self.reaching.outside(one.row, one.where)]
        self.findings += wrong
        if not wrong:
            self._save(list(new.values()))
            for number, one in new.items():
                self.pen.freeze(origin(one.row, rows[number], self.source))
        by_number = {number: one.row for number, one in filled.items()}
        return Entered(register, tuple(one.row for one in new.values()), len(filled) - len(new), by_number)

    def _filled(self, register: Register, rows: Numbered) -> dict[int, Filled]:
        """The rows ready to be written, through the intake that files of an officer go through."""
        taken = take(_sheet(register, as_known(register, rows, self.agency)), register.columns)
        self.findings += taken.all_findings
        if taken.all_findings:
            return {}
        lines = [(line.where, line.values) for line in taken.lines]
        filled = Filling(register, self.pen, {"agency": self.agency}, self.reaching.names).fill(lines)
        return dict(zip(rows, filled, strict=True))

    def _save(self, filled: Sequence[Filled]) -> None:
        try:
            with transaction.atomic():  # a savepoint: after a refusal the database still answers why
                self.pen.save_many(one.row for one in filled)
        except IntegrityError as error:
            broken = [finding for one in filled for finding in broken_by(one.row, one.where)]
            raise NotAccepted(f"Không nhận dòng nào từ {self.source.name}.", broken or [refused()]) from error


def _sheet(register: Register, rows: Numbered) -> Sheet:
    """Proposed rows as a sheet, whose lines go by the numbers of the proposals."""
    headings = tuple(dict.fromkeys(heading for row in rows.values() for heading in row.cells))
    lines = ((number, tuple(row.cells.get(heading, "") for heading in headings)) for number, row in rows.items())
    return Sheet(f"đề xuất cho sổ {register.slug}", headings, tuple(lines))
