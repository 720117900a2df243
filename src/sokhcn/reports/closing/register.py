"""The book of duties to report."""

from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register
from sokhcn.reports.models import ReportingDuty

DUTIES = Register(
    slug="nghia-vu-bao-cao",
    title="Nghĩa vụ báo cáo",
    short="Nghĩa vụ báo cáo",
    model=ReportingDuty,
    keeper="reference.keep",
    columns=(
        Column("code", "Mã báo cáo", required=True, help="Cùng mã: kỳ dài hơn gộp kỳ ngắn hơn"),
        Column("name", "Báo cáo", required=True),
        Column("level", "Cấp", Cell.CHOICE, required=True, choices=dict(ReportingDuty.Level.choices)),
        Column("kind", "Kỳ", Cell.CHOICE, required=True, choices=dict(ReportingDuty.Kind.choices)),
        Column("owed_by", "Ai nộp", required=True),
        Column("owed_to", "Nộp cho ai", required=True),
        Column("unit", "Mã đơn vị", help="Để trống: mọi đơn vị"),
        Column("registers", "Các sổ phải chốt", help="Tên sổ, cách nhau bằng dấu |; để trống: sổ nào đơn vị có ghi"),
        Column("locked_after", "Khóa sổ sau (ngày làm việc)", Cell.INTEGER, adds_up=False),
        Column("due_workdays", "Gửi sau (ngày làm việc)", Cell.INTEGER, adds_up=False),
        Column(
            "due_day", "Gửi vào ngày", Cell.INTEGER, adds_up=False, help="Ngày của tháng; ghi khi hạn là ngày cố định"
        ),
        Column("due_month", "Của tháng", Cell.CHOICE, default="last", choices=dict(ReportingDuty.Month.choices)),
        Column("moved", "Gặp ngày nghỉ", Cell.CHOICE, default="stays", choices=dict(ReportingDuty.Shift.choices)),
        Column("absorbed", "Gộp vào báo cáo dài hơn", Cell.FLAG),
        Column("basis", "Căn cứ", required=True),
        Column("valid_from", "Có hiệu lực từ", Cell.DATE),
        Column("valid_to", "Đến hết", Cell.DATE),
        Column("verified", "Đã kiểm chứng", Cell.FLAG),
    ),
    listed=("name", "level", "kind", "owed_by", "owed_to", "due_workdays", "due_day", "absorbed", "basis", "verified"),
    key=("code", "kind", "unit", "valid_from"),
    apart=("code", "kind", "unit"),
    filters=("level", "kind", "verified"),
    order=("code", "kind", "valid_from"),
)
