"""The registers of procedures, of the tallies of their dossiers, and of dossiers that were late."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sokhcn.areas.reform.models import LateDossier, Procedure, ProcedureTally
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.terms import Span, ends
from sokhcn.records.dated import work_calendar
from sokhcn.records.kept import Kept
from sokhcn.records.registering import BOOK, Register
from sokhcn.records.versions import holds_on

CODE = Column(
    "procedure",
    "Mã thủ tục",
    Cell.REFERENCE,
    required=True,
    synonyms=("Mã TTHC", "Thủ tục", "Mã thủ tục hành chính"),
    refers="reform.procedure.code",
)


def examine(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """What is wrong, or odd, with a line of the table of dossiers."""
    assert isinstance(row, ProcedureTally)
    yield from overlapping(row, lists, where)
    yield from _not_in_force(row.procedure, row.from_on, where)


def _not_in_force(procedure: Procedure, day: date, where: str) -> Iterator[Finding]:
    if not holds_on(procedure, day):
        template = "Ngày {day} danh mục không có thủ tục {code} đang áp dụng."
        advice = "Xem lại ngày, hoặc ghi thêm dòng của thủ tục này vào sổ thu-tuc-hanh-chinh."
        told = {"day": written(day), "code": procedure.code}
        yield Finding("reform.not_in_force", Severity.LOOK, template, told, where, advice, about="procedure")


def overlapping(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """The days of a procedure are tallied once: two lines over the same day would count its dossiers twice."""
    assert isinstance(row, ProcedureTally)
    code = row.procedure.code
    about = ProcedureTally.objects.filter(agency=row.agency_id, procedure__code=code).exclude(pk=row.pk)
    # A line from the same day is the same line once more, and the register's key says so.
    other = about.filter(from_on__lte=row.to_on, to_on__gte=row.from_on).exclude(from_on=row.from_on).first()
    if other is not None:
        template = "Trùng ngày với dòng {other}: hồ sơ sẽ bị đếm hai lần."
        advice = "Mỗi thủ tục, mỗi ngày chỉ nằm trong một dòng."
        yield must("reform.tally_overlaps", template, where=where, suggestion=advice, other=other)


def examine_late(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """A dossier stands once under all versions of its procedure, and is due by the one of the day of receipt."""
    assert isinstance(row, LateDossier)
    procedure = row.procedure
    others = LateDossier.objects.filter(procedure__agency=procedure.agency_id, procedure__code=procedure.code)
    if (other := others.filter(code=row.code).exclude(pk=row.pk).exclude(procedure=procedure).first()) is not None:
        template = "Hồ sơ {code} đã ghi ở thủ tục {procedure} áp dụng từ {first}."
        advice = "Sửa dòng ấy: ghi ngày tiếp nhận và chọn lại thủ tục."
        first = written(other.procedure.valid_from) if other.procedure.valid_from else "trước"
        told = {"code": row.code, "procedure": procedure.code, "first": first}
        yield must("reform.late_twice", template, where=where, suggestion=advice, **told)
    yield from _not_in_force(procedure, row.received_on or row.due_on, where)
    if row.received_on and procedure.workdays:
        due = ends(row.received_on, procedure.workdays, Span.WORKDAYS, work_calendar())
        if due != row.due_on:
            template = "Nhận ngày {day} thì theo thời hạn {workdays} ngày làm việc phải trả ngày {due}."
            told = {"day": written(row.received_on), "workdays": str(procedure.workdays), "due": written(due)}
            advice = "Xem lại ngày hẹn trả, hoặc thời hạn của thủ tục ở ngày tiếp nhận."
            yield Finding("reform.due_otherwise", Severity.LOOK, template, told, where, advice, about="due_on")


PROCEDURES = Register(
    slug="thu-tuc-hanh-chinh",
    title="Danh mục thủ tục hành chính",
    short="Thủ tục hành chính",
    area=3,
    model=Procedure,
    columns=(
        Column("code", "Mã thủ tục", required=True, synonyms=("Mã TTHC", "Mã thủ tục hành chính")),
        Column("name", "Tên thủ tục", required=True, synonyms=("Tên TTHC", "Tên thủ tục hành chính")),
        Column("field", "Lĩnh vực"),
        Column(
            "online",
            "Dịch vụ công trực tuyến",
            Cell.CHOICE,
            synonyms=("DVC trực tuyến", "Mức độ dịch vụ công"),
            choices=dict(Procedure.Online.choices),
            default=Procedure.Online.NONE,
        ),
        Column("workdays", "Thời hạn giải quyết (ngày làm việc)", Cell.INTEGER, synonyms=("Thời hạn giải quyết",)),
        Column("fee", "Phí, lệ phí (đồng)", Cell.INTEGER, synonyms=("Phí, lệ phí", "Phí"), adds_up=False),
        Column("decision", "Quyết định công bố", Cell.REFERENCE, refers="paper"),
        Column("valid_from", "Áp dụng từ", Cell.DATE),
        Column("valid_to", "Áp dụng đến hết", Cell.DATE),
        Column("verified", "Đã kiểm chứng", Cell.FLAG, help="Có: đã đối chiếu với quyết định công bố"),
        *BOOK,
    ),
    listed=("name", "code", "field", "online", "workdays", "valid_from", "valid_to", "verified"),
    key=("agency", "code", "valid_from"),
    apart=("agency", "code"),
    filters=("online", "field", "verified", "unit"),
    order=("code", "valid_from"),
)

TALLIES = Register(
    slug="ho-so-thu-tuc",
    title="Tình hình giải quyết hồ sơ thủ tục hành chính",
    short="Hồ sơ thủ tục hành chính",
    area=3,
    model=ProcedureTally,
    columns=(
        CODE,
        Column("from_on", "Từ ngày", Cell.DATE, required=True),
        Column("to_on", "Đến ngày", Cell.DATE, required=True),
        Column("carried", "Kỳ trước chuyển qua", Cell.INTEGER, default=0, synonyms=("Từ kỳ trước", "Tồn kỳ trước")),
        Column("received", "Tiếp nhận trong kỳ", Cell.INTEGER, default=0, synonyms=("Tiếp nhận", "Mới tiếp nhận")),
        Column("received_online", "Trong đó trực tuyến", Cell.INTEGER, default=0, synonyms=("Trực tuyến",)),
        Column("settled", "Đã giải quyết", Cell.INTEGER, default=0),
        Column(
            "settled_in_time",
            "Giải quyết trước và đúng hạn",
            Cell.INTEGER,
            default=0,
            synonyms=("Trước và đúng hạn", "Đúng hạn"),
        ),
        Column("settled_late", "Giải quyết quá hạn", Cell.INTEGER, default=0, synonyms=("Quá hạn", "Trễ hạn")),
        Column("returned", "Trả lại, rút hồ sơ", Cell.INTEGER, default=0, synonyms=("Trả lại",)),
        Column("pending", "Đang giải quyết", Cell.INTEGER, default=0, adds_up=False),
        Column("pending_late", "Đang giải quyết đã quá hạn", Cell.INTEGER, default=0, adds_up=False),
        Column("fees", "Phí, lệ phí đã thu (triệu đồng)", Cell.MONEY, default=0, synonyms=("Phí đã thu",)),
        *BOOK,
    ),
    listed=("procedure", "from_on", "to_on", "received", "received_online", "settled", "settled_late", "pending"),
    key=("agency", "procedure", "from_on"),
    day="to_on",
    filters=("unit",),
    order=("-to_on", "procedure"),
    examine=examine,
    as_of=MappingProxyType({"procedure": ("from_on",)}),
)

LATE = Register(
    slug="ho-so-qua-han",
    title="Hồ sơ thủ tục hành chính quá hạn",
    short="Hồ sơ quá hạn",
    area=3,
    model=LateDossier,
    columns=(
        CODE,
        Column("code", "Mã hồ sơ", required=True, synonyms=("Số hồ sơ",)),
        Column("applicant", "Người nộp", synonyms=("Tổ chức, cá nhân nộp",), personal=True),
        Column("received_on", "Ngày tiếp nhận", Cell.DATE, synonyms=("Ngày nhận hồ sơ", "Ngày nhận")),
        Column("due_on", "Ngày hẹn trả", Cell.DATE, required=True),
        Column("settled_on", "Ngày trả kết quả", Cell.DATE, help="Để trống khi chưa trả"),
        Column("reason", "Lý do quá hạn", required=True, synonyms=("Lý do",)),
        Column("apology", "Văn bản xin lỗi", synonyms=("Thư xin lỗi",)),
        Column("new_due_on", "Ngày hẹn lại", Cell.DATE),
    ),
    listed=("code", "procedure", "received_on", "due_on", "settled_on", "apology", "new_due_on"),
    key=("procedure", "code"),
    day="due_on",
    days=("due_on", "settled_on"),
    rests=("settled_on",),
    order=("-due_on", "pk"),
    examine=examine_late,
    # Whoever does not write down when it came in may at least mean the version of about that time.
    as_of=MappingProxyType({"procedure": ("received_on", "due_on")}),
)
