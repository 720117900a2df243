"""Bytes of a text file as letters, whatever encoding they are in."""

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.decoding import decoded
from sokhcn.document.letters import Unreadable
from sokhcn.kernel.charsets import TCVN3, VISCII, VNI
from sokhcn.kernel.legacy import repair

TEXT = (
    "Sở Khoa học và Công nghệ tỉnh Ninh Thuận báo cáo kết quả hoạt động tháng 01 năm 2022.\n"
    "Đã tham mưu ban hành 06 văn bản; tổ chức nghiệm thu đối với 01 nhiệm vụ cấp tỉnh, xếp loại Đạt.\n"
)
TONES = "\u0300\u0309\u0303\u0301\u0323"


def in_1258(text: str) -> bytes:
    """Windows' own Vietnamese encoding: letters with their marks, tones behind them."""
    loose = unicodedata.normalize("NFD", text)
    joined = "".join(
        letter if letter in TONES else unicodedata.normalize("NFC", letter)
        for letter in unicodedata.normalize("NFC", "".join(c for c in loose))
    )
    made = b""
    for letter in joined:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
        made += (base + "".join(c for c in parts if c in TONES)).encode("cp1258")
    return made


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_its_forms(name: str):
    assert decoded(TEXT.encode(name)).text == TEXT
    assert decoded(TEXT.encode(name)).findings == ()


def test_windows_1258_is_read_and_said():
    found = decoded(in_1258(TEXT))
    assert repair(found.text).text == TEXT
    assert "Windows-1258" in str(found.findings[0])


@pytest.mark.parametrize(
    "data",
    [TCVN3.encoded(TEXT).encode("cp1252"), VNI.encoded(TEXT).encode("cp1252"), VISCII.encoded(TEXT).encode("latin-1")],
    ids=["TCVN3", "VNI", "VISCII"],
)
def test_old_fonts_are_left_to_the_repair(data: bytes):
    assert repair(decoded(data).text).text == TEXT


def test_western_text_is_read_and_said():
    found = decoded("Café “naïve”, señor".encode("cp1252"))
    assert found.text == "Café “naïve”, señor"
    assert "Windows-1252" in str(found.findings[0])


def test_a_broken_byte_in_unicode_is_said_with_its_place():
    found = decoded((TEXT * 20).encode() + b"\xff" + TEXT.encode())
    assert found.text == TEXT * 20 + "\ufffd" + TEXT
    assert "1 chỗ hỏng" in str(found.findings[0])


@pytest.mark.parametrize(("data", "said"), [(b" \r\n\t", "không có chữ"), (b"\x00\x01\x02" * 99, "không phải văn bản")])
def test_what_is_no_text_is_refused(data: bytes, said: str):
    with pytest.raises(Unreadable, match=said):
        decoded(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes):
    with contextlib.suppress(Unreadable):
        assert decoded(data).text.strip("\ufeff\u200b")
