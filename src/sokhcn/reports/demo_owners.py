"""Who owns each chapter of the demonstration's reports: the unit that keeps its registers, as outlines of the agency
say it; and the heads of these units, who confirm."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sokhcn.compiler.draft import read_file, write_file
from sokhcn.people.demo import head_of, make_heads
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Unit
from sokhcn.reports.drafting import adopt, editable
from sokhcn.reports.models import Edition
from sokhcn.reports.outlining import outlines, the_outline
from sokhcn.reports.sections.confirming import confirm_all

OWNERS: Mapping[str, str] = MappingProxyType(
    {
        "advice": "VP",
        "programme": "VP",
        "reform": "VP",
        "research": "QLKH",
        "support": "QLCN",
        "radiation": "QLCN",
        "inspection": "TTRA",
        "metrology": "TDC",
    }
)


def give_out(agency: Agency, by: User) -> None:
    """Name the owner of each chapter in every outline that ships, as far as ``agency`` has these units."""
    units = Unit.objects.filter(agency=agency, code__in=set(OWNERS.values())).order_by("pk")
    make_heads(units)
    codes = {unit.code for unit in units}
    owned = {key: unit for key, unit in OWNERS.items() if unit in codes}
    for outline in outlines() if owned else ():
        text = write_file(*editable(the_outline(outline.id, agency, outline.valid_from)))
        for key, unit in owned.items():
            text = text.replace(f'key = "{key}"\n', f'key = "{key}"\nunit = "{unit}"\n')
        adopt(read_file(f"{outline.id}.txt", text), agency, outline.valid_from, by=by)


def confirm_chapters(editions: Iterable[Edition]) -> int:
    """Have the heads confirm the chapters of ``editions``; returns how many they confirmed."""
    logins = [head_of(code) for code in OWNERS.values()]
    found = User.objects.filter(username__in=logins).select_related("unit")
    heads = {user.unit.code: user for user in found if user.unit}
    return sum(confirm_all(edition, heads) for edition in editions)
