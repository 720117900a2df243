"""The command that tells whether a pack of evidence is whole; it needs no database."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from sokhcn.formats.pack.verify import faults
from sokhcn.interfaces.cli.output import Format, FormatOption, say, tell_json
from sokhcn.kernel.finding import must


def verify(
    file: Annotated[Path, typer.Argument(metavar="GÓI", help="Gói minh chứng (.zip).")],
    sha256: Annotated[str, typer.Option("--sha256", help="Mã băm đã ghi khi đóng gói.")] = "",
    format: FormatOption = Format.TEXT,
) -> None:
    """Soát một gói minh chứng: từng tệp, từng byte. Mã thoát 1 khi không còn nguyên."""
    data = file.read_bytes()
    known = hashlib.sha256(data).hexdigest()
    found = faults(data)
    if sha256 and sha256.strip().lower() != known:
        found = (*found, must("pack.other", "Mã băm của gói là {known}, không phải mã đã ghi.", known=known))
    if format is Format.JSON:
        told = [{"id": fault.id, "sentence": str(fault), **fault.values} for fault in found]
        tell_json({"file": str(file), "sha256": known, "whole": not found, "faults": told})
    else:
        say(*(f"phải sửa: {fault}" for fault in found))
        say(
            f"{file.name}: {'không còn nguyên' if found else 'còn nguyên, mọi tệp đúng danh mục'}.", f"SHA-256: {known}"
        )
    if found:
        raise typer.Exit(1)
