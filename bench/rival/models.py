"""Establishments, instruments and jobs with the fields, choices and constraints of ours, and a history by signals."""

from django.db import models
from simple_history.models import HistoricalRecords

from sokhcn.areas.metrology.models import Instrument as OurInstrument
from sokhcn.areas.metrology.models import Job as OurJob
from sokhcn.records.years import YearOf


def _once_a_year(number: str, name: str) -> models.UniqueConstraint:
    # Without a condition: Django's validation does not ask it, and so could not use the index of this constraint.
    return models.UniqueConstraint(number, YearOf("performed_on"), name=name)


class Establishment(models.Model):
    name = models.CharField(max_length=250, unique=True)

    class Meta:
        app_label = "rival"

    def __str__(self) -> str:
        return self.name


class Instrument(models.Model):
    establishment = models.ForeignKey(Establishment, models.PROTECT)
    kind = models.CharField(max_length=24, choices=OurInstrument.Kind)
    name = models.CharField(max_length=200, blank=True, default="")
    maker = models.CharField(max_length=120, blank=True, default="")
    model = models.CharField(max_length=80, blank=True, default="")
    serial_number = models.CharField(max_length=80)
    history = HistoricalRecords()

    class Meta:
        app_label = "rival"
        constraints = [
            models.UniqueConstraint(fields=["establishment", "kind", "serial_number"], name="rival_instrument_once")
        ]

    def __str__(self) -> str:
        return self.serial_number


class Job(models.Model):
    instrument = models.ForeignKey(Instrument, models.PROTECT)
    establishment = models.ForeignKey(Establishment, models.PROTECT)
    service = models.CharField(max_length=12, choices=OurJob.Service)
    verification_kind = models.CharField(max_length=12, choices=OurJob.VerificationKind, blank=True, default="")
    performed_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=6, choices=OurJob.Result, blank=True, default="")
    certificate_number = models.CharField(max_length=40, blank=True, default="")
    sticker_number = models.CharField(max_length=40, blank=True, default="")
    valid_until = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=OurJob.State)
    note = models.TextField(blank=True, default="")
    history = HistoricalRecords()

    class Meta:
        app_label = "rival"
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "performed_on", "service", "verification_kind"], name="rival_job_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="performed") | models.Q(performed_on__isnull=False), name="rival_day"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="performed", service="verification", result=""), name="rival_result"
            ),
            models.CheckConstraint(
                condition=models.Q(service="verification") | models.Q(verification_kind=""), name="rival_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | ~models.Q(result="failed"), name="rival_validity"
            ),
            models.CheckConstraint(
                condition=models.Q(performed_on=None)
                | models.Q(valid_until=None)
                | models.Q(valid_until__gte=models.F("performed_on")),
                name="rival_days",
            ),
            _once_a_year("certificate_number", "rival_certificate"),
            _once_a_year("sticker_number", "rival_sticker"),
        ]

    def __str__(self) -> str:
        return f"{self.service} {self.instrument_id}"
