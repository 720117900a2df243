"""Who owes which report to whom, and how a thing that was promised stands at the next report."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from sokhcn.kernel.due_day import AfterCutOff, DayOfMonth, DueDay, Moved
from sokhcn.kernel.periods import KIND_NAMES, PeriodKind
from sokhcn.records.kept import Lasting, Record
from sokhcn.records.models.named import or_never
from sokhcn.reports.models.editions import CODE
from sokhcn.reports.models.written import Commitment

ONE_TO_SIXTY = (MinValueValidator(1), MaxValueValidator(60))
DAYS = (MinValueValidator(1), MaxValueValidator(31))


class ReportingDuty(Lasting):
    """A report that somebody owes for each period of a kind: by when, on whose word, and whether a longer one absorbs
    it. ``code`` is the report's, the same for all kinds of period that absorb each other.

    ``unit`` narrows a duty of units to one of them, ``registers`` to the registers that it has to close.
    """

    class Level(models.TextChoices):
        UNIT = "unit", "Đơn vị gửi Văn phòng"
        PROVINCE = "province", "Sở gửi UBND tỉnh"
        MINISTRY = "ministry", "Sở gửi Bộ"

    class Kind(models.TextChoices):
        MONTH = PeriodKind.MONTH, KIND_NAMES[PeriodKind.MONTH]
        QUARTER = PeriodKind.QUARTER, KIND_NAMES[PeriodKind.QUARTER]
        HALF = PeriodKind.HALF, KIND_NAMES[PeriodKind.HALF]
        NINE_MONTHS = PeriodKind.NINE_MONTHS, KIND_NAMES[PeriodKind.NINE_MONTHS]
        YEAR = PeriodKind.YEAR, KIND_NAMES[PeriodKind.YEAR]

    class Month(models.TextChoices):
        LAST = "last", "tháng cuối kỳ"
        AFTER = "after", "tháng sau kỳ"

    class Shift(models.TextChoices):
        STAYS = Moved.STAYS, "giữ nguyên"
        FORWARD = Moved.FORWARD, "lùi đến ngày làm việc sau"
        BACK = Moved.BACK, "đưa lên ngày làm việc trước"

    code = models.CharField(
        "Mã báo cáo",
        max_length=40,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Mã gồm chữ thường không dấu, số và gạch nối.")],
    )
    name = models.CharField("Báo cáo", max_length=200)
    level = models.CharField("Cấp", max_length=10, choices=Level)
    kind = models.CharField("Kỳ", max_length=12, choices=Kind)
    owed_by = models.CharField("Ai nộp", max_length=120)
    owed_to = models.CharField("Nộp cho ai", max_length=200)
    unit = models.CharField("Mã đơn vị", max_length=40, blank=True, default="")
    registers = models.TextField("Các sổ phải chốt", blank=True, default="")
    locked_after = models.PositiveSmallIntegerField(
        "Khóa sổ sau (ngày làm việc)", null=True, blank=True, validators=ONE_TO_SIXTY
    )
    due_workdays = models.PositiveSmallIntegerField(
        "Gửi sau (ngày làm việc)", null=True, blank=True, validators=ONE_TO_SIXTY
    )
    due_day = models.PositiveSmallIntegerField("Gửi vào ngày", null=True, blank=True, validators=DAYS)
    due_month = models.CharField("Của tháng", max_length=10, choices=Month, blank=True, default=Month.LAST)
    moved = models.CharField("Gặp ngày nghỉ", max_length=10, choices=Shift, blank=True, default=Shift.STAYS)
    absorbed = models.BooleanField("Gộp vào báo cáo dài hơn", default=False)
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched = ("code", "name", "owed_by", "owed_to", "basis")

    class Meta(Lasting.Meta):
        verbose_name = "nghĩa vụ báo cáo"
        constraints = [
            models.UniqueConstraint(
                "code",
                "kind",
                "unit",
                or_never("valid_from"),
                condition=models.Q(trashed_at=None),
                name="duty_of_kind_from",
                violation_error_message="Báo cáo này của kỳ ấy đã có một dòng từ ngày ấy.",
            ),
            models.CheckConstraint(
                condition=models.Q(due_workdays=None, due_day__isnull=False)
                | models.Q(due_workdays__isnull=False, due_day=None),
                name="duty_one_way",
                violation_error_message="Hạn gửi ghi một cách: sau mấy ngày làm việc, hoặc vào ngày nào của tháng.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        if (self.due_workdays is None) == (self.due_day is None):
            otherwise = "Ghi một cách: sau mấy ngày làm việc, hoặc vào ngày nào của tháng."
            raise ValidationError({"due_workdays": otherwise})

    @property
    def due(self) -> DueDay:
        """How the day is reckoned on which it is due."""
        if self.due_workdays is not None:
            return AfterCutOff(self.due_workdays)
        return DayOfMonth(self.due_day or 1, int(self.due_month == self.Month.AFTER), Moved(self.moved))

    @property
    def rule(self) -> str:
        """The same in words."""
        if self.due_workdays is not None:
            return f"{self.due_workdays} ngày làm việc sau ngày chốt số liệu"
        shift = "" if self.moved == self.Shift.STAYS else f", gặp ngày nghỉ thì {self.get_moved_display()}"
        return f"ngày {self.due_day:02} {self.get_due_month_display()}{shift}"

    @property
    def source(self) -> str:
        """Its legal source, and a warning where nobody has verified it."""
        return self.basis if self.verified else f"{self.basis} (chưa kiểm chứng)"


class Answer(Record):
    """What the report of ``period_code`` says of a thing promised in the one before: done, going on, carried over to
    the next plan, or given up."""

    class Result(models.TextChoices):
        DONE = "done", "xong"
        DOING = "doing", "đang làm"
        CARRIED = "carried", "chuyển kỳ"
        DROPPED = "dropped", "bỏ"

    WITH_REASON = (Result.CARRIED, Result.DROPPED)

    commitment = models.ForeignKey(Commitment, models.PROTECT, verbose_name="Nhiệm vụ", related_name="answers")
    period_code = models.CharField("Kỳ trả lời", max_length=CODE)
    result = models.CharField("Kết quả", max_length=10, choices=Result)
    reason = models.TextField("Lý do", blank=True, default="")
    by = models.CharField("Người trả lời", max_length=200)

    searched = ("reason",)
    found_alone = False

    class Meta(Record.Meta):
        verbose_name = "trả lời nhiệm vụ kỳ trước"
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "period_code"],
                condition=models.Q(trashed_at=None),
                name="answer_once",
                violation_error_message="Nhiệm vụ này đã được trả lời ở kỳ ấy.",
            ),
            models.CheckConstraint(
                condition=~models.Q(result__in=("carried", "dropped")) | ~models.Q(reason=""),
                name="answer_has_reason",
                violation_error_message="Chuyển kỳ hoặc bỏ thì phải ghi lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_result_display()}: {self.commitment}"
