"""References by what people write: a name, a code or a whole citation, each turned into the row it means, in bulk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.apps import apps

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import fold
from sokhcn.kernel.papers import read_code, read_mention
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Establishment, Paper, Place, Unit
from sokhcn.records.trying import Ink


@dataclass(frozen=True, slots=True)
class Kind:
    """What a reference may be called by: fields of ``model``, and the register it is looked for in."""

    model: type[Kept]
    names: tuple[str, ...]
    book: str


KINDS: Mapping[str, Kind] = {
    "agency": Kind(Agency, ("code", "short", "name"), "danh mục cơ quan"),
    "unit": Kind(Unit, ("code", "short", "name"), "danh mục đơn vị"),
    "place": Kind(Place, ("code", "name"), "danh mục địa bàn"),
    "establishment": Kind(Establishment, ("name", "tax_code"), "danh mục cơ sở"),
}
# Names compared for the advice on one file. One takes some 15 microseconds, so advice costs a few seconds at most, even
# if every line of a long file names somebody unknown while the database waits.
MOST_COMPARED = 200_000
REMEMBERED_AT_MOST = 20_000  # texts that were looked up
ADVISED_AMONG = 3  # names that are like one, of which the first that may be named is told

MayName = Callable[[Kept], bool]


def anything(row: Kept) -> bool:
    """Every row may be named: to programs, which read everything."""
    return True


def kind_of(refers: str) -> Kind:
    """The kind that ``refers`` names: one of ``KINDS``, or ``app.model.field`` of some register."""
    if refers in KINDS:
        return KINDS[refers]
    app, model, field = refers.split(".")
    found: Any = apps.get_model(app, model)
    return Kind(found, (field,), str(found._meta.verbose_name))


def called(row: Kept, refers: str) -> str:
    """What a cell writes for ``row`` so that ``refers`` finds it again: the field it is looked for by, or its name."""
    return str((getattr(row, refers.split(".")[2]) if refers.count(".") == 2 else "") or row)


class References:
    """Looks references up; each kind is read from the database once. Advice names rows that ``may_name`` allows."""

    def __init__(self, pen: Ink, may_name: MayName = anything) -> None:
        self._pen, self._may_name = pen, may_name
        self._known: dict[str, dict[str, Kept]] = {}
        self._found: dict[tuple[str, str], Kept] = {}
        self._compared = 0

    def learn(self, row: Kept, *, renamed: bool = False) -> None:
        """Know ``row`` too, without reading it; older rows of the same name go first."""
        if renamed:
            self._found.clear()
        for refers, known in self._known.items():
            kind = kind_of(refers)
            if not isinstance(row, kind.model):
                continue
            if renamed:
                for name in [name for name, other in known.items() if other.pk == row.pk]:
                    del known[name]
            known.update({name: row for name in _names(row, kind) if name not in known})

    def find(self, refers: str, text: str, where: str) -> tuple[Any, Finding | None]:
        """The row that ``text`` means, or a finding. A whole citation of an unknown paper adds it to the register."""
        if (row := self._found.get((refers, text))) is not None:
            return row, None
        row, finding = self._paper(text, where) if refers == "paper" else self._named(refers, text, where)
        if row is not None and len(self._found) < REMEMBERED_AT_MOST:
            self._found[refers, text] = row
        return row, finding

    def sure(self, refers: str, text: str) -> Any:
        """The row that ``text`` means; None where ``find`` would have something to say."""
        if (row := self._found.get((refers, text))) is not None:
            return row
        return self.find(refers, text, "")[0] if refers == "paper" else self._all(refers).get(fold(text))

    def _all(self, refers: str) -> dict[str, Kept]:
        """The rows of a kind, by each of their names."""
        if refers not in self._known:
            kind = kind_of(refers)
            rows = kind.model.objects.order_by("-pk")
            self._known[refers] = {
                fold(str(getattr(r, n))): r for n in reversed(kind.names) for r in rows if getattr(r, n)
            }
        return self._known[refers]

    def _named(self, refers: str, text: str, where: str) -> tuple[Any, Finding | None]:
        kind, known = kind_of(refers), self._all(refers)
        if row := known.get(fold(text)):
            return row, None
        close = self._closest(fold(text), known)
        advice = f"Có phải “{close}”?" if close else "Thêm vào đó trước, hoặc sửa lại tên."
        return None, must(
            "reference.unknown",
            "“{text}” chưa có trong {book}.",
            where=where,
            suggestion=advice,
            text=text,
            book=kind.book,
        )

    def _closest(self, name: str, known: Mapping[str, Kept]) -> Kept | None:
        """The row that may be named whose name is most like ``name``, while there is patience left to compare."""
        if self._compared + len(known) > MOST_COMPARED:
            return None
        self._compared += len(known)
        close = get_close_matches(name, known, n=ADVISED_AMONG, cutoff=0.8)
        return next((known[one] for one in close if self._may_name(known[one])), None)

    def _paper(self, text: str, where: str) -> tuple[Any, Finding | None]:
        mention = read_mention(text)
        code = read_code(mention.code if mention else text)
        if code is None:
            expected = (
                "Viết số, ký hiệu (21/QĐ-UBND) hoặc cả câu viện dẫn (Quyết định số 21/QĐ-UBND ngày … của … về …)."
            )
            return None, must(
                "reference.paper", "Không hiểu văn bản “{text}”.", where=where, suggestion=expected, text=text
            )
        parts = {"number": code.number, "year_in_number": code.year, "symbol": code.symbol}
        told = {"issued_on": mention.issued_on} if mention and mention.issued_on else {}
        found = list(Paper.objects.filter(**parts, **told)[:2])
        if len(found) == 1:
            return found[0], None
        if found:
            return None, must("reference.many", "Có nhiều văn bản số {code}: ghi thêm ngày.", where=where, code=code)
        if mention is None or not mention.issuer:
            advice = "Thêm vào sổ viện dẫn, hoặc ghi cả câu: loại, số, ngày, “của” cơ quan ban hành, trích yếu."
            return None, must(
                "reference.unknown",
                "Văn bản {code} chưa có trong sổ viện dẫn.",
                where=where,
                suggestion=advice,
                code=code,
            )
        paper = Paper(
            type=mention.type, issuer=mention.issuer, issued_on=mention.issued_on, subject=mention.subject, **parts
        )
        self._pen.save_many([paper])
        return paper, None


def _names(row: Kept, kind: Kind) -> list[str]:
    return [fold(str(getattr(row, name))) for name in kind.names if getattr(row, name)]
