"""Recipients and signatures, below each other or in two columns; appendices."""

import pytest

from tests.reader.plain import read

TOP = "BÁO CÁO\nKết quả tháng 01 năm 2022\n\n1. Công tác chung\nTrên đây là báo cáo./.\n\n"


def test_below_each_other() -> None:
    found = read(TOP + "Nơi nhận:\n- Như trên;\n- VP UBND tỉnh;\n- Lưu: VT, VP.\nKT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn B")
    assert found.recipients == ("Như trên", "VP UBND tỉnh", "Lưu: VT, VP")
    assert (found.signature.authority, found.signature.position, found.signature.name) == (
        "KT.GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Văn B",
    )
    assert found.items[-1].where == "recipients"


@pytest.mark.parametrize("gap", ["\t", "        "])
def test_in_two_columns(gap: str) -> None:
    rows = (
        ("Nơi nhận:", "KT. GIÁM ĐỐC"),
        ("- Như trên;", "PHÓ GIÁM ĐỐC"),
        ("- Lãnh đạo Sở;", "(Đã ký)"),
        ("- Lưu: VT, VP.", "Lê Thị Hồng Hạnh"),
    )
    found = read(TOP + "\n".join(gap.join(row) for row in rows))
    assert found.recipients == ("Như trên", "Lãnh đạo Sở", "Lưu: VT, VP")
    assert (found.signature.authority, found.signature.position, found.signature.name) == (
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Thị Hồng Hạnh",
    )
    assert found.signature.signed_mark == "(Đã ký)"


def test_a_director_signs_by_himself() -> None:
    found = read(TOP + "Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\n\n\nTS. Nguyễn Văn A").signature
    assert (found.authority, found.position, found.name) == (None, "GIÁM ĐỐC", "Nguyễn Văn A")


def test_a_committee_signs() -> None:
    found = read(TOP + "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A").signature
    assert (found.authority, found.position) == ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_draft_may_have_no_ending() -> None:
    found = read("BÁO CÁO\nKết quả tháng 01 năm 2022\n\n1. Công tác chung\nHết.")
    assert (found.recipients, found.signature.name, found.annexes) == ((), None, ())


ANNEXED = """Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
Nguyễn Văn A

Phụ lục I
DANH MỤC NHIỆM VỤ
(Kèm theo Báo cáo số 1)
Phụ lục II
BẢNG TỔNG HỢP"""


def test_appendices_behind_the_signature() -> None:
    assert [(a.label, a.title) for a in read(TOP + ANNEXED).annexes] == [
        ("Phụ lục I", "DANH MỤC NHIỆM VỤ"),
        ("Phụ lục II", "BẢNG TỔNG HỢP"),
    ]


def test_a_sentence_that_names_an_appendix_is_none() -> None:
    assert read(TOP.replace("Trên đây", "Phụ lục kèm theo báo cáo")).annexes == ()


def test_a_bar_may_part_recipients_from_the_signature() -> None:
    text = "BÁO CÁO\nA\n\n1. Việc\nB.\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT. | TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nĐỗ Minh Khoa"
    found = read(text)
    assert found.recipients == ("UBND tỉnh", "Lưu: VT")
    signed = found.signature
    assert (signed.authority, signed.position, signed.name) == ("TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Đỗ Minh Khoa")
