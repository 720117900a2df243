"""Programmes that tasks belong to, and the dated lists of what a task may be rated and how it may be given."""

from datetime import date
from typing import ClassVar

from django.db import models

from sokhcn.areas.research.models.choices import Level
from sokhcn.records.kept import Lasting, Record, in_order
from sokhcn.records.models import Paper


class Programme(Record):
    """A science and technology programme: the parent of tasks. Its budget is in million đồng."""

    code = models.CharField("Mã chương trình", max_length=60)
    name = models.CharField("Tên chương trình", max_length=300)
    level = models.CharField("Cấp", max_length=12, choices=Level)
    decision = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Quyết định phê duyệt", related_name="+"
    )
    begins_on = models.DateField("Từ ngày", null=True, blank=True)
    ends_on = models.DateField("Đến ngày", null=True, blank=True)
    budget = models.DecimalField("Kinh phí", max_digits=12, decimal_places=3, null=True, blank=True)

    searched: ClassVar[tuple[str, ...]] = ("code", "name", "decision")

    class Meta(Record.Meta):
        verbose_name = "chương trình khoa học và công nghệ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None),
                name="research_programme_code",
                violation_error_message="Mã chương trình này đã có trong sổ.",
            ),
            in_order(
                "begins_on", "ends_on", name="research_programme_days", otherwise="Ngày cuối đứng trước ngày đầu."
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CodeInForce(Lasting):
    """A word of a list that holds for a time: a rating, or a way in which a task is given to somebody.

    Regulations change these lists; a row says from when to when a word may be used, and on whose word.
    """

    class List(models.TextChoices):
        RATING = "rating", "Xếp loại nghiệm thu"
        SELECTION = "selection", "Phương thức giao nhiệm vụ"

    code_list = models.CharField("Danh mục", max_length=12, choices=List)
    name = models.CharField("Tên mục", max_length=60)
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("name", "basis")

    class Meta(Lasting.Meta):
        verbose_name = "mục của danh mục theo thời kỳ"
        constraints = [
            models.UniqueConstraint(
                "code_list",
                "name",
                models.functions.Coalesce("valid_from", models.Value(date(1, 1, 1), models.DateField())),
                condition=models.Q(trashed_at=None),
                name="research_code_from",
                violation_error_message="Mục này đã có một dòng từ ngày ấy.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_code_list_display()}: {self.name}"
