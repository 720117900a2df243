"""Signed files that came back, each with its verdict; and the issuers of certificates that the department trusts."""

import json
from typing import Any, ClassVar

from django.db import models

from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import Frozen, Kept, Lasting
from sokhcn.reports.models.editions import CODE, Edition, report_name


class SignedFiles(FrozenQuerySet["SignedFile"]):
    """Signed files asked for by their edition."""

    def of(self, edition: Edition) -> "SignedFiles":
        """Those of ``edition``, the latest first."""
        report = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
        return self.filter(**report, number=edition.number).order_by("-pk")


class SignedFile(Frozen):
    """A signed file that somebody brought for an edition: the file by its hash, and what was found in it then."""

    class Kind(models.TextChoices):
        SIGNED = "signed", "bản ký số"
        PAPER = "paper", "bản chụp giấy"

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    addressee = models.CharField("Nơi gửi", max_length=40)
    number = models.PositiveIntegerField("Dự thảo")
    kind = models.CharField("Loại", max_length=10, choices=Kind)
    name = models.CharField("Tệp", max_length=250)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    verdict = models.JSONField("Kết luận")
    is_accepted = models.BooleanField("Được nhận")
    kept_at = models.DateTimeField()
    kept_by = models.CharField("Người nhận", max_length=200)
    reason = models.TextField("Lý do", blank=True, default="")

    objects: ClassVar[Any] = SignedFiles.as_manager()
    SAID: ClassVar[tuple[str, ...]] = (
        *("agency", "period_code", "addressee", "number", "kind", "name", "sha256", "size", "verdict"),
        *("is_accepted", "kept_by", "reason"),
    )

    class Meta(Frozen.Meta):
        verbose_name = "tệp đã ký"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name} của {self.report}/{self.number}"

    def told(self) -> str:
        about = {name: getattr(self, name) for name in self.SAID}
        return json.dumps({**about, "kept_at": self.kept_at.isoformat()}, ensure_ascii=False, sort_keys=True)

    @property
    def report(self) -> str:
        """The report that it is of: ``2022-01``."""
        return report_name(self.period_code, self.addressee)


class Anchor(Lasting):
    """An issuer of certificates whose word is taken for signatures of the days between two. Nobody is trusted unless a
    person put them here, saying where the certificate is from."""

    name = models.CharField("Nơi cấp", max_length=250)
    sha256 = models.CharField("Dấu vân của chứng thư", max_length=64)
    certificate = models.TextField("Chứng thư")
    source = models.TextField("Lấy từ đâu")
    verified = models.BooleanField("Đã đối chiếu", default=False)

    searched = ("name", "source")
    found_alone = False
    verbatim = ("certificate",)

    class Meta(Kept.Meta):
        verbose_name = "nơi cấp chứng thư được tin"
        constraints = [
            models.UniqueConstraint(fields=["sha256"], condition=models.Q(trashed_at=None), name="anchor_once")
        ]

    def __str__(self) -> str:
        return self.name
