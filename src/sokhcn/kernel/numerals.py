"""Numbers as official documents write them (06, 1.234, 1.234,5, 96,15%) and back; Roman numerals."""

import re
from decimal import ROUND_HALF_UP, Decimal

# Groups of three by full stops, or no groups at all; a comma before the decimals. A group never starts a number with
# a zero: "0.123" is an English fraction, and reading it as 123 would be worse than not reading it.
_WRITTEN = re.compile(r"[-−]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_LONGEST = 1_000  # no quantity has so many digits, and Python reads no number of more than 4,300
_SWAPPED = str.maketrans(",.", ".,")
_HUNDREDTHS = Decimal("0.01")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_HIGHEST_ROMAN = 3999


def count(n: int) -> str:
    """How many, as a sentence says it: ``06``, ``44``, ``1.234``; nothing is ``0``."""
    return f"{n:02d}" if 0 < n < 10 else number(n)


def number(value: int | Decimal) -> str:
    """A plain number: thousands by full stops, decimals after a comma, as many decimals as ``value`` carries."""
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{value} cannot be written as a number")
    return f"{value:,f}".translate(_SWAPPED) if isinstance(value, Decimal) else f"{value:,d}".replace(",", ".")


def amount(value: int | Decimal) -> str:
    """A quantity without idle zeros after the comma, however many its column stores: ``60``, ``1.250,5``."""
    return number(value.normalize() if isinstance(value, Decimal) else value)


def percent(value: Decimal) -> str:
    """``value`` in percentage points, rounded half up to two decimals, without idle zeros: ``96,15%``, ``100%``."""
    return f"{amount(value.quantize(_HUNDREDTHS, ROUND_HALF_UP))}%"


def read_number(text: str) -> int | Decimal | None:
    """The number written in ``text``, or None: mixed or English forms (1,234.5, 1.23.4) are refused, not guessed."""
    text = text.strip()
    if len(text) > _LONGEST or not _WRITTEN.fullmatch(text):
        return None
    plain = text.replace("−", "-").replace(".", "").replace(",", ".")
    return Decimal(plain) if "." in plain else int(plain)


def roman(n: int) -> str:
    """``n`` in Roman numerals, 1 to 3999: the parts of a report and its appendices."""
    if not 1 <= n <= _HIGHEST_ROMAN:
        raise ValueError(f"{n} has no Roman numeral")
    result = ""
    for value, letters in _ROMAN:
        times, n = divmod(n, value)
        result += letters * times
    return result
