"""The house profile: what a department may vary within the layout of Decree 30/2020/NĐ-CP, Annex I."""

from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.kernel.finding import Finding, must

LEGAL_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I"

# Field, lowest and highest value the annex allows; millimetres, points or lines as the field says.
ALLOWED: tuple[tuple[str, float, float], ...] = (
    ("top_mm", 20, 25),
    ("bottom_mm", 20, 25),
    ("left_mm", 30, 35),
    ("right_mm", 15, 20),
    ("national_name_pt", 12, 13),
    ("motto_pt", 13, 14),
    ("agency_pt", 12, 13),
    ("serial_pt", 13, 13),
    ("dated_pt", 13, 14),
    ("title_pt", 13, 14),
    ("body_pt", 13, 14),
    ("signature_pt", 13, 14),
    ("recipients_word_pt", 12, 12),
    ("recipients_pt", 11, 11),
    ("appendix_label_pt", 14, 14),
    ("page_number_pt", 13, 14),
    ("first_line_mm", 10, 12.7),
    ("paragraph_gap_pt", 6, 24),
    ("line_spacing", 1.0, 1.5),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Sizes of one department's documents. Lengths in millimetres, type in points, ``line_spacing`` in lines.

    The three sizes of the head go up or down together (Annex I, Part V): 12, 13, 13 here.
    """

    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    national_name_pt: float = 12
    motto_pt: float = 13
    agency_pt: float = 12
    serial_pt: float = 13
    dated_pt: float = 13
    title_pt: float = 14
    body_pt: float = 14
    signature_pt: float = 14
    recipients_word_pt: float = 12
    recipients_pt: float = 11
    appendix_label_pt: float = 14
    table_pt: float = 12
    page_number_pt: float = 13
    first_line_mm: float = 10
    paragraph_gap_pt: float = 6
    line_spacing: float = 1.0
    fonts: tuple[str, ...] = ("Times New Roman", "Liberation Serif", "Tinos", "Libertinus Serif")

    def findings(self) -> tuple[Finding, ...]:
        """What lies outside the decree: empty for a profile that may be used."""
        return tuple(self._outside())

    def _outside(self) -> Iterator[Finding]:
        for name, low, high in ALLOWED:
            value = getattr(self, name)
            if not low <= value <= high:
                yield must(
                    "profile.range",
                    "{name} là {value}, phải từ {low} đến {high} ({basis}).",
                    where="Mẫu trình bày",
                    name=name,
                    value=value,
                    low=low,
                    high=high,
                    basis=LEGAL_BASIS,
                )


DECREE_30 = Profile()
