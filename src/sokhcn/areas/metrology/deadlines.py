"""What falls due of measurement: the next verification of instruments, standards, cards of verifiers, designations."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from sokhcn.areas.metrology.models import Designation, Instrument, Job, Standard, Verifier
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

# A comparison that was passed confirms an earlier verification and begins no new interval; one that failed ends it.
CONFIRMED = Q(verification_kind=Job.VerificationKind.COMPARISON, result=Job.Result.PASSED)


def _verifications() -> Any:
    """The verifications of an instrument, the latest first: read from the unique index that begins with it."""
    done = Job.objects.filter(state=Job.State.PERFORMED, service=Job.Service.VERIFICATION, performed_on__isnull=False)
    return done.filter(~CONFIRMED, instrument=OuterRef("pk")).order_by("-performed_on", "-pk")


def _verified() -> Any:
    """Instruments in use, each with its last verification, all of it at once: every subquery is run for every row."""
    told = JSONObject(on="performed_on", until="valid_until", result="result", agency="agency_id", unit="unit_id")
    last = Subquery(_verifications().values(told=told)[:1])
    return Instrument.objects.filter(state=Instrument.State.IN_USE).annotate(last=last)


def _next(row: Any, terms: Terms) -> Falls | None:
    """The date printed on the certificate, else by the interval of the kind that held on the day of verification."""
    if not row.last or row.last["result"] != Job.Result.PASSED:
        return None
    if until := row.last["until"]:
        return Falls(date.fromisoformat(until))
    return terms.falls("metrology.verification", row.kind, date.fromisoformat(row.last["on"]))


def _verifier(row: Any) -> tuple[int | None, int | None]:
    """Whoever did the last verification has the instrument on its list."""
    return row.last["agency"], row.last["unit"]


def _verify(row: Instrument) -> str:
    return f"Kiểm định định kỳ {row} của {row.establishment}"


def _standards() -> Any:
    return Standard.objects.filter(state=Standard.State.IN_USE)


def _standard_ends(row: Standard, terms: Terms) -> Falls | None:
    """The date on the certificate, else by the interval that the department keeps for its standards."""
    return Falls(row.valid_until) if row.valid_until else terms.falls("metrology.standard", "", row.calibrated_on)


def _calibrate(row: Standard) -> str:
    return f"Hiệu chuẩn, kiểm định chuẩn đo lường {row}"


def _verifiers() -> Any:
    return Verifier.objects.filter(state=Verifier.State.WORKING)


def _card_ends(row: Verifier, terms: Terms) -> Falls | None:
    if row.card_valid_until:
        return Falls(row.card_valid_until)
    return terms.falls("metrology.verifier_card", "", row.card_issued_on)


def _renew_card(row: Verifier) -> str:
    return f"Cấp lại thẻ kiểm định viên số {row.card_number}"


def _designations() -> Any:
    followed = Designation.objects.filter(previous=OuterRef("pk"))
    return Designation.objects.filter(~Exists(followed), state=Designation.State.IN_FORCE)


def _designation_ends(row: Designation, terms: Terms) -> Falls | None:
    return Falls(row.valid_until) if row.valid_until else None


def _designate(row: Designation) -> str:
    return f"Đăng ký chỉ định lại {row.body} (Quyết định số {row.number})"


# What rules may be told apart by.
SUBJECTS = (("metrology.verification", Instrument, "kind"),)
# What rules of terms are called.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "metrology.verification": "Chu kỳ kiểm định phương tiện đo",
        "metrology.standard": "Hiệu lực chứng nhận chuẩn đo lường",
        "metrology.verifier_card": "Hiệu lực thẻ kiểm định viên",
    }
)
DEADLINES = (
    Deadline(
        "metrology.verification",
        "kiểm định định kỳ phương tiện đo",
        Instrument,
        _verified,
        _next,
        _verify,
        related=("establishment",),
        moved_by=((Job, "jobs"),),
        planned=False,
        promise="Kiểm định định kỳ {n} phương tiện đo đến hạn trong {period}.",
        whose=_verifier,
    ),
    Deadline(
        "metrology.standards",
        "hiệu chuẩn, kiểm định chuẩn đo lường",
        Standard,
        _standards,
        _standard_ends,
        _calibrate,
        promise="Hiệu chuẩn, kiểm định {n} chuẩn đo lường đến hạn trong {period}.",
    ),
    Deadline(
        "metrology.verifier_cards",
        "cấp lại thẻ kiểm định viên",
        Verifier,
        _verifiers,
        _card_ends,
        _renew_card,
        promise="Cấp lại {n} thẻ kiểm định viên hết hạn trong {period}.",
    ),
    Deadline(
        "metrology.designations",
        "đăng ký chỉ định lại tổ chức kiểm định",
        Designation,
        _designations,
        _designation_ends,
        _designate,
        moved_by=((Designation, "following"),),
        promise="Đăng ký chỉ định lại {n} tổ chức kiểm định hết hạn trong {period}.",
    ),
)
