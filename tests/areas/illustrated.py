"""The illustrative rows of one area, written on reference data alone: no register files, no other area."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from sokhcn.records import demo as shared
from sokhcn.records.kept import Kept
from sokhcn.records.models import Unit
from sokhcn.records.scene import Scene
from sokhcn.records.writing import writing
from sokhcn.reports.demo_year import YEAR, scene_for
from tests.areas.registers import Clerk, agency, save
from tests.begun import begun

UNITS = ("VP", "QLKH", "QLCN", "TTRA", "TDC")


def write(groups: Iterable[Iterable[Kept]]) -> None:
    with writing(by=Clerk()) as pen:
        for group in groups:
            pen.save_many(group)


def scene() -> Scene:
    """An agency with its units, and the establishments that every area finds."""
    for code in UNITS:
        save(Unit(agency=agency(), code=code, name=f"Phòng {code}", short=f"P. {code}"))
    write(shared.rows(YEAR, {}))
    return scene_for(agency())


def illustrated(area: str) -> Scene:
    """What ``area`` says of the year, written."""
    begun(_write_year, area)
    return scene_for(agency()).of(area)


def _write_year(area: str) -> None:
    rows: Any = import_module(f"sokhcn.areas.{area}.demo").rows
    write(rows(scene().of(area)))
