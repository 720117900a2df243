"""The area of science and technology tasks."""

from django.apps import AppConfig


class ResearchConfig(AppConfig):
    name = "sokhcn.areas.research"
    label = "research"
    verbose_name = "Nhiệm vụ KH&CN"
    chapter = 4
