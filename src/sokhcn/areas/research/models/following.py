"""What a task promised and what became of it: milestones, products, and how its results are applied."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.research.models.part import PartOfTask, once, turns


class Milestone(PartOfTask):
    """A piece of work with its day, as the contract's schedule names it."""

    title = models.TextField("Nội dung, công việc")
    due_on = models.DateField("Thời hạn")
    done_on = models.DateField("Ngày hoàn thành", null=True, blank=True)
    output = models.TextField("Kết quả phải đạt", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "title", "output")

    class Meta(PartOfTask.Meta):
        verbose_name = "mốc tiến độ"
        constraints = [once("research_milestone_once", "title", otherwise="Công việc này của nhiệm vụ đã có trong sổ.")]

    def __str__(self) -> str:
        return f"{self.title} ({self.task})"


class Product(PartOfTask):
    """Something that the task owes, and how much of it was delivered."""

    class Kind(models.TextChoices):
        OBJECT = "object", "Mẫu, vật liệu, giống, thiết bị, mô hình"
        METHOD = "method", "Quy trình, phần mềm, bản vẽ, báo cáo"
        PUBLICATION = "publication", "Bài báo, sách"
        TRAINING = "training", "Kết quả đào tạo"
        PROPERTY = "property", "Sở hữu trí tuệ"

    kind = models.CharField("Dạng sản phẩm", max_length=12, choices=Kind)
    name = models.TextField("Tên sản phẩm")
    measure = models.CharField("Đơn vị đo", max_length=40, blank=True, default="")
    committed = models.DecimalField("Số lượng cam kết", max_digits=12, decimal_places=3, null=True, blank=True)
    delivered = models.DecimalField("Số lượng đạt được", max_digits=12, decimal_places=3, null=True, blank=True)
    delivered_on = models.DateField("Ngày giao nộp", null=True, blank=True)
    quality = models.TextField("Yêu cầu, chất lượng", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "name", "quality")

    class Meta(PartOfTask.Meta):
        verbose_name = "sản phẩm của nhiệm vụ"
        indexes = [models.Index(fields=["delivered_on"], name="research_delivered_on")]
        constraints = [once("research_product_once", "name", otherwise="Sản phẩm này của nhiệm vụ đã có trong sổ.")]

    def __str__(self) -> str:
        return f"{self.name} ({self.task})"


class Application(PartOfTask):
    """A report on how the results are applied: awaited by a day, then received."""

    turn = turns()
    where = models.TextField("Nơi ứng dụng")
    due_on = models.DateField("Hạn báo cáo", null=True, blank=True)
    reported_on = models.DateField("Ngày báo cáo", null=True, blank=True)
    effect = models.TextField("Kết quả, hiệu quả ứng dụng", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "where", "effect")

    class Meta(PartOfTask.Meta):
        verbose_name = "theo dõi ứng dụng kết quả"
        indexes = [models.Index(fields=["reported_on"], name="research_applied_on")]
        constraints = [
            once("research_application_once", "turn", otherwise="Lần báo cáo ứng dụng này đã có trong sổ."),
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=False) | models.Q(reported_on__isnull=False),
                name="research_application_has_day",
                violation_error_message="Phải ghi hạn báo cáo hoặc ngày báo cáo.",
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo ứng dụng lần {self.turn}: {self.task}"
