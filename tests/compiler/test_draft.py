"""An outline and its texts go out to people as a file or a folder, and come back the same."""

from importlib.resources import files

import pytest

from sokhcn.compiler.draft import GUIDE, read_file, read_folder, write_file, write_folder
from sokhcn.compiler.outline import read_outline
from sokhcn.compiler.outlined import written

TEXTS = {"advice": "Một.\n\n- {{ a.b }}\n  + hai\n", "plan": "=== không phải tiêu đề\n"}
SHIPPED = [f for f in files("sokhcn.reports").joinpath("outlines").iterdir() if f.name.endswith(".toml")]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_read_back_with_the_place_of_each_text(mark: str) -> None:
    draft = read_file("a.txt", mark + write_file("id = 1\n", TEXTS))
    assert draft.outline.text == f"{GUIDE}id = 1\n"
    assert {key: text.text for key, text in draft.texts.items()} == TEXTS
    lines = write_file("id = 1\n", TEXTS).splitlines()
    assert lines[draft.texts["advice"].place.first_line - 1] == "Một."


def test_a_folder_is_read_back() -> None:
    draft = read_folder(write_folder("id = 1\n", TEXTS))
    assert {key: text.text for key, text in draft.texts.items()} == TEXTS
    assert draft.texts["advice"].place.line(3) == "advice.md, dòng 3"


def test_a_text_that_comes_twice_is_told_and_the_first_is_kept() -> None:
    draft = read_file("a.txt", "id = 1\n=== advice ===\nMột.\n=== advice ===\nHai.\n")
    assert draft.texts["advice"].text == "Một.\n"
    assert [(key, place.line(1)) for key, place in draft.repeated] == [("advice", "a.txt, dòng 4")]


def test_a_file_without_any_text_is_an_outline_alone() -> None:
    assert read_file("a.txt", "id = 1").texts == {}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_an_outline_that_ships_is_written_out_and_read_back_the_same(file) -> None:
    outline = read_outline(file.read_text(encoding="utf-8"))
    assert read_outline(written(outline)) == outline
