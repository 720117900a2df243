"""Proof-reading: a file or a compiled edition against the rules, the registers and the waivers that people gave."""

from collections.abc import Mapping
from dataclasses import dataclass

from sokhcn.checker.engine import check, fingerprint, rules
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Understood
from sokhcn.formats.docx.letters import letters as letters_of_docx
from sokhcn.formats.docx.render import render as docx
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.people.models import User
from sokhcn.reader.understanding import understand
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.models import Edition, Waiver
from sokhcn.reports.testifying import Registers


class NothingToWaive(LookupError):
    """There is no finding of that number, or it was waived before; the message says so."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody decided to let stand, and why."""

    finding: Finding
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """``findings`` are those still open; spans are places in ``text.letters.source``."""

    name: str
    text: Understood
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]

    @property
    def has_to_be_mended(self) -> bool:
        return any(finding.severity is Severity.MUST for finding in self.findings)


def check_understood(text: Understood, name: str, agency: Agency | None) -> Checked:
    """Examine a file that was read; without an agency no register testifies and nothing was waived."""
    subject = Subject(text, Registers(agency, text.title.period)) if agency else Subject(text)
    found = (*text.findings, *check(subject))
    waivers = {w.fingerprint: w for w in Waiver.objects.filter(agency=agency)} if agency else {}
    prints = [fingerprint(finding, text) for finding in found]
    waived = tuple(
        Waived(finding, waivers[print].reason, waivers[print].by)
        for finding, print in zip(found, prints, strict=True)
        if print in waivers
    )
    still = tuple(finding for finding, print in zip(found, prints, strict=True) if print not in waivers)
    return Checked(name, text, still, waived)


def check_edition(edition: Edition, agency: Agency) -> Checked:
    """Examine a compiled report as it is printed: what is checked is the Word file that leaves the house."""
    text = understand(letters_of_docx(docx(edition.document())), DECREE_09)
    return check_understood(text, edition.label, agency)


def about_rules() -> Mapping[str, str]:
    """What each rule asks for, by its id."""
    return {rule.id: rule.about for rule in rules()}


def waive(checked: Checked, number: int, *, reason: str, by: User, agency: Agency) -> Finding:
    """Let the ``number``-th open finding (from 1) stand, for ``reason``. Raises ``NothingToWaive``."""
    if not 1 <= number <= len(checked.findings):
        raise NothingToWaive(f"Không có phát hiện số {number}: {checked.name} có {len(checked.findings)} phát hiện.")
    if not reason.strip():
        raise NothingToWaive("Bỏ qua một phát hiện phải có lý do. Ghi lý do sau --reason.")
    finding = checked.findings[number - 1]
    name = by.get_full_name() or by.get_username()
    with writing(by=by, reason=reason) as pen:
        print = fingerprint(finding, checked.text)
        pen.save(Waiver(agency=agency, fingerprint=print, rule=finding.id, words=str(finding), reason=reason, by=name))
    return finding
