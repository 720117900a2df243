"""What people write for a report: the next plan, narratives, the distribution list."""

from django.db import models

from sokhcn.compiler.outline import PROVINCE
from sokhcn.records.kept import Lasting, Record
from sokhcn.records.models import Agency, Paper
from sokhcn.reports.models.editions import CODE


class Commitment(Record):
    """One thing the department undertakes for the next period: a line of Part II, worded by the compiler.

    ``place`` is ``1`` or, on the second level, ``1.1``. ``period_code`` is the period of the report that says it.
    ``carries`` is the same thing in the plan before, from which it was carried over; ``proposed_as`` the deadline of
    whose rows it was made.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        CHOSEN = "chosen", "Đưa vào báo cáo"
        DROPPED = "dropped", "Không đưa vào"

    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    place = models.CharField("Thứ tự", max_length=7)
    text = models.TextField("Nội dung")
    due_on = models.DateField("Hạn", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.CHOSEN)
    papers = models.ManyToManyField(Paper, verbose_name="Văn bản", related_name="+", blank=True)
    tasks = models.ManyToManyField("programme.KeyTask", verbose_name="Nhiệm vụ", related_name="+", blank=True)
    carries = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Chuyển từ", related_name="carried", editable=False
    )
    proposed_as = models.CharField("Theo đề xuất", max_length=60, blank=True, default="", editable=False)

    searched = ("text",)

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ kỳ tới"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "place"], condition=models.Q(trashed_at=None), name="commitment_place"
            ),
            models.CheckConstraint(
                condition=models.Q(place__regex=r"^[1-9]\d?(\.[1-9]\d?)?$"), name="commitment_place_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.text}"

    @property
    def order(self) -> tuple[int, ...]:
        """``1.2`` as (1, 2): what it is sorted by."""
        return tuple(int(part) for part in self.place.split("."))


class Narrative(Record):
    """What a person writes for a chapter that no register tells, such as the general assessment."""

    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    chapter = models.CharField("Mục", max_length=40, default="assessment")
    text = models.TextField("Nội dung")

    searched = ("text",)

    class Meta(Record.Meta):
        verbose_name = "nội dung soạn tay"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "chapter"], condition=models.Q(trashed_at=None), name="narrative_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Addressee(Lasting):
    """A line of ``Kính gửi`` or ``Nơi nhận`` of the reports to one addressee, from one day to another."""

    class Role(models.TextChoices):
        ADDRESSEE = "addressee", "Kính gửi"
        RECIPIENT = "recipient", "Nơi nhận"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    role = models.CharField("Chỗ ghi", max_length=10, choices=Role)
    place = models.PositiveSmallIntegerField("Thứ tự")
    name = models.CharField("Tên", max_length=200)
    report = models.CharField("Báo cáo gửi", max_length=40, default=PROVINCE)

    searched = ("name",)

    class Meta(Lasting.Meta):
        verbose_name = "nơi nhận"
        ordering = ["role", "place"]

    def __str__(self) -> str:
        return self.name
