"""The proof of the loop: a report's own proposals accepted in a scratch database, and the period compiled from them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from sokhcn.formats.docx.letters import letters as letters_of_docx
from sokhcn.formats.docx.render import render as docx
from sokhcn.kernel.finding import Finding
from sokhcn.reader.returning import ComeBack, Report, come_back
from sokhcn.reader.understanding import understand
from sokhcn.records.dated import DECREE_09
from sokhcn.reports.accepting import NotAccepted, enter
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.models import Edition
from sokhcn.reports.originating import Source
from sokhcn.reports.outlining import NoOutline
from sokhcn.reports.proposing import Proposals, claimed
from sokhcn.reports.scratch import scratch_database
from sokhcn.reports.settling import CannotSettle, settle

STEPS = (
    gettext_lazy("Đọc tệp"),
    gettext_lazy("Nhận các đề xuất vào cơ sở dữ liệu tạm"),
    gettext_lazy("Tổng hợp lại kỳ báo cáo"),
    gettext_lazy("Đặt hai bản cạnh nhau"),
)
READ, ENTER, COMPILE, COMPARE = range(4)
Telling = Callable[[int], None]


def _silently(step: int) -> None:
    """Nobody asks how far it has come."""


class CannotRecompile(Exception):
    """The report does not say enough to be compiled again; ``findings`` say what stood in the way."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Recompiled:
    """What was proposed, the edition that it makes, and how much of the report came back."""

    proposals: Proposals
    edition: Edition
    back: ComeBack


def recompile(proposals: Proposals, tell: Telling = _silently) -> Recompiled:
    """Compile the period of a report from its own proposals; the real database is not touched. ``tell`` is told which
    of ``STEPS`` is under way.

    Raises ``CannotRecompile``.
    """
    if proposals.period is None:
        raise CannotRecompile(
            f"Không tổng hợp lại được {proposals.name}: trích yếu không cho biết kỳ báo cáo (tháng, quý, 6 tháng, năm)."
        )
    try:
        with scratch_database():
            edition = _compiled(proposals, tell)
    except (NotAccepted, CannotSettle) as refused:
        raise CannotRecompile(f"Không tổng hợp lại được {proposals.name}. {refused}", refused.findings) from refused
    except (CannotCompile, NoOutline) as refused:
        raise CannotRecompile(f"Không tổng hợp lại được {proposals.name}. {refused}") from refused
    tell(COMPARE)
    again = understand(letters_of_docx(docx(edition.document())), DECREE_09)
    original = Report(proposals.text, proposals.claims)
    return Recompiled(proposals, edition, come_back(original, Report(again, claimed(again))))


def _compiled(proposals: Proposals, tell: Telling) -> Edition:
    """The edition of the report's period by what it proposes, in the database at hand."""
    assert proposals.period is not None
    tell(ENTER)
    officer = settle(proposals.text, proposals.period)
    assert officer.agency is not None
    source = Source(proposals.name, hashlib.sha256(proposals.data).hexdigest(), proposals.text.letters)
    enter(dict(enumerate(proposals.rows, 1)), source, by=officer)
    tell(COMPILE)
    return compile_report(proposals.period, officer.agency, by=officer).edition
