"""A Word file with notes: a comment at the words of each, and the text as it was."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from sokhcn.formats.docx.annotating import AUTHOR, Note, annotated, annotated_lines
from sokhcn.formats.docx.letters import letters
from sokhcn.formats.docx.render import render
from tests.documents import every_node
from tests.formats.docx.foreign import foreign, p, r
from tests.needs import program


def noted(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment stands at, and what it says."""
    document = Document(BytesIO(data))
    said = {str(comment.comment_id): comment.text for comment in document.comments}
    open_, words = [], dict.fromkeys(said, "")
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.append(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_:
                words[number] += element.text or ""
    assert not open_
    return [(words[number], said[number]) for number in said]


def test_a_note_stands_at_its_words_and_the_text_is_as_it_was() -> None:
    data = foreign(p("BÁO CÁO") + p("Đã đảm bảo tiến độ, chất lượng."))
    done = annotated(data, [Note(1, "đảm bảo", "Viết “bảo đảm”."), Note(1, "chất lượng", "Thừa.")])
    assert noted(done) == [("đảm bảo", "Viết “bảo đảm”."), ("chất lượng", "Thừa.")]
    assert letters(done).text == letters(data).text
    assert {comment.author for comment in Document(BytesIO(done)).comments} == {AUTHOR}


def test_words_over_several_runs_and_notes_over_each_other() -> None:
    data = foreign(f"<w:p>{r('Quyết định ')}{r('số 21', '<w:b/>')}{r('/QĐ-UBND ngày 10')}</w:p>")
    notes = [Note(0, "định số 21/QĐ-UBND", "Một."), Note(0, "21", "Hai.")]
    done = annotated(data, notes)
    assert noted(done) == [("định số 21/QĐ-UBND", "Một."), ("21", "Hai.")]
    assert letters(done).text == letters(data).text


def test_a_note_without_a_place_stands_at_the_first_words() -> None:
    data = foreign(p() + p("BÁO CÁO") + p("Xong."))
    assert noted(annotated(data, [Note(None, "", "Thiếu."), Note(99, "x", "Xa.")])) == [
        ("BÁO CÁO", "Thiếu."),
        ("BÁO CÁO", "Xa."),
    ]
    assert noted(annotated(data, [Note(2, "không có", "Cả đoạn.")])) == [("Xong.", "Cả đoạn.")]


def test_our_own_report_keeps_its_text_and_its_marks() -> None:
    data = render(every_node())
    before = letters(data)
    number = before.lines[0].origin.paragraph
    done = annotated(data, [Note(number, before.of(before.lines[0]), "Đầu trang.")])
    after = letters(done)
    assert (after.text, after.known) == (before.text, before.known)
    assert noted(done) == [(before.of(before.lines[0]), "Đầu trang.")]


def test_what_was_no_word_file_becomes_one() -> None:
    done = annotated_lines(["Một", "", "Hai \x00 ba"], [Note(2, "Hai", "Sai.")])
    assert noted(done) == [("Hai", "Sai.")]
    assert [paragraph.text for paragraph in Document(BytesIO(done)).paragraphs][:2] == ["Một", ""]


@pytest.mark.needs("soffice")
def test_an_office_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(annotated(render(every_node()), [Note(None, "", "Một chú thích.")]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = [program("soffice"), "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), str(file)]
    subprocess.run(order, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "a.odt").stat().st_size > 5_000
