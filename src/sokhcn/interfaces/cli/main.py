"""The command ``sokhcn``: starts Django, runs one command, and says what is wrong in one sentence with exit code 2."""

import json
import os
import sys
from typing import NoReturn

import django
import typer
from django.core.exceptions import ImproperlyConfigured

UNFIT = 2
FAULTS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "không có tệp hoặc thư mục này"),
    (IsADirectoryError, "đây là một thư mục"),
    (NotADirectoryError, "một phần của đường dẫn không phải thư mục"),
    (PermissionError, "không có quyền"),
)
HELP = "Xem cách dùng: ./sokhcn {command}--help"


def main() -> None:
    """The entry of the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        _refuse(str(error))
    from sokhcn.interfaces.cli.commands import app, faults  # needs Django's apps

    if len(sys.argv) == 1:
        sys.argv.append("--help")
    try:
        code = app(standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        _refuse("Đã dừng theo yêu cầu; không có gì ghi dở.")
    except typer.TyperException as error:
        _refuse(misuse(error))
    except OSError as error:
        _refuse(f"Không mở hoặc ghi được {error.filename or 'tệp'}: {_fault_of(error)}.")
    except tuple(faults()) as error:
        _refuse(str(error), getattr(error, "findings", ()))
    sys.exit(code if isinstance(code, int) else 0)


def misuse(error: typer.TyperException) -> str:
    """What was wrong with the words of a command, in one sentence."""
    context = getattr(error, "ctx", None)
    command = f"{context.info_name} " if context is not None and context.parent is not None else ""
    parameter = getattr(error, "param", None)
    if option := getattr(error, "option_name", None):
        said = f"Không có tùy chọn {option}."
    elif parameter is not None and isinstance(error, typer.BadParameter):
        name = parameter.metavar or parameter.opts[-1]
        said = (
            f"Thiếu {name}."
            if type(error) is not typer.BadParameter
            else f"Giá trị của {name} không dùng được: {error}."
        )
    else:
        said = f"Lệnh không đúng: {error}."
    return f"{said.replace('..', '.')} {HELP.format(command=command)}"


def _fault_of(error: OSError) -> str:
    for kind, words in FAULTS:
        if isinstance(error, kind):
            return words
    return error.strerror or str(error)


def _refuse(sentence: str, findings: tuple[object, ...] = ()) -> NoReturn:
    lines = [sentence, *(f"  {finding}" for finding in findings)]
    if "json" in sys.argv:
        lines = [json.dumps({"error": sentence, "findings": [str(f) for f in findings]}, ensure_ascii=False)]
    sys.stderr.write("\n".join(lines) + "\n")
    sys.exit(UNFIT)
