"""The head of a unit confirms its chapter, or it is returned with a reason; what was confirmed is kept as it was."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sokhcn.compiler.words import NOTHING
from sokhcn.figures.frozen import FrozenFigure, thaw
from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import CONFIRM_CHAPTER, RETURN_CHAPTER
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.handwork.overriding import figure_text
from sokhcn.reports.issuing import is_issued
from sokhcn.reports.models import Confirmation, Edition
from sokhcn.reports.sections.chapters import Chapter, chapters, the_chapter
from sokhcn.reports.sections.refusing import NotDone, must_be_theirs, with_reason

Kind = Confirmation.Kind


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that stands otherwise than it was confirmed; with the same value where only its rows do."""

    key: str
    label: str
    confirmed: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Standing:
    """A chapter with the latest word on it. ``is_current``: just what the edition says was confirmed; else what
    ``moved`` since, or only words."""

    chapter: Chapter
    last: Confirmation | None
    is_current: bool
    moved: tuple[Moved, ...] = ()


def confirm(edition: Edition, key: str, *, by: User) -> Confirmation:
    """Confirm a chapter as the latest draft has it. Twice the same is as it was. Raises ``NotDone``, ``NoChapter``."""
    chapter = the_chapter(edition, key)
    must_be_theirs(by, CONFIRM_CHAPTER, chapter)
    if chapter.is_nobodys:
        raise NotDone(str(_of_nobody(chapter)))
    must_be_latest(edition)
    last = _latest(edition).get(chapter.key)
    row = _confirmed(edition, chapter, by)
    if last and last.is_confirmed and last.content == row.content:
        return last
    return _kept(row, f"Xác nhận mục “{chapter.title}”", by)


def confirm_all(edition: Edition, heads: Mapping[str, User]) -> int:
    """Confirm each chapter of ``edition`` in the name of its unit's head, where ``heads`` by unit has one; returns how
    many were confirmed. Raises ``NotDone``."""
    done = 0
    for chapter in chapters(edition):
        if by := heads.get(chapter.unit):
            must_be_theirs(by, CONFIRM_CHAPTER, chapter)
            _kept(_confirmed(edition, chapter, by), f"Xác nhận mục “{chapter.title}”", by)
            done += 1
    return done


def return_(edition: Edition, key: str, *, reason: str, by: User) -> Confirmation:
    """Give a chapter back to its unit. Raises ``NotDone``, ``NoChapter``."""
    chapter = the_chapter(edition, key)
    must_be_theirs(by, RETURN_CHAPTER, chapter)
    must_be_latest(edition)
    if is_issued(edition):
        raise NotDone(_("%(edition)s đã phát hành: không trả lại mục được nữa.") % {"edition": edition.label})
    row = _row(edition, chapter, Kind.RETURNED, by)
    row.reason = with_reason(reason, gettext_noop("Trả lại một mục"))
    return _kept(row, f"Trả lại mục “{chapter.title}”: {row.reason}", by)


def standings(edition: Edition) -> tuple[Standing, ...]:
    """Every chapter with the latest word on it; three queries."""
    latest = _latest(edition)
    return tuple(_standing(edition, chapter, latest.get(chapter.key)) for chapter in chapters(edition))


def unconfirmed(edition: Edition) -> tuple[Finding, ...]:
    """Chapters that a unit owns and has not confirmed as ``edition`` says them."""
    return tuple(_owed(one) for one in standings(edition) if one.chapter.unit and not one.is_current)


def must_be_latest(edition: Edition) -> None:
    """Raise ``NotDone`` where there is a later draft."""
    agency = Agency(code=edition.agency)
    latest = Edition.objects.latest_of(agency, edition.period_code, edition.addressee)
    if latest is not None and latest.number != edition.number:
        told = {"edition": edition.label, "latest": latest.label}
        raise NotDone(_("%(edition)s không phải dự thảo mới nhất. Làm trên %(latest)s.") % told)


def _confirmed(edition: Edition, chapter: Chapter, by: User) -> Confirmation:
    """A chapter as ``edition`` says it, confirmed and not written yet."""
    row = _row(edition, chapter, Kind.CONFIRMED, by)
    row.figures, row.lines = _figures(edition, chapter), [line.text for line in chapter.lines]
    row.content = _content(edition, chapter)
    return row


def _owed(one: Standing) -> Finding:
    chapter, last = one.chapter, one.last
    if chapter.is_nobodys:
        return _of_nobody(chapter)
    where, unit = f"mục “{chapter.title}”", chapter.unit_name
    if last is None:
        return must("chapter.unconfirmed", "{unit} chưa xác nhận.", where=where, unit=unit)
    if not last.is_confirmed:
        template = "{by} đã trả lại cho {unit}: {reason}"
        return must("chapter.returned", template, where=where, by=last.by, unit=unit, reason=last.reason)
    return must("chapter.moved", "{what}", where=where, suggestion="Xác nhận lại.", what="; ".join(_sentences(one)))


def _of_nobody(chapter: Chapter) -> Finding:
    template = "đề cương giao cho đơn vị “{unit}”, mà sổ đơn vị không có mã ấy, nên không ai xác nhận được."
    advice = "Sửa mã đơn vị ở đề cương, hoặc thêm đơn vị ở sổ don-vi, rồi tổng hợp lại."
    return must("chapter.unit", template, where=f"mục “{chapter.title}”", suggestion=advice, unit=chapter.unit)


def _sentences(one: Standing) -> Iterator[str]:
    """``P.QLKH đã xác nhận 04; nay 05``, figure by figure."""
    unit = one.chapter.unit_name
    for moved in one.moved:
        if moved.confirmed == moved.now:
            yield f"{unit} đã xác nhận {_said(moved.now)} ({moved.label}); nay cũng {_said(moved.now)}, từ dòng khác"
        else:
            yield f"{unit} đã xác nhận {_said(moved.confirmed)}; nay {_said(moved.now)} ({moved.label})"
    if not one.moved:
        yield f"{unit} đã xác nhận; nay lời văn khác"


def _said(value: Any) -> str:
    """As sentences print it."""
    return NOTHING if value is None else figure_text(value)


def moved_sentences(one: Standing) -> tuple[str, ...]:
    """What people are told of a chapter that was confirmed and stands otherwise now."""
    return tuple(_sentences(one)) if one.last and one.last.is_confirmed and not one.is_current else ()


def _standing(edition: Edition, chapter: Chapter, last: Confirmation | None) -> Standing:
    if last is None or not last.is_confirmed:
        return Standing(chapter, last, False)
    if last.content == _content(edition, chapter):
        return Standing(chapter, last, True)
    return Standing(chapter, last, False, tuple(_moved(last, _figures(edition, chapter))))


def _moved(last: Confirmation, now: list[dict[str, Any]]) -> Iterator[Moved]:
    before = {kept["key"]: thaw(kept) for kept in last.figures}
    after = {kept["key"]: thaw(kept) for kept in now}
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if _proof(old) != _proof(new):
            named = old or new
            assert named is not None
            yield Moved(key, named.label, old.value if old else None, new.value if new else None)


def _proof(figure: FrozenFigure | None) -> tuple[Any, ...] | None:
    return (figure.value, figure.rows.runs) if figure else None


def _latest(edition: Edition) -> dict[str, Confirmation]:
    about = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    return {row.chapter: row for row in Confirmation.objects.filter(**about).order_by("pk")}


def _figures(edition: Edition, chapter: Chapter) -> list[dict[str, Any]]:
    return [kept for kept in edition.figures_kept if kept["key"] in chapter.keys]


def _content(edition: Edition, chapter: Chapter) -> str:
    """The digest of what a chapter says and of the rows it stands on."""
    figures = [[kept["key"], kept["value"], kept["rows"]] for kept in _figures(edition, chapter)]
    told = json.dumps([figures, [line.text for line in chapter.lines]], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _row(edition: Edition, chapter: Chapter, kind: Kind, by: User) -> Confirmation:
    return Confirmation(
        agency=edition.agency,
        period_code=edition.period_code,
        addressee=edition.addressee,
        edition=edition.number,
        chapter=chapter.key,
        unit=chapter.unit,
        kind=kind,
        by=by.get_full_name() or by.get_username(),
        at=timezone.now(),
    )


def _kept(row: Confirmation, occasion: str, by: User) -> Confirmation:
    row.digest = row.proof()
    with writing(by=by, occasion=f"{occasion}, báo cáo {row.report}") as pen:
        pen.freeze(row)
    return row
