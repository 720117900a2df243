"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sokhcn.people"
    label = "people"
    verbose_name = "Con người"
