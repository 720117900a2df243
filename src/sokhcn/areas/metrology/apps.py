"""The area of verification, calibration and testing."""

from django.apps import AppConfig


class MetrologyConfig(AppConfig):
    name = "sokhcn.areas.metrology"
    label = "metrology"
    verbose_name = "Kiểm định, hiệu chuẩn và thử nghiệm"
    chapter = 8
    in_menu = "Kiểm định, hiệu chuẩn"
