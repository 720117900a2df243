"""What people do to the chapters of a report: texts by hand, figures overridden, chapters confirmed or returned."""

import json
from typing import ClassVar

from django.db import models

from sokhcn.compiler.outline import PROVINCE
from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Agency
from sokhcn.reports.models.editions import CODE, report_name


class OfReport(Kept):
    """A row about one chapter of one report; it is keyed as editions are. ``by`` is a name as text: people come and
    go."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    addressee = models.CharField("Nơi gửi", max_length=40, default=PROVINCE)
    chapter = models.CharField("Mục", max_length=40, blank=True, default="")
    by = models.CharField("Người ghi", max_length=200)

    found_alone = False

    class Meta(Kept.Meta):
        abstract = True

    @property
    def report(self) -> str:
        return report_name(self.period_code, self.addressee)


class OwnText(OfReport):
    """A text that somebody wrote before, after or instead of a line of a chapter; it survives a recompile.

    ``anchor`` is that line with its figures left open, so that it is found again when they change; without one it is
    the whole chapter. ``line`` is where it stood, for when its words are gone; ``position`` orders texts of one place.
    An empty text instead of a line leaves the line out.
    """

    class Place(models.TextChoices):
        BEFORE = "before", "Trước"
        AFTER = "after", "Sau"
        INSTEAD = "instead", "Thay cho"

    place = models.CharField("Chỗ", max_length=10, choices=Place)
    anchor = models.TextField("Câu mốc", blank=True, default="")
    line = models.PositiveIntegerField("Dòng", default=0)
    position = models.PositiveIntegerField("Thứ tự", default=1000)
    text = models.TextField("Nội dung", blank=True, default="")
    reason = models.TextField("Lý do", blank=True, default="")

    verbatim = ("anchor", "text")

    class Meta(OfReport.Meta):
        verbose_name = "đoạn viết tay"
        indexes = [models.Index(fields=["agency", "period_code"], name="own_text_report")]

    def __str__(self) -> str:
        return f"{self.get_place_display()}, mục {self.chapter}, báo cáo {self.report}"


class Override(OfReport):
    """A figure printed otherwise than the registers count it, and why; in one chapter, or in the whole report.

    ``counted`` is what they counted when it was overridden: a later change of that is told.
    """

    key = models.CharField("Mã chỉ tiêu", max_length=80)
    value = models.DecimalField("Số in", max_digits=15, decimal_places=3)
    counted = models.DecimalField("Sổ đếm", max_digits=15, decimal_places=3, null=True)
    reason = models.TextField("Lý do")

    class Meta(OfReport.Meta):
        verbose_name = "số ghi đè"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "addressee", "chapter", "key"],
                condition=models.Q(trashed_at=None),
                name="override_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}, báo cáo {self.report}"


class Confirmation(Frozen):
    """What the head of a unit said of its chapter: confirmed, or returned with a reason. The latest one counts.

    ``figures`` and ``lines`` are what was confirmed: figures with their values and the rows counted in their versions,
    and the chapter's text. ``content`` is the digest of both: the same content stays confirmed when it is compiled
    again.
    """

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", "Đã xác nhận"
        RETURNED = "returned", "Trả lại"

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    addressee = models.CharField("Nơi gửi", max_length=40, default=PROVINCE)
    edition = models.PositiveIntegerField("Dự thảo")
    chapter = models.CharField("Mục", max_length=40)
    unit = models.CharField("Đơn vị", max_length=40, blank=True, default="")
    kind = models.CharField("Việc", max_length=10, choices=Kind)
    reason = models.TextField("Lý do", blank=True, default="")
    by = models.CharField("Người ghi", max_length=200)
    at = models.DateTimeField()
    figures = models.JSONField(default=list)
    lines = models.JSONField(default=list)
    content = models.CharField(max_length=64, blank=True, default="")

    SAID: ClassVar[tuple[str, ...]] = (
        *("agency", "period_code", "addressee", "edition", "chapter", "unit"),
        *("kind", "reason", "by", "figures", "lines", "content"),
    )

    class Meta(Frozen.Meta):
        verbose_name = "xác nhận mục"
        indexes = [models.Index(fields=["agency", "period_code", "addressee"], name="confirmation_report")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, mục {self.chapter}, báo cáo {self.report}"

    @property
    def report(self) -> str:
        return report_name(self.period_code, self.addressee)

    @property
    def is_confirmed(self) -> bool:
        return self.kind == self.Kind.CONFIRMED

    def told(self) -> str:
        about = {name: getattr(self, name) for name in self.SAID}
        return json.dumps({**about, "at": self.at.isoformat()}, ensure_ascii=False, sort_keys=True)
