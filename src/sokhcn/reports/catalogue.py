"""Which areas exist and what they offer: read once from the installed apps, which stay the same while we run."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from django.apps import AppConfig, apps
from django.utils.module_loading import module_has_submodule

from sokhcn.compiler.appendix import AppendixTable
from sokhcn.figures.indicator import Indicator
from sokhcn.records.due import Deadline
from sokhcn.records.registering import Register

LONGEST_NAME = 100


class Unknown(LookupError):
    """Nothing of that name; the message names what there is."""


@cache
def areas() -> tuple[AppConfig, ...]:
    """The areas in the order of the report's chapters."""
    found = [app for app in apps.get_app_configs() if hasattr(app, "chapter")]
    return tuple(sorted(found, key=lambda app: app.chapter))


def _submodule(app: AppConfig, name: str) -> ModuleType | None:
    return import_module(f"{app.name}.{name}") if module_has_submodule(app.module, name) else None


def _offered(name: str, kind: type[Any]) -> Iterator[Any]:
    """Module-level values of ``kind`` in each area's module ``name``, in the order they are written."""
    for app in areas():
        module = _submodule(app, name)
        yield from (value for value in vars(module).values() if isinstance(value, kind)) if module else ()


@cache
def indicators() -> tuple[Indicator, ...]:
    """Every indicator of every area."""
    return tuple(_offered("indicators", Indicator))


def indicator(key: str) -> Indicator:
    """The indicator called ``key``. Raises ``Unknown``."""
    by_key = {i.key: i for i in indicators()}
    if key not in by_key:
        raise Unknown(f"Không có chỉ tiêu “{key}”. {_advice(key, by_key, 'Các chỉ tiêu')}")
    return by_key[key]


def _advice(name: str, known: Iterable[str], what: str) -> str:
    """The one that was meant, if one name is much like it; else all there are."""
    close = get_close_matches(name[:LONGEST_NAME], known, n=1)
    return f"Có phải “{close[0]}”?" if close else f"{what}: {', '.join(known)}."


@cache
def appendices() -> tuple[AppendixTable, ...]:
    """Every appendix that an area declares."""
    return tuple(_offered("appendix", AppendixTable))


@cache
def deadlines() -> tuple[Deadline, ...]:
    """What areas know to fall due."""
    found = [getattr(module, "DEADLINES", ()) for app in areas() if (module := _submodule(app, "deadlines"))]
    return tuple(deadline for some in found for deadline in some)


@cache
def demonstrations() -> tuple[tuple[AppConfig, ModuleType], ...]:
    """The areas that have illustrative rows of a year, each with the module whose ``rows`` makes them."""
    return tuple((app, module) for app in areas() if (module := _submodule(app, "demo")))


@cache
def registers() -> tuple[Register, ...]:
    """Every register: reference data first, as rows of areas refer to it; then the areas; then the reports' own."""
    records, people, reports = (apps.get_app_config(label) for label in ("records", "people", "reports"))
    ordered = [records, people, *areas(), reports]
    modules = [module for app in ordered if (module := _submodule(app, "register"))]
    return tuple(register for module in modules for register in module.REGISTERS)


def register(slug: str) -> Register:
    """The register called ``slug``. Raises ``Unknown``."""
    by_slug = {r.slug: r for r in registers()}
    if slug not in by_slug:
        raise Unknown(f"Không có sổ “{slug}”. {_advice(slug, by_slug, 'Các sổ')}")
    return by_slug[slug]


def register_of(model: type[Any]) -> Register:
    """The register that lists rows of ``model``. A model without one is an error of the program."""
    return next(r for r in registers() if r.model is model)


def wording(area: str) -> str:
    """The text of an area's chapter as it ships."""
    return Path(apps.get_app_config(area).path, "section.md").read_text(encoding="utf-8")
