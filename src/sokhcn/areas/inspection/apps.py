"""The area of inspections and checks."""

from django.apps import AppConfig


class InspectionConfig(AppConfig):
    name = "sokhcn.areas.inspection"
    label = "inspection"
    verbose_name = "Thanh tra, kiểm tra"
    chapter = 7
