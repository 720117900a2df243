"""A month of the office in a real browser with the network cable out, told once and walked by mouse and by keyboard
alone: what each role does, from the first row to the report that has left; and all of it restored from the backup."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from sokhcn.interfaces.cli.main import main
from sokhcn.reports import tasks
from sokhcn.reports.models import ReportState, Stage
from tests.interfaces.web import month
from tests.interfaces.web.hands import Hand, Keyboard, Mouse, at_a_screen, browser, unexpected
from tests.own_file import joined
from tests.records.backup.test_backup import digests, faults
from tests.reports.life.office import scan

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.on("sqlite"),  # pages are the same on both
    pytest.mark.django_db(transaction=True),
]
Kind = type[Mouse] | type[Keyboard]


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Path:
    """A place for files; what is long work is done when the story says so."""
    monkeypatch.setattr(tasks, "wake", lambda: None)
    settings.VAR = tmp_path / "var"
    (tmp_path / "da-ky.pdf").write_bytes(scan())
    month.month_office()
    return tmp_path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_a_month_from_the_first_row_to_the_report_that_left_and_back_from_its_backup(
    chromium: Browser, there: Path, live_server: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    with at_a_screen(chromium) as (page, troubles):
        hand, archive = kind(page), there / "dem-qua.zip"
        archive.write_bytes(told(hand, live_server.url, there).read_bytes())
    assert (unexpected(troubles), hand.mice) == ([], [])
    assert ReportState.objects.get().stage == Stage.ISSUED
    assert digests_of(archive, there, settings, monkeypatch) == {**digests(), "faults": []}


def digests_of(archive: Path, there: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The digests of everything that the command restores from a backup onto a disk that has nothing."""
    kept, settings.VAR = settings.VAR, there / "dia-moi"
    monkeypatch.setattr("sys.argv", ["sokhcn", "restore", str(archive)])
    with joined(there):
        with pytest.raises(SystemExit) as done:
            main()
        found = {**digests(), "faults": faults()}
    settings.VAR = kept
    assert not done.value.code
    return found


def told(hand: Hand, url: str, there: Path) -> Path:
    """What everybody does, in their order; gives the backup that was taken away."""

    came: set[str] = set()

    def come(role: str) -> Hand:
        month.enter(hand, url, role)
        came.add(role)
        return hand

    month.a_paper_is_entered(come(month.SPECIALIST))
    month.the_report_is_compiled(come(month.COMPILER))
    month.a_register_is_closed(come(month.HEAD))
    month.the_chapter_is_confirmed(hand)
    month.a_register_is_closed(come(month.COMPILER))
    hand.home()
    month.step_by_step(hand, "Xác nhận báo cáo", "rình")
    month.step_by_step(come(month.CLERK), "hẩm định thể thức")
    month.step_by_step(come(month.LEADER), "Duyệt", "Ký")
    month.the_report_leaves(come(month.CLERK), there / "da-ky.pdf")
    backup = month.everything_is_backed_up(come(month.ADMINISTRATOR), tasks.run)
    assert came == set(month.DOORS.values())  # the day of each role is in it
    return backup
