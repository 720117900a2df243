"""What is odd about a licence, a certificate or a verified device by the department's dated lists: another fee than the
one of that day, another technical regulation. Both are worth a look, and keep nothing from being written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sokhcn.areas.radiation.models import FeeRate, Licence, TechnicalRegulation, WorkerCertificate
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.numerals import number

FEE = "Theo biểu phí ngày {day} là {due} đồng, đã ghi {told}."
NO_FEE = "Chưa ghi phí; theo biểu phí ngày {day} là {due} đồng."
ABOUT_FEE = "Xem lại phí, thiết bị của hồ sơ, hoặc biểu phí ở sổ bieu-phi-buc-xa."
REGULATION = "Ngày {day}, thiết bị loại “{kind}” kiểm định theo {due}, đã ghi {told}."
ABOUT_REGULATION = "Xem lại, hoặc sửa danh mục ở sổ quy-chuan-thiet-bi-buc-xa."


def fee_of(act: str, kinds: Iterable[str], day: date) -> int | None:
    """What the dossier costs by the rates of ``day``: each device by its kind, else by the rate for all kinds.

    None where a device has no rate: half a sum is none.
    """
    rates = dict(FeeRate.on(day).filter(act=act).values_list("device_kind", "amount"))
    told = [rates.get(kind, rates.get("")) for kind in kinds]
    return sum(amount for amount in told if amount is not None) if told and None not in told else None


def examine_licence(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    assert isinstance(row, Licence)
    day = row.received_on or row.issued_on
    if day is None or (row.fee is None and row.state != Licence.State.PROCESSING):
        return
    devices = many["devices"] if "devices" in many else (row.devices.all() if row.pk else ())
    yield from _fee(row.fee, fee_of(row.action, [device.kind for device in devices], day), day, where)


def examine_certificate(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    assert isinstance(row, WorkerCertificate)
    day = row.received_on or row.issued_on
    if day is not None and (row.fee is not None or row.state == WorkerCertificate.State.PROCESSING):
        yield from _fee(row.fee, fee_of(FeeRate.Act.CERTIFICATE, [""], day), day, where)


def _fee(told: int | None, due: int | None, day: date, where: str) -> Iterator[Finding]:
    if due is None or told == due:
        return
    values = {"day": written(day), "due": number(due), "told": number(told) if told is not None else ""}
    template = NO_FEE if told is None else FEE
    yield Finding("radiation.fee", Severity.LOOK, template, values, where, ABOUT_FEE, about="fee")


def examine_verification(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """The regulation as people write it: ``QCVN 15:2018`` is the one that is listed as ``QCVN 15:2018/BKHCN``."""
    if row.device_id is None or row.performed_on is None or not row.regulation:
        return
    kind, day = row.device.kind, row.performed_on
    due = TechnicalRegulation.on(day).filter(device_kind=kind).first()
    if due is not None and not due.code.casefold().startswith(row.regulation.casefold()):
        told = {"kind": row.device.get_kind_display(), "day": written(day), "due": due.code, "told": row.regulation}
        yield Finding(
            "radiation.regulation", Severity.LOOK, REGULATION, told, where, ABOUT_REGULATION, about="regulation"
        )
