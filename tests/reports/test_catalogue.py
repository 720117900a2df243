"""What areas offer is found by looking, and what there is not is answered with what there is."""

from pathlib import Path

import pytest

from sokhcn.areas.advice.indicators import issued
from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.compiler.examining import examine
from sokhcn.figures.aspect import split_key
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.kernel.periods import read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.composing import words_for

JANUARY = read_period("2022-01", DECREE_09)


def test_areas_come_in_the_order_of_the_chapters() -> None:
    chapters = [area.chapter for area in catalogue.areas()]
    assert chapters == sorted(set(chapters))
    assert catalogue.areas()[0].label == "advice"


def test_every_area_has_its_first_migration() -> None:
    # `makemigrations --check` passes over an app that has none, and tests would make its tables all the same.
    assert [
        area.label for area in catalogue.areas() if not Path(area.path, "migrations", "0001_initial.py").exists()
    ] == []


def test_indicators_are_found_by_key() -> None:
    assert catalogue.indicator("advice.issued") is issued
    keys = [indicator.key for indicator in catalogue.indicators()]
    assert len(keys) == len(set(keys))


def test_derived_figures_are_found_like_indicators_and_reckon_from_indicators_only() -> None:
    keys = {indicator.key for indicator in catalogue.indicators()}
    for declared in catalogue.derived():
        assert {split_key(key)[0] for key in declared.of} <= keys
        assert catalogue.declared(declared.key) is declared
        assert declared.key not in keys
    assert "metrology.share_passed" in {declared.key for declared in catalogue.derived()}


def test_reference_data_comes_first_and_registers_have_names_of_their_own() -> None:
    slugs = [register.slug for register in catalogue.registers()]
    assert slugs.index("don-vi") < slugs.index("nguoi-ky") < slugs.index("van-ban-tham-muu") < slugs.index("noi-nhan")
    assert len(slugs) == len(set(slugs))


def test_a_register_is_found_by_its_name_or_its_rows() -> None:
    register = catalogue.register("van-ban-tham-muu")
    assert register.model is AdvisoryDocument
    assert catalogue.register_of(AdvisoryDocument) is register


def test_what_there_is_not_is_answered_with_what_there_is() -> None:
    with pytest.raises(catalogue.Unknown, match=r"Không có sổ “x”.*van-ban-tham-muu"):
        catalogue.register("x")
    with pytest.raises(catalogue.Unknown, match=r"Không có chỉ tiêu “x”.*advice\.issued"):
        catalogue.indicator("x")


def test_columns_of_every_register_lead_to_fields() -> None:
    for register in catalogue.registers():
        parts = {part.field: part.model for part in register.parts}
        for column in register.columns:
            first, _, rest = column.name.partition(".")
            model = parts[first] if rest else register.model
            assert hasattr(model, rest or first), f"{register.slug}: {column.name}"


def test_every_name_in_a_chapter_that_ships_exists() -> None:
    nought = {i.key: Figure(i.key, i.label, i.unit, i.kind, i.basis, 0, (), "", ()) for i in catalogue.indicators()}
    words = words_for(FigureSet(nought), JANUARY, Agency(name="Sở KH&CN", symbol="SKHCN"))
    for area in catalogue.areas():
        assert [str(finding) for finding in examine(catalogue.wording(area.label), area.label, words)] == []
