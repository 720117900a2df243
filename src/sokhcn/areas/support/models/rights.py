"""Guidance on dossiers of industrial property, and what becomes of the applications."""

from django.db import models

from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment


class IntellectualPropertyGuidance(Record):
    """Guidance on one dossier for registering an industrial property right; the application is there once filed."""

    class Kind(models.TextChoices):
        TRADEMARK = "trademark", "Nhãn hiệu"
        COLLECTIVE_MARK = "collective_mark", "Nhãn hiệu tập thể"
        CERTIFICATION_MARK = "certification_mark", "Nhãn hiệu chứng nhận"
        INVENTION = "invention", "Sáng chế"
        UTILITY_SOLUTION = "utility_solution", "Giải pháp hữu ích"
        INDUSTRIAL_DESIGN = "industrial_design", "Kiểu dáng công nghiệp"
        GEOGRAPHICAL_INDICATION = "geographical_indication", "Chỉ dẫn địa lý"

    class Applicant(models.TextChoices):
        ENTERPRISE = "enterprise", "Doanh nghiệp"
        ORGANISATION = "organisation", "Tổ chức khác"
        INDIVIDUAL = "individual", "Cá nhân"

    class State(models.TextChoices):
        GUIDED = "guided", "Đã hướng dẫn"
        FILED = "filed", "Đã nộp đơn"
        ACCEPTED = "accepted", "Đơn hợp lệ"
        GRANTED = "granted", "Đã cấp văn bằng"
        REFUSED = "refused", "Bị từ chối"
        WITHDRAWN = "withdrawn", "Rút đơn, không nộp"
        ENDED = "ended", "Văn bằng hết hiệu lực"

    beneficiary = models.ForeignKey(
        Establishment, models.PROTECT, verbose_name="Đơn vị được hướng dẫn", related_name="+"
    )
    applicant = models.CharField("Loại đối tượng", max_length=12, choices=Applicant, default=Applicant.ENTERPRISE)
    ip_kind = models.CharField("Đối tượng sở hữu công nghiệp", max_length=24, choices=Kind)
    subject = models.CharField("Tên đối tượng", max_length=250, blank=True, default="")
    guided_on = models.DateField("Ngày hướng dẫn", null=True, blank=True)
    application_number = models.CharField("Số đơn", max_length=40, blank=True, default="")
    filed_on = models.DateField("Ngày nộp đơn", null=True, blank=True)
    title_number = models.CharField("Số văn bằng", max_length=40, blank=True, default="")
    granted_on = models.DateField("Ngày cấp văn bằng", null=True, blank=True)
    expires_on = models.DateField("Văn bằng có hiệu lực đến", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.GUIDED)

    searched = ("beneficiary", "subject", "application_number", "title_number")

    class Meta(Record.Meta):
        verbose_name = "hướng dẫn sở hữu công nghiệp"
        indexes = [models.Index(fields=["agency", "guided_on"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["filed", "accepted", "granted"]) | models.Q(filed_on__isnull=False),
                name="support_right_filed_has_day",
                violation_error_message="Đơn đã nộp phải ghi ngày nộp đơn.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="granted") | models.Q(granted_on__isnull=False),
                name="support_right_granted_has_day",
                violation_error_message="Văn bằng đã cấp phải ghi ngày cấp.",
            ),
            in_order(
                "filed_on", "granted_on", name="support_right_days", otherwise="Ngày cấp đứng trước ngày nộp đơn."
            ),
            in_order(
                "granted_on",
                "expires_on",
                name="support_right_holds",
                otherwise="Văn bằng hết hiệu lực trước ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_ip_kind_display()}: {self.subject or self.beneficiary}"
