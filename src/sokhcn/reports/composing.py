"""The parts of a report that are not figures: head, signature, narratives, plan; and the whole document."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sokhcn.compiler.assemble import Parts, Said, assemble
from sokhcn.compiler.outline import Outline
from sokhcn.compiler.wording import Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.nodes import Block, Closing, DateLine, Document, Head, Item, Items, Signature
from sokhcn.figures.figure import FigureSet
from sokhcn.kernel.dates import month_written
from sokhcn.kernel.finding import must
from sokhcn.kernel.periods import Period
from sokhcn.people.models import Mandate
from sokhcn.records.kept import LATEST_FIRST
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.models import Addressee, Commitment, Narrative
from sokhcn.reports.outlining import ASSESSMENT, PLAN, suggested_assessment

AS_ABOVE = "Như trên"
NO_PLAN = "Chưa có nhiệm vụ nào được chọn đưa vào báo cáo."


class CannotCompile(Exception):
    """Something a report needs is not there; the message says what and where to add it."""


def compose(outline: Outline, figures: FigureSet, period: Period, agency: Agency) -> Document:
    """The document for ``period``. Raises ``CannotCompile`` or ``compiler.wording.BadWording``."""
    wording = Wording(words_for(figures, period, agency))
    said: dict[str, Said] = {app.label: _chapter(app.label) for app in catalogue.areas()}
    said[ASSESSMENT] = _assessment(period, agency)
    said[PLAN] = _plan(period, agency)
    appendices = {declared.key: declared for declared in catalogue.appendices()}
    head, closing = _head(outline, period, agency), _closing(period.end, agency)
    return assemble(Parts(outline, head, closing, said, appendices), wording, figures)


def words_for(figures: FigureSet, period: Period, agency: Agency) -> Mapping[str, Any]:
    """Every name that wording may use for this report."""
    year, month = period.last_month
    areas = vocabulary({figure.key: FigureWord(figure) for figure in figures})
    about = {"agency": agency.name, "symbol": agency.symbol, "month": month_written(month)}
    return {**areas, **about, "year": str(year), "period": period, "next_period": period.next()}


def _chapter(area: str) -> Said:
    return lambda wording: wording.chapter(catalogue.wording(area), f"Mẫu câu của mục {area}")


def _assessment(period: Period, agency: Agency) -> Said:
    written = Narrative.objects.filter(agency=agency, period_code=period.code, chapter=ASSESSMENT).first()
    source = written.text if written else suggested_assessment()
    return lambda wording: wording.chapter(source, "Đánh giá chung")


def _plan(period: Period, agency: Agency) -> Said:
    chosen = Commitment.objects.filter(agency=agency, period_code=period.code, state=Commitment.State.CHOSEN)
    rows = sorted(chosen.prefetch_related("papers"), key=lambda row: row.order)
    return lambda wording: _plan_blocks(rows, wording)


def _plan_blocks(rows: list[Commitment], wording: Wording) -> tuple[Block, ...]:
    """First-level commitments numbered through, those below them with dashes."""
    items: list[Item] = []
    for row in rows:
        papers = {paper.code: paper.mention for paper in row.papers.all()}
        said = wording.line(row.text, f"Nhiệm vụ kỳ tới, thứ tự {row.place}", papers=papers)
        if len(row.order) == 1 or not items:
            items.append(Item(f"{len(items) + 1}.", said))
        else:
            owner = items.pop()
            items.append(Item(owner.label, owner.children, (*owner.below, Item("-", said))))
    # A heading with nothing under it would be overlooked; this is read, and then mended.
    return (Items(tuple(items)),) if items else wording.chapter(NO_PLAN, "Nhiệm vụ kỳ tới")


def _head(outline: Outline, period: Period, agency: Agency) -> Head:
    year, month = period.last_month
    lines = Addressee.on(period.end).filter(agency=agency, role=Addressee.Role.ADDRESSEE)
    return Head(
        parent_agency=agency.parent_heading,
        agency=agency.heading,
        number=None,
        symbol=f"{outline.type_symbol}-{agency.symbol}",
        place=agency.seat,
        dated=DateLine(None, month, year),
        type_name=outline.type_name,
        subject=(),
        addressees=tuple(line.name for line in lines),
    )


def _closing(day: date, agency: Agency) -> Closing:
    mandate = Mandate.on(day).filter(agency=agency).order_by(LATEST_FIRST, "pk").first()
    if mandate is None:
        finding = must(
            "compile.signer",
            "Chưa có người ký có hiệu lực ngày {day}.",
            suggestion="Thêm ở sổ nguoi-ky.",
            day=f"{day:%d/%m/%Y}",
        )
        raise CannotCompile(str(finding))
    listed = Addressee.on(day).filter(agency=agency)
    recipients = [line.name for line in listed if line.role == Addressee.Role.RECIPIENT]
    # A report sent upward refers to its addressees first (Decree 30/2020/NĐ-CP, Annex I, Part II, 9.b).
    upward = [AS_ABOVE] if any(line.role == Addressee.Role.ADDRESSEE for line in listed) else []
    return Closing((*upward, *recipients), Signature(mandate.lines, mandate.name))
