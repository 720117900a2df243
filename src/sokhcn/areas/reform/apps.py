"""The area of administrative reform."""

from django.apps import AppConfig


class ReformConfig(AppConfig):
    name = "sokhcn.areas.reform"
    label = "reform"
    verbose_name = "Cải cách hành chính"
    chapter = 3
