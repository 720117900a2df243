"""Which outline and texts a report is said by: the department's own in force, else the dated files that ship."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sokhcn.compiler.outline import PROVINCE, Outline, outline_of, read_outline
from sokhcn.kernel.dates import written
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.periods import Period, kinds_named
from sokhcn.records.kept import LATEST_FIRST
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.blueprint import OWN, Blueprint, Source
from sokhcn.reports.models import OwnOutline, OwnWording

ASSESSMENT = "assessment"
PLAN = "plan"


class NoOutline(LookupError):
    """There is no outline for that kind of report on that day, or none of that name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An outline as it is in force, with where it comes from."""

    outline: Outline
    source: Source


def outlines() -> tuple[Outline, ...]:
    """Every outline that ships, by the name of its file."""
    return tuple(kept.outline for kept in _shipped())


@cache
def _shipped() -> tuple[Kept, ...]:
    folder = files("sokhcn.reports") / "outlines"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    texts = [f.read_text(encoding="utf-8") for f in found]
    return tuple(Kept(read_outline(text), Source(text)) for text in texts)


def in_force(agency: Agency, day: date) -> tuple[Kept, ...]:
    """The outlines of ``agency`` on ``day``: its own, the latest first, then those that ship and it has none for."""
    rows = OwnOutline.on(day).filter(agency__code=agency.code).order_by(LATEST_FIRST, "-pk")
    own: dict[str, Kept] = {}
    for row in rows:
        own.setdefault(row.code, Kept(own_outline(row), Source(row.source, OWN, (row.pk, row.version))))
    shipped = (kept for kept in _shipped() if kept.outline.id not in own and _holds(kept.outline, day))
    return (*own.values(), *shipped)


def own_outline(row: OwnOutline) -> Outline:
    """The outline in a row; the row's days are those that count."""
    return outline_of({**tomllib.loads(row.source), "valid_from": row.valid_from, "valid_to": row.valid_to})


def _holds(outline: Outline, day: date) -> bool:
    return outline.valid_from <= day and (outline.valid_to is None or day <= outline.valid_to)


def blueprint_for(period: Period, agency: Agency, addressee: str = PROVINCE) -> Blueprint:
    """What the report on ``period`` to ``addressee`` is said by, on its last day. Raises ``NoOutline``."""
    kept = in_force(agency, period.end)
    for one in kept:
        if period.kind in one.outline.kinds and one.outline.addressee == addressee:
            return blueprint_of(one, agency, period.end)
    if addressee not in (known := addressees(agency, period.end)):
        advice = meant_or(addressee, known, "Các nơi")
        raise NoOutline(f"Chưa có đề cương cho báo cáo gửi “{addressee}”. {advice}")
    kinds = dict.fromkeys(kind for one in kept if one.outline.addressee == addressee for kind in one.outline.kinds)
    there_are = f"Có cho: {kinds_named(kinds)}." if kinds else "Chưa có cái nào."
    to = sent_to(addressee, agency, period.end)
    raise NoOutline(
        f"Chưa có đề cương cho báo cáo {period.name}{to}. {there_are} "
        f"Xem: ./sokhcn outline list --on {written(period.end)}"
    )


def the_outline(code: str, agency: Agency, day: date) -> Blueprint:
    """The outline called ``code`` on ``day``, with its texts. Raises ``NoOutline``."""
    kept = {one.outline.id: one for one in in_force(agency, day)}
    if code not in kept:
        raise NoOutline(f"Không có đề cương “{code}”. {meant_or(code, kept, 'Các đề cương')}")
    return blueprint_of(kept[code], agency, day)


def addressees(agency: Agency, day: date) -> dict[str, str]:
    """Whom reports may go to on ``day``, with the name that an outline gives them, else what commands call them."""
    outlines = [kept.outline for kept in in_force(agency, day)]
    return {PROVINCE: PROVINCE} | {o.addressee: o.addressee_name or o.addressee for o in outlines}


def sent_to(addressee: str, agency: Agency, day: date) -> str:
    """To whom a report goes, as its name says it behind the period; of the usual one nothing."""
    return "" if addressee == PROVINCE else f" gửi {addressees(agency, day).get(addressee, f'“{addressee}”')}"


def blueprint_of(kept: Kept, agency: Agency, day: date) -> Blueprint:
    """An outline with the texts in force: its own of the department, else one for all outlines, else what ships."""
    own = _own_texts(agency, kept.outline.id, day)
    texts = {key: own.get(key) or shipped_text(key, kept.outline.wording) for key in kept.outline.fills()}
    return Blueprint(kept.outline, kept.source, {key: text for key, text in texts.items() if text is not None})


def _own_texts(agency: Agency, outline: str, day: date) -> dict[str, Source]:
    rows = OwnWording.on(day).filter(agency__code=agency.code, outline__in=("", outline))
    found: dict[str, Source] = {}
    for row in rows.order_by("-outline", LATEST_FIRST, "-pk"):  # one for this outline goes before one for all
        found.setdefault(row.chapter, Source(row.text, OWN, (row.pk, row.version)))
    return found


def shipped_text(key: str, variant: str) -> Source | None:
    """The text that ships for ``key``, in a variant where there is one."""
    if key == ASSESSMENT:
        return Source(suggested_assessment(variant))
    if key in {area.label for area in catalogue.areas()}:
        return Source(catalogue.wording(key, variant))
    return None


def texts_that_ship() -> Iterator[str]:
    """The keys that have a text, or are filled by people: what an outline may always name."""
    yield from (area.label for area in catalogue.areas())
    yield from (ASSESSMENT, PLAN)


def suggested_assessment(variant: str = "") -> str:
    """The wording from which a general assessment is drafted until a person writes one."""
    folder = files("sokhcn.reports") / "outlines"
    special = folder / f"assessment-{variant}.md"
    file = special if variant and special.is_file() else folder / "assessment.md"
    return file.read_text(encoding="utf-8")
