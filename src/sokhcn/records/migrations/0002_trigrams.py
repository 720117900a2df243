from django.db import migrations

from sokhcn.records.trigrams import lay, lift


def laid(apps, editor):
    lay(editor.connection)


def lifted(apps, editor):
    lift(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunPython(laid, lifted)]
