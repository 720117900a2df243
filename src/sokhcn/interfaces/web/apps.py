"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sokhcn.interfaces.web"
    label = "web"
    verbose_name = "Trang web"
