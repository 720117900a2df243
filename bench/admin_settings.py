"""The settings of the application, and beside it Django's own admin, which its lists are measured against."""

from sokhcn.config.settings import *  # noqa: F403 # settings are made so
from sokhcn.config.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "django.contrib.admin"]
ROOT_URLCONF = "bench.admin_urls"
