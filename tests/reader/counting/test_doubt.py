"""Points and commas that may mean either thing: decided by unit and neighbours, and the doubt is said."""

from decimal import Decimal

import pytest

from sokhcn.reader.counting import counts


@pytest.mark.parametrize(
    ("sentence", "value", "doubtful"),
    [
        ("lắp 68,457 trạm", "68457", True),  # stations are whole
        ("thu 842,238 tỷ đồng", "842.238", True),  # money in tỷ has decimals
        ("thu 842,23 tỷ đồng", "842.23", False),
        ("có 1.234 hồ sơ", "1234", False),
        ("trồng 1.234 ha", "1234", True),
        ("trồng 1.234 ha, đạt 12,5% kế hoạch", "1234", False),  # this text writes decimals after commas
        ("trồng 1.234 ha, đạt 12.5% kế hoạch", "1.234", True),  # and this one after points
        ("có 1.234 hồ sơ, đạt 12.5%", "1234", False),
        ("thu 24,023 tỷ đồng, đạt 12.5%", "24023", True),
        ("tăng 1.234%", "1.234", True),
        ("đạt 0,123 điểm", "0.123", False),
        ("đạt 0.123 điểm", "0.123", False),
        ("thu 3.490.930 triệu đồng", "3490930", False),
        ("thu 1,234,567 đồng", "1234567", True),
        ("thu 1,234.5 triệu đồng", "1234.5", True),
        ("có 1250 hồ sơ", "1250", False),
    ],
)
def test_a_number_in_doubt(sentence: str, value: str, doubtful: bool) -> None:
    count = counts(sentence)[0]
    assert (count.value, bool(count.unsure)) == (Decimal(value), doubtful)


def test_the_doubt_names_both_readings() -> None:
    assert counts("lắp 68,457 trạm")[0].unsure == "“68,457” đọc là 68.457; cũng có thể là 68,457"


@pytest.mark.parametrize("mixed", ["1.23.4 ha", "1,23,4 ha", "1.234,5.6 ha", "12.34,5 ha"])
def test_a_mixed_form_is_refused(mixed: str) -> None:
    assert counts(f"trồng {mixed}") == ()
