"""Registers in tests: rows through the gate, the demo books, what an area's indicators and chapter make of them."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from sokhcn.compiler.wording import Wording, vocabulary
from sokhcn.compiler.words import FigureWord
from sokhcn.document.nodes import Items, Paragraph
from sokhcn.document.walk import words
from sokhcn.figures.derived import Derived, derive
from sokhcn.figures.figure import FigureSet, measure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.periods import read_period
from sokhcn.people.models import User
from sokhcn.records.asking import answer, why
from sokhcn.records.dated import DECREE_09
from sokhcn.records.due import due_in, overdue
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Establishment
from sokhcn.records.register import REGISTERS as SHARED
from sokhcn.records.writing import writing
from sokhcn.reports.receiving import Receipt, receive
from sokhcn.reports.shipping import ship
from tests.begun import begun

DEMO = Path(__file__).parents[2] / "demo" / "2022-01"
TODAY = date(2022, 1, 14)
ANNEXES = dict.fromkeys(
    (
        "advice.documents",
        "research.tasks",
        "research.tasks_detailed",
        "radiation.licences",
        "inspection.campaigns",
        "metrology.kinds",
    ),
    "Phụ lục",
)


@dataclass(frozen=True)
class Clerk:
    """Whoever writes in tests."""

    def get_username(self) -> str:
        return "vanthu"

    def get_full_name(self) -> str:
        return "Văn thư"


def save(row: Kept) -> Any:
    with writing(by=Clerk()) as pen:
        pen.save(row)
    return row


def trash(row: Kept) -> None:
    with writing(by=Clerk()) as pen:
        pen.trash(row)


def agency(symbol: str = "SKHCN") -> Agency:
    """The reporting agency, or another one by its symbol."""
    about = {"code": symbol, "name": f"Cơ quan {symbol}", "short": symbol, "heading": symbol, "symbol": symbol}
    found: Agency | None = Agency.objects.filter(code=symbol).first()
    return found or save(Agency(**about))


def establishment(name: str = "Cơ sở A") -> Establishment:
    found: Establishment | None = Establishment.objects.filter(name=name).first()
    return found or save(Establishment(name=name))


def _scope(code: str, of: Agency | None) -> Scope:
    return Scope((of or agency()).pk, read_period(code, DECREE_09))


def _indicators(area: str) -> list[Indicator]:
    return _declared(area, Indicator)


def _declared(area: str, kind: type[Any]) -> list[Any]:
    module = import_module(f"sokhcn.areas.{area}.indicators")
    return [value for value in vars(module).values() if isinstance(value, kind)]


def _figures(area: str, code: str, of: Agency | None) -> FigureSet:
    return measure(_indicators(area), _scope(code, of), answer)


def values(area: str, code: str = "2022-01", of: Agency | None = None) -> dict[str, Any]:
    """Every figure of ``area`` that is not 0, by the last part of its key."""
    return {f.key.removeprefix(f"{area}."): f.value for f in _figures(area, code, of) if f.value}


def misses(key: str, code: str = "2022-01", of: Agency | None = None) -> list[tuple[int, str]]:
    """The rows that nearly count for the indicator ``key``, and why they do not."""
    area = key.split(".")[0]
    declared = next(i for i in _indicators(area) if i.key == key)
    return [(miss.row.pk, miss.because) for miss in why(declared.ask(_scope(code, of))).near]


def chapter(area: str, code: str = "2022-01", of: Agency | None = None, file: str = "section.md") -> list[str]:
    """The chapter as text: its paragraphs, and its items with their dash."""
    period = _scope(code, of).period
    figures = derive(_declared(area, Derived), _figures(area, code, of), period)
    about = {"period": period, "year": str(period.year), "appendix": ANNEXES}
    wording = Wording({**vocabulary({f.key: FigureWord(f) for f in figures}), **about})
    module = import_module(f"sokhcn.areas.{area}")
    source = Path(str(module.__file__)).with_name(file).read_text(encoding="utf-8")
    lines: list[str] = []
    for block in wording.chapter(source, area):
        match block:
            case Items(items):
                lines += [f"- {words(item.children)}" for item in items]
            case Paragraph():
                lines.append(words(block.children))
    return lines


def load_demo(area: str) -> Agency:
    """The demo books of reference data and of ``area``; the agency that reports."""
    begun(_take_demo, area)
    return Agency.objects.get(code="SKHCN-NT")


def _take_demo(area: str) -> None:
    user = User(username="tonghop", first_name="Người tổng hợp")
    books = (*SHARED, *import_module(f"sokhcn.areas.{area}.register").REGISTERS)
    for register in (book for book in books if (DEMO / f"{book.slug}.csv").exists()):
        receipt = take(register, DEMO / f"{register.slug}.csv", user)
        assert not receipt.findings, [str(finding) for finding in receipt.findings]
        user.agency = Agency.objects.filter(code="SKHCN-NT").first()


def falling_due(area: str, code: str) -> dict[str, list[str]]:
    """The names of what falls due in the period ``code``, by the last part of the deadline's key; what was due before
    goes by ``late`` and that, what goes on by the last part of the prospect's key."""
    declared, scope = import_module(f"sokhcn.areas.{area}.deadlines"), _scope(code, None)
    due = {d.key: due_in(d, scope) for d in declared.DEADLINES}
    late = {f"late {d.key}": overdue(d, scope) for d in declared.DEADLINES}
    on = {p.key: p.ask(scope) for p in getattr(declared, "PROSPECTS", ())}
    readings = answer({**due, **late, **on})
    return {key.replace(f"{area}.", ""): [row.title for row in r.entries] for key, r in readings.items() if r.value}


def ship_terms() -> None:
    """The rules of terms that the program ships, as a department has them."""
    begun(_ship)


def _ship() -> None:
    ship(by=User(username="quantri"))


def take(register: Any, file: Path, user: User) -> Receipt:
    return receive(register, read_csv(file.read_bytes(), file.name), by=user, today=TODAY)
