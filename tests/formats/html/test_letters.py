"""Web pages: words as a browser shows them, and what our own pages say figures are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.letters import Letters, Role, Unreadable
from sokhcn.formats.html.letters import letters
from sokhcn.formats.html.render import render
from tests.documents import every_node


def lines(page: str) -> list[str]:
    found = letters(page.encode())
    return [found.of(line) for line in found.lines]


def rows(found: Letters, grid: int = 0) -> list[list[str]]:
    return [["/".join(found.of(found.lines[n]) for n in cell) for cell in row] for row in found.grids[grid].rows]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("<p>Xin  \n chào<p>Bạn", ["Xin chào", "Bạn"]),
        ("a<br>b <i>c</i>d", ["a", "b cd"]),
        ("KH&amp;CN &lt;5&nbsp;%", ["KH&CN <5\xa0%"]),
        ("<script>x</script><style>y</style><title>z</title><p hidden>h</p><p style='display:none'>n</p>a", ["a"]),
        ("<pre>a  b\nc</pre>", ["a  b", "c"]),
        ("<ol><li>một<li>hai</ol>", ["1. một", "2. hai"]),
        ("<ol type=a start=3><li>một<li value=9>hai</ol><ol type=I><li>ba</ol>", ["c. một", "i. hai", "I. ba"]),
        ("<ul><li>một<ul><li>hai</ul><li>- ba</ul>", ["- một", "- hai", "- ba"]),
        ("<ol><li>1. đã có số</ol>", ["1. đã có số"]),
    ],
)
def test_words_as_a_browser_shows_them(page: str, read: list[str]):
    assert lines(f"<html><body>{page}</body></html>") == read


def test_looks_are_hints():
    found = letters(
        b"<html><center>A</center><h2>B</h2><p style='font-weight:bold;text-align:center'>C</p><p><em>D</em></p>"
        b"<font face='.VnTime'>E</font></html>"
    )
    hints = {found.of(line): line.hint for line in found.lines}
    assert (hints["A"].centred, hints["A"].bold) == (True, False)
    assert (hints["B"].level, hints["B"].bold) == (2, True)
    assert (hints["C"].centred, hints["C"].bold) == (True, True)
    assert hints["D"].italic
    assert hints["E"].font == ".VnTime"


def test_tables_with_and_without_borders():
    page = "<table><tr><td>Trái<br>dưới<td>Phải</table><table border=1><tr><th>TT<th>Tên<tr><td>1<td></table>"
    found = letters(f"<html>{page}</html>".encode())
    assert [grid.ruled for grid in found.grids] == [False, True]
    assert rows(found) == [["Trái/dưới", "Phải"]]
    assert rows(found, 1) == [["TT", "Tên"], ["1", ""]]
    assert [line.role for line in found.lines] == [Role.BODY] * 3 + [Role.CELL] * 3


def test_our_own_page_says_what_its_figures_and_papers_are():
    found = letters(render(every_node()))
    known = {(one.kind, one.key, found.text[one.start : one.end]) for one in found.known}
    assert ("num", "research.managed.national", "05") in known
    assert ("cite", "03/2022/QĐ-UBND", "Quyết định số 03/2022/QĐ-UBND ngày 11/01/2022") in known
    assert rows(found)[0] == ["TT", "Tên nhiệm vụ", "Tổ chức chủ trì", "Kinh phí"]
    assert found.grids[0].ruled
    assert "- Như trên;" in [found.of(line) for line in found.lines]


def test_the_encoding_that_a_page_names():
    page = '<html><head><meta charset="windows-1252"></head><body>café</body></html>'
    assert letters(page.encode("cp1252")).text == "café\n"


def test_entities_of_its_own_say_nothing_and_fetch_nothing():
    page = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>x &b; &f; y</p></body></html>'
    )
    found = letters(page.encode())
    assert "root:" not in found.text
    assert len(found.text) < len(page)


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>a</script></html>"])
def test_a_page_without_words_is_refused(page: str):
    with pytest.raises(Unreadable, match="không có chữ"):
        letters(page.encode())


TAGS = "<p> </p> <table> <tr> <td> </td> </tr> </table> <ol> <li> </ol> <br> a < & <b>"


@given(st.lists(st.sampled_from(TAGS.split())))
def test_any_tangle_of_tags_is_read(tags: list[str]):
    found = letters(("<html><body>x" + "".join(tags)).encode())
    assert found.text.startswith("x")
    assert [line.start for line in found.lines] == sorted(line.start for line in found.lines)
