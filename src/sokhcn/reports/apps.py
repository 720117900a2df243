"""The reports app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "sokhcn.reports"
    label = "reports"
    verbose_name = "Báo cáo"
