from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_old_reports")]

    operations = [
        migrations.AddField(
            model_name="exemption",
            name="gives",
            field=models.BooleanField(default=True, verbose_name="Cho phép"),
        ),
    ]
