"""Editions: compiled reports as they are kept, frozen."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date
from typing import Any, ClassVar

from django.db import models

from sokhcn.compiler.outline import PROVINCE
from sokhcn.document.nodes import Document
from sokhcn.document.walk import sentences, words
from sokhcn.figures.frozen import FrozenFigure, thaw
from sokhcn.formats.json.read import load
from sokhcn.kernel.periods import MARK, Period, PeriodKind, Regime, read_period
from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import Frozen, Told
from sokhcn.records.models import Agency

CODE = 50  # letters of a period's code: two days, and a regime where it names one


def report_name(period_code: str, addressee: str) -> str:
    """What a report is called in commands: its period, and its addressee where that is not the province."""
    return period_code if addressee == PROVINCE else f"{period_code}:{addressee}"


def draft_name(addressee: str, number: int) -> str:
    """What an edition is called among those of its period: ``3``, ``bo/1``."""
    return str(number) if addressee == PROVINCE else f"{addressee}/{number}"


class Editions(FrozenQuerySet["Edition"]):
    """Editions asked for by agency and period."""

    def of(self, agency: Agency, period_code: str, addressee: str = PROVINCE) -> "Editions":
        named = self.filter(agency=agency.code, period_code=period_code, addressee=addressee)
        return named.order_by("-number")

    def latest_of(self, agency: Agency, period_code: str, addressee: str = PROVINCE) -> "Edition | None":
        return self.of(agency, period_code, addressee).first()


class Edition(Frozen):
    """One compiled report to one addressee, frozen: figures, document, regime and rules. It holds no key into any
    register; ``rules`` has the outline and the texts it was said by."""

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    starts_on = models.DateField()
    ends_on = models.DateField()
    addressee = models.CharField("Nơi gửi", max_length=40, default=PROVINCE)
    number = models.PositiveIntegerField("Dự thảo")
    compiled_at = models.DateTimeField()
    compiled_by = models.CharField(max_length=200)
    regime = models.JSONField()
    rules = models.JSONField()
    figures_kept = models.JSONField()
    document_kept = models.JSONField()

    objects: ClassVar[Any] = Editions.as_manager()

    class Meta(Frozen.Meta):
        verbose_name = "ấn bản"
        constraints = [
            models.UniqueConstraint(fields=["agency", "period_code", "addressee", "number"], name="edition_number")
        ]

    def __str__(self) -> str:
        return self.label

    def told(self) -> str:
        """All that it says; its number, and when and by whom it was compiled, stand ``beside`` it."""
        about = {"agency": self.agency, "period": self.period_code, "addressee": self.addressee}
        days = [self.starts_on.isoformat(), self.ends_on.isoformat()]
        content = {name: getattr(self, name) for name in ("regime", "rules", "figures_kept", "document_kept")}
        return json.dumps({**about, "days": days, **content}, ensure_ascii=False, sort_keys=True)

    def beside(self) -> str:
        return json.dumps([self.number, self.compiled_at.astimezone(UTC).isoformat(), self.compiled_by])

    @property
    def label(self) -> str:
        """Its name in commands: ``2022-01/3`` is the third draft of January 2022, ``2022-01:bo/1`` the first of the
        one to the Ministry."""
        return f"{self.report}/{self.number}"

    @property
    def period(self) -> Period:
        """The period that it was compiled for, whatever the regimes say of that code now."""
        kept = self.regime
        kinds = frozenset(PeriodKind) if kept.get("by_convention") else frozenset()
        valid_from, statistics = date.fromisoformat(kept["valid_from"]), MARK in self.period_code
        first_day = kept["first_day"]
        regime = Regime(kept["id"], kept["name"], first_day, kept["basis"], valid_from, None, kinds, statistics)
        return replace(read_period(self.period_code, regime), start=self.starts_on, end=self.ends_on)

    @property
    def draft(self) -> str:
        """Its name among the editions of its period: ``3``, ``bo/1``."""
        return draft_name(self.addressee, self.number)

    @property
    def report(self) -> str:
        """The report that it is a draft of: ``2022-01``, ``2022-01:bo``."""
        return report_name(self.period_code, self.addressee)

    @property
    def follows(self) -> Mapping[str, str]:
        """What it corrects, replaces or recalls: ``how``, ``edition``, ``digest``, ``reason``; mostly nothing."""
        told: Mapping[str, str] = self.rules.get("follows", {})
        return told

    @property
    def recalls(self) -> bool:
        """Whether it says that another one holds no more, and nothing instead."""
        return self.follows.get("how") == "recall"

    def found_as(self) -> Told | None:
        """Its name, its period, and all that it says; nothing where it says nothing."""
        if not self.document_kept:
            return None
        names = (self.label, f"Báo cáo {self.period.name}", self.period.dates)
        return Told(names, " · ".join(filter(None, map(words, sentences(self.document())))), self.agency, self.ends_on)

    def document(self) -> Document:
        return load(self.document_kept)

    def figures(self) -> tuple[FrozenFigure, ...]:
        return tuple(thaw(kept) for kept in self.figures_kept)
