"""A figure as an edition keeps it: plain values that outlive the rows they were counted from."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sokhcn.figures.figure import Figure, Operand
from sokhcn.kernel.runs import Run, Runs


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A figure with its papers, and the rows counted in ``register``, each with its history version."""

    key: str
    label: str
    unit: str
    kind: str
    basis: str
    conditions: tuple[str, ...]
    value: int | Decimal | None
    to_date: int | Decimal | None
    last_year: int | Decimal | None
    register: str
    rows: Runs
    formula: str = ""
    operands: tuple[Operand, ...] = ()


def freeze(figure: Figure) -> dict[str, Any]:
    """``figure`` as JSON values; its rows as runs of first id, last id and version."""
    return {
        "key": figure.key,
        "label": figure.label,
        "unit": figure.unit,
        "kind": figure.kind.value,
        "basis": figure.basis,
        "conditions": list(figure.conditions),
        "value": _plain(figure.value),
        "to_date": _plain(figure.to_date),
        "last_year": _plain(figure.last_year),
        "register": figure.register,
        "rows": [list(run) for run in figure.rows.runs],
        **_reckoned(figure),
    }


def _reckoned(figure: Figure) -> dict[str, Any]:
    """How a derived figure came about; a counted one says nothing of it."""
    if not figure.formula:
        return {}
    operands = [
        {"key": one.key, "label": one.label, "value": _plain(one.value), "unit": one.unit} for one in figure.operands
    ]
    return {"formula": figure.formula, "operands": operands}


def thaw(kept: Mapping[str, Any]) -> FrozenFigure:
    """What ``freeze`` made, as values again."""
    return FrozenFigure(
        **{name: kept[name] for name in ("key", "label", "unit", "kind", "basis", "register")},
        conditions=tuple(kept["conditions"]),
        value=_exact(kept["value"]),
        to_date=_exact(kept.get("to_date")),
        last_year=_exact(kept.get("last_year")),
        rows=Runs(_run(*numbers) for numbers in kept["rows"]),
        formula=kept.get("formula", ""),
        operands=tuple(Operand(**{**one, "value": _exact(one["value"])}) for one in kept.get("operands", ())),
    )


def _run(first: int, *more: int) -> Run:
    """A run as it is kept now, or a row with its version as editions kept them before there were runs."""
    last, version = more if len(more) > 1 else (first, *more)
    return Run(first, last, version)


def _plain(value: int | Decimal | None) -> int | str | None:
    return str(value) if isinstance(value, Decimal) else value


def _exact(value: int | str | None) -> int | Decimal | None:
    return Decimal(value) if isinstance(value, str) else value
