"""The department's own outlines, wordings and indicators, dated."""

from django.db import models

from sokhcn.figures.indicator import Kind
from sokhcn.records.kept import Lasting
from sokhcn.records.models import Agency


class OwnOutline(Lasting):
    """An outline of the department's own, as TOML; it goes before the one that ships."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    code = models.CharField("Mã đề cương", max_length=40)
    source = models.TextField("Đề cương")

    searched = ("code",)
    found_alone = False
    verbatim = ("source",)

    class Meta(Lasting.Meta):
        verbose_name = "đề cương"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "valid_from"], condition=models.Q(trashed_at=None), name="own_outline_from"
            )
        ]

    def __str__(self) -> str:
        return self.code


class OwnWording(Lasting):
    """The department's own text of a chapter, for the reports of one outline or, without one, for all."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    chapter = models.CharField("Phần lời", max_length=40)
    outline = models.CharField("Đề cương", max_length=40, blank=True, default="")
    text = models.TextField("Mẫu câu", blank=True, default="")

    searched = ("chapter", "outline", "text")
    found_alone = False
    verbatim = ("text",)

    class Meta(Lasting.Meta):
        verbose_name = "mẫu câu"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "chapter", "outline", "valid_from"],
                condition=models.Q(trashed_at=None),
                name="own_wording_from",
            )
        ]

    def __str__(self) -> str:
        return f"{self.chapter} ({self.outline})" if self.outline else self.chapter


class OwnIndicator(Lasting):
    """A filter of a register that officers saved as an indicator, ``own.…``. ``conditions`` are lines that
    ``intake.conditions`` reads; ``day`` is the column that places a row in the period."""

    class Counting(models.TextChoices):
        FLOW = Kind.FLOW.name, "Phát sinh trong kỳ"
        STOCK = Kind.STOCK.name, "Hiện có đến ngày cuối kỳ"
        DISTINCT = Kind.DISTINCT.name, "Đếm mỗi đối tượng một lần"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    code = models.CharField("Mã", max_length=40)
    label = models.CharField("Chỉ tiêu", max_length=200)
    register = models.CharField("Sổ", max_length=80)
    conditions = models.TextField("Điều kiện", blank=True, default="")
    day = models.CharField("Cột ngày", max_length=80, blank=True, default="")
    kind = models.CharField("Cách cộng", max_length=10, choices=Counting, default=Counting.FLOW)
    by = models.CharField("Đếm theo cột", max_length=80, blank=True, default="")
    unit = models.CharField("Đơn vị tính", max_length=60)
    basis = models.TextField("Căn cứ, cách tính")

    searched = ("code", "label")

    class Meta(Lasting.Meta):
        verbose_name = "chỉ tiêu riêng"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "valid_from"], condition=models.Q(trashed_at=None), name="own_indicator_from"
            )
        ]

    def __str__(self) -> str:
        return f"own.{self.code}"
