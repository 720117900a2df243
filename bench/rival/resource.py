"""The sheet as django-import-export takes it, as fast as it goes with a history, which its bulk way leaves out."""

import io
from typing import Any

import tablib
from import_export import fields, resources, widgets

from bench.rival.models import Establishment, Instrument, Job
from bench.workbook import HEADINGS

LABELS = {
    "service": {label: value for value, label in Job._meta.get_field("service").choices},
    "verification_kind": {label: value for value, label in Job._meta.get_field("verification_kind").choices},
    "result": {label: value for value, label in Job._meta.get_field("result").choices},
    "state": {label: value for value, label in Job._meta.get_field("state").choices},
    "kind": {label: value for value, label in Instrument._meta.get_field("kind").choices},
}
FIELDS = (
    "establishment",
    "kind",
    "name",
    "maker",
    "model",
    "serial_number",
    "service",
    "verification_kind",
    "performed_on",
    "result",
    "certificate_number",
    "sticker_number",
    "valid_until",
    "state",
    "note",
)

OF_INSTRUMENT = ("kind", "name", "maker", "model", "serial_number")


class JobResource(resources.ModelResource):
    establishment = fields.Field("establishment", "establishment", widgets.ForeignKeyWidget(Establishment, "name"))
    instrument = fields.Field("instrument", "instrument", widgets.ForeignKeyWidget(Instrument, "pk"))

    class Meta:
        model = Job
        import_id_fields = ("instrument", "performed_on", "service", "verification_kind")
        fields = ("instrument", *(name for name in FIELDS if name not in OF_INSTRUMENT))
        clean_model_instances = True
        skip_unchanged = True
        skip_diff = True
        report_skipped = False
        store_instance = False

    def before_import_row(self, row: Any, **about: Any) -> None:
        for name, labels in LABELS.items():
            row[name] = labels.get(row[name], row[name] or "")
        for name in ("performed_on", "valid_until"):
            row[name] = row[name].date() if hasattr(row[name], "date") else row[name]
        for name in FIELDS:
            row[name] = "" if row[name] is None else row[name]
        owner = Establishment.objects.get(name=row["establishment"])
        known = {"establishment": owner, "kind": row["kind"], "serial_number": row["serial_number"]}
        told = {name: row[name] for name in ("name", "maker", "model")}
        instrument = Instrument.objects.filter(**known).first()
        if instrument is None:
            instrument = Instrument(**known, **told)
            instrument.full_clean()
            instrument.save()
        row["instrument"] = instrument.pk


def take(data: bytes, *, dry_run: bool) -> Any:
    """Import the workbook in ``data``, or try to."""
    dataset = tablib.Dataset().load(io.BytesIO(data).read(), format="xlsx")
    assert tuple(dataset.headers) == HEADINGS
    dataset.headers = FIELDS
    dataset.append_col([""] * len(dataset), header="instrument")
    return JobResource().import_data(dataset, dry_run=dry_run, raise_errors=True, use_transactions=True)
