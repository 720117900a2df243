"""What falls due of support: contracts, payments, certificates, titles of industrial property, recognitions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import Exists, OuterRef, Q

from sokhcn.areas.support.models import Disbursement, IntellectualPropertyGuidance, Startup, SupportTask
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

Task, Right, State = SupportTask.State, IntellectualPropertyGuidance.State, Startup.State
# Patents end with their term; other titles are renewed (Law on Intellectual Property, Article 93).
ENDING = (IntellectualPropertyGuidance.Kind.INVENTION, IntellectualPropertyGuidance.Kind.UTILITY_SOLUTION)
PAYABLE = (Task.RUNNING, Task.COMPLETED)


def _running() -> Any:
    return SupportTask.objects.filter(state=Task.RUNNING, ends_on__isnull=False)


def _ends(row: SupportTask, terms: Terms) -> Falls | None:
    return Falls(row.ends_on) if row.ends_on else None


def _unpaid() -> Any:
    return Disbursement.objects.filter(paid_on=None, due_on__isnull=False, task__state__in=PAYABLE)


def _payable(row: Disbursement, terms: Terms) -> Falls | None:
    return Falls(row.due_on) if row.due_on else None


def _certified() -> Any:
    certified = SupportTask.objects.filter(~Q(certificate_number=""), certificate_dropped=False)
    return certified.exclude(state=Task.STOPPED)


def _certificate_ends(row: SupportTask, terms: Terms) -> Falls | None:
    if row.certificate_expires_on:
        return Falls(row.certificate_expires_on)
    return terms.falls("support.certificate", row.kind, row.certified_on)


def _granted() -> Any:
    return IntellectualPropertyGuidance.objects.filter(state=Right.GRANTED)


def _title_ends(row: IntellectualPropertyGuidance, terms: Terms) -> Falls | None:
    return Falls(row.expires_on) if row.expires_on else terms.falls("support.title", row.ip_kind, row.filed_on)


def _recognised() -> Any:
    followed = Startup.objects.filter(succeeds=OuterRef("pk"))
    return Startup.objects.filter(~Exists(followed), state=State.RECOGNISED)


def _recognition_ends(row: Startup, terms: Terms) -> Falls | None:
    return Falls(row.expires_on) if row.expires_on else terms.falls("support.recognition", row.kind, row.recognised_on)


def _right(row: IntellectualPropertyGuidance) -> str:
    if row.ip_kind in ENDING:
        return f"Văn bằng bảo hộ số {row.title_number} hết hiệu lực: {row} của {row.beneficiary}"
    return f"Gia hạn văn bằng bảo hộ số {row.title_number}, {row} của {row.beneficiary}"


# What rules may be told apart by.
SUBJECTS = (
    ("support.certificate", SupportTask, "kind"),
    ("support.title", IntellectualPropertyGuidance, "ip_kind"),
    ("support.recognition", Startup, "kind"),
)
# What rules of terms are called.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "support.certificate": "Hiệu lực giấy chứng nhận được hỗ trợ",
        "support.title": "Hiệu lực văn bằng sở hữu trí tuệ",
        "support.recognition": "Hiệu lực giấy công nhận khởi nghiệp sáng tạo",
    }
)
DEADLINES = (
    Deadline(
        "support.ending",
        "kết thúc hợp đồng hỗ trợ",
        SupportTask,
        _running,
        _ends,
        lambda row: f"Kết thúc, nghiệm thu nhiệm vụ hỗ trợ {row}",
        promise="Nghiệm thu, thanh lý {n} hợp đồng hỗ trợ kết thúc trong {period}.",
    ),
    Deadline(
        "support.payments",
        "giải ngân kinh phí hỗ trợ",
        Disbursement,
        _unpaid,
        _payable,
        lambda row: f"Giải ngân đợt {row.number} của nhiệm vụ hỗ trợ {row.task}",
        related=("task",),
        promise="Giải ngân {n} đợt kinh phí hỗ trợ đến hạn trong {period}.",
    ),
    Deadline(
        "support.certificates",
        "duy trì giấy chứng nhận được hỗ trợ",
        SupportTask,
        _certified,
        _certificate_ends,
        lambda row: f"Chứng nhận lại: giấy chứng nhận số {row.certificate_number} của {row.beneficiary or row.code}",
        related=("beneficiary",),
        promise="Hướng dẫn duy trì {n} giấy chứng nhận được hỗ trợ hết hiệu lực trong {period}.",
    ),
    Deadline(
        "support.titles",
        "gia hạn văn bằng bảo hộ",
        IntellectualPropertyGuidance,
        _granted,
        _title_ends,
        _right,
        related=("beneficiary",),
        promise="Hướng dẫn gia hạn {n} văn bằng bảo hộ sở hữu công nghiệp hết hiệu lực trong {period}.",
    ),
    Deadline(
        "support.recognitions",
        "công nhận lại dự án, doanh nghiệp khởi nghiệp",
        Startup,
        _recognised,
        _recognition_ends,
        lambda row: f"Công nhận lại {row} (số {row.recognition_number})",
        moved_by=((Startup, "successors"),),
        promise="Xem xét công nhận lại {n} dự án, doanh nghiệp khởi nghiệp đổi mới sáng tạo trong {period}.",
    ),
)
