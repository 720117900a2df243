"""Parts of a campaign: the establishments visited, and what it asked to be done."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.inspection.models.campaign import Campaign
from sokhcn.records.kept import Kept
from sokhcn.records.models import Establishment


class PartOfCampaign(Kept):
    """A row that has the agency and unit of its campaign, and vanishes with it."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, verbose_name="Cuộc", related_name="%(class)s_rows")
    note = models.TextField("Ghi chú", blank=True, default="")

    part_of: ClassVar[str] = "campaign"

    class Meta(Kept.Meta):
        abstract = True


class Visit(PartOfCampaign):
    """One establishment visited in a campaign, with the minutes of it."""

    class Subject(models.TextChoices):
        ORGANISATION = "organisation", "Tổ chức"
        INDIVIDUAL = "individual", "Cá nhân"

    class Outcome(models.TextChoices):
        COMPLIANT = "compliant", "Chấp hành đúng"
        VIOLATING = "violating", "Có vi phạm"

    establishment = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    subject = models.CharField("Đối tượng", max_length=12, choices=Subject, default=Subject.ORGANISATION)
    visited_on = models.DateField("Ngày kiểm tra", null=True, blank=True)
    minutes_no = models.CharField("Số biên bản", max_length=60, blank=True, default="")
    minutes_on = models.DateField("Ngày biên bản", null=True, blank=True)
    content = models.TextField("Nội dung kiểm tra", blank=True, default="")
    outcome = models.CharField("Kết quả", max_length=12, choices=Outcome, blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("establishment", "minutes_no", "content")

    class Meta(PartOfCampaign.Meta):
        verbose_name = "cơ sở được kiểm tra"
        indexes = [models.Index(fields=["visited_on"], name="inspection_visited_on")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "establishment"],
                condition=models.Q(trashed_at=None),
                name="inspection_visit_once",
                violation_error_message="Cơ sở này đã có trong cuộc ấy.",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | models.Q(visited_on__isnull=False),
                name="inspection_outcome_has_day",
                violation_error_message="Đã có kết quả thì phải ghi ngày kiểm tra.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.establishment} ({self.campaign})"


class Recommendation(PartOfCampaign):
    """What the conclusion asks somebody to do, by a day, and what came of it."""

    number = models.PositiveSmallIntegerField("Số thứ tự", default=1)
    content = models.TextField("Nội dung kiến nghị")
    addressed_to = models.CharField("Đơn vị thực hiện", max_length=200, blank=True, default="")
    due_on = models.DateField("Thời hạn", null=True, blank=True)
    done_on = models.DateField("Ngày thực hiện xong", null=True, blank=True)
    result = models.TextField("Kết quả thực hiện", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("campaign", "content", "addressed_to", "result")

    class Meta(PartOfCampaign.Meta):
        verbose_name = "kiến nghị sau thanh tra, kiểm tra"
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "number"],
                condition=models.Q(trashed_at=None),
                name="inspection_recommendation_once",
                violation_error_message="Kiến nghị số này của cuộc ấy đã có trong sổ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content} ({self.campaign})"
