"""Reports that others wrote, brought to be read; and what was decided of each row that one proposes."""

from typing import ClassVar

from django.db import models

from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Unit


class OldReport(Kept):
    """A file that somebody brought: its name, its hash, what its title says, and how many rows it proposes. ``by`` is
    a name as text. Whoever does not reach the agency and unit does not see it."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="Đơn vị", related_name="+")
    name = models.CharField("Tệp", max_length=250)
    sha256 = models.CharField(max_length=64)
    subject = models.TextField("Trích yếu", blank=True, default="")
    period_code = models.CharField("Kỳ báo cáo", max_length=40, blank=True, default="")
    proposed = models.PositiveIntegerField("Số dòng đề xuất", default=0)
    brought_at = models.DateTimeField("Lúc đưa vào")
    by = models.CharField("Người đưa vào", max_length=200)

    searched = ("name", "subject")
    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "báo cáo cũ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "unit", "sha256"], condition=models.Q(trashed_at=None), name="old_report_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "sha256"],
                condition=models.Q(trashed_at=None, unit=None),
                name="old_report_once_without_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Verdict(Kept):
    """What a person decided of one proposed row, which its ``mark`` names by its own words; ``row`` is the one that it
    became or met in its register."""

    class Word(models.TextChoices):
        TAKEN = "taken", "Đã nhận"
        SPARED = "spared", "Sổ đã đếm đủ"
        REFUSED = "refused", "Không nhận"

    report = models.ForeignKey(OldReport, models.PROTECT, related_name="verdicts")
    mark = models.CharField(max_length=16)
    word = models.CharField("Quyết định", max_length=10, choices=Word.choices)
    row = models.BigIntegerField(null=True, blank=True)
    by = models.CharField("Người quyết định", max_length=200)

    part_of: ClassVar[str] = "report"
    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "quyết định về dòng đề xuất"
        constraints = [
            models.UniqueConstraint(fields=["report", "mark"], condition=models.Q(trashed_at=None), name="verdict_once")
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_word_display()}"
