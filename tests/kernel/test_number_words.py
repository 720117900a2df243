"""Numbers in Vietnamese words are read exactly or not at all."""

import pytest

from sokhcn.kernel.number_words import read_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ba", 3),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("bảy mươi tư", 74),
        ("một trăm", 100),
        ("một trăm linh ba", 103),
        ("ba trăm hai mươi mốt", 321),
        ("một nghìn hai trăm", 1_200),
        ("mười hai nghìn", 12_000),
        ("hai triệu năm trăm nghìn", 2_500_000),
        ("một nghìn tỷ", 1_000_000_000_000),
        ("một tỷ hai triệu", 1_002_000_000),
        ("không", 0),
    ],
)
def test_words_say_a_number(words: str, value: int) -> None:
    assert read_words(words.split()) == value


@pytest.mark.parametrize(
    "words", ["", "trăm", "mươi", "hai ba", "nghìn", "năm ngoái", "một trăm trăm", "ba mười", "hai " * 40]
)
def test_other_words_say_none(words: str) -> None:
    assert read_words(words.split()) is None
