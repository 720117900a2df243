"""The area of key tasks."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "sokhcn.areas.programme"
    label = "programme"
    verbose_name = "Nhiệm vụ trọng tâm"
    chapter = 2
