"""Programmes that support is given under."""

from django.db import models

from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Paper


class Programme(Record):
    """A programme of the government or the province, by the paper that set it up; tasks and classes belong to one."""

    class Level(models.TextChoices):
        NATIONAL = "national", "Cấp quốc gia"
        PROVINCIAL = "provincial", "Cấp tỉnh"

    code = models.CharField("Mã chương trình", max_length=40)
    name = models.TextField("Tên chương trình")
    level = models.CharField("Cấp", max_length=10, choices=Level, default=Level.PROVINCIAL)
    basis = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Căn cứ", related_name="+")
    begins_on = models.DateField("Thực hiện từ", null=True, blank=True)
    ends_on = models.DateField("Thực hiện đến", null=True, blank=True)

    searched = ("code", "name", "basis")

    class Meta(Record.Meta):
        verbose_name = "chương trình hỗ trợ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None),
                name="support_programme_code",
                violation_error_message="Mã chương trình này đã có trong sổ.",
            ),
            in_order(
                "begins_on",
                "ends_on",
                name="support_programme_days",
                otherwise="Chương trình kết thúc trước khi bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
