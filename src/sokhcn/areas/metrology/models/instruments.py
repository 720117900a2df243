"""Measuring instruments: what they are, where they are used, and whether they still are."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from django.db import models

from sokhcn.areas.metrology.models.kinds import InstrumentKind
from sokhcn.records.kept import Kept
from sokhcn.records.models import Establishment

KIND_NAMES: Mapping[str, str] = MappingProxyType({kind.value: str(kind.label) for kind in InstrumentKind})


class Instrument(Kept):
    """A measuring instrument of an establishment, known by its kind and serial number there.

    Group 2 is under legal control, group 1 is not (Law on Measurement 04/2011/QH13, Article 16).
    """

    Kind = InstrumentKind

    class Group(models.TextChoices):
        ONE = "1", "Nhóm 1"
        TWO = "2", "Nhóm 2"

    class State(models.TextChoices):
        IN_USE = "in_use", "Đang sử dụng"
        STOPPED = "stopped", "Tạm ngừng sử dụng"
        RETIRED = "retired", "Đã thôi sử dụng"

    # No index of its own: that of ``metrology_instrument_once`` begins with it.
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, db_index=False, verbose_name="Cơ sở sử dụng", related_name="+"
    )
    kind = models.CharField("Loại phương tiện đo", max_length=24, choices=InstrumentKind)
    name = models.CharField("Tên phương tiện đo", max_length=200, blank=True, default="")
    maker = models.CharField("Hãng sản xuất", max_length=120, blank=True, default="")
    model = models.CharField("Kiểu", max_length=80, blank=True, default="")
    serial_number = models.CharField("Số sản xuất", max_length=80)
    group = models.CharField("Nhóm", max_length=1, choices=Group, blank=True, default="")
    made_in = models.PositiveSmallIntegerField("Năm sản xuất", null=True, blank=True)
    measuring_range = models.CharField("Phạm vi đo", max_length=120, blank=True, default="")
    accuracy_class = models.CharField("Cấp chính xác, giá trị độ chia", max_length=80, blank=True, default="")
    capacity = models.CharField("Dung tích, khả năng tải", max_length=80, blank=True, default="")
    type_approval = models.CharField("Số phê duyệt mẫu", max_length=80, blank=True, default="")
    location = models.CharField("Nơi đặt, sử dụng", max_length=200, blank=True, default="")
    owner = models.CharField("Chủ sở hữu", max_length=200, blank=True, default="")
    state = models.CharField("Tình trạng sử dụng", max_length=8, choices=State, default=State.IN_USE)
    retired_on = models.DateField("Ngày thôi sử dụng", null=True, blank=True)

    searched: ClassVar[tuple[str, ...]] = ("kind_name", "name", "maker", "model", "serial_number")

    class Meta(Kept.Meta):
        verbose_name = "phương tiện đo"
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "kind", "serial_number"],
                condition=models.Q(trashed_at=None),
                name="metrology_instrument_once",
                violation_error_message="Phương tiện đo này đã có.",
            ),
            models.CheckConstraint(
                condition=~models.Q(serial_number=""),
                name="metrology_instrument_has_serial",
                violation_error_message="Thiếu số sản xuất; không có thì ghi số quản lý của cơ sở.",
            ),
            models.CheckConstraint(
                condition=models.Q(retired_on=None) | models.Q(state="retired"),
                name="metrology_instrument_retired",
                violation_error_message="Ngày thôi sử dụng chỉ ghi cho phương tiện đo đã thôi sử dụng.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.kind_name}, số {self.serial_number}"

    @property
    def kind_name(self) -> str:
        # Not by Django's get_kind_display, which lays out all choices anew: each import asks for every row.
        return KIND_NAMES.get(self.kind, self.kind)
