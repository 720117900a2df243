"""A hand-written text changed where it stands, unless somebody else changed it meanwhile; and those of a chapter."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sokhcn.document.anchoring import find
from sokhcn.people.models import User
from sokhcn.people.permissions import WRITE_CHAPTER
from sokhcn.records.writing import StaleRow, writing
from sokhcn.reports.handwork.hand import hand_of
from sokhcn.reports.models import Edition, OwnText
from sokhcn.reports.sections.chapters import Chapter, the_chapter
from sokhcn.reports.sections.editing import faults_in
from sokhcn.reports.sections.refusing import NotDone, must_be_theirs


class Overtaken(NotDone):
    """Somebody else changed the text meanwhile; ``now`` is what it says by now, None where it is gone."""

    def __init__(self, now: OwnText | None) -> None:
        said = f"{now.by} vừa sửa đoạn này" if now else "Đoạn này vừa bị bỏ"
        super().__init__(f"{said}, nên chưa lưu gì. Chữ bạn gõ vẫn còn ở đây: xem bản mới rồi lưu lại.")
        self.now = now


@dataclass(frozen=True, slots=True)
class Own:
    """A text as it is kept now. ``line`` is the number of the line that it stands at, or of its own first one where it
    ``is_on_page``; None: the chapter as a whole. ``is_compiled`` says that the page has it in just these words."""

    row: OwnText
    line: int | None
    is_on_page: bool
    is_compiled: bool


def texts_of(edition: Edition, chapter: Chapter) -> tuple[Own, ...]:
    """The texts of ``chapter`` as they stand now, in the order of their lines; two queries."""
    compiled = {tuple(one["row"]) for one in edition.rules.get("own_texts", ())}
    rows = (row for row in hand_of(edition.agency, edition.period_code, edition.addressee).texts)
    found = (_own(row, chapter, compiled) for row in rows if row.chapter == chapter.key)
    return tuple(sorted(found, key=lambda own: (own.line or 0, own.row.position)))


def gone_since(edition: Edition, chapter: Chapter) -> int:
    """How many texts the edition has in ``chapter`` that were taken out since; one query."""
    told = [one["row"][0] for one in edition.rules.get("own_texts", ()) if one["chapter"] == chapter.key]
    return len(told) - OwnText.objects.filter(pk__in=told).count() if told else 0


def rewrite(edition: Edition, number: int, text: str, *, version: int, by: User) -> OwnText:
    """Have the text of that number say ``text``; ``version`` is the one that was read. Raises ``NotDone``."""
    row = _row(edition, number)
    if row is None:
        raise Overtaken(None)
    chapter = the_chapter(edition, row.chapter)
    must_be_theirs(by, WRITE_CHAPTER, chapter)
    if findings := faults_in(text, edition, f"mục “{chapter.title}”"):
        raise NotDone(_("Đoạn viết tay không dùng được, chưa lưu."), findings)
    if not text.strip() and row.place != OwnText.Place.INSTEAD:
        raise NotDone(_("Đoạn viết tay đang trống, chưa lưu. Không cần đoạn này nữa thì bấm Bỏ."))
    row.version, row.text, row.by = version, text, by.get_full_name() or by.get_username()
    try:
        with writing(by=by, occasion=f"Viết vào mục “{chapter.title}”") as pen:
            pen.save(row)
    except StaleRow as stale:
        raise Overtaken(_row(edition, number)) from stale
    return row


def _row(edition: Edition, number: int) -> OwnText | None:
    about = {"agency__code": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    found: OwnText | None = OwnText.objects.filter(**about, pk=number).first()
    return found


def _own(row: OwnText, chapter: Chapter, compiled: set[tuple[int, ...]]) -> Own:
    is_compiled = (row.pk, row.version) in compiled
    written = [line for line in chapter.lines if line.own == row.pk]
    if written:
        return Own(row, written[0].number, True, is_compiled)
    lines = [line for line in chapter.lines if line.own is None]
    found = find([line.stroke for line in lines], row.anchor, row.line) if row.anchor else None
    at = lines[found.line] if found else None
    return Own(row, at.number if at else None, False, is_compiled)
