"""What has a name for a time: places, agencies, units."""

from datetime import date

from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.records.kept import LATEST_FIRST, Lasting

NEVER = date(1, 1, 1)


class Dated(Lasting):
    """Something that has a name for a time. When it changes name or merges, a successor row carries on."""

    code = models.CharField("Mã", max_length=40)
    name = models.CharField("Tên", max_length=200)
    valid_from = models.DateField("Có hiệu lực từ", null=True, blank=True)
    valid_to = models.DateField("Đến hết", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Kế tục bởi", related_name="predecessors"
    )

    searched = ("code", "name")

    class Meta(Lasting.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name


def or_never(field: str) -> Coalesce:
    """A date, or one that never comes: SQLite takes two empty dates in a unique index for different ones."""
    return Coalesce(field, models.Value(NEVER, output_field=models.DateField()))


def _one_name_at_a_time(label: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint("code", or_never("valid_from"), name=f"{label}_code_from"),
        models.CheckConstraint(
            condition=models.Q(valid_to=None)
            | models.Q(valid_from=None)
            | models.Q(valid_to__gte=models.F("valid_from")),
            name=f"{label}_validity",
        ),
    ]


class Place(Dated):
    """A place of the administrative map, by the name of its time."""

    level = models.CharField("Cấp", max_length=20, blank=True, default="")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Thuộc", related_name="parts"
    )

    class Meta(Dated.Meta):
        verbose_name = "địa bàn"
        constraints = _one_name_at_a_time("place")


class Agency(Dated):
    """A body that issues reports. ``heading`` and ``parent_heading`` are the two agency lines of its letterhead."""

    short = models.CharField("Tên gọi tắt", max_length=80)
    heading = models.CharField("Tên trên đầu văn bản", max_length=200)
    parent_heading = models.CharField("Cơ quan chủ quản trên đầu văn bản", max_length=200, blank=True, default="")
    symbol = models.CharField("Chữ viết tắt trong ký hiệu", max_length=20)
    seat = models.CharField("Địa danh ghi trên văn bản", max_length=80, blank=True, default="")

    class Meta(Dated.Meta):
        verbose_name = "cơ quan"
        constraints = _one_name_at_a_time("agency")

    def as_of(self, day: date) -> "Agency":
        """The agency by the name it had on ``day``; itself where no name of that day is known."""
        named: Agency | None = Agency.on(day).filter(code=self.code).order_by(LATEST_FIRST).first()
        return named or self


class Unit(Dated):
    """A division, sub-department or centre of an agency."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="units")
    short = models.CharField("Tên gọi tắt", max_length=80)

    class Meta(Dated.Meta):
        verbose_name = "đơn vị"
        constraints = _one_name_at_a_time("unit")
