"""What stands around the body word for word (Decree 30/2020/NĐ-CP, Annex I), for every form without a layout engine."""

from collections.abc import Sequence

from sokhcn.document.nodes import Head

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED_TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"

# A line in parts, with an empty space to fill in by hand or at signing between one part and the next.
Parts = tuple[str, ...]


def serial(head: Head) -> Parts:
    """``Số: 05/BC-SKHCN``; without a number, two parts around its space."""
    after = f"/{head.symbol}" if head.symbol else ""
    return (f"Số: {head.number}{after}",) if head.number is not None else ("Số:", after)


def dated(head: Head) -> Parts:
    """``Ninh Thuận, ngày 05 tháng 3 năm 2022``: days below ten and months 1 and 2 take a zero (Annex I, item 4)."""
    line = head.dated
    place = f"{head.place}, ngày" if head.place else "ngày"
    month = f"{line.month:02d}" if line.month in (1, 2) else str(line.month)
    rest = f"tháng {month} năm {line.year}"
    return (place, rest) if line.day is None else (f"{place} {line.day:02d} {rest}",)


def listed(names: Sequence[str]) -> Parts:
    """Addressees or recipients, one a line: ``- X;`` and at the end ``- Y.`` (Annex I, item 9)."""
    last = len(names) - 1
    return tuple(f"- {name}{'.' if place == last else ';'}" for place, name in enumerate(names))
