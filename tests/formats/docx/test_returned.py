"""A file that came back from Word still gives its figures and papers, and names what was changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sokhcn.document.nodes import Cite, DateLine, Document, Num, Text
from sokhcn.document.walk import all_sections, changed, citations, leaves, numbers
from sokhcn.formats.docx.read import Returned, read
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx import word_variants as word

DATA = render(every_node(), edition="2022-01/1")
ADVICE = "mục “1. Công tác tham mưu văn bản”"


def after(edit: word.Edit) -> Returned:
    return read(word.edited(DATA, edit))


def told(returned: Returned) -> list[str]:
    return [str(finding) for finding in returned.findings]


def retyped(document: Document, key: str, figure: Num | Text) -> Document:
    return changed(document, lambda run: tuple(figure if isinstance(n, Num) and n.key == key else n for n in run))


@pytest.mark.parametrize(
    "edit",
    [word.split_runs, word.wrap_runs, word.signs, word.alternate, word.move_bookmarks, word.block_control],
    ids=lambda edit: edit.__name__,
)
def test_what_word_wraps_around_words_changes_no_document(edit: word.Edit) -> None:
    returned = after(edit)
    assert returned.document == every_node()
    assert [finding.id for finding in returned.findings if finding.id != "returned.tracked"] == []


@pytest.mark.parametrize("save", [word.rename_ids, word.rename_styles, word.strict], ids=lambda save: save.__name__)
def test_other_names_of_styles_and_spaces_change_no_document(save: Callable[[bytes], bytes]) -> None:
    assert read(save(DATA)) == read(DATA)


def test_a_retyped_figure_is_named_with_both_values() -> None:
    returned = after(word.retype("num:advice.issued", "04"))
    assert told(returned) == [f"{ADVICE}: Số advice.issued đã bị gõ lại: 02 → 04."]
    assert returned.document == retyped(every_node(), "advice.issued", Num("advice.issued", 4, "04"))


def test_a_figure_retyped_to_no_number_is_words() -> None:
    returned = after(word.retype("num:advice.issued", "nhiều"))
    assert told(returned) == [f"{ADVICE}: Số advice.issued đã bị gõ lại: 02 → nhiều."]
    assert "advice.issued" not in [figure.key for figure in numbers(returned.document)]


def test_a_retyped_paper_is_named() -> None:
    tag = "cite:03/2022/QĐ-UBND"
    returned = after(word.retype(tag, "Quyết định số 03/2022/QĐ-UBND ngày 12/01/2022"))
    (said,) = told(returned)
    assert "ngày 11/01/2022 → Quyết định số 03/2022/QĐ-UBND ngày 12/01/2022" in said
    assert [c.paper for c in citations(returned.document)] == [c.paper for c in citations(every_node())]


def test_an_unwrapped_figure_is_found_by_its_words() -> None:
    returned = after(word.unwrap("num:advice.issued"))
    assert returned.document == every_node()
    assert told(returned) == [f"{ADVICE}: Số advice.issued đã mất khung, chữ “02” vẫn còn và được đọc theo chữ."]


def test_a_removed_figure_is_told_as_gone() -> None:
    returned = after(word.remove("num:advice.issued"))
    assert f"{ADVICE}: Số advice.issued (“02”) không còn trong tệp." in told(returned)
    assert len(numbers(returned.document)) == len(numbers(every_node())) - 1


def test_a_figure_in_a_sentence_written_anew_stays_a_figure() -> None:
    sentence = "//w:p[w:pPr/w:pStyle/@w:val='NoiDung'][1]"

    def edit(root: word.Element) -> None:
        first = word.find(root, f"({sentence})[1]/w:r/w:t")[0]
        first.text = "Trong tháng, Sở đã tham mưu ban hành "

    returned = after(edit)
    assert numbers(returned.document) == numbers(every_node())
    (said,) = told(returned)
    assert said.startswith(f"{ADVICE}: Sửa đoạn: “Trong tháng, Sở đã tham mưu ban hành 02 văn bản")


def test_tracked_changes_are_read_as_accepted_and_told_by_person_and_day() -> None:
    returned = after(word.track)
    assert returned.document == every_node()
    assert told(returned) == [
        "Còn 3 chỗ theo dõi sửa đổi của Trần Minh Họa, ngày 03/02/2022; đọc như đã chấp nhận hết."
    ]


def test_a_tracked_move_keeps_the_paper_that_moved() -> None:
    returned = after(word.move_tracked)
    papers = [node.paper for node in leaves(returned.document) if isinstance(node, Cite)]
    assert papers[:2] == ["03/2022/QĐ-UBND", "14-NQ/TU@2022"]
    ids = [finding.id for finding in returned.findings]
    assert "returned.paper_gone" not in ids
    assert "returned.tracked" in ids


def test_comments_are_counted() -> None:
    returned = after(word.comment)
    assert returned.document == every_node()
    assert told(returned) == ["Có 1 ghi chú ngoài lề."]


def test_a_number_and_a_day_filled_in_are_read() -> None:
    def edit(root: word.Element) -> None:
        word.say("//w:p[w:pPr/w:pStyle/@w:val='SoKyHieu']", "Số: 12/BC-SKHCN")(root)
        word.say("//w:p[w:pPr/w:pStyle/@w:val='DiaDanhNgayThang']", "Ninh Thuận, ngày 17 tháng 01 năm 2022")(root)

    head = after(edit).document.head
    assert (head.number, head.symbol, head.place) == ("12", "BC-SKHCN", "Ninh Thuận")
    assert head.dated == DateLine(17, 1, 2022)
    assert head == replace(every_node().head, number="12", dated=DateLine(17, 1, 2022))


def test_lines_added_and_removed_are_named_and_the_rest_stays() -> None:
    def edit(root: word.Element) -> None:
        one, two = word.find(root, "//w:p[w:pPr/w:pStyle/@w:val='LietKe1']")[:2]
        new = word.deepcopy(one)
        for child in list(new)[1:]:
            new.remove(child)
        new.append(word.w("r", word._said("- Tham mưu ban hành Kế hoạch chuyển đổi số.")))
        two.addnext(new)
        one.getparent().remove(one)

    returned = after(edit)
    said = told(returned)
    assert f"{ADVICE}: Thêm: “- Tham mưu ban hành Kế hoạch chuyển đổi số.”." in said
    assert any("Bỏ dòng liệt kê" in line for line in said)
    assert any("14-NQ/TU@2022" in line and "không còn trong tệp" in line for line in said)
    advice = next(s for s in all_sections(returned.document.sections) if s.key == "advice")
    assert advice.blocks[1].items[1].children == (Text("Tham mưu ban hành Kế hoạch chuyển đổi số."),)  # type: ignore[union-attr]


def test_a_changed_row_of_the_appendix_is_that_row() -> None:
    def edit(root: word.Element) -> None:
        word.find(root, "//w:tr[.//w:t='Nghiên cứu minh họa số 2 (minh họa)']//w:t")[1].text = "Nghiên cứu khác"

    returned = after(edit)
    rows = returned.document.appendices[0].blocks[0].rows  # type: ignore[union-attr]
    assert rows[2].cells[1] == (Text("Nghiên cứu khác"),)
    assert told(returned) == [
        "Phụ lục: Sửa hàng của bảng: “2 | Nghiên cứu khác | Cơ sở minh họa 02 (minh họa) | 1.250,5”."
    ]


def test_without_what_was_kept_the_file_is_read_by_its_looks() -> None:
    returned = read(word.forgotten(DATA))
    sections = tuple(all_sections(returned.document.sections))
    assert [(s.key, s.number, s.title) for s in sections] == [
        (s.key, s.number, s.title) for s in all_sections(every_node().sections)
    ]
    assert [s.blocks for s in sections] == [s.blocks for s in all_sections(every_node().sections)]
    assert returned.document.closing == every_node().closing
    assert returned.document.head == every_node().head
    assert [finding.id for finding in returned.findings] == ["returned.unkept"]


def test_bold_by_hand_is_bold() -> None:
    def edit(root: word.Element) -> None:
        run = word.find(root, "//w:r[w:t[contains(., 'Nhìn chung')]]")[0]
        run.insert(0, word.w("rPr", word.w("b")))

    assert "Strong" in repr(after(edit).document.sections[1].blocks)
