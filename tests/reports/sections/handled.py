"""A department with two units that own chapters, an officer for each job, and a January compiled."""

from datetime import date

from sokhcn.compiler.draft import read_file, write_file
from sokhcn.kernel.periods import read_period
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Unit
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.drafting import adopt, editable
from sokhcn.reports.models import Edition
from sokhcn.reports.outlining import the_outline
from sokhcn.reports.sections.chapters import the_chapter
from tests.reports.reporting import FIRST_DAY, reporting, wording
from tests.rows import advisory, paper, unit, user

JANUARY = read_period("2022-01", DECREE_09)
ADVICE = "Đã ban hành {{ advice.issued }} văn bản.\n\nTiếp tục theo dõi việc thực hiện.\n"


def department() -> tuple[Agency, User]:
    """An agency whose chapter on advice is its own words, and who compiles."""
    owner = reporting()
    wording(owner, "advice", ADVICE)
    return owner, user(owner, Role.COMPILER, "tonghop")


def issued(owner: Agency, number: str, day: int = 10) -> None:
    """A paper that the chapter counts."""
    advisory(owner, paper=paper(number, issued_on=date(2022, 1, day)), title=f"Quyết định {number}", state="issued")


def compiled(owner: Agency, by: User) -> Edition:
    return compile_report(JANUARY, owner, by=by).edition


def owned(owner: Agency, by: User, chapter: str = "advice", code: str = "QLKH") -> Unit:
    """A unit that owns a chapter, by an outline of the department's own."""
    made = unit(owner, code, short="P.QLKH")
    text = write_file(*editable(the_outline("bao-cao-dinh-ky", owner, FIRST_DAY)))
    text = text.replace(f'key = "{chapter}"\n', f'key = "{chapter}"\nunit = "{code}"\n')
    adopt(read_file("a.txt", text), owner, FIRST_DAY, by=by)
    return made


def head_of(unit: Unit, login: str = "truongphong") -> User:
    person = user(unit.agency, Role.HEAD, login)
    person.unit, person.reach = unit, Reach.UNIT
    person.save()
    return person


def said(edition: Edition, chapter: str = "advice") -> list[str]:
    """The lines of a chapter."""
    return [line.text for line in the_chapter(edition, chapter).lines]
