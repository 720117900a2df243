"""What stays of reports that were read and examined: waived findings, and where accepted rows come from."""

import json
from typing import ClassVar

from django.db import models

from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models import Agency


class Waiver(Kept):
    """A finding of the proof-reader that somebody let stand. ``fingerprint`` is that of its words: a changed paragraph
    is examined again. ``by`` is a name as text: people come and go."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    fingerprint = models.CharField(max_length=16)
    rule = models.CharField("Quy tắc", max_length=60)
    words = models.TextField("Phát hiện")
    reason = models.TextField("Lý do")
    by = models.CharField("Người bỏ qua", max_length=200)

    searched = ("rule", "words", "reason")
    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "phát hiện được bỏ qua"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fingerprint"], condition=models.Q(trashed_at=None), name="waiver_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}"


class Origin(Frozen):
    """Where a row was read: the file by its hash, the place in its text and the words there. Written once, with the
    row, when somebody accepts it; it holds no key into any register."""

    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField()
    file = models.CharField("Tệp", max_length=250)
    sha256 = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    where = models.CharField("Chỗ", max_length=40)
    words = models.TextField("Nguyên văn")
    confidence = models.CharField("Mức chắc chắn", max_length=10)

    SAID: ClassVar[tuple[str, ...]] = (
        *("register", "row", "version", "file", "sha256"),
        *("start", "end", "where", "words", "confidence"),
    )

    class Meta(Frozen.Meta):
        verbose_name = "nguồn của dòng"
        constraints = [models.UniqueConstraint(fields=["register", "row"], name="origin_once")]

    def __str__(self) -> str:
        return f"{self.file}, {self.where}"

    def told(self) -> str:
        about = {name: getattr(self, name) for name in self.SAID}
        return json.dumps(about, ensure_ascii=False, sort_keys=True)
