"""The parts of a report that are not figures: head, signature, narratives, plan; and the whole document."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sokhcn.compiler.assemble import APPENDIX, Parts, Said, assemble, labels
from sokhcn.compiler.outline import Outline
from sokhcn.compiler.wording import Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.nodes import Block, Closing, DateLine, Head, Item, Items, Signature
from sokhcn.figures.figure import FigureSet
from sokhcn.kernel.dates import month_written
from sokhcn.kernel.finding import must
from sokhcn.kernel.periods import Period
from sokhcn.people.models import Mandate
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.blueprint import Blueprint
from sokhcn.reports.closing.telling import supplements_for, with_supplements
from sokhcn.reports.handwork.hand import Handed, by_hand, hand_of
from sokhcn.reports.models import Addressee, Commitment, Narrative, ReportState
from sokhcn.reports.outlining import ASSESSMENT, PLAN

AS_ABOVE = "Như trên"
NO_PLAN = "Chưa có nhiệm vụ nào được chọn đưa vào báo cáo."


class CannotCompile(Exception):
    """Something a report needs is not there; the message says what and where to add it."""


def compose(blueprint: Blueprint, figures: FigureSet, period: Period, agency: Agency) -> Handed:
    """The document for ``period``, with what stands by hand in it.

    Raises ``CannotCompile`` or ``compiler.wording.BadWording``.
    """
    outline = blueprint.outline
    appendices = {declared.key: declared for declared in catalogue.appendices()}
    labelled = {**dict.fromkeys(appendices, APPENDIX), **labels(outline, appendices, figures)}
    wording = Wording({**words_for(figures, period, agency), "appendix": labelled})
    said: dict[str, Said] = {key: _chapter(key, source.text) for key, source in blueprint.texts.items()}
    if ASSESSMENT in said and (written := _written(period, agency)):
        said[ASSESSMENT] = _chapter(ASSESSMENT, written)
    said[PLAN] = _plan(period, agency)
    supplements = supplements_for(period, agency, outline.addressee)
    said |= with_supplements(said, supplements)
    head, closing = _head(outline, period, agency), _closing(outline, period, agency)
    document = assemble(Parts(outline, head, closing, said, appendices), wording, figures)
    handed = by_hand(document, hand_of(agency.code, period.code, outline.addressee), wording)
    return replace(handed, beside=supplements.told())


def words_for(figures: FigureSet, period: Period, agency: Agency) -> Mapping[str, Any]:
    """Every name that wording may use for this report."""
    year, month = period.last_month
    areas = vocabulary({figure.key: FigureWord(figure) for figure in figures})
    about = {"agency": agency.name, "symbol": agency.symbol, "month": month_written(month)}
    return {**areas, **about, "year": str(year), "period": period, "next_period": period.next()}


def _chapter(key: str, text: str) -> Said:
    where = "Đánh giá chung" if key == ASSESSMENT else f"Mẫu câu của mục {key}"
    return lambda wording: wording.chapter(text, where)


def _written(period: Period, agency: Agency) -> str:
    """The general assessment that a person wrote for ``period``."""
    written = Narrative.objects.filter(agency=agency, period_code=period.code, chapter=ASSESSMENT).first()
    return written.text if written else ""


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
    lines = _listed(outline, period.end, agency).filter(role=Addressee.Role.ADDRESSEE)
    names = tuple(line.name for line in lines) or ((outline.addressee_name,) if outline.addressee_name else ())
    return Head(
        parent_agency=agency.parent_heading,
        agency=agency.heading,
        number=None,
        symbol=f"{outline.type_symbol}-{agency.symbol}",
        place=agency.seat,
        dated=DateLine(None, month, year),
        type_name=outline.type_name,
        subject=(),
        addressees=names,
    )


def _listed(outline: Outline, day: date, agency: Agency) -> QuerySet[Addressee]:
    """The lines of ``Kính gửi`` and ``Nơi nhận`` of reports to the addressee of ``outline``."""
    return Addressee.on(day).filter(agency=agency, report=outline.addressee)


def _closing(outline: Outline, period: Period, agency: Agency) -> Closing:
    day, mandate = period.end, _signer(outline, period, agency)
    listed = _listed(outline, day, agency)
    recipients = [line.name for line in listed if line.role == Addressee.Role.RECIPIENT]
    # A report sent upward refers to its addressees first (Decree 30/2020/NĐ-CP, Annex I, Part II, 9.b).
    named = outline.addressee_name or any(line.role == Addressee.Role.ADDRESSEE for line in listed)
    upward = [AS_ABOVE] if named else []
    return Closing((*upward, *recipients), Signature(mandate.lines, mandate.name))


def _signer(outline: Outline, period: Period, agency: Agency) -> Mandate:
    """Whoever was chosen to sign this report; else the latest mandate of the period's last day."""
    key = {"agency": agency.code, "period_code": period.code, "addressee": outline.addressee}
    state = ReportState.objects.filter(**key).exclude(signer=None).select_related("signer").first()
    chosen: Mandate | None = state.signer if state else None
    mandate = chosen or next(iter(Mandate.holding(agency, period.end, outline.type_symbol)), None)
    if mandate is None:
        finding = must(
            "compile.signer",
            "Chưa có người ký có hiệu lực ngày {day}.",
            suggestion="Thêm ở sổ nguoi-ky.",
            day=f"{period.end:%d/%m/%Y}",
        )
        raise CannotCompile(str(finding))
    return mandate
