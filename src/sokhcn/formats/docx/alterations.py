"""What people did to figures and papers in a file that came back, said one finding each."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sokhcn.formats.docx.names import Kind
from sokhcn.formats.docx.returned import Meeting
from sokhcn.formats.docx.walking import Walk
from sokhcn.kernel.finding import Finding, Severity

_NAMED = {Kind.FIGURE: "Số", Kind.PAPER: "Văn bản"}


def told_of(meetings: Iterable[Meeting]) -> Iterator[Finding]:
    """Retyped, vanished, unwrapped, copied or come from elsewhere. What only moved with its words is not told."""
    met = tuple(meetings)
    moved = Counter((m.identity, m.after) for m in met if m.before is None)
    known = {m.identity for m in met if m.before is not None}
    for meeting in met:
        if meeting.before is None:
            continue
        if meeting.after is None and moved[meeting.identity, meeting.before]:
            moved[meeting.identity, meeting.before] -= 1
        elif finding := _changed(meeting):
            yield finding
    for meeting in met:
        if meeting.before is None and moved[meeting.identity, meeting.after]:
            moved[meeting.identity, meeting.after] -= 1
            yield _more(meeting, meeting.identity in known)


def _changed(meeting: Meeting) -> Finding | None:
    what = _NAMED.get(meeting.identity.kind, "")
    kind = "figure" if meeting.identity.kind is Kind.FIGURE else "paper"
    if meeting.after is None:
        return _told(meeting, f"returned.{kind}_gone", f"{what} {{key}} (“{{before}}”) không còn trong tệp.")
    if meeting.found:
        sentence = f"{what} {{key}} đã mất khung, chữ “{{before}}” vẫn còn và được đọc theo chữ."
        return _told(meeting, f"returned.{kind}_unwrapped", sentence, Severity.HINT)
    if meeting.after == meeting.before:
        return None
    if not meeting.after.strip():
        return _told(meeting, f"returned.{kind}_gone", f"{what} {{key}} (“{{before}}”) đã bị xóa, khung để trống.")
    return _told(meeting, f"returned.{kind}", f"{what} {{key}} đã bị gõ lại: {{before}} → {{after}}.")


def _more(meeting: Meeting, is_known: bool) -> Finding:
    what = _NAMED.get(meeting.identity.kind, "")
    if is_known:
        return _told(meeting, "returned.copied", f"{what} {{key}} (“{{after}}”) được chép thêm một chỗ.")
    return _told(
        meeting, "returned.foreign", f"{what} {{key}} (“{{after}}”) không có trong bản gốc, từ tệp khác chép vào."
    )


def _told(meeting: Meeting, id: str, template: str, severity: Severity = Severity.LOOK) -> Finding:
    values = {"key": meeting.identity.key, "before": meeting.before, "after": meeting.after}
    return Finding(id, severity, template, values, meeting.where)


def told_of_walk(walk: Walk) -> Iterator[Finding]:
    """What Word marks itself: tracked changes by person and day, comments."""
    for (author, day), count in sorted(walk.tracked.items()):
        yield Finding(
            "returned.tracked",
            Severity.LOOK,
            "Còn {count} chỗ theo dõi sửa đổi của {author}{day}; đọc như đã chấp nhận hết.",
            {"count": count, "author": author or "người không ghi tên", "day": f", ngày {_day(day)}" if day else ""},
        )
    if walk.comments:
        yield Finding("returned.comments", Severity.LOOK, "Có {count} ghi chú ngoài lề.", {"count": walk.comments})


def _day(iso: str) -> str:
    year, month, day = [*iso.split("-"), "", ""][:3]
    return f"{day}/{month}/{year}"
