"""The page of findings: the text whole and escaped, a mark at each place, a card for each finding."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.formats.html.findings import render
from sokhcn.kernel.finding import Finding, Severity

SOURCE = "<b>Đề án</b> & “triển khai” nhiệm vụ"


def finding(severity: Severity, span: tuple[int, int] | None, said: str = "Sai.") -> Finding:
    return Finding("a.b", severity, said, span=span, where="dòng 1" if span else "")


def shown(page: str) -> str:
    """The text on the left."""
    found = re.search(r'<pre class="text">(.*)</pre>', page, re.DOTALL)
    assert found
    return found[1]


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = render("a.md", SOURCE, [finding(Severity.MUST, (0, 3))]).decode()
    assert not re.search(r"<script|<link|<img|url\(|@import|https?:|\ssrc=", page)
    assert '<html lang="vi">' in page


def test_names_texts_sentences_and_reasons_are_escaped() -> None:
    bad = "<script>1</script>"
    page = render(bad, bad, [finding(Severity.HINT, (0, 5), bad)], [(finding(Severity.HINT, None, bad), bad)]).decode()
    assert "<script>" not in page
    assert page.count("&lt;script&gt;1&lt;/script&gt;") == 5  # title, heading, card, waived with its reason


def test_a_mark_in_a_mark_shows_the_gravest() -> None:
    inner = SOURCE.index("triển"), SOURCE.index("triển") + 5
    page = render("a", SOURCE, [finding(Severity.HINT, (0, len(SOURCE))), finding(Severity.MUST, inner)]).decode()
    marks = re.findall(r'<mark class="(\w+)">([^<]*)</mark>', shown(page))
    assert [look for look, _ in marks] == ["hint", "must", "hint"]
    assert marks[1][1] == "triển"


def test_each_card_is_numbered_and_leads_to_its_place() -> None:
    page = render("a", SOURCE, [finding(Severity.LOOK, (3, 8)), finding(Severity.LOOK, None)]).decode()
    assert page.count('<li class="look">') == 2
    assert "2. <b>cần xem</b> · toàn văn bản" in page
    assert page.count('href="#p1"') == page.count('id="p1"') == 1
    assert "0 phải sửa, 2 cần xem, 0 gợi ý; 0 đã bỏ qua" in page


def test_what_was_waived_stands_below_with_its_reason() -> None:
    page = render("a", SOURCE, [], [(finding(Severity.LOOK, (3, 8)), "A: vì thế")]).decode()
    assert "<h2>Đã bỏ qua</h2>" in page
    assert "<i>A: vì thế</i>" in page
    assert "<mark" not in page


PLACES = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.text(min_size=60, max_size=80), st.lists(PLACES, max_size=6))
def test_the_text_is_whole_whatever_is_marked(source: str, spans: list[tuple[int, int]]) -> None:
    plain = source.replace("\r", " ").replace("\0", " ")
    page = render("a", plain, [finding(Severity.HINT, span) for span in spans]).decode()
    body = re.search(r'<pre class="text">(.*)</pre>\n<div>', page, re.DOTALL)
    assert body
    assert unescape(re.sub(r"</?mark[^>]*>|<a id=\"p\d+\"></a>", "", body[1])) == plain
    assert len(re.findall(r'<a id="p', body[1])) == len(spans)
