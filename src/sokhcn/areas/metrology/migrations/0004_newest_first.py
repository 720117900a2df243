from django.db import migrations


def as_lists_are_ordered(apps, schema_editor):
    """Rows without a day stand before all others, as in every list (``records/ordering.py``) and in SQLite's indexes
    anyway: read backwards, PostgreSQL's index gives the newest rows at once, where it sorted a million before."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX metrology_job_day")
        schema_editor.execute(
            "CREATE INDEX metrology_job_day ON metrology_job (agency_id, performed_on NULLS FIRST)"
        )


def as_django_makes_it(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX metrology_job_day")
        schema_editor.execute("CREATE INDEX metrology_job_day ON metrology_job (agency_id, performed_on)")


class Migration(migrations.Migration):

    dependencies = [("metrology", "0003_batches")]

    operations = [migrations.RunPython(as_lists_are_ordered, as_django_makes_it)]
