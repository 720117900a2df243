"""The `needs` marker: a test says which program it drives; without it the test is skipped, loudly, or fails.

``@pytest.mark.needs("chromium")`` skips the test where Chromium is missing and the end of the run names what was not
run and why. With ``SOKHCN_ALL=1`` a missing program is a failure. The folder ``../shared`` with the seed report is
nobody's duty to have, so without it its tests are only ever skipped.
"""

import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "soffice": ("soffice", "libreoffice"),
    "calc": ("localc", "scalc"),
    "postgres": ("postgres",),
    "softhsm": ("softhsm2-util",),
}
NOT_RUN = "needs"


def program(name: str) -> Path | None:
    """Where the program stands, or None. Debian keeps the PostgreSQL server off the PATH."""
    for command in PROGRAMS[name]:
        if found := shutil.which(command):
            return Path(found)
    servers = Path("/usr/lib/postgresql").glob("*/bin/postgres") if name == "postgres" else ()
    return max(servers, default=None)


def is_here(name: str) -> bool:
    if name == "shared":
        return SHARED.is_dir()
    if name not in PROGRAMS:
        raise pytest.UsageError(f"needs({name!r}): known are {', '.join(PROGRAMS)} and shared")
    return program(name) is not None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    names = [name for marker in item.iter_markers("needs") for name in marker.args]
    missing = [name for name in names if not is_here(name)]
    programs = [name for name in missing if name != "shared"]
    if programs and os.environ.get("SOKHCN_ALL") == "1":
        pytest.fail(
            f"{', '.join(programs)} missing, and SOKHCN_ALL=1 wants every test run: `make system`", pytrace=False
        )
    if missing:
        # User properties travel with the report from a parallel worker to the process that writes the summary.
        item.user_properties.extend((NOT_RUN, name) for name in missing)
        pytest.skip(f"{', '.join(missing)} missing")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    """Written after every other section, so that it is the last thing read before the count."""
    yield
    not_run = defaultdict(list)
    for report in terminalreporter.getreports("skipped"):
        for key, name in report.user_properties:
            if key == NOT_RUN:
                not_run[name].append(report.nodeid)
    if not not_run:
        return
    terminalreporter.section("NOT RUN", sep="!", red=True, bold=True)
    for name, tests in sorted(not_run.items()):
        terminalreporter.line(f"{remedy(name)} Without it these {len(tests)} did not run:", red=True)
        for function, times in sorted(Counter(nodeid.split("[")[0] for nodeid in tests).items()):
            terminalreporter.line(f"  {function}" + (f" ({times} times)" if times > 1 else ""))


def remedy(name: str) -> str:
    if name == "shared":
        return "The folder ../shared with the seed report is missing."
    return f"The program {name} is missing: `make system` installs it."
