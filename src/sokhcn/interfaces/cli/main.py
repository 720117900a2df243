"""The command ``sokhcn``: starts Django, runs one command, and says what is wrong in one sentence with exit code 2."""

import json
import os
import sys

import click
import django
from django.core.exceptions import ImproperlyConfigured

UNFIT = 2


def main() -> None:
    """The entry of the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        _refuse(str(error))
    from sokhcn.interfaces.cli.commands import app, faults  # needs Django's apps

    try:
        code = app(standalone_mode=False)
    except click.Abort:
        _refuse("Đã dừng theo yêu cầu; không có gì ghi dở.")
    except click.ClickException as error:
        _refuse(f"{error.format_message()} Xem cách dùng: ./sokhcn --help")
    except tuple(faults()) as error:
        _refuse(str(error), getattr(error, "findings", ()))
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(sentence: str, findings: tuple[object, ...] = ()) -> None:
    lines = [sentence, *(f"  {finding}" for finding in findings)]
    if "json" in sys.argv:
        lines = [json.dumps({"error": sentence, "findings": [str(f) for f in findings]}, ensure_ascii=False)]
    sys.stderr.write("\n".join(lines) + "\n")
    sys.exit(UNFIT)
