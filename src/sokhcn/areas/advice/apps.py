"""The area of advisory documents."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "sokhcn.areas.advice"
    label = "advice"
    verbose_name = "Tham mưu văn bản"
    chapter = 1
