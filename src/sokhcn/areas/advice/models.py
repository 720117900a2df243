"""Advisory documents, from the programme of work to the paper that a body issued and its validity."""

from django.db import models

from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Paper


class AdvisoryDocument(Record):
    """A document that the department drafts for another body to issue. Its paper is there once it is issued.

    ``advised`` is the body that the department drafts for; where another one issues the paper, ``advised`` submitted it
    further. ``submission`` is the department's own paper by which it submitted the draft. A normative document
    (văn bản quy phạm pháp luật) goes through consultation and the appraisal of the department of justice.
    """

    class State(models.TextChoices):
        REGISTERED = "registered", "Đã đăng ký vào chương trình"
        DRAFTING = "drafting", "Đang soạn thảo"
        CONSULTATION = "consultation", "Đang lấy ý kiến"
        APPRAISAL = "appraisal", "Đang thẩm định"
        SUBMITTED = "submitted", "Đã trình"
        ISSUED = "issued", "Đã ban hành"
        RETURNED = "returned", "Trả lại"
        WITHDRAWN = "withdrawn", "Rút khỏi chương trình"

    class Validity(models.TextChoices):
        IN_FORCE = "in_force", "Còn hiệu lực"
        AMENDED = "amended", "Được sửa đổi, bổ sung"
        PARTLY = "partly", "Hết hiệu lực một phần"
        ENDED = "ended", "Hết hiệu lực"

    title = models.TextField("Tên dự thảo", blank=True, default="")
    advised = models.CharField("Cơ quan được tham mưu", max_length=200, default="UBND tỉnh")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản", related_name="+")
    promulgates = models.TextField("Ban hành kèm theo", blank=True, default="")
    is_normative = models.BooleanField("Là văn bản quy phạm pháp luật", default=False)
    addressee = models.CharField("Kính gửi", max_length=250, blank=True, default="")
    drafter = models.CharField("Người soạn thảo", max_length=100, blank=True, default="")
    assigned_by = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản giao việc", related_name="+"
    )
    due_on = models.DateField("Thời hạn được giao", null=True, blank=True)
    submission = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản trình", related_name="+"
    )
    submitted_on = models.DateField("Ngày trình", null=True, blank=True)
    replaces = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Thay thế, sửa đổi văn bản", related_name="+"
    )
    effective_from = models.DateField("Có hiệu lực từ", null=True, blank=True)
    expires_on = models.DateField("Hết hiệu lực từ", null=True, blank=True)
    validity = models.CharField("Hiệu lực", max_length=10, choices=Validity, blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.DRAFTING)

    searched = ("title", "advised", "paper", "promulgates")

    class Meta(Record.Meta):
        verbose_name = "văn bản tham mưu"
        indexes = [models.Index(fields=["agency", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "paper"],
                condition=models.Q(trashed_at=None),
                name="advice_paper_once",
                violation_error_message="Văn bản này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="issued") | models.Q(paper__isnull=False),
                name="advice_issued_has_paper",
                violation_error_message="Văn bản đã ban hành phải ghi loại, số, ký hiệu và cơ quan ban hành.",
            ),
            models.CheckConstraint(
                condition=~models.Q(title="", paper=None),
                name="advice_has_name",
                violation_error_message="Ghi văn bản đã ban hành, hoặc tên dự thảo.",
            ),
            models.CheckConstraint(
                condition=models.Q(validity="") | models.Q(state="issued"),
                name="advice_validity_of_issued",
                violation_error_message="Hiệu lực chỉ ghi cho văn bản đã ban hành.",
            ),
            in_order(
                "effective_from",
                "expires_on",
                name="advice_holds",
                otherwise="Ngày hết hiệu lực đứng trước ngày có hiệu lực.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.paper) if self.paper else self.title
