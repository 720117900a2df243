"""Plans of administrative reform, from the draft to the day they were issued."""

from django.db import models

from sokhcn.records.kept import Record


class ReformPlan(Record):
    """A plan of administrative reform that the department issues itself."""

    class Kind(models.TextChoices):
        EMULATION = "emulation", "Thi đua cải cách hành chính"
        LEGAL_REVIEW = "legal_review", "Rà soát, hệ thống hóa văn bản quy phạm pháp luật"
        LEGAL_CHECK = "legal_check", "Kiểm tra văn bản quy phạm pháp luật"
        PROCEDURE_CONTROL = "procedures", "Kiểm soát thủ tục hành chính"
        REFORM = "reform", "Cải cách hành chính năm"
        QUALITY_SYSTEM = "quality", "Hệ thống quản lý chất lượng ISO 9001"
        DIGITAL = "digital", "Chuyển đổi số"

    class State(models.TextChoices):
        DRAFTING = "drafting", "Đang soạn thảo"
        ISSUED = "issued", "Đã ban hành"
        WITHDRAWN = "withdrawn", "Rút"

    kind = models.CharField("Loại kế hoạch", max_length=12, choices=Kind)
    title = models.TextField("Tên kế hoạch")
    symbol = models.CharField("Số, ký hiệu", max_length=40, blank=True, default="")
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFTING)

    searched = ("title", "symbol")

    class Meta(Record.Meta):
        verbose_name = "kế hoạch cải cách hành chính"
        indexes = [models.Index(fields=["agency", "issued_on"], name="reform_plan_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title"], condition=models.Q(trashed_at=None), name="reform_plan_title"
            ),
            # Numbers start again each year (Decree 30/2020/NĐ-CP, Article 15), so the day belongs to the identity.
            models.UniqueConstraint(
                fields=["agency", "symbol", "issued_on"],
                condition=models.Q(trashed_at=None) & ~models.Q(symbol=""),
                name="reform_plan_symbol",
            ),
        ]

    def __str__(self) -> str:
        return self.title
