"""The area of radiation and nuclear safety."""

from django.apps import AppConfig


class RadiationConfig(AppConfig):
    name = "sokhcn.areas.radiation"
    label = "radiation"
    verbose_name = "An toàn bức xạ và hạt nhân"
    chapter = 6
    in_menu = "An toàn bức xạ"
