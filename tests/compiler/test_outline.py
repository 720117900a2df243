"""An outline is read from TOML as it ships, or refused."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from sokhcn.compiler.outline import Chapter, read_outline

TOLD = """
id = "thang"
version = "1"
kinds = ["month"]
basis = "Nghị định số 09/2019/NĐ-CP"
valid_from = 2019-03-12
type_name = "BÁO CÁO"
type_symbol = "BC"
subject = "Kết quả {{ period.name }}"
closing = "Trên đây là kết quả./."
appendix_reference = "(Kèm theo Báo cáo)"
appendices = ["research.tasks"]

[[chapter]]
key = "results"
title = "KẾT QUẢ"

[[chapter.chapter]]
key = "advice"
title = "Tham mưu"

[[chapter.chapter]]
key = "assessment"
title = "ĐÁNH GIÁ CHUNG"
numbered = false

[[chapter]]
key = "plan"
title = "PHƯƠNG HƯỚNG"
"""


def test_an_outline_is_read() -> None:
    outline = read_outline(TOLD)
    assert (outline.id, outline.valid_from, outline.valid_to) == ("thang", date(2019, 3, 12), None)
    assert (outline.type_symbol, outline.appendices) == ("BC", ("research.tasks",))
    assert outline.chapters[0].chapters[1] == Chapter("assessment", "ĐÁNH GIÁ CHUNG", numbered=False)


def test_chapters_come_parents_first() -> None:
    keys = [chapter.key for chapter in read_outline(TOLD).all_chapters()]
    assert keys == ["results", "advice", "assessment", "plan"]


@pytest.mark.parametrize("line", ['id = "thang"', "valid_from = 2019-03-12", 'closing = "Trên đây là kết quả./."'])
def test_an_outline_without_one_of_its_values_is_none(line: str) -> None:
    with pytest.raises(KeyError):
        read_outline(TOLD.replace(line, ""))


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read_outline("id = ")


def test_every_outline_that_ships_is_read_and_names_each_chapter_once() -> None:
    shipped = [f for f in files("sokhcn.reports").joinpath("outlines").iterdir() if f.name.endswith(".toml")]
    assert shipped
    for file in shipped:
        keys = [chapter.key for chapter in read_outline(file.read_text(encoding="utf-8")).all_chapters()]
        assert len(keys) == len(set(keys))
