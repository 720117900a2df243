"""The January report compiled from the demo's files."""

import shutil
from pathlib import Path

from sokhcn.reports.compiling import compile_report
from sokhcn.reports.demo import PERIOD, load, the_compiler
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from tests.begun import begun

DEMO = Path(__file__).resolve().parents[2] / "demo" / PERIOD


def compiled() -> Edition:
    """The edition of January 2022 from what the registers hold now."""
    user = the_compiler()
    return compile_report(the_period(PERIOD), user.agency, by=user).edition


def loaded() -> None:
    """The demo's files in the test's database."""
    begun(take)


def january(folder: Path = DEMO) -> Edition:
    """The report compiled from ``folder`` in the test's database."""
    if folder == DEMO:
        begun(_compile)
        return Edition.objects.get()
    take(folder)
    return compiled()


def take(folder: Path = DEMO) -> None:
    for _ in load(folder):
        pass


def _compile() -> None:
    loaded()
    compiled()


def altered(target: Path, name: str, old: str, new: str) -> Path:
    """A copy of the demo's files with ``new`` for ``old`` in one file; without ``new`` the whole line goes."""
    folder = Path(shutil.copytree(DEMO, target / "copy"))
    file = folder / name
    text = file.read_bytes().decode("utf-8-sig")
    lines = text.split("\r\n")
    assert any(old in line for line in lines), old
    kept = [line.replace(old, new) for line in lines if new or old not in line]
    file.write_bytes("\r\n".join(kept).encode("utf-8-sig"))
    return folder
