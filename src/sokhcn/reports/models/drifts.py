"""What happened to figures after they were issued, and what is kept to notice it."""

from typing import Any, ClassVar

from django.db import models

from sokhcn.records.kept import Kept
from sokhcn.reports.models.editions import CODE, Edition, report_name


class Drift(Kept):
    """An issued figure that the registers would give otherwise now, until an officer says what is done about it.

    ``was`` and ``would_be`` are as editions keep values. ``causes`` tell the rows that were written, by whom, when and
    why; of very many the first. It holds names and no keys: editions and registers may come and go.
    """

    class State(models.TextChoices):
        OPEN = "open", "Chờ trả lời"
        CORRECT = "correct", "Đính chính"
        SUPPLEMENT = "supplement", "Bổ sung kỳ sau"
        NO_EFFECT = "no_effect", "Không ảnh hưởng"
        GONE = "gone", "Đã trở lại số ban hành"

    class Aspect(models.TextChoices):
        VALUE = "value", "trong kỳ"
        TO_DATE = "to_date", "lũy kế từ đầu năm"
        LAST_YEAR = "last_year", "cùng kỳ năm trước"

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    addressee = models.CharField("Nơi gửi", max_length=40)
    number = models.PositiveIntegerField("Dự thảo")
    figure = models.CharField("Mã chỉ tiêu", max_length=120)
    aspect = models.CharField("Số nào", max_length=10, choices=Aspect, default=Aspect.VALUE)
    label = models.CharField("Chỉ tiêu", max_length=250)
    unit = models.CharField("Đơn vị tính", max_length=60, blank=True, default="")
    was = models.JSONField("Đã ban hành", null=True)
    would_be = models.JSONField("Nay theo sổ", null=True)
    causes = models.JSONField("Do", default=list)
    more_causes = models.PositiveIntegerField("Dòng khác", default=0)
    noticed_at = models.DateTimeField("Ghi nhận lúc")
    state = models.CharField("Trả lời", max_length=10, choices=State, default=State.OPEN)
    reason = models.TextField("Lý do", blank=True, default="")
    answered_by = models.CharField("Người trả lời", max_length=200, blank=True, default="")
    answered_at = models.DateTimeField("Trả lời lúc", null=True, blank=True)

    searched = ("label",)
    found_alone = False
    STANDING: ClassVar[tuple[str, ...]] = (State.OPEN, State.CORRECT, State.SUPPLEMENT, State.NO_EFFECT)

    class Meta(Kept.Meta):
        verbose_name = "chênh lệch sau ban hành"
        indexes = [models.Index(fields=["agency", "state"], name="drift_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "addressee", "number", "figure", "aspect"],
                condition=models.Q(state="open", trashed_at=None),
                name="drift_open_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="no_effect") | ~models.Q(reason=""), name="drift_no_effect_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_label}, {self.label}"

    @property
    def edition_label(self) -> str:
        return f"{report_name(self.period_code, self.addressee)}/{self.number}"


class Watched(models.Model):
    """Which rows of ``register`` an issued figure counts now, by aspect: runs of first and last id.

    It says nothing that the registers do not say; what a written row leaves is seen by it.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="watched")
    key = models.CharField(max_length=120)
    register = models.CharField(max_length=80)
    rows: Any = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "key"], name="watched_once")]
        indexes = [models.Index(fields=["register"], name="watched_register")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.key}"


class DriftMark(models.Model):
    """The last passage of the gate that issued figures were held against; one row."""

    last_batch = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.last_batch)
