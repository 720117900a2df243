"""A chapter's text becomes nodes: figures keep their key, papers are cited, and values are never markup."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.compiler.examining import Place, examine
from sokhcn.compiler.wording import BadWording, Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.build import cite, dash, emph, items, num, para
from sokhcn.document.nodes import Break, Item, Text
from sokhcn.document.walk import block_sentences, words
from sokhcn.figures.figure import Figure
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.periods import PeriodKind, Regime, period

GUESS = Figure("tasks.done@estimate", "Nhiệm vụ, ước", "nhiệm vụ", Kind.ESTIMATE, "", 120, (), "r", ())
PLANNED = Figure("tasks.done@plan", "Nhiệm vụ, kế hoạch", "nhiệm vụ", Kind.PLAN, "", 200, (), "r", ())
DONE = Figure("tasks.done", "Nhiệm vụ", "nhiệm vụ", Kind.FLOW, "", 5, (), "r", (), to_date=50, last_year=4)
TASKS = vocabulary({"tasks.done": FigureWord(replace(DONE, estimate=GUESS, plan=PLANNED))})
BARE = vocabulary({"tasks.done": FigureWord(replace(DONE, to_date=None, last_year=None))})


@dataclass(frozen=True, slots=True)
class Entry:
    body: str
    paper: Mention
    day: date = date(2022, 1, 10)


def mention(number: str, subject: str = "") -> Mention:
    return Mention(f"{number}@2022", "Quyết định", f"{number}/QĐ-UBND", date(2022, 1, 10), "UBND tỉnh", subject)


def figure(key: str, value: int | Decimal, *entries: Any) -> FigureWord:
    return FigureWord(Figure(key, "Văn bản", "văn bản", Kind.FLOW, "", value, (), "r", (), entries))


ENTRIES = (Entry("UBND", mention("1", "về A")), Entry("HĐND", mention("2")), Entry("UBND", mention("3")))
JANUARY = period(PeriodKind.MONTH, 2022, 1, Regime("r", "r", 15, "", date(2019, 1, 1)))
FIGURES = {
    "advice.issued": figure("advice.issued", 3, *ENTRIES),
    "advice.none": figure("advice.none", 0),
    "research.share": FigureWord(Figure("research.share", "Tỷ lệ", "%", Kind.FLOW, "", 12, (), "r", (), ())),
    "research.rate": figure("research.rate", Decimal("96.15")),
}
WORDS = {**vocabulary(FIGURES), "papers": {"1": ENTRIES[0].paper}, "period": JANUARY, "name": "tên"}


def said(source: str, **more: Any) -> Any:
    return Wording({**WORDS, **more}).chapter(source, "Mục 1")


def test_a_figure_stands_as_a_number_with_its_key() -> None:
    assert said("Ban hành {{ advice.issued }} văn bản.") == (
        para("Ban hành ", num("advice.issued", 3, "03"), " văn bản."),
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ research.rate }}%", "96,15%"),
        ("{{ research.share }}% và {{ research.share }}", "12% và 12%"),
        ("{{ advice.issued.value }}", "3"),
        ("{{ period.name }}", "tháng 01 năm 2022"),
        ("{{ period.short_name }}, từ {{ period.start }}", "tháng 01/2022, từ 15/12/2021"),
        ("{{ period.name | upper }}", "THÁNG 01 NĂM 2022"),
        ("{{ name | upper_first }} {{ 'Ủy ban nhân dân' | abbreviated | lower_first }}", "Tên uBND"),
        ("{% if advice.issued > 2 %}nhiều{% else %}ít{% endif %}", "nhiều"),
        ("{% if advice.none %}có{% else %}không{% endif %}", "không"),
        ("{% if advice.none == 0 and not advice.issued < advice.none %}đúng{% endif %}", "đúng"),
        ("{{ advice.issued.entries | each('body') | joined }}", "UBND, HĐND và UBND"),
        ("{{ advice.none.entries | each('body') | joined }}x", "x"),
        ("{{ papers['1'] | dated }}", "Quyết định số 1/QĐ-UBND ngày 10/01/2022"),
        ("{{ papers['1'] | full }}", "Quyết định số 1/QĐ-UBND ngày 10/01/2022 của UBND tỉnh"),
        ("{{ papers['1'] }}", "Quyết định số 1/QĐ-UBND ngày 10/01/2022 của UBND tỉnh về A"),
        (
            "{{ papers['1'] | dated }}; {{ papers['1'] }}",
            "Quyết định số 1/QĐ-UBND ngày 10/01/2022; Quyết định số 1/QĐ-UBND",
        ),
    ],
)
def test_what_a_sentence_says(source: str, text: str) -> None:
    ((sentence,),) = [tuple(block_sentences(block)) for block in said(source)]
    assert words(sentence) == text


def test_a_paper_is_cited_in_full_once_in_the_whole_document() -> None:
    wording = Wording(WORDS)
    first = wording.line("{{ papers['1'] | full }}", "Mục 1")
    later = wording.line("{{ papers['1'] | full }}", "Mục 2")
    assert first == (cite("1@2022", "Quyết định số 1/QĐ-UBND ngày 10/01/2022 của UBND tỉnh"),)
    assert later == (cite("1@2022", "Quyết định số 1/QĐ-UBND"),)


def test_entries_become_items_of_one_list() -> None:
    source = "Gồm:\n\n{% for e in advice.issued.entries %}\n- {{ e.body }}.\n\n{% endfor %}"
    assert said(source) == (para("Gồm:"), items(dash("UBND."), dash("HĐND."), dash("UBND.")))


def test_groups_hold_their_entries_below_them() -> None:
    source = (
        "{% for g in advice.issued.entries | grouped('body') %}\n"
        "- {{ g.key }}:\n{% for e in g.entries %}\n  + {{ e.paper.code }}\n{% endfor %}{% endfor %}"
    )
    plus = [Item("+", (Text(f"{n}/QĐ-UBND"),)) for n in "132"]
    assert said(source) == (items(dash("UBND:", below=plus[:2]), dash("HĐND:", below=plus[2:])),)


def test_paragraphs_italics_and_lines_that_go_on() -> None:
    assert said("Một *hai {{ name }}* ba\nbốn.\n\n\n  Năm") == (
        para("Một ", emph("hai tên"), " ba bốn."),
        para("Năm"),
    )


def test_a_line_break_in_a_title_stays() -> None:
    assert Wording(WORDS).line("KẾT QUẢ\n{{ name }}", "Trích yếu") == (Text("KẾT QUẢ"), Break(), Text("tên"))


@pytest.mark.parametrize("source", ["", " \n\n ", "{% if advice.none %}x{% endif %}", "- {{ '' }}", "{# ghi chú #}"])
def test_a_chapter_that_says_nothing_has_no_blocks(source: str) -> None:
    assert said(source) == ()


MARKUP = st.text(st.sampled_from("*{}%#-+ \n\\_[]()0\ue000\ue001\r\u2028a"), min_size=1)


@given(MARKUP | st.text(min_size=1))
def test_a_value_is_never_markup(value: str) -> None:
    assert said("{{ v }}", v=value) == (para(value),)
    assert said("- a *b {{ v }}* c", v=value) == (items(dash("a ", emph("b ", value), " c")),)
    assert said("{% for e in v %}{{ e }};{% endfor %}", v=(value, value)) == (para(value, ";", value, ";"),)


@given(st.text(st.sampled_from("\ue000\ue001012 a")))
def test_a_text_cannot_forge_the_mark_of_a_value(text: str) -> None:
    blocks = said("{{ name }}\n\n" + text)
    assert blocks[0] == para("tên")
    assert all("tên" not in words(sentence) for block in blocks[1:] for sentence in block_sentences(block))


# --- what may not be said ---------------------------------------------------------------------------------------


def found(source: str) -> list[str]:
    return [finding.id for finding in examine(source, "Mục 1", WORDS)]


@pytest.mark.parametrize(
    ("source", "finding"),
    [
        ("{{ nothing }}", "wording.name"),
        ("{{ advice.other }}", "wording.name"),
        ("{{ period.regime }}", "wording.name"),
        ("{{ loop.index }}", "wording.name"),
        ("{{ papers['9'] }}", "wording.name"),
        ("{{ papers.one }}", "wording.name"),
        ("{{ advice.issued.todate }}", "wording.name"),
        ("{{ advice.issued.entries.body }}", "wording.name"),
        ("{% for e in advice.issued.entries %}{% endfor %}{{ e }}", "wording.name"),
        ("{% for e in advice.issued.entries %}{{ e.nope }}{% endfor %}", "wording.name"),
        ("{% for e in advice.issued.entries %}{{ e.paper.nope }}{% endfor %}", "wording.name"),
        ("{% for e in advice.issued.entries %}{{ e.body.upper }}{% endfor %}", "wording.name"),
        ("{{ advice.issued.entries | each('nope') | joined }}", "wording.name"),
        ("{% for g in advice.issued.entries | grouped('nope') %}{% endfor %}", "wording.name"),
        ("{% for g in advice.issued.entries | grouped('body') %}{{ g.name }}{% endfor %}", "wording.name"),
        (
            "{% for g in advice.issued.entries | grouped('body') %}{% for e in g.entries %}{{ e.nope }}{% endfor %}"
            "{% endfor %}",
            "wording.name",
        ),
        ("{{ name | length }}", "wording.filter"),
        ("{{ name | attr('x') }}", "wording.filter"),
        ("{{ name | safe }}", "wording.filter"),
        ("{{ 1 + 1 }}", "wording.foreign"),
        ("{{ name * 9 }}", "wording.foreign"),
        ("{{ name ~ name }}", "wording.foreign"),
        ("{{ 9 ** 9 }}", "wording.foreign"),
        ("{{ (1, 2) }}", "wording.foreign"),
        ("{{ name[0:1] }}", "wording.foreign"),
        ("{{ name() }}", "wording.foreign"),
        ("{{ name is defined }}", "wording.foreign"),
        ("{{ 'a' if name else 'b' }}", "wording.foreign"),
        ("{% set x = 1 %}", "wording.foreign"),
        ("{% macro m() %}{% endmacro %}", "wording.foreign"),
        ("{% call name() %}{% endcall %}", "wording.foreign"),
        ("{% import 'x' as y %}", "wording.foreign"),
        ("{% from 'x' import y %}", "wording.foreign"),
        ("{% include 'x' %}", "wording.foreign"),
        ("{% extends 'x' %}", "wording.foreign"),
        ("{% block b %}{% endblock %}", "wording.foreign"),
        ("{% filter upper %}x{% endfilter %}", "wording.foreign"),
        ("{% with x = 1 %}{% endwith %}", "wording.foreign"),
        (
            "{% for a in advice.issued.entries %}{% for b in advice.issued.entries %}{% endfor %}{% endfor %}",
            "wording.loop",
        ),
        (
            "{% for a in name %}{% if a %}{% for b in name | grouped(a) %}{% endfor %}{% endif %}{% endfor %}",
            "wording.loop",
        ),
        ("{% for a in name %}" * 30 + "{% endfor %}" * 30, "wording.loop"),
        ("{% for a in name %}", "wording.grammar"),
        ("{{ name", "wording.grammar"),
        ("{% do name %}", "wording.grammar"),
        ("x" * 20_001, "wording.size"),
        ("{{ " + "9" * 5000 + " }}", "wording.number"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "wording.deep"),
    ],
)
def test_what_may_not_be_there_is_found_before_it_is_saved(source: str, finding: str) -> None:
    assert finding in found(source)
    with pytest.raises(BadWording, match="Mục 1"):
        said(source)


def test_a_finding_names_the_line_and_what_there_is() -> None:
    (finding,) = examine("một\n\n{{ nothing }}", "Mục 1", WORDS)
    assert str(finding) == "Mục 1, dòng 3: Không có tên “nothing”. Có: advice, research, papers, period, name."


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ name.__class__ }}",
        "{{ advice.__class__ }}",
        "{{ advice.issued.__init__.__globals__ }}",
        "{{ advice.issued.entries.__class__.__base__ }}",
        "{{ papers.__class__ }}",
        "{{ papers['__class__'] }}",
        "{{ period._regime }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ url_for.__globals__ }}",
        "{{ config.items() }}",
        "{{ request.application }}",
        "{{ range(999999999) }}",
        "{{ dict(a=1) }}",
        "{{ '%s' % name }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{{ name.format(1) }}",
        "{{ () | attr('__class__') }}",
        "{{ name | map(attribute='__class__') | list }}",
        "{{ advice.issued.entries | each(attribute='body') }}",
        "{% for a in ().__class__.__base__.__subclasses__() %}{% endfor %}",
        "{% for x in advice.issued.entries recursive %}{{ loop(x) }}{% endfor %}",
        "{% if name.__class__ %}{% endif %}",
        "{% for a in advice.issued.entries %}{{ a.__class__ }}{% endfor %}",
        "{% print(name.__class__) %}",
        "{{ name.__class__ | upper }}",
        "{% autoescape true %}{% endautoescape %}",
        "{% trans %}x{% endtrans %}",
        "{% debug %}",
    ],
)
def test_no_known_way_out_of_the_sandbox_is_open(source: str) -> None:
    assert found(source)
    with pytest.raises(BadWording):
        said(source)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ advice }}", "không có cách viết cho Area"),
        ("{{ true }}", "không có cách viết cho bool"),
        ("{{ 5 | upper }}", "upper"),
        ("{{ 5 | joined }}", "Không viết được"),
        ("{{ name | grouped }}", "Không viết được"),
        ("{% if advice.issued > name %}{% endif %}", "Không viết được"),
        ("{% for a in 5 %}{% endfor %}", "Không viết được"),
    ],
)
def test_what_cannot_be_said_is_told_with_its_place(source: str, why: str) -> None:
    with pytest.raises(BadWording) as bad:
        said(source)
    assert bad.value.finding.id == "wording.unsaid"
    assert str(bad.value).startswith("Mục 1: Không viết được")
    assert why in str(bad.value)


def test_every_misspelt_name_is_found_at_once_with_its_line_and_the_one_that_was_meant() -> None:
    source = (
        "{{ advise.issued }}\n{% for e in advice.issued.entries %}\n- {{ e.boby }}\n{% endfor %}\n{{ name | uper }}"
    )
    assert [str(finding) for finding in examine(source, Place("mau.txt", 11), WORDS)] == [
        "mau.txt, dòng 15: Không có bộ lọc “uper”. Có phải “upper”?",
        "mau.txt, dòng 11: Không có tên “advise”. Có phải “advice”?",
        "mau.txt, dòng 13: Không có tên “e.boby”. Có phải “body”?",
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ 1 + 1 }}", "Mẫu câu không dùng được phép cộng."),
        ("{% set x = 1 %}", "Mẫu câu không dùng được {% set %}."),
        ("{{ name", "Sai cú pháp: thiếu dấu đóng }} hoặc %}."),
        ("{% for a in name %}", "Sai cú pháp: thiếu thẻ đóng của “for”."),
        ("{% do name %}", "Sai cú pháp: không có thẻ “do”; chỉ có if, elif, else, endif, for, endfor."),
        ("{{ }}", "Sai cú pháp: chỗ này cần một tên hoặc một giá trị, lại gặp “}}”."),
        ("{{ name name }}", "Sai cú pháp: cần “}}” mà gặp “một tên”."),
    ],
)
def test_a_refusal_speaks_vietnamese(source: str, said: str) -> None:
    assert [str(finding) for finding in examine(source, "Mục", {"name": ""})] == [f"Mục, dòng 1: {said}"]


def test_an_attribute_that_is_not_declared_yields_nothing() -> None:
    assert said("x{{ advice.issued.entries | each('__class__') | joined }}") == (para("x"),)


def test_a_text_may_not_grow_without_end() -> None:
    with pytest.raises(BadWording, match="dài quá"):
        said("{% for a in many %}" + "x" * 1000 + "{% endfor %}", many=range(10_000))


PIECES = ["{{", "}}", "{%", "%}", "for", "a", "in", "advice.issued", ".entries", "|", "each", "('x')", "if", "endif"]
SOURCES = st.lists(st.sampled_from([*PIECES, "endfor", "not", "(", ")", "[", "]", " ", "\n", "- ", "*", "9", "'", "~"]))


@given(SOURCES.map(" ".join) | st.text())
def test_any_text_is_said_or_refused_with_a_finding(source: str) -> None:
    problems = found(source)
    try:
        said(source)
    except BadWording as bad:
        problems.append(bad.finding.id)
    assert all(problem.startswith("wording.") for problem in problems)


def test_a_breakdown_says_each_figure_that_is_not_nought_with_its_unit() -> None:
    figures = [Figure(f"r.a{n}", "", f"nhiệm vụ loại {n}", Kind.FLOW, "", n, (), "r", ()) for n in (5, 0, 2, 1)]
    said = Wording(vocabulary({f.key: FigureWord(f) for f in figures})).line(
        "({{ [r.a5, r.a0, r.a2, r.a1] | breakdown }})", "câu"
    )
    assert words(said) == "(05 nhiệm vụ loại 5, 02 nhiệm vụ loại 2 và 01 nhiệm vụ loại 1)"


def test_a_star_without_its_fellow_is_a_star() -> None:
    assert said("Một * hai {{ name }}.") == (para("Một * hai tên."),)


@pytest.mark.parametrize("source", ["Về {{ v }}.", "Về {{ v }}"])
def test_a_value_that_ends_in_a_full_stop_ends_the_sentence(source: str) -> None:
    assert said(source, v="việc A.") == (para("Về việc A."),)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("Lũy kế {{ tasks.done.to_date }}.", ("Lũy kế ", num("tasks.done@to_date", 50, "50"), ".")),
        ("Cùng kỳ {{ tasks.done.last_year }}.", ("Cùng kỳ ", num("tasks.done@last_year", 4, "04"), ".")),
        ("Đã có {{ tasks.done.estimate }}.", ("Đã có ", "ước ", num("tasks.done@estimate", 120, "120"), ".")),
        ("Nay {{ tasks.done.estimate | reached }}.", ("Nay ", "ước đạt ", num("tasks.done@estimate", 120, "120"), ".")),
        ("Nay {{ tasks.done | reached }}.", ("Nay ", num("tasks.done", 5, "05"), ".")),
        ("Đạt {{ tasks.done.share }}.", ("Đạt ", num("tasks.done@share", Decimal("25.00"), "25"), "%", ".")),
        ("Tăng {{ tasks.done.growth }}.", ("Tăng ", num("tasks.done@growth", Decimal("25.00"), "25"), "%", ".")),
        ("Nay {{ tasks.done.change | compared }}.", ("Nay ", "tăng ", num("tasks.done@change", 1, "01"), ".")),
        (
            "Nay {{ less.done.growth | compared }}.",
            ("Nay ", "giảm ", num("less.done@growth", Decimal(50), "50"), "%", "."),
        ),
        ("Nay {{ same.done.change | compared }}.", ("Nay ", "không thay đổi", ".")),
        ("Nay {{ same.done | compared }}.", ("Nay ", "bằng cùng kỳ năm trước", ".")),
        (
            "{{ less.done | compared }}.",
            ("giảm ", num("less.done@change", 2, "02"), " nhiệm vụ so với cùng kỳ năm trước."),
        ),
        ("Tăng {{ [tasks.done.change] | breakdown }}.", ("Tăng ", num("tasks.done@change", 1, "01"), " nhiệm vụ", ".")),
    ],
)
def test_a_figure_is_said_in_its_aspects_under_a_key_of_their_own(source: str, parts: tuple[Any, ...]) -> None:
    less = FigureWord(replace(DONE, key="less.done", value=2))
    same = FigureWord(replace(DONE, key="same.done", value=4))
    (block,) = Wording({**TASKS, **vocabulary({"less.done": less, "same.done": same})}).chapter(source, "Mục 1")
    assert merged(block.children) == merged(para(*parts).children)


def merged(inlines: Any) -> list[Any]:
    """Inlines with texts that follow each other made one."""
    found: list[Any] = []
    for one in inlines:
        if found and isinstance(one, Text) and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + one.text)
        else:
            found.append(one)
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Ước: {{ tasks.done.estimate }}.", "Ước: –."),
        ("Tăng {{ tasks.done.growth }}.", "Tăng –."),
        ("So với cùng kỳ: {{ tasks.done.growth | compared }}.", "So với cùng kỳ: –."),
        ("A{{ tasks.done | compared }}.", "A."),
        ("A{% if tasks.done.estimate %} ước{% endif %}.", "A."),
        ("A{% if tasks.done.growth > 0 %} tăng{% elif tasks.done.growth < 0 %} giảm{% endif %}.", "A."),
        ("A{% if tasks.done.growth >= 0 or tasks.done.growth <= 0 %} so được{% endif %}.", "A."),
        ("A{% if tasks.done > tasks.done.last_year %} tăng{% endif %}.", "A."),
        ("A{% if tasks.done.estimate == 0 %} không{% endif %}.", "A."),
    ],
)
def test_what_has_no_value_is_a_dash_and_neither_more_nor_less(source: str, text: str) -> None:
    (block,) = Wording(BARE).chapter(source, "Mục 1")
    assert words(block.children) == text


def test_an_aspect_that_there_is_not_is_found_when_it_is_said() -> None:
    with pytest.raises(BadWording):
        Wording(TASKS).chapter("{{ tasks.done.nope }}", "Mục 1")


def test_a_text_is_read_once_and_said_with_the_values_of_each_document():
    source = "{{ 'a' }} và {{ x }}"
    assert Wording({"x": "b"}).chapter(source, "w") == (para("a", " và ", "b"),)
    assert Wording({"x": "c"}).chapter(source, "w") == (para("a", " và ", "c"),)
    twice = Wording({"x": "d"})
    assert [twice.chapter(source, "w"), twice.chapter(source, "w")] == [(para("a", " và ", "d"),)] * 2
