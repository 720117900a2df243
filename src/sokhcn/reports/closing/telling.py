"""What a report tells as *bổ sung*: late rows and figures of earlier reports, behind the words of their chapters; and
whether an edition tells all of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.utils.translation import gettext_noop

from sokhcn.compiler.assemble import Said
from sokhcn.document.build import dash, items, para
from sokhcn.document.nodes import Block
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.closing.amended import Amended, amended_for, keys_of, latest
from sokhcn.reports.closing.supplements import Late, late_for
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import compile_command

ROWS = "Bổ sung số liệu kỳ trước (ghi sau khi khóa sổ, không tính vào số của kỳ này):"
FIGURES = "Bổ sung số đã báo cáo kỳ trước:"


@dataclass(frozen=True, slots=True)
class Supplements:
    """What one report has to tell of those before it."""

    rows: tuple[Late, ...] = ()
    figures: tuple[Amended, ...] = ()

    def told(self) -> dict[str, Any]:
        """What an edition keeps of it; a report with nothing to add says nothing."""
        if not self.rows and not self.figures:
            return {}
        return {"supplements": {"rows": [_key(one) for one in self.rows], "figures": keys_of(self.figures)}}


def supplements_for(period: Period, agency: Agency, addressee: str) -> Supplements:
    """All that the report of ``period`` to ``addressee`` has to add."""
    return Supplements(late_for(period, agency, addressee), amended_for(period, agency, addressee))


def with_supplements(said: Mapping[str, Said], found: Supplements) -> dict[str, Said]:
    """The chapters that have something to add, each with a list of it behind its own words; what belongs to a chapter
    that this report has not stands in the first one."""
    areas = {getattr(area, "chapter", 0): area.label for area in catalogue.areas()}
    homes = [key for key in said if key in areas.values()] or list(said)
    added: dict[str, list[Block]] = {}
    for lead, lines in (
        (ROWS, [(areas[one.register.area], one.said) for one in found.rows]),
        (FIGURES, [(one.area, one.said) for one in latest(found.figures)]),
    ):
        by_chapter: dict[str, list[str]] = {}
        for area, line in lines:
            by_chapter.setdefault(area if area in said else homes[0], []).append(line)
        for key, some in by_chapter.items():
            added.setdefault(key, []).extend((para(lead), items(*(dash(f"{one}.") for one in some))))
    return {key: _behind(said[key], blocks) for key, blocks in added.items()}


def untold(edition: Edition) -> tuple[Finding, ...]:
    """What ``edition`` has to add to earlier reports and does not: it came, or was answered, after it was compiled."""
    agency = Agency.objects.filter(code=edition.agency).order_by("pk").first()
    if agency is None:
        return ()
    told = edition.rules.get("supplements", {"rows": (), "figures": ()})
    found = supplements_for(edition.period, agency.as_of(edition.ends_on), edition.addressee)
    lacking = [one.said for one in found.rows if _key(one) not in told["rows"]]
    lacking += [one.said for one in found.figures if one.entry.pk not in told["figures"]]
    return tuple(_lacking(edition, lacking))


def _lacking(edition: Edition, lacking: Sequence[str]) -> Iterator[Finding]:
    if lacking:
        more = f" và {len(lacking) - 1} mục khác" if len(lacking) > 1 else ""
        yield must(
            "supplement.untold",
            gettext_noop("Ấn bản {edition} chưa kể phần bổ sung của kỳ trước: {first}{more}."),
            suggestion="Tổng hợp lại: {command}",
            command=compile_command(edition.report),
            edition=edition.label,
            first=lacking[0],
            more=more,
        )


def _behind(chapter: Said, added: Sequence[Block]) -> Said:
    return lambda wording: (*chapter(wording), *added)


def _key(one: Late) -> list[Any]:
    return [one.register.model._meta.label_lower, one.row, one.at.astimezone(UTC).isoformat()]
