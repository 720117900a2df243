"""Licences and certificates that run out, and dossiers that wait for an answer."""

from typing import Any

from django.db.models import Exists, OuterRef

from sokhcn.areas.radiation.indicators.licences import GRANTED
from sokhcn.areas.radiation.models import Declaration, EmergencyPlan, Licence, WorkerCertificate
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

Action = Licence.Action
KEEPS_THE_TERM = (Action.AMEND, Action.SUPPLEMENT, Action.REISSUE)


# --- licences ---------------------------------------------------------------------------------------------------


def licence_ends(row: Licence, terms: Terms) -> Falls | None:
    """The day on the licence; else by the rule of the day it was issued.

    An extension counts from the end of the licence that it extends; one that was amended, supplemented or issued again
    keeps its term (Decree 142/2020/NĐ-CP).
    """
    if row.expires_on:
        return Falls(row.expires_on)
    if row.action in KEEPS_THE_TERM:
        return licence_ends(row.previous, terms) if row.previous else None
    start = row.issued_on
    if row.action == Action.RENEW:
        before = licence_ends(row.previous, terms) if row.previous else None
        start = before.on if before else None
    return terms.falls("radiation.licence", row.work_kind, start, decided=row.issued_on)


def _in_force() -> Any:
    followed = Licence.objects.filter(previous=OuterRef("pk"), state__in=GRANTED)
    return Licence.objects.filter(~Exists(followed), state=Licence.State.ISSUED).exclude(action=Action.REVOKE)


def _renew(row: Licence) -> str:
    number = f" số {row.number}" if row.number else ""
    return f"Gia hạn Giấy phép tiến hành công việc bức xạ{number} của {row.holder}"


def _not_asked_for() -> Any:
    """Licences in force of which nobody has asked for the next one yet."""
    asked = Licence.objects.filter(previous=OuterRef("pk"), state=Licence.State.PROCESSING)
    return _in_force().filter(~Exists(asked))


def _ask_for(row: Licence, terms: Terms) -> Falls | None:
    """So long before the end as the department's rule says; without a rule there is no day but the end itself."""
    end = licence_ends(row, terms)
    return terms.ahead("radiation.renewal_lead", "", end.on) if end else None


# --- dossiers ---------------------------------------------------------------------------------------------------


def _licence_dossiers() -> Any:
    return Licence.objects.filter(state=Licence.State.PROCESSING)


def _answer_licence(row: Licence, terms: Terms) -> Falls | None:
    return terms.falls("radiation.licence_dossier", row.action, row.received_on)


def _licence_dossier(row: Licence) -> str:
    number = f" {row.dossier_number}" if row.dossier_number else ""
    return f"Giải quyết hồ sơ{number} {row.get_action_display().lower()} Giấy phép công việc bức xạ của {row.holder}"


def _certificate_dossiers() -> Any:
    return WorkerCertificate.objects.filter(state=WorkerCertificate.State.PROCESSING)


def _answer_certificate(row: WorkerCertificate, terms: Terms) -> Falls | None:
    return terms.falls("radiation.certificate_dossier", "", row.received_on)


def _certificate_dossier(row: WorkerCertificate) -> str:
    """The person is not named: work lists are printed."""
    number = f" {row.dossier_number}" if row.dossier_number else ""
    return f"Giải quyết hồ sơ{number} cấp chứng chỉ nhân viên bức xạ của {row.employer}"


def _declaration_dossiers() -> Any:
    return Declaration.objects.filter(state=Declaration.State.RECEIVED)


def _answer_declaration(row: Declaration, terms: Terms) -> Falls | None:
    return terms.falls("radiation.declaration_dossier", "", row.received_on)


def _declaration_dossier(row: Declaration) -> str:
    return f"Xác nhận khai báo {row.device} của {row.device.facility}"


def _plan_dossiers() -> Any:
    return EmergencyPlan.objects.filter(state=EmergencyPlan.State.SUBMITTED, level=EmergencyPlan.Level.FACILITY)


def _answer_plan(row: EmergencyPlan, terms: Terms) -> Falls | None:
    return terms.falls("radiation.plan_dossier", "", row.submitted_on)


# --- certificates -----------------------------------------------------------------------------------------------


def _certificates() -> Any:
    return WorkerCertificate.objects.filter(state=WorkerCertificate.State.ISSUED, expires_on__isnull=False)


def _certificate_ends(row: WorkerCertificate, terms: Terms) -> Falls | None:
    """Only where the certificate itself says so: under Decree 142/2020/NĐ-CP it has no end."""
    return Falls(row.expires_on) if row.expires_on else None


def _certify(row: WorkerCertificate) -> str:
    return f"Chứng chỉ nhân viên bức xạ số {row.number or '(chưa ghi số)'} của {row.employer} hết hạn"


OF_PAPERS = (
    Deadline(
        "radiation.expiring",
        "gia hạn giấy phép tiến hành công việc bức xạ",
        Licence,
        _in_force,
        licence_ends,
        _renew,
        related=("holder", "previous__previous"),
        moved_by=((Licence, "following"), (Licence, "previous")),
        promise="Đôn đốc, tiếp nhận hồ sơ gia hạn {n} giấy phép tiến hành công việc bức xạ hết hạn trong {period}.",
    ),
    Deadline(
        "radiation.renewals",
        "nộp hồ sơ gia hạn giấy phép bức xạ",
        Licence,
        _not_asked_for,
        _ask_for,
        lambda row: f"Nộp hồ sơ: {_renew(row)}",
        related=("holder", "previous__previous"),
        moved_by=((Licence, "following"), (Licence, "previous")),
        promise="Đôn đốc nộp {n} hồ sơ gia hạn giấy phép tiến hành công việc bức xạ đến hạn nộp trong {period}.",
    ),
    Deadline(
        "radiation.dossiers",
        "giải quyết hồ sơ giấy phép bức xạ",
        Licence,
        _licence_dossiers,
        _answer_licence,
        _licence_dossier,
        related=("holder",),
        promise="Giải quyết {n} hồ sơ giấy phép tiến hành công việc bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.certificate_dossiers",
        "giải quyết hồ sơ chứng chỉ nhân viên bức xạ",
        WorkerCertificate,
        _certificate_dossiers,
        _answer_certificate,
        _certificate_dossier,
        related=("employer",),
        promise="Giải quyết {n} hồ sơ chứng chỉ nhân viên bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.declaration_dossiers",
        "xác nhận khai báo thiết bị bức xạ",
        Declaration,
        _declaration_dossiers,
        _answer_declaration,
        _declaration_dossier,
        related=("device__facility",),
        promise="Xác nhận {n} khai báo thiết bị bức xạ đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.plan_dossiers",
        "phê duyệt kế hoạch ứng phó sự cố cấp cơ sở",
        EmergencyPlan,
        _plan_dossiers,
        _answer_plan,
        lambda row: f"Phê duyệt {row.title}",
        promise="Phê duyệt {n} kế hoạch ứng phó sự cố bức xạ cấp cơ sở đến hạn trong {period}.",
    ),
    Deadline(
        "radiation.certificates",
        "cấp lại chứng chỉ nhân viên bức xạ",
        WorkerCertificate,
        _certificates,
        _certificate_ends,
        _certify,
        related=("employer",),
        promise="Hướng dẫn cấp lại {n} chứng chỉ nhân viên bức xạ hết hạn trong {period}.",
    ),
)
