"""Indicators declared in families: the same question by level, by kind, by rating, by council."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sokhcn.areas.research.models import Council, Task
from sokhcn.areas.research.questions import of_council, of_kind, of_level, rated
from sokhcn.figures.indicator import Indicator, Kind, Scope, indicator
from sokhcn.kernel.reading import Condition, Question

RATED: Mapping[Task.Rating, str] = {
    Task.Rating.PASS: "passed",
    Task.Rating.EXCELLENT: "excellent",
    Task.Rating.GOOD: "good",
    Task.Rating.AVERAGE: "average",
    Task.Rating.FAIL: "failed",
}
KINDS: Mapping[Task.Kind, str] = {
    Task.Kind.RESEARCH: "topics",
    Task.Kind.SCHEME: "schemes",
    Task.Kind.PILOT_PRODUCTION: "pilots",
    Task.Kind.ST_PROJECT: "projects",
}


@dataclass(frozen=True, slots=True)
class Family:
    """What the indicators of a family share; ``label`` says each with ``{}`` for what tells it apart."""

    key: str
    label: str
    kind: Kind
    basis: str
    ask: Callable[..., Question]

    def member(self, key: str, said: str, unit: str, only: Condition) -> Indicator:
        def asked(scope: Scope) -> Question:
            return self.ask(scope, only)

        label = self.label.format(said)
        return indicator(f"{self.key}_{key}", label, unit=unit, kind=self.kind, basis=self.basis)(asked)


def flow(key: str, label: str, unit: str, basis: str, ask: Callable[[Scope], Question]) -> Indicator:
    """Something that happens in a period, whose question is short enough to stand in one line."""
    return indicator(key, label, unit=unit, kind=Kind.FLOW, basis=basis)(ask)


def by_level(family: Family) -> tuple[Indicator, ...]:
    said = ((level, level.label.lower()) for level in Task.Level)
    return tuple(family.member(level.value, name, f"nhiệm vụ {name}", of_level(level)) for level, name in said)


def by_kind(family: Family) -> tuple[Indicator, ...]:
    said = ((kind, f"{kind.label[:1].lower()}{kind.label[1:]}") for kind in Task.Kind)
    return tuple(family.member(KINDS[kind], name, name, of_kind(kind)) for kind, name in said)


def by_rating(family: Family) -> tuple[Indicator, ...]:
    return tuple(
        family.member(name, rating.label, f"nhiệm vụ xếp loại {rating.label}", rated(rating))
        for rating, name in RATED.items()
    )


def by_council(family: Family) -> tuple[Indicator, ...]:
    said = ((kind, _called(kind)) for kind in Council.Kind)
    return tuple(family.member(kind.value, name, name, of_council(kind)) for kind, name in said)


def _called(kind: Council.Kind) -> str:
    """Costs are appraised by a group of experts, not by a council (tổ thẩm định)."""
    body = "tổ" if kind == Council.Kind.APPRAISAL else "hội đồng"
    return f"{body} {kind.label[:1].lower()}{kind.label[1:]}"
