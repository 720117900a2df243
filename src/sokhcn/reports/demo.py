"""The demonstration: a database made anew from a folder of register files, through the intake that officers use."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

from sokhcn import __version__
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.finding import Finding, blocking
from sokhcn.people.demo import COMPILER, make_people
from sokhcn.people.models import User
from sokhcn.records.models import Agency, Unit
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue, demo_year
from sokhcn.reports.demo_owners import give_out
from sokhcn.reports.periods import the_period
from sokhcn.reports.receiving import receive
from sokhcn.reports.shipping import ship, shipped
from sokhcn.reports.standing import place

PERIOD = "2022-01"
# The demonstration begins on the last day of January's figures, or with the year on the day on which December's report
# was handed in.
OPENED, OPENED_WITH_YEAR = date(2022, 1, 14), date(2022, 12, 15)


class CannotDemonstrate(Exception):
    """The files do not make a database; ``findings`` say all that is wrong. The old database stays as it was."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Step:
    """One file taken in, or one part of the illustrative year: the ``done``-th of ``total``, and the rows in it."""

    done: int
    total: int
    name: str
    rows: int


def is_current(folder: Path, *, year: bool = False) -> bool:
    """Whether the demo database was made from just these files by just this program, and is still whole.

    With ``year`` it must hold the illustrative year as well, without it nothing else.

    A demonstration mends a damaged one by making it anew.
    """
    stands = place()
    return stands.stamp() == _fingerprint(folder, year) and stands.is_whole()


def make_database(folder: Path, *, year: bool = False) -> Iterator[Step]:
    """Make the demo database from ``folder``, a file at a time; or raise ``CannotDemonstrate`` or ``Taken`` and change
    nothing. With ``year`` the illustrative year is put on top, a part at a time."""
    _files(folder)
    with place().anew(_fingerprint(folder, year)):
        yield from load(folder)
        if (user := the_compiler()).agency:
            give_out(user.agency, user)
        if year:
            yield from load_year()


def load(folder: Path) -> Iterator[Step]:
    """Take the register files of ``folder`` into the database at hand, those that others refer to first."""
    make_people()
    ship(by=User.objects.get(username=COMPILER))
    found = _files(folder)
    for done, (register, file) in enumerate(found, 1):
        sheet = read_csv(file.read_bytes(), file.name)
        receipt = receive(register, sheet, by=the_compiler(), today=the_period(PERIOD).end)
        if blocking(receipt.findings):
            raise CannotDemonstrate(f"Tệp {file} có lỗi; cơ sở dữ liệu cũ giữ nguyên.", receipt.findings)
        if register.model in (Agency, Unit):
            make_people(Agency.objects.order_by("pk").first(), Unit.objects.order_by("pk").first())
        yield Step(done, len(found), register.slug, receipt.total)


def load_year() -> Iterator[Step]:
    """Put the illustrative year on top of January's registers in the database at hand."""
    user = the_compiler()
    if user.agency is None:
        raise CannotDemonstrate("Năm minh họa cần một cơ quan: thêm tệp co-quan.csv vào thư mục tệp sổ.")
    for part in demo_year.fill(user.agency, user):
        yield Step(part.done, part.total, part.title, part.rows)


def the_compiler() -> User:
    """The demo user who compiles."""
    return User.objects.select_related("agency").get(username=COMPILER)


def _files(folder: Path) -> list[tuple[Register, Path]]:
    if not folder.is_dir():
        raise CannotDemonstrate(
            f"Không có thư mục {folder}. Chép demo/2022-01 ra rồi dùng: ./sokhcn demo --from THƯ_MỤC"
        )
    by_slug = {register.slug: register for register in catalogue.registers()}
    files = {file.stem: file for file in sorted(folder.glob("*.csv"))}
    if strange := [file.name for slug, file in files.items() if slug not in by_slug]:
        raise CannotDemonstrate(f"Không có sổ nào tên {', '.join(strange)}. Các sổ: {', '.join(by_slug)}.")
    if not files:
        raise CannotDemonstrate(f"Thư mục {folder} không có tệp .csv nào.")
    return [(register, files[slug]) for slug, register in by_slug.items() if slug in files]


def _fingerprint(folder: Path, year: bool = False) -> str:
    digest = hashlib.sha256(__version__.encode())
    for module in demo_year.sources() if year else ():
        digest.update(module.read_bytes())
    for app, name in sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations):
        digest.update(f"{app}.{name}\n".encode())
    for file in (*shipped(), *sorted(folder.glob("*.csv"))):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
