"""The register of verification, calibration and testing: one line is one instrument served once."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, must
from sokhcn.records.registering import BOOK, Part, Register, Step

State = Job.State


def _valid_means(job: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """Standards and cards that had run out when the job was done: its result would not hold."""
    told = [(f"Chuẩn đo lường {standard.code}", standard.valid_until) for standard in many.get("standards", ())]
    if job.verifier:
        told.append((f"Thẻ kiểm định viên {job.verifier.card_number}", job.verifier.card_valid_until))
    for what, until in told:
        if job.performed_on and until and until < job.performed_on:
            yield must(
                "metrology.means",
                "{what} chỉ có giá trị đến {until}, trước ngày thực hiện.",
                where=where,
                suggestion="Sửa ngày thực hiện, chọn lại, hoặc ghi giấy chứng nhận mới của chuẩn, thẻ mới trước.",
                what=what,
                until=written(until),
            )


JOBS = (
    Register(
        slug="kiem-dinh",
        title="Kiểm định, hiệu chuẩn và thử nghiệm",
        short="Kiểm định",
        area=8,
        model=Job,
        columns=(
            Column("establishment", "Cơ sở", Cell.REFERENCE, required=True, refers="establishment"),
            Column(
                "instrument.kind",
                "Loại phương tiện đo",
                Cell.CHOICE,
                required=True,
                synonyms=("Loại PTĐ", "Phương tiện đo"),
                choices=dict(Instrument.Kind.choices),
            ),
            Column("instrument.name", "Tên phương tiện đo", synonyms=("Tên PTĐ",)),
            Column("instrument.maker", "Hãng sản xuất"),
            Column("instrument.model", "Kiểu"),
            Column(
                "instrument.serial_number",
                "Số sản xuất",
                required=True,
                synonyms=("Số máy", "Số hiệu"),
                help="Không có thì ghi số quản lý của cơ sở",
            ),
            Column(
                "service", "Dịch vụ", Cell.CHOICE, default=Job.Service.VERIFICATION, choices=dict(Job.Service.choices)
            ),
            Column("verification_kind", "Chế độ kiểm định", Cell.CHOICE, choices=dict(Job.VerificationKind.choices)),
            Column("performed_on", "Ngày thực hiện", Cell.DATE, synonyms=("Ngày kiểm định",)),
            Column(
                "quantity",
                "Số lượng của lô",
                Cell.INTEGER,
                default=1,
                synonyms=("Số lượng", "Số lượng PTĐ"),
                help="Khi kiểm định theo lô, số sản xuất là số của lô",
            ),
            Column("result", "Kết quả", Cell.CHOICE, choices=dict(Job.Result.choices)),
            Column("certificate_number", "Số giấy chứng nhận", synonyms=("Số GCN", "Số giấy chứng nhận kiểm định")),
            Column("sticker_number", "Số tem", synonyms=("Số tem kiểm định", "Tem kiểm định")),
            Column("seal_number", "Số dấu, niêm phong", synonyms=("Số dấu kiểm định", "Số chì niêm phong")),
            Column(
                "valid_until",
                "Hiệu lực đến",
                Cell.DATE,
                synonyms=("Thời hạn đến", "Thời hạn kiểm định"),
                help="Như in trên giấy chứng nhận; để trống thì tính theo chu kỳ",
            ),
            Column("scheduled_on", "Ngày hẹn thực hiện", Cell.DATE, synonyms=("Ngày hẹn",)),
            Column("location", "Nơi thực hiện", synonyms=("Địa điểm kiểm định",)),
            Column(
                "procedure",
                "Quy trình (ĐLVN)",
                Cell.REFERENCE,
                refers="metrology.procedure.code",
                synonyms=("Quy trình kiểm định", "ĐLVN"),
            ),
            Column(
                "standards",
                "Chuẩn sử dụng",
                Cell.REFERENCES,
                refers="metrology.standard.code",
                synonyms=("Chuẩn đo lường", "Chuẩn, thiết bị sử dụng"),
            ),
            Column(
                "verifier",
                "Kiểm định viên",
                Cell.REFERENCE,
                refers="metrology.verifier.card_number",
                synonyms=("Số thẻ kiểm định viên",),
                help="Ghi số thẻ",
            ),
            Column("errors", "Sai số, độ không đảm bảo đo", synonyms=("Sai số",)),
            Column("fee", "Giá dịch vụ", Cell.INTEGER, synonyms=("Phí kiểm định", "Phí", "Thành tiền"), help="Đồng"),
            Column("invoice", "Số hóa đơn", synonyms=("Hóa đơn",)),
            Column("slip_number", "Số phiếu tiếp nhận", synonyms=("Số phiếu", "Phiếu yêu cầu")),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.PERFORMED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=(
            "certificate_number",
            "establishment",
            "instrument.kind",
            "instrument.serial_number",
            "service",
            "performed_on",
            "result",
            "state",
        ),
        key=("agency", "instrument", "service", "verification_kind", "performed_on"),
        parts=(Part("instrument", Instrument, ("establishment", "kind", "serial_number")),),
        day="performed_on",
        filters=("service", "verification_kind", "instrument.kind", "result", "state", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                State.REQUESTED: "draft",
                State.SCHEDULED: "wait",
                State.DRAFT: "draft",
                State.PERFORMED: "ok",
                State.CANCELLED: "void",
            }
        ),
        steps=(
            Step(State.REQUESTED, State.SCHEDULED, "Xếp lịch", needs=("scheduled_on",)),
            Step(State.REQUESTED, State.PERFORMED, "Ghi đã thực hiện", needs=("performed_on",)),
            Step(State.REQUESTED, State.CANCELLED, "Hủy"),
            Step(State.SCHEDULED, State.PERFORMED, "Ghi đã thực hiện", needs=("performed_on",)),
            Step(State.SCHEDULED, State.REQUESTED, "Hoãn lịch"),
            Step(State.SCHEDULED, State.CANCELLED, "Hủy"),
            Step(State.DRAFT, State.PERFORMED, "Ghi đã thực hiện", needs=("performed_on",)),
            Step(State.DRAFT, State.CANCELLED, "Hủy"),
        ),
        order=("-performed_on", "-pk"),
        examine=_valid_means,
    ),
)
