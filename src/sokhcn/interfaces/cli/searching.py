"""Commands on the one box: search, and making anew what it looks into."""

from typing import Annotated

import typer

from sokhcn.interfaces.cli.here import AUDITOR, BY, ByOption, must_may, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, say, show_table, tell_json
from sokhcn.kernel.numerals import number
from sokhcn.kernel.seeking import Piece
from sokhcn.people.looking import within_of
from sokhcn.people.permissions import MANAGE_PEOPLE
from sokhcn.records.refolding import rebuild
from sokhcn.records.search import MOST, Found
from sokhcn.reports.finding import AT_A_TIME, REPORTS, Shown, look_for, page_of, places


def search(
    text: Annotated[str, typer.Argument(metavar="CHỮ", help="Chữ cần tìm, có dấu hoặc không; một đoạn số văn bản.")],
    register: Annotated[str, typer.Option("--register", help="Chỉ tìm trong sổ này; bao-cao: trong báo cáo.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Tìm trong mọi sổ, văn bản, cơ sở và báo cáo: khớp đúng trước, rồi mới nhất."""
    user = the_user(by)
    found = look_for(text, within_of(user), register)
    shown = page_of(found, user)
    if format is Format.JSON:
        tell_json({"text": text, "found": len(found.hits), "more": found.more, "hits": [_told(hit) for hit in shown]})
        return
    if not shown:
        say(f"Không thấy “{text}”. Thử ít chữ hơn, hoặc một đoạn số từ ba ký tự.")
        return
    where = ", ".join(f"{place.title} {number(place.rows)}" for place in places(found))
    say(f"{counted(found)} kết quả: {where}.", "")
    rows = [(_place(hit), str(hit.row.pk), _said(hit.title), _fields(hit)) for hit in shown]
    show_table(("Sổ", "Số dòng", "Dòng", "Khớp ở"), rows, right=(1,))
    if len(found.hits) > AT_A_TIME:
        say("", f"Trên đây là {AT_A_TIME} kết quả đầu. Thêm chữ, hoặc chọn một sổ bằng --register, để thu hẹp.")


def reindex(by: ByOption = AUDITOR, format: FormatOption = Format.TEXT) -> None:
    """Làm lại phần tra cứu từ các sổ và báo cáo, khi nghi nó thiếu; trong lúc làm không ai ghi được."""
    must_may(the_user(by), MANAGE_PEOPLE)
    counts = [(str(model._meta.verbose_name), rows) for model, rows in rebuild() if rows]
    total = sum(rows for _, rows in counts)
    if format is Format.JSON:
        tell_json({"found": total, "registers": dict(counts)})
        return
    show_table(("Loại dòng", "Tra cứu được"), [(name, number(rows)) for name, rows in counts], right=(1,))
    say("", f"Đã làm lại phần tra cứu: {number(total)} dòng.")


def counted(found: Found) -> str:
    """How many there are, as far as anybody counts."""
    return f"Hơn {number(MOST)}" if found.more else number(len(found.hits))


def _told(hit: Shown) -> dict[str, object]:
    fields = [{"field": heading, "text": _plain(pieces)} for heading, pieces in hit.fields]
    about = {"register": hit.register.slug if hit.register else REPORTS, "id": hit.row.pk, "title": _plain(hit.title)}
    return {**about, "exact": hit.is_exact, "state": hit.look[1] if hit.look else "", "fields": fields}


def _place(hit: Shown) -> str:
    return hit.register.short if hit.register else "Báo cáo"


def _fields(hit: Shown) -> str:
    return "; ".join(f"{heading}: {_said(pieces)}" if heading else _said(pieces) for heading, pieces in hit.fields)


def _said(pieces: tuple[Piece, ...]) -> str:
    """The part that was found between brackets, as a terminal may have no colours."""
    return "".join(f"[{text}]" if hit else text for text, hit in pieces)


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(text for text, _ in pieces)
