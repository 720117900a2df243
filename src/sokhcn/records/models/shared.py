"""What rows of all areas speak of: establishments and cited papers."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.kernel.papers import Mention, PaperCode
from sokhcn.records.kept import Kept
from sokhcn.records.models.named import Place, or_never


class Establishment(Kept):
    """An organisation or enterprise that registers speak of: licensed, inspected, supported, or owning instruments."""

    name = models.CharField("Tên", max_length=250)
    tax_code = models.CharField("Mã số thuế", max_length=20, blank=True, default="")
    address = models.CharField("Địa chỉ", max_length=250, blank=True, default="")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, verbose_name="Địa bàn", related_name="+")

    searched = ("name", "tax_code", "address")

    class Meta(Kept.Meta):
        verbose_name = "cơ sở"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=models.Q(trashed_at=None), name="establishment_name")
        ]

    def __str__(self) -> str:
        return self.name


class Paper(Kept):
    """A cited document, entered once; every mention of it is worded from this row."""

    type = models.CharField("Tên loại", max_length=100)
    number = models.CharField("Số", max_length=11)
    year_in_number = models.PositiveSmallIntegerField("Năm trong số", null=True, blank=True)
    symbol = models.CharField("Ký hiệu", max_length=30)
    issuer = models.CharField("Cơ quan ban hành", max_length=200)
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    subject = models.TextField("Trích yếu", blank=True, default="")

    searched = ("code", "typed", "named", "issuer", "subject")
    placed_by = "issued_on"
    # An issuer's numbers start again each year (Decree 30/2020/NĐ-CP, Article 15), so the day belongs to the identity.
    identity: ClassVar[tuple[str, ...]] = ("number", "year_in_number", "symbol", "issuer", "issued_on")

    class Meta(Kept.Meta):
        verbose_name = "văn bản"
        ordering = ["issued_on", "number"]
        constraints = [
            models.UniqueConstraint(
                "number",
                Coalesce("year_in_number", 0),
                "symbol",
                "issuer",
                or_never("issued_on"),
                condition=models.Q(trashed_at=None),
                name="paper_identity",
            )
        ]

    def __str__(self) -> str:
        return self.mention.dated

    @property
    def code(self) -> str:
        return str(PaperCode(self.number, self.year_in_number, self.symbol))

    @property
    def typed(self) -> str:
        """As people type it: “nghị quyết 14”."""
        return f"{self.type} {self.code}"

    @property
    def named(self) -> str:
        """As people write and paste it: type, number and day."""
        return self.mention.dated

    @property
    def mention(self) -> Mention:
        """The values a sentence needs; the key stays the same when the subject is corrected."""
        day = self.issued_on.isoformat() if self.issued_on else ""
        key = f"{self.code}@{day}" if day else self.code
        return Mention(key, self.type, self.code, self.issued_on, self.issuer, self.subject)
