"""What commands print: a table for people, one JSON document for programs; nothing is cut when no terminal reads it."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 100_000
FOLDED = 9  # letters of the longest word of a heading


class Format(StrEnum):
    """How a command answers."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="text: để đọc; json: cho chương trình khác.")]


def console(*, error: bool = False) -> "Console":
    """A console as wide as its terminal, or as wide as it takes."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDE, soft_wrap=not stream.isatty(), highlight=False)


def say(*lines: str) -> None:
    """Plain lines, without any markup read into them."""
    for line in lines:
        console().print(line, markup=False)


def write_whole(file: Path, data: bytes) -> None:
    """Write ``data`` to ``file`` at once: nobody ever finds half of it, nor what another command is writing."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        with suppress(OSError):
            part.unlink()


def tell_json(told: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1, default=_plain) + "\n")


def _plain(value: Any) -> Any:
    from django.core.serializers.json import DjangoJSONEncoder

    return DjangoJSONEncoder().default(value)


def tell_bytes(data: bytes) -> None:
    """A document that a renderer made, as it is."""
    sys.stdout.write(data.decode("utf-8"))


def show_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = (), snug: Sequence[int] = ()
) -> None:
    """A table; ``right`` are the columns that stand to the right, ``snug`` those whose heading folds, never a cell."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    told = list(rows)
    for place, heading in enumerate(headings):
        widest = max((len(row[place]) for row in told), default=0)
        width = max(widest, FOLDED) if place in snug else None
        table.add_column(heading, justify="right" if place in right else "left", overflow="fold", width=width)
    for row in told:
        table.add_row(*row)
    console().print(table, markup=False)
