"""Writing into a chapter by hand, and overriding a figure at its place: verbs, each one transaction."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sokhcn.compiler.examining import Place as Where
from sokhcn.compiler.examining import examine
from sokhcn.compiler.shapes import Keyed, of_type
from sokhcn.document.walk import numbers
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.papers import Mention
from sokhcn.people.models import User
from sokhcn.people.permissions import OVERRIDE, WRITE_CHAPTER
from sokhcn.records.stepping import lacking
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.handwork.mentions import papers_in
from sokhcn.reports.handwork.overriding import plain
from sokhcn.reports.models import Edition, Override, OwnText
from sokhcn.reports.sections.chapters import Chapter, Line, NoChapter, agency_of, chapters, the_chapter
from sokhcn.reports.sections.refusing import NotDone, must_be_theirs, with_reason
from sokhcn.reports.vocabulary import words_known

Place = OwnText.Place


@dataclass(frozen=True, slots=True)
class Written:
    """A text to be written into a chapter: at ``line``, or at its beginning, its end or in place of all of it."""

    place: str
    text: str
    line: Line | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure to be printed as ``value``: in one chapter, or without one wherever it stands."""

    key: str
    value: Decimal
    reason: str
    chapter: str = ""


def write(edition: Edition, key: str, written: Written, *, by: User) -> OwnText:
    """Write into a chapter; at a line of a hand-written text it changes that text. Raises ``NotDone``."""
    chapter = the_chapter(edition, key)
    row = text_row(edition, chapter, written, by)
    with writing(by=by, reason=written.reason, occasion=f"Viết vào mục “{chapter.title}”") as pen:
        save_all(pen, [row])
    return row


def drop(edition: Edition, number: int, *, by: User) -> OwnText:
    """Take a hand-written text out: what was compiled there stands again. Raises ``NotDone``."""
    row = _the_text(edition, number)
    if row.chapter in {one.key for one in chapters(edition)}:
        must_be_theirs(by, WRITE_CHAPTER, the_chapter(edition, row.chapter))
    with writing(by=by, occasion=f"Bỏ đoạn viết tay ở mục {row.chapter}") as pen:
        pen.trash(row)
    return row


def override(edition: Edition, printed: Printed, *, by: User) -> Override:
    """Have a figure printed otherwise than it is counted. Raises ``NotDone``, ``NoChapter``."""
    row = override_row(edition, printed, by)
    with writing(by=by, reason=printed.reason, occasion=f"Ghi đè số {printed.key}") as pen:
        pen.save(row)
    return row


def withdraw(edition: Edition, number: int, *, by: User) -> Override:
    """Take an override back: the register's own number is printed again. Raises ``NotDone``."""
    row = _the_override(edition, number)
    _may_override(edition, row.chapter, by)
    with writing(by=by, occasion=f"Thôi ghi đè số {row.key}") as pen:
        pen.trash(row)
    return row


# --- rows, written by the verbs above and by a Word file that came back -----------------------------------------------


def text_row(edition: Edition, chapter: Chapter, written: Written, by: User) -> OwnText:
    """The row of a text, examined and not written yet. Raises ``NotDone``."""
    must_be_theirs(by, WRITE_CHAPTER, chapter)
    if findings := faults_in(written.text, edition, f"mục “{chapter.title}”"):
        raise NotDone(_("Đoạn viết tay không dùng được, không ghi gì."), findings)
    if not written.text.strip() and written.place != Place.INSTEAD:
        raise NotDone(_("Đoạn viết tay đang trống. Để bỏ một dòng tổng hợp: viết đoạn trống thay cho dòng ấy."))
    row = _at(edition, chapter.key, written)
    row.text, row.reason, row.by = written.text, written.reason, _name(by)
    return row


def _at(edition: Edition, chapter: str, written: Written) -> OwnText:
    """The text that stands just there, or a new one for that place."""
    line = written.line
    if line is not None and line.own is not None:
        beside = _the_text(edition, line.own)
        return beside if written.place == Place.INSTEAD else _beside(edition, beside, written.place)
    row = OwnText(**_about(edition, chapter), place=written.place)
    row.anchor, row.line = (line.anchor, line.line) if line else ("", 0)
    there = _those_at(row)
    if written.place == Place.INSTEAD and there and not row.anchor:
        return there[0]
    positions = [one.position for one in there]
    if positions:  # right at the line: before whatever stands after it already, or the other way round
        row.position = min(positions) - 1 if row.place == Place.AFTER and row.anchor else max(positions) + 1
    return row


def _beside(edition: Edition, beside: OwnText, place: str) -> OwnText:
    """A new text right before or after another one."""
    row = OwnText(**_about(edition, beside.chapter), anchor=beside.anchor, line=beside.line)
    row.place = place if beside.place == Place.INSTEAD else beside.place
    row.position = beside.position + (-1 if place == Place.BEFORE else 1)
    return row


def _those_at(row: OwnText) -> list[OwnText]:
    about = {"period_code": row.period_code, "addressee": row.addressee, "chapter": row.chapter}
    there = OwnText.objects.filter(**about, agency__code=row.agency.code, place=row.place, anchor=row.anchor)
    return list(there.order_by("position", "pk"))


def override_row(edition: Edition, printed: Printed, by: User) -> Override:
    """The row of an override, not written yet; that of the same place, where there is one. Raises ``NotDone``."""
    chapter = _may_override(edition, printed.chapter, by)
    reason = with_reason(printed.reason, gettext_noop("Ghi đè một số"))
    figures = [one for one in numbers(edition.document()) if one.key == printed.key]
    if not figures:
        known = dict.fromkeys(one.key for one in numbers(edition.document()))
        advice = meant_or(printed.key, known, "Các số")
        said = _("Báo cáo %(edition)s không in số “%(key)s”.") % {"edition": edition.label, "key": printed.key}
        raise NotDone(f"{said} {advice}")
    counted = figures[0].value if figures[0].counted is None else figures[0].counted
    if counted == printed.value:
        raise NotDone(_("Sổ cũng đếm %(n)s: không có gì để ghi đè.") % {"n": plain(printed.value)})
    about = _about(edition, chapter.key if chapter else "")
    there = overrides_at(edition, chapter.key if chapter else "", printed.key)
    row = there[0] if there else Override(**about, key=printed.key)
    row.value, row.counted, row.reason, row.by = printed.value, Decimal(counted), reason, _name(by)
    if findings := lacking(row):
        raise NotDone(_("Không in được số ấy, không ghi gì."), tuple(findings))
    return row


def overrides_at(edition: Edition, chapter: str, key: str) -> list[Override]:
    """The override of that figure in that chapter, if there is one."""
    return list(Override.objects.filter(**_report(edition), chapter=chapter, key=key))


def faults_in(text: str, edition: Edition, where: str) -> tuple[Finding, ...]:
    """What is wrong with a text before it is written: names that nothing has, papers that the register lacks."""
    papers = dict.fromkeys(papers_in([text]), of_type(Mention))
    words = {**words_known(agency_of(edition), edition.ends_on), "papers": Keyed(papers)}
    return examine(text, Where(where), words)


def save_all(pen: Pen, rows: list[OwnText | Override]) -> None:
    """Write rows of both kinds, each after the other; a text of which nothing is left is gone."""
    for row in rows:
        if isinstance(row, OwnText) and row.pk and not row.text.strip() and row.place != Place.INSTEAD:
            pen.trash(row)
        else:
            pen.save(row)


def _may_override(edition: Edition, key: str, by: User) -> Chapter | None:
    """The chapter, where one is named; what stands in the whole report is its compiler's."""
    if key:
        chapter = the_chapter(edition, key)
        must_be_theirs(by, OVERRIDE, chapter)
        return chapter
    for chapter in chapters(edition):
        must_be_theirs(by, OVERRIDE, chapter)
    return None


def _about(edition: Edition, chapter: str) -> dict[str, object]:
    about = {"period_code": edition.period_code, "addressee": edition.addressee, "chapter": chapter}
    return {"agency": agency_of(edition), **about}


def _the_text(edition: Edition, number: int) -> OwnText:
    row: OwnText | None = OwnText.objects.filter(**_report(edition), pk=number).first()
    if row is None:
        raise NoChapter(f"Báo cáo {edition.report} không có đoạn viết tay số {number}.")
    return row


def _the_override(edition: Edition, number: int) -> Override:
    row: Override | None = Override.objects.filter(**_report(edition), pk=number).first()
    if row is None:
        raise NoChapter(f"Báo cáo {edition.report} không có số ghi đè thứ {number}.")
    return row


def _report(edition: Edition) -> dict[str, object]:
    return {"agency__code": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}


def _name(by: User) -> str:
    return by.get_full_name() or by.get_username()
