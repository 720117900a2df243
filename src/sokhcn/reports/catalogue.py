"""Which areas exist and what they offer: read once from the installed apps, which stay the same while we run."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from django.apps import AppConfig, apps

from sokhcn.compiler.appendix import AppendixTable
from sokhcn.figures.derived import Derived
from sokhcn.figures.indicator import Indicator
from sokhcn.kernel.folding import fold
from sokhcn.kernel.meant import meant, meant_or
from sokhcn.records.due import Prospect
from sokhcn.records.offered import submodule
from sokhcn.records.registering import Register
from sokhcn.records.verbs import Verb

MOST_NAMED = 5
Keyed = TypeVar("Keyed", bound=Indicator | Derived)


class Unknown(LookupError):
    """Nothing of that name; the message names what there is."""


@cache
def areas() -> tuple[AppConfig, ...]:
    """The areas in the order of the report's chapters."""
    found = [app for app in apps.get_app_configs() if hasattr(app, "chapter")]
    return tuple(sorted(found, key=lambda app: app.chapter))


@cache
def modules(name: str) -> tuple[ModuleType, ...]:
    """The module ``name`` of each area that has one."""
    return tuple(module for app in areas() if (module := submodule(app, name)))


def _offered(name: str, kind: type[Any]) -> Iterator[Any]:
    """Module-level values of ``kind`` in each area's module ``name``, in the order they are written."""
    for module in modules(name):
        yield from (value for value in vars(module).values() if isinstance(value, kind))


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator of every area."""
    return tuple(_offered("indicators", Indicator))


@cache
def derived() -> tuple[Derived, ...]:
    """Every derived figure of every area; they stand among the indicators."""
    return tuple(_offered("indicators", Derived))


def indicator(key: str) -> Indicator:
    """The indicator called ``key``. Raises ``Unknown``."""
    return chosen(key, {i.key: i for i in indicators()})


def chosen(key: str, known: Mapping[str, Keyed]) -> Keyed:
    """The one of ``known`` that is called ``key``. Raises ``Unknown``."""
    if key not in known:
        raise Unknown(f"Không có chỉ tiêu “{key}”. {meant_or(key, known, 'Các chỉ tiêu')}")
    return known[key]


@cache
def appendices() -> tuple[AppendixTable, ...]:
    """Every appendix that an area declares."""
    return tuple(_offered("appendix", AppendixTable))


@cache
def verbs() -> tuple[Verb, ...]:
    """What areas do with rows beyond a next state."""
    return tuple(verb for module in modules("actions") for verb in getattr(module, "VERBS", ()))


@cache
def prospects() -> tuple[Prospect, ...]:
    """What areas know to go on in a period without falling due in it."""
    return tuple(prospect for module in modules("deadlines") for prospect in getattr(module, "PROSPECTS", ()))


@cache
def demonstrations() -> tuple[tuple[AppConfig, ModuleType], ...]:
    """The areas that have illustrative rows of a year, each with the module whose ``rows`` makes them."""
    return tuple((app, module) for app in areas() if (module := submodule(app, "demo")))


@cache
def registers() -> tuple[Register, ...]:
    """Every register: reference data first, as rows of areas refer to it; then the areas; then the reports' own."""
    records, people, reports = (apps.get_app_config(label) for label in ("records", "people", "reports"))
    ordered = [records, people, *areas(), reports]
    modules = [module for app in ordered if (module := submodule(app, "register"))]
    return tuple(register for module in modules for register in module.REGISTERS)


def register(slug: str) -> Register:
    """The register called ``slug``. Raises ``Unknown``."""
    by_slug = {r.slug: r for r in registers()}
    if slug not in by_slug:
        raise Unknown(f"Không có sổ “{slug}”. {meant(slug, by_slug) or _some(slug)}")
    return by_slug[slug]


def _some(told: str) -> str:
    """The registers that have a word of ``told`` in their names, else some of the areas': all would hide the advice."""
    words = set(fold(told).replace("-", " ").split())
    alike = [one.slug for one in registers() if words & set(one.slug.split("-"))]
    named = (alike or [one.slug for one in registers() if one.area])[:MOST_NAMED]
    return f"Có {len(registers())} sổ, như: {', '.join(named)}; tên ngắn đứng sau /so/ trong địa chỉ trang của sổ."


def register_of(model: type[Any]) -> Register:
    """The register that lists rows of ``model``. A model without one is an error of the program."""
    return next(r for r in registers() if r.model is model)


@cache
def variants() -> tuple[str, ...]:
    """The variants in which chapters' texts ship beside the usual one."""
    files = (file for area in areas() for file in Path(area.path).glob("section-*.md"))
    return tuple(sorted({file.stem.removeprefix("section-") for file in files}))


def wording(area: str, variant: str = "") -> str:
    """The text of an area's chapter as it ships; its ``variant`` where there is one (``section-long.md``)."""
    folder = Path(apps.get_app_config(area).path)
    special = folder / f"section-{variant}.md"
    file = special if variant and special.exists() else folder / "section.md"
    return file.read_text(encoding="utf-8")
