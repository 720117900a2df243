"""The article for the application: figures lead to their source, all is escaped, nothing brings its own style."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from sokhcn.document.build import cite, inlines, num, para, section
from sokhcn.document.nodes import Break, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.document.walk import numbers, words
from sokhcn.formats.html.render import fragment
from tests.document_strategies import DOCUMENTS
from tests.documents import every_node

EMPTY = ("br", "col")


class Nesting(HTMLParser):
    """Fails where an element is closed that is not the one last opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "style")
        assert not any(name == "style" or name.startswith("on") for name, _ in attrs)
        if tag not in EMPTY:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def one(*content: object) -> Document:
    return replace(every_node(), sections=(section("s", 1, "I", "T", para(*content)),), appendices=())


def test_a_figure_leads_where_it_is_told() -> None:
    html = fragment(every_node(), DECREE_30, lambda key: f"?why={key}&from=report")
    assert '<a class="fig" href="?why=advice.issued&amp;from=report" data-key="advice.issued">02</a>' in html
    assert html.count('class="fig"') == len(numbers(every_node()))


def test_without_a_place_to_lead_to_a_figure_is_plain() -> None:
    html = fragment(one(num("advice.issued", 2, "02"), cite("14-NQ/TU@2022", "Nghị quyết số 14-NQ/TU")))
    assert '<span class="fig" data-key="advice.issued">02</span>' in html
    assert '<span class="cite" data-paper="14-NQ/TU@2022">Nghị quyết số 14-NQ/TU</span>' in html
    assert "<a " not in html


def test_hostile_words_stay_words() -> None:
    spite = '"><script>alert(1)</script>'
    html = fragment(one(spite, num(spite, 1, spite), cite(spite, spite)), DECREE_30, lambda key: key)
    assert "<script" not in html
    assert html.count("&quot;&gt;&lt;script&gt;") == 6


def test_sections_can_be_led_to_and_come_below_the_title() -> None:
    html = fragment(every_node())
    assert '<h2 class="subject first">BÁO CÁO</h2>' in html
    assert '<h3 id="s-results">I. KẾT QUẢ' in html
    assert '<h4 id="s-advice">1. Công tác' in html


def test_a_break_is_a_new_line_only_in_titles() -> None:
    html = fragment(one("một", Break(), "hai"))
    assert "<p>một hai</p>" in html
    assert "năm 2022<br>và phương hướng" in html


def test_items_are_lists_inside_lists_with_their_labels() -> None:
    html = fragment(every_node())
    assert '. Trọng tâm:<ul role="list">\n<li>- Tham mưu dự thảo Nghị quyết của HĐND tỉnh.</li>' in html


def test_a_draft_keeps_its_gaps() -> None:
    html = fragment(every_node())
    assert 'Số:<span class="gap"></span>/BC-SKHCN' in html
    assert 'Ninh Thuận, ngày<span class="gap"></span>tháng 01 năm 2022' in html
    assert 'Báo cáo số<span class="gap"></span>/BC-SKHCN ngày<span class="gap"></span>tháng 01' in html


def test_a_table_repeats_its_header_and_keeps_its_kinds_of_rows() -> None:
    html = fragment(every_node(1))
    assert '<thead><tr><th scope="col">TT</th>' in html
    assert '<tr class="group"><th scope="rowgroup" colspan="4">A. Cấp tỉnh</th></tr>' in html
    assert '<tr class="total"><td class="centre"></td><td>Cộng</td>' in html
    assert '<td class="right">1.250,5</td>' in html


def test_only_unusual_sizes_are_named() -> None:
    assert " data-" not in fragment(every_node()).splitlines()[0]
    assert ' data-body-pt="13" data-line-spacing="1.5">' in fragment(
        every_node(), Profile(body_pt=13, line_spacing=1.5)
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_any_document_is_well_nested(document: Document) -> None:
    reader = Nesting()
    reader.feed(fragment(document))
    reader.close()
    assert reader.opened == []


def test_the_words_stand_in_reading_order() -> None:
    reader = Nesting()
    reader.feed(fragment(replace(every_node(), head=replace(every_node().head, subject=inlines("Kết quả")))))
    titles = [words(s.title) for s in every_node().sections]
    places = [reader.said.index(text) for text in ("BÁO CÁO", "Kính gửi:", *titles, "Nơi nhận:", "Phụ lục\n")]
    assert places == sorted(places)
