"""The settings of the application, and beside it what taking in a sheet is measured against."""

from sokhcn.config.settings import *  # noqa: F403 # settings are made so
from sokhcn.config.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "import_export", "simple_history", "bench.rival"]
ROOT_URLCONF = "sokhcn.config.urls"
