"""Old encodings: every letter there and back, and the ones that do not come back named."""

import pytest

from sokhcn.kernel.charsets import BK_HCM2, CHARSETS, LETTERS, TCVN3, UTF8_MISREAD, VISCII, VNI, Charset, of_font


def test_there_are_134_letters_with_marks():
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("charset", [*CHARSETS, UTF8_MISREAD], ids=lambda charset: charset.name)
def test_every_letter_there_and_back(charset: Charset):
    back = [charset.decoded(charset.encoded(letter)) for letter in LETTERS]
    assert back == [letter.lower() if letter in charset.lost else letter for letter in LETTERS]


def test_only_tcvn3_loses_letters_and_they_are_its_capitals_with_a_tone():
    assert [charset.name for charset in CHARSETS if charset.lost] == [TCVN3.name]
    assert len(TCVN3.lost) == 60
    assert not set(TCVN3.lost) & set("ĂÂĐÊÔƠƯ")
    assert all(letter.isupper() for letter in TCVN3.lost)


@pytest.mark.parametrize(
    ("charset", "typed"),
    [
        (TCVN3, "khoa häc vµ c«ng nghÖ"),
        (VNI, "khoa hoïc vaø coâng ngheä"),
        (BK_HCM2, "khoa hoåc vaâ cöng nghïå"),
        (VISCII, "khoa h÷c và công ngh®"),
    ],
)
def test_words_as_old_files_have_them(charset: Charset, typed: str):
    assert charset.decoded(typed) == "khoa học và công nghệ"
    assert charset.encoded("khoa học và công nghệ") == typed


@pytest.mark.parametrize(
    ("font", "charset"),
    [(".VnTime", TCVN3), ("ABCDEF+.VnTimeH", TCVN3), ("VNI-Times", VNI), ("Times New Roman", None), ("Vnitype", VNI)],
)
def test_fonts_that_tell_the_encoding(font: str, charset: Charset | None):
    assert of_font(font) is charset
