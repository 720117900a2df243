"""Advisory documents, from the first draft to the paper that a body issued."""

from django.db import models

from sokhcn.records.kept import Record
from sokhcn.records.models import Paper


class AdvisoryDocument(Record):
    """A document that the department drafts for another body to issue. Its paper is there once it is issued."""

    class State(models.TextChoices):
        DRAFTING = "drafting", "Đang soạn thảo"
        SUBMITTED = "submitted", "Đã trình"
        ISSUED = "issued", "Đã ban hành"
        RETURNED = "returned", "Trả lại"
        WITHDRAWN = "withdrawn", "Rút khỏi chương trình"

    title = models.TextField("Tên dự thảo", blank=True, default="")
    advised = models.CharField("Cơ quan được tham mưu", max_length=200, default="UBND tỉnh")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản", related_name="+")
    promulgates = models.TextField("Ban hành kèm theo", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.DRAFTING)

    searched = ("title", "advised", "paper", "promulgates")

    class Meta(Record.Meta):
        verbose_name = "văn bản tham mưu"
        indexes = [models.Index(fields=["agency", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "paper"], condition=models.Q(trashed_at=None), name="advice_paper_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="issued") | models.Q(paper__isnull=False), name="advice_issued_has_paper"
            ),
            models.CheckConstraint(condition=~models.Q(title="", paper=None), name="advice_has_name"),
        ]

    def __str__(self) -> str:
        return str(self.paper) if self.paper else self.title
