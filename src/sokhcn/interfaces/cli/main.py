"""The command ``sokhcn``: starts Django, runs one command, and says what is wrong in one sentence with exit code 2."""

import json
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NoReturn

import django
import typer
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

UNFIT = 2
INTERRUPTED = 130  # what Typer makes of Ctrl+C
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
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    try:
        code = _run()
    except ImproperlyConfigured as error:
        _refuse(str(error))
    except (typer.Abort, KeyboardInterrupt):
        _refuse("Đã dừng theo yêu cầu; không có gì ghi dở.")
    except typer.TyperException as error:
        _refuse(misuse(error))
    except BrokenPipeError:  # whoever read the answer has seen enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _refuse(f"Không mở hoặc ghi được {error.filename or 'tệp'}: {_fault_of(error)}.")
    sys.exit(code)


def _run() -> int:
    from sokhcn.interfaces.cli.commands import needs_registers

    if needs_registers(sys.argv[1:]):
        django.setup()
    try:
        code = _done() if needs_registers(sys.argv[1:]) else _command()
    except _faults() as error:
        _refuse(str(error), getattr(error, "findings", ()))
    except DatabaseError as error:
        from sokhcn.interfaces.cli.damage import is_damage, said_of

        if not is_damage(error):
            raise
        _refuse(said_of(error))
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _done() -> Any:
    """The exit code of a command that asks the registers; then issued figures are held against what it wrote."""
    from sokhcn.interfaces.cli.here import clock

    with clock():
        code = _command()
        _look_at_issued()
    return code


def _command() -> Any:
    from sokhcn.interfaces.cli.commands import app_for

    code = app_for(sys.argv[1:])(standalone_mode=False, prog_name="sokhcn")
    sys.stdout.flush()
    return code


def _look_at_issued() -> None:
    """Hold issued figures against what the command wrote, if it wrote anything. What cannot be done now is done by the
    next command: the mark stays where it is."""
    from django.db import connection

    if connection.connection is None:  # the command asked nothing
        return
    from sokhcn.records.closed import OnlyRead
    from sokhcn.records.turns import Busy
    from sokhcn.reports.drifting.mark import behind

    try:
        if not behind():
            return
        from sokhcn.reports.drift import catch_up

        noticed = catch_up()
    except (Busy, OnlyRead, DatabaseError):
        return
    if noticed.entries:
        sys.stderr.write(f"{noticed.entries} số đã ban hành có thay đổi so với sổ. Xem: ./sokhcn drift list\n")


def _faults() -> tuple[type[Exception], ...]:
    """Looked for only when something went wrong: they stand where what they tell of is done."""
    django.setup()  # which a command that asks no register had no need of
    from sokhcn.interfaces.cli.faults import FAULTS

    return FAULTS


def misuse(error: typer.TyperException) -> str:
    """What was wrong with the words of a command, in one sentence."""
    context = getattr(error, "ctx", None)
    command = f"{context.command_path.partition(' ')[2]} ".lstrip() if context is not None else ""
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities") and (option := getattr(error, "option_name", None)):
        said = f"Không có tùy chọn {option}."
    elif parameter is not None and isinstance(error, typer.BadParameter):
        name = parameter.metavar or parameter.opts[-1]
        said = (
            f"Thiếu {name}."
            if type(error) is not typer.BadParameter
            else f"Giá trị của {name} không dùng được: chỉ nhận {_taken_by(parameter, str(error))}."
        )
    else:
        said = _strange_word(str(error))
    return f"{said.replace('..', '.')} {HELP.format(command=command)}"


def _taken_by(parameter: Any, english: str) -> str:
    """What a parameter takes, of which Typer speaks English."""
    if found := re.search(r"is not one of (.*?)\.?$", english):
        return found[1].replace("'", "")
    if getattr(parameter, "max", None) is not None:
        return f"số nguyên từ {parameter.min} đến {parameter.max}"
    return "số nguyên" if "valid int" in english else "một giá trị đúng dạng"


def _strange_word(english: str) -> str:
    """A command or an argument too many, as Typer names it."""
    if english.startswith("Usage:"):  # a group of commands, without one of them
        return "Thiếu tên lệnh."
    if found := re.search(r"No such command '(.*)'", english):
        return f"Không có lệnh “{found[1]}”."
    if found := re.search(r"unexpected extra arguments? ?\(?s?\)? \((.*)\)", english):
        return f"Lệnh thừa “{found[1]}”."
    if found := re.search(r"Option '(.*?)' requires an argument", english):
        return f"Thiếu giá trị sau {found[1]}."
    return f"Lệnh không đúng: {english}."


def _fault_of(error: OSError) -> str:
    for kind, words in FAULTS:
        if isinstance(error, kind):
            return words
    return error.strerror or str(error)


def _refuse(sentence: str, findings: tuple[object, ...] = ()) -> NoReturn:
    more = [f"  {finding}" for finding in findings if str(finding) not in sentence]
    sys.stderr.write("\n".join([sentence, *more]) + "\n")
    if asks_json(sys.argv):
        told = {"error": sentence, "findings": [str(finding) for finding in findings]}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    sys.exit(UNFIT)


def asks_json(words: Sequence[str]) -> bool:
    """Whether a command asks for JSON: then a refusal too is one document, where the answer would be."""
    return "--format=json" in words or ("--format", "json") in pairwise(words)
