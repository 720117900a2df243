# One chain of seals over all batches becomes one chain for each register: what held is sealed again, what did not is not.

import hashlib
import json

from django.db import migrations

from sokhcn.records.sealing import batch_seal, seal_versions

BROKEN = ""


def old_seal(batch, versions):
    content = [
        batch.previous.seal if batch.previous else "",
        [batch.at.isoformat(), batch.login, batch.name, batch.reason],
        [[v.register, v.row, v.number, v.action, v.after] for v in versions],
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def seal_again(apps, schema_editor):
    Batch, Seal, Version = (apps.get_model("records", name) for name in ("Batch", "Seal", "Version"))
    broken = {
        batch.pk
        for batch in Batch.objects.select_related("previous").order_by("pk").iterator(500)
        if batch.seal != old_seal(batch, batch.versions.order_by("pk"))
    }
    last, before = {}, BROKEN
    for batch in Batch.objects.order_by("pk").iterator(500):
        versions, seals = list(batch.versions.order_by("pk")), []
        for register in dict.fromkeys(version.register for version in versions):
            own = [version for version in versions if version.register == register]
            seal = seal_versions(batch, own, last.get(register), Seal)
            if batch.pk in broken:
                seal.digest = BROKEN
            last[register] = (seal.number, seal.digest)
            seals.append(seal)
        Seal.objects.bulk_create(seals)
        Version.objects.bulk_update(versions, ["checksum"], batch_size=500)
        batch.seal = BROKEN if batch.pk in broken else batch_seal(before, batch, seals)
        before = batch.seal
        batch.save(update_fields=["seal"])


class Migration(migrations.Migration):
    dependencies = [("records", "0004_seals_and_counted_rows")]

    operations = [migrations.RunPython(seal_again, migrations.RunPython.noop)]
