"""Proof-reading: a file or a compiled edition against the rules, the registers and the waivers that people gave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import connection

from sokhcn.checker.engine import check, fingerprint, rules
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Batch
from sokhcn.records.writing import writing
from sokhcn.reports.belonging import is_of
from sokhcn.reports.bounded import bounded
from sokhcn.reports.expecting import chapters_of
from sokhcn.reports.models import Edition, Waiver
from sokhcn.reports.printed import KEPT, appearance_of, printed
from sokhcn.reports.proposing import claimed
from sokhcn.reports.reading import Form, form_of
from sokhcn.reports.testifying import NamesAlone, Registers
from sokhcn.reports.understanding import understood

OVERRIDABLE = "registers.figure"


class NothingToWaive(LookupError):
    """There is no finding of that number to waive or to open again, or the reason is missing; the message says so."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is examined: its name and bytes."""

    name: str
    data: bytes

    @property
    def is_docx(self) -> bool:
        return form_of(self.data, self.name) is Form.DOCX


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody decided to let stand, and why; ``number`` is the one that it had before and keeps."""

    number: int
    finding: Finding
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """``findings`` are those still open; spans are places in ``text.letters.source``."""

    source: Source
    text: Understood
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def numbers(self) -> tuple[int, ...]:
        """By which people name the open findings: waiving one leaves the others their numbers."""
        gone = {waived.number for waived in self.waived}
        return tuple(n for n in range(1, len(self.findings) + len(self.waived) + 1) if n not in gone)

    @property
    def has_to_be_mended(self) -> bool:
        return any(finding.severity is Severity.MUST for finding in self.findings)


def check_file(data: bytes, name: str, agency: Agency | None) -> Checked:
    """Examine a file; without an agency no register testifies and nothing was waived. Raises ``Unreadable``."""
    return check_read(Source(name, data), understood(data, name), agency)


def check_read(source: Source, text: Understood, agency: Agency | None) -> Checked:
    """The same of a file that was understood already. Raises ``Unreadable``."""
    with bounded(source.name):
        seen = appearance_of(source.data, text.letters) if source.is_docx else None
        return _checked(source, Subject(text, appearance=seen), agency)


def check_edition(edition: Edition, agency: Agency) -> Checked:
    """Examine a compiled report as it is printed: what is checked is the Word file that leaves the house.

    An edition is frozen, so as long as nothing is written all who look are told the same. Who writes is told anew:
    inside their transaction nobody knows yet what will be the last batch.
    """
    last = None if connection.in_atomic_block else Batch.objects.order_by("-pk").values_list("pk", "seal").first()
    if last is None or edition.pk is None:
        return _edition_checked(edition, agency)
    return _as_of(last, edition.digest, edition, agency)


@lru_cache(KEPT)
def _as_of(last: tuple[int, str], digest: str, edition: Edition, agency: Agency) -> Checked:
    return _edition_checked(edition, agency)


def _edition_checked(edition: Edition, agency: Agency) -> Checked:
    found = printed(edition)
    source = Source(f"{edition.label}.docx", found.data)
    return _with_overrides(_checked(source, Subject(found.text, appearance=found.appearance), agency), edition)


def _with_overrides(checked: Checked, edition: Edition) -> Checked:
    """A figure that somebody overrode, with a reason, says what they meant: its difference counts as waived."""
    overrides = {one["key"]: one for one in edition.rules.get("overrides", ())}
    if not overrides:
        return checked
    letters = checked.text.letters
    meant = {letters.in_source(one.start, one.end): overrides.get(one.key) for one in letters.known}
    still, waived = [], [*checked.waived]
    for number, finding in zip(checked.numbers, checked.findings, strict=True):
        one = meant.get(finding.span) if finding.id == OVERRIDABLE and finding.span else None
        if one is None:
            still.append(finding)
        else:
            waived.append(Waived(number, finding, f"số ghi đè: {one['reason']}", one["by"]))
    return replace(checked, findings=tuple(still), waived=tuple(sorted(waived, key=lambda one: one.number)))


def _checked(source: Source, subject: Subject, agency: Agency | None) -> Checked:
    text = subject.text
    if agency:
        subject = _with_registers(subject, agency)
    found = (*text.findings, *check(subject))
    waivers = {w.fingerprint: w for w in Waiver.objects.filter(agency__code=agency.code)} if agency else {}
    still, waived = [], []
    for number, finding in enumerate(found, 1):
        waiver = waivers.get(fingerprint(finding, text)) if waivers else None
        if waiver is None:
            still.append(finding)
        else:
            waived.append(Waived(number, finding, waiver.reason, waiver.by))
    return Checked(source, text, tuple(still), tuple(waived))


def _with_registers(subject: Subject, agency: Agency) -> Subject:
    """``subject`` with what registers testify; of a document of another body they know names alone."""
    text = subject.text
    if not is_of(text, agency):
        return replace(subject, witness=NamesAlone(agency, None))
    registers, chapters = Registers(agency, text.title.period), chapters_of(text, agency)
    return replace(subject, witness=registers, chapters=chapters, claims=claimed(text) if registers.period else ())


def about_rules() -> Mapping[str, str]:
    """What each rule asks for, by its id."""
    return {rule.id: rule.about for rule in rules()}


def waive(checked: Checked, number: int, *, reason: str, by: User, agency: Agency) -> Finding:
    """Let the open finding of that ``number`` stand, for ``reason``. Raises ``NothingToWaive``."""
    if any(number == waived.number for waived in checked.waived):
        raise NothingToWaive(f"Phát hiện số {number} của {checked.name} đã được bỏ qua từ trước.")
    if number not in checked.numbers:
        total = len(checked.findings) + len(checked.waived)
        raise NothingToWaive(f"Không có phát hiện số {number}: {checked.name} có {total} phát hiện.")
    _needs_reason(reason)
    finding = checked.findings[checked.numbers.index(number)]
    waiver = Waiver(
        agency=agency,
        fingerprint=fingerprint(finding, checked.text),
        rule=finding.id,
        words=str(finding),
        reason=reason,
        by=by.get_full_name() or by.get_username(),
    )
    with writing(by=by, reason=reason) as pen:
        pen.save(waiver)
    return finding


def withdraw(checked: Checked, number: int, *, reason: str, by: User, agency: Agency) -> Finding:
    """Take back what was decided of the waived finding of that ``number``: it is open again. The waiver stays in the
    history, and so does who took it back, when and why. Raises ``NothingToWaive``."""
    waived = next((waived for waived in checked.waived if waived.number == number), None)
    if waived is None:
        raise NothingToWaive(f"Phát hiện số {number} của {checked.name} chưa được bỏ qua nên không có gì để rút lại.")
    _needs_reason(reason)
    given = Waiver.objects.filter(agency__code=agency.code, fingerprint=fingerprint(waived.finding, checked.text))
    kept = given.first()
    if kept is None:  # nobody waived it: an override says what was meant
        raise NothingToWaive(f"Phát hiện số {number} của {checked.name} thuộc một số ghi đè: thôi ghi đè số ấy.")
    with writing(by=by, reason=reason) as pen:
        pen.trash(kept)
    return waived.finding


def _needs_reason(reason: str) -> None:
    if not reason.strip():
        raise NothingToWaive("Bỏ qua một phát hiện, hay rút lại việc ấy, phải có lý do.")
