"""Letters that only seem to be what they are."""

import unicodedata

import pytest

from sokhcn.kernel.legacy import repair


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        (unicodedata.normalize("NFD", "Tỉnh ủy"), "Tỉnh ủy"),
        ("Q\u00d0-UBND", "QĐ-UBND"),
        ("TT-BT\u0421", "TT-BTC"),
        ("\u0422\u0422-BKHCN", "TT-BKHCN"),
        ("Nghị\u00a0quyết", "Nghị quyết"),
        ("\ufeffSở\u200b KH&CN", "Sở KH&CN"),
        ("đăng\u00ad ký", "đăng ký"),
        ("14/QĐ\u00adUBND", "14/QĐ-UBND"),
        ("e\ufb03ciency", "efficiency"),
    ],
)
def test_mended(seen: str, meant: str):
    done = repair(seen)
    assert done.text == meant
    assert done.trace.span(0, len(meant)) == (seen.index(seen.strip("\ufeff")[0]), len(seen))


@pytest.mark.parametrize("text", ["ПРИКАЗ № 5", "Москва", "Αθήνα", "a_b ∂x", "Þingvellir er á Íslandi, það"])
def test_words_of_another_script_stay(text: str):
    assert repair(text).text == text


def test_loose_marks_and_look_alikes_are_said():
    done = repair(unicodedata.normalize("NFD", "Tỉnh ủy") + " Q\u00d0-UBND")
    assert [finding.id for finding in done.findings] == ["letters.decomposed", "letters.look_alike"]
    assert "2 chữ" in str(done.findings[0])
