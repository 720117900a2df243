"""Automatic numbers come out as Word prints them."""

import pytest

from sokhcn.formats.docx.letters import letters
from sokhcn.formats.docx.numbering import counted_as
from tests.formats.docx.foreign import foreign, level, numbered, p

REPORT = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>')
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "bullet", "-", '<w:suff w:val="space"/>')
    + level(2, "bullet", "+", '<w:suff w:val="nothing"/>')
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">'
    + level(0, "upperRoman", "Điều %1.")
    + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    + level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
)


def lines(*paragraphs: str, styles: str = "") -> list[str]:
    return letters(foreign("".join(paragraphs), numbering=REPORT, styles=styles)).text.splitlines()


def test_levels_count_and_begin_anew_below_a_new_parent() -> None:
    body = [("A", 0), ("a", 1), ("x", 2), ("y", 2), ("b", 1), ("z", 2), ("c", 3), ("d", 3), ("B", 0), ("e", 1)]
    assert lines(*(numbered(text, 1, place) for text, place in body)) == [
        "I. A",
        "1. a",
        "1.1. x",
        "1.2. y",
        "2. b",
        "2.1. z",
        "a) c",
        "b) d",
        "II. B",
        "1. e",
    ]


def test_lists_of_one_pattern_count_on_and_an_override_begins_anew_once() -> None:
    assert lines(numbered("a", 1), numbered("b", 5), numbered("c", 3), numbered("d", 3), numbered("e", 1)) == [
        "I. a",
        "II. b",
        "IV. c",
        "V. d",
        "VI. e",
    ]


def test_bullets_are_shown_as_the_signs_they_look_like() -> None:
    assert lines(*(numbered("a", 2, place) for place in range(3))) == ["• a", "- a", "+a"]


def test_legal_numbers_are_decimal_and_a_level_may_never_restart() -> None:
    body = [("a", 0), ("b", 1), ("c", 2), ("d", 0), ("e", 1), ("f", 2)]
    assert lines(*(numbered(text, 4, place) for text, place in body)) == [
        "Điều I. a",
        "1.1 b",
        "1. c",
        "Điều II. d",
        "2.1 e",
        "2. f",
    ]


def test_a_style_brings_its_number_and_zero_takes_it_away() -> None:
    muc = (
        '<w:style w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    own = '<w:style w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Muc"/></w:style>'
    styled = [
        p("a", '<w:pStyle w:val="Muc"/>'),
        p("b", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ]
    assert lines(*styled, p("c", '<w:pStyle w:val="Muc"/>'), styles=muc + own) == ["1. a", "b", "2. c"]


def test_a_deleted_paragraph_takes_no_number_and_an_empty_one_does() -> None:
    gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    assert lines(numbered("a", 1), gone, numbered("b", 1), numbered("", 1), numbered("c", 1)) == [
        "I. a",
        "II. b",
        "IV. c",
    ]


@pytest.mark.parametrize(
    ("value", "format", "shown"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (5000, "upperRoman", "5000"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (3, "chineseCounting", "3"),
        (3, "none", ""),
    ],
)
def test_number_formats(value: int, format: str, shown: str) -> None:
    assert counted_as(value, format) == shown
