"""What facilities owe again and again: declarations, verified devices, surveys, doses, yearly reports."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from sokhcn.areas.radiation.models import (
    AreaSurvey,
    Declaration,
    Device,
    DeviceVerification,
    DoseReading,
    Facility,
    SafetyReport,
)
from sokhcn.areas.radiation.models.monitoring import Result
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

OF_DEVICE = ("facility",)


def _in_use() -> Any:
    """Devices in use at a facility that operates."""
    return Device.objects.filter(state=Device.State.IN_USE, facility__state=Facility.State.OPERATING)


def _operating() -> Any:
    return Facility.objects.filter(state=Facility.State.OPERATING)


# --- declarations -----------------------------------------------------------------------------------------------


def _undeclared() -> Any:
    """Devices that nobody has declared; a declaration that was returned is none."""
    told = Declaration.objects.filter(device=OuterRef("pk")).exclude(state=Declaration.State.RETURNED)
    return _in_use().filter(~Exists(told), acquired_on__isnull=False)


def _declare(row: Device, terms: Terms) -> Falls | None:
    return terms.falls("radiation.declaration", "", row.acquired_on)


# --- devices ----------------------------------------------------------------------------------------------------


def _verified() -> Any:
    """Devices in use with the last of their verifications, where that one was passed; and those never verified."""
    last = DeviceVerification.objects.filter(device=OuterRef("pk")).order_by("-performed_on", "-pk")
    told = {f"last_{name}": Subquery(last.values(name)[:1]) for name in ("performed_on", "valid_until", "result")}
    never = Q(last_result=None, acquired_on__isnull=False)
    return _in_use().annotate(**told).filter(Q(last_result=Result.PASSED) | never)


def _verify(row: Any, terms: Terms) -> Falls | None:
    if row.last_valid_until:
        return Falls(row.last_valid_until)
    return terms.falls("radiation.device_verification", row.kind, row.last_performed_on or row.acquired_on)


# --- facilities -------------------------------------------------------------------------------------------------


def _surveyed() -> Any:
    """Facilities with the day of their last survey, else with the day they began.

    Rooms are written as people say them, and are renamed and given up: the facility as a whole is asked.
    """
    last = AreaSurvey.objects.filter(facility=OuterRef("pk")).order_by("-performed_on").values("performed_on")[:1]
    surveyed = Coalesce(Subquery(last), F("began_on"))
    return _operating().annotate(last_survey=surveyed).filter(last_survey__isnull=False)


def _survey(row: Any, terms: Terms) -> Falls | None:
    return terms.falls("radiation.survey", "", row.last_survey)


def _read() -> Any:
    """Facilities with the last quarter of which doses were read, or with the day they began."""
    last = DoseReading.objects.filter(facility=OuterRef("pk")).order_by("-year", "-quarter")
    quarter = Subquery(last.annotate(nth=F("year") * 4 + F("quarter")).values("nth")[:1])
    known = Q(last_quarter__isnull=False) | Q(began_on__isnull=False)
    return _operating().annotate(last_quarter=quarter).filter(known)


def _read_again(row: Any, terms: Terms) -> Falls | None:
    """Counted from the first day of the quarter after the last one that was read; before any, from the beginning."""
    if row.last_quarter is None:
        return terms.falls("radiation.dosimetry", "", row.began_on)
    year, quarters = divmod(row.last_quarter, 4)
    return terms.falls("radiation.dosimetry", "", date(year, 3 * quarters + 1, 1))


def _reported() -> Any:
    """Facilities with the last year that they reported on; before any, the year before the one in which they began."""
    last = SafetyReport.objects.filter(facility=OuterRef("pk")).order_by("-year").values("year")[:1]
    reported = Coalesce(Subquery(last), ExtractYear("began_on") - 1)
    return _operating().annotate(last_report=reported).filter(last_report__isnull=False)


def _report(row: Any, terms: Terms) -> Falls | None:
    """Counted from the last day of the year to report on; without a rule of the department there is no day."""
    return terms.falls("radiation.safety_report", "", date(row.last_report + 1, 12, 31))


OF_FACILITIES = (
    Deadline(
        "radiation.declaring",
        "khai báo thiết bị bức xạ",
        Device,
        _undeclared,
        _declare,
        lambda row: f"Khai báo {row} của {row.facility}",
        related=OF_DEVICE,
        moved_by=((Declaration, "declarations"),),
        promise="Đôn đốc khai báo {n} thiết bị bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.device_verifications",
        "kiểm định thiết bị bức xạ",
        Device,
        _verified,
        _verify,
        lambda row: f"Kiểm định {row} của {row.facility}",
        related=OF_DEVICE,
        moved_by=((DeviceVerification, "verifications"),),
        promise="Đôn đốc kiểm định {n} thiết bị bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.surveys",
        "kiểm xạ",
        Facility,
        _surveyed,
        _survey,
        lambda row: f"Kiểm xạ tại {row}",
        moved_by=((AreaSurvey, "surveys"),),
        promise="Đôn đốc kiểm xạ tại {n} cơ sở bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.doses",
        "đọc liều kế cá nhân",
        Facility,
        _read,
        _read_again,
        lambda row: f"Đọc liều kế cá nhân quý tiếp theo của {row}",
        moved_by=((DoseReading, "doses"),),
        promise="Đôn đốc {n} cơ sở bức xạ đọc liều kế cá nhân trong {period}.",
    ),
    Deadline(
        "radiation.safety_reports",
        "báo cáo thực trạng an toàn bức xạ hằng năm",
        Facility,
        _reported,
        _report,
        lambda row: f"Báo cáo thực trạng an toàn bức xạ năm {row.last_report + 1} của {row}",
        moved_by=((SafetyReport, "safety_reports"),),
        promise="Đôn đốc {n} cơ sở bức xạ báo cáo thực trạng an toàn bức xạ trong {period}.",
    ),
)
