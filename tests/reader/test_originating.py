"""What was understood tells where in its file it stands."""

from sokhcn.document.letters import Letters, Line, Origin
from sokhcn.reader.originating import Origins
from sokhcn.reader.telling import told
from tests.reader.plain import letters
from tests.returned.comparing import understood

TEXT = "Một dòng.\nDòng hai.\nDòng ba."


def placed(*origins: Origin) -> Origins:
    starts = [0, 10, 20]
    lines = [Line(at, at + 8, origin) for at, origin in zip(starts, origins, strict=True)]
    return Origins(Letters(TEXT, TEXT, tuple(lines)))


def test_a_paragraph_of_a_docx() -> None:
    origins = placed(Origin(paragraph=3), Origin(paragraph=4), Origin(paragraph=7))
    assert origins.told((12, 14)) == {"origin": {"paragraph": 4}}
    assert origins.told((2, 14)) == {"origin": {"paragraph": 3}}


def test_a_box_around_the_lines_of_one_page() -> None:
    one, two = (85.0, 700.0, 500.0, 714.04), (85.0, 680.0, 300.0, 694.0)
    origins = placed(Origin(page=1, box=one), Origin(page=1, box=two), Origin(page=2, box=one))
    assert origins.told((2, 25)) == {"origin": {"page": 1, "box": [85.0, 680.0, 500.0, 714.0]}}


def test_a_text_file_has_no_places_but_those_of_its_letters() -> None:
    assert Origins(letters(TEXT)).told((0, 3)) == {}


def test_told_citations_counts_and_sections_say_where() -> None:
    made = told(understood("25-phu-luc.docx"))
    assert all("paragraph" in one["origin"] for key in ("citations", "figures", "sections") for one in made[key])
    made = told(understood("24-nguoi-nhan.pdf"))
    assert all(
        {"page", "box"} == set(one["origin"]) for key in ("citations", "figures", "sections") for one in made[key]
    )


def test_told_head_title_lists_and_signature_say_where_too() -> None:
    made = told(understood("24-nguoi-nhan.pdf"))
    assert all({"page", "box"} <= set(made[key]["origin"]) for key in ("header", "title", "signature"))
    assert all("page" in one["origin"] for one in made["items"])
    assert "origin" not in told(understood("11-ngat-dong.txt"))["title"]
