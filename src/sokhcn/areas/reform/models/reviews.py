"""Legal normative documents that were reviewed or checked."""

from django.db import models

from sokhcn.areas.reform.models.plans import ReformPlan
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Paper


class DocumentReview(Record):
    """A legal normative document that was reviewed or checked, what was found, and what is to be done about it."""

    class Kind(models.TextChoices):
        REVIEW = "review", "Rà soát"
        CHECK = "check", "Kiểm tra"
        SYSTEMATISATION = "systematisation", "Hệ thống hóa"

    class Outcome(models.TextChoices):
        FIT = "fit", "Còn phù hợp"
        AMEND = "amend", "Kiến nghị sửa đổi, bổ sung"
        REPLACE = "replace", "Kiến nghị thay thế"
        ABOLISH = "abolish", "Kiến nghị bãi bỏ"
        ENDED = "ended", "Đã hết hiệu lực"

    paper = models.ForeignKey(Paper, models.PROTECT, verbose_name="Văn bản", related_name="+")
    kind = models.CharField("Hình thức", max_length=16, choices=Kind, default=Kind.REVIEW)
    plan = models.ForeignKey(
        ReformPlan, models.PROTECT, null=True, blank=True, verbose_name="Theo kế hoạch", related_name="+"
    )
    reviewed_on = models.DateField("Ngày rà soát, kiểm tra", null=True, blank=True)
    outcome = models.CharField("Kết quả", max_length=8, choices=Outcome)
    proposal = models.TextField("Nội dung kiến nghị", blank=True, default="")
    due_on = models.DateField("Thời hạn xử lý", null=True, blank=True)
    handled_on = models.DateField("Ngày xử lý xong", null=True, blank=True)
    handled_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản xử lý", related_name="+"
    )

    searched = ("paper", "proposal")

    class Meta(Record.Meta):
        verbose_name = "rà soát văn bản"
        indexes = [models.Index(fields=["agency", "reviewed_on"], name="reform_review_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "paper", "kind", "reviewed_on"],
                condition=models.Q(trashed_at=None),
                name="reform_review_once",
                violation_error_message="Văn bản này đã ghi với ngày ấy.",
            ),
            in_order("reviewed_on", "handled_on", name="reform_review_days", otherwise="Xử lý trước ngày rà soát."),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.paper}"
