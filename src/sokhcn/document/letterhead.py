"""What stands around the body word for word (Decree 30/2020/NĐ-CP, Annex I), for every form without a layout engine."""

from collections.abc import Sequence

from sokhcn.document.nodes import Head
from sokhcn.kernel.dates import month_written

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED_TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"

# A line in parts, with an empty space to fill in by hand or at signing between one part and the next.
Parts = tuple[str, ...]


def serial(head: Head) -> Parts:
    """``Số: 05/BC-SKHCN``, a number below ten with a zero; without a number, two parts around its space."""
    after = f"/{head.symbol}" if head.symbol else ""
    if not head.number:
        return "Số:", after
    return (f"Số: {head.number.zfill(2) if head.number.isdecimal() else head.number}{after}",)


def dated(head: Head) -> Parts:
    """``Ninh Thuận, ngày 05 tháng 3 năm 2022``: days below ten and months 1 and 2 take a zero (Annex I, item 4)."""
    line = head.dated
    place = f"{head.place}, ngày" if head.place else "ngày"
    rest = f"tháng {month_written(line.month)} năm {line.year}"
    return (place, rest) if line.day is None else (f"{place} {line.day:02d} {rest}",)


def addressed(head: Head) -> Parts:
    """One addressee on the line of ``Kính gửi:``; several below it, a line each (Annex I, item 9)."""
    if len(head.addressees) == 1:
        return (f"{ADDRESSED_TO} {head.addressees[0]}.",)
    return (ADDRESSED_TO, *listed(head.addressees)) if head.addressees else ()


def listed(names: Sequence[str]) -> Parts:
    """Addressees or recipients, one a line: ``- X;`` and at the end ``- Y.`` (Annex I, item 9)."""
    last = len(names) - 1
    return tuple(f"- {name}{'.' if place == last else ';'}" for place, name in enumerate(names))


def numbered(number: str) -> str:
    """``I. ``: a number takes a full stop unless it brings its own mark, as ``a)`` does."""
    return f"{number} " if number.endswith((".", ")")) else f"{number}. "
