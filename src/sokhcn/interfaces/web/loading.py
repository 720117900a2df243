"""Reading templates without their indentation, which is for who writes them: pages are half as long."""

import re
from typing import Any

from django.template.loaders.app_directories import Loader

INDENTED = re.compile(r"\s*\n\s*")


class Unindented(Loader):
    """Templates of the apps; each break of a line stays one, whatever blanks stood around it."""

    def get_contents(self, origin: Any) -> str:
        return INDENTED.sub("\n", super().get_contents(origin))
