"""The records app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "sokhcn.records"
    label = "records"
    verbose_name = "Dữ liệu chung"
