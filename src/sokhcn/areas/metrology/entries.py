"""What the chapter says of one kind of instrument: how many were served, how often, and how many failed."""

from dataclasses import dataclass

from sokhcn.areas.metrology.models import InstrumentKind, field_of


@dataclass(frozen=True, slots=True)
class OfKind:
    """Instruments of one kind, each once: all, by service, and those with a result that is not sufficient."""

    kind: str
    field: str
    instruments: int
    jobs: int
    verified: int
    calibrated: int
    tested: int
    failed: int


def of_kind(code: str, **counts: int) -> OfKind:
    return OfKind(str(InstrumentKind(code).label), field_of(code), **counts)
