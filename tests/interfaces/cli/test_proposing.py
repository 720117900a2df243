"""Proposals through the command line: listed with numbers, accepted by numbers, and a whole report compiled again."""

import json
from pathlib import Path
from typing import Any

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.radiation.models import Licence
from sokhcn.people.demo import COMPILER
from sokhcn.people.models import Role
from sokhcn.records.models import Batch
from sokhcn.reports.models import Origin
from tests.interfaces.cli.test_commands import Run, run
from tests.reports.read_in import SAMPLE
from tests.reports.reporting import reporting
from tests.rows import user, write

pytestmark = pytest.mark.django_db
__all__ = ["run"]
FILE = str(SAMPLE)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path


@pytest.fixture
def officer() -> None:
    owner = reporting()
    owner.heading = "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    user(write(owner), Role.COMPILER, COMPILER)


def test_proposals_are_listed_by_register_with_numbers_and_confidence(run: Run) -> None:
    said = run("propose", FILE).out
    for words in (
        "báo cáo tháng 5 năm 2023 (15/04/2023 – 14/05/2023)",
        "17 trong 18 số liệu khớp với chỉ tiêu: 17 chắc, 0 cần xem, 0 không rõ.",
        "Công tác tham mưu văn bản (van-ban-tham-muu): 2 dòng",
        "17–28  BC2023-TT001",
        "báo cáo in ngày 09/05/2024",
        "Chưa ghi gì vào sổ.",
    ):
        assert words in said
    assert (AdvisoryDocument.objects.count(), Batch.objects.count()) == (0, 0)


def test_proposals_as_json(run: Run) -> None:
    told = json.loads(run("propose", FILE, "--format", "json").out)
    assert (told["period"], len(told["claims"]), len(told["proposals"])) == ("2023-05", 17, 87)
    assert told["claims"][0] == {
        "text": "02 văn bản",
        "value": "2",
        "key": "advice.issued",
        "confidence": "chắc",
        "why": "đếm “văn bản”, trong mục “tham mưu”, cùng vế với “ban hành”",
        "span": told["claims"][0]["span"],
    }
    start, end = told["claims"][0]["span"]
    assert SAMPLE.read_text(encoding="utf-8")[start:end] == "02 văn bản"
    assert [row["number"] for row in told["proposals"]] == list(range(1, 88))


def test_rows_are_accepted_by_number(run: Run, officer: None) -> None:
    said = run("accept", FILE, "15, 45-46")
    assert (said.code, AdvisoryDocument.objects.count(), Licence.objects.count()) == (0, 1, 2)
    assert "Đã nhận 5 dòng" in said.out
    assert "0 dòng đã có trong sổ" in said.out


def test_all_that_is_sure_and_all(run: Run, officer: None) -> None:
    sure = json.loads(run("accept", FILE, "--all-sure", "--format", "json").out)
    assert sure["registers"]["van-ban-tham-muu"] == {"added": 1, "known": 0}
    assert Origin.objects.filter(confidence="chắc").count() == sure["added"]
    every = json.loads(run("accept", FILE, "--all", "--format", "json").out)
    assert (Origin.objects.count(), every["known"]) == (87, sure["added"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Chưa chọn đề xuất nào"),
        (("a",), "Không hiểu “a”"),
        (("8-2",), "viết ngược"),
        (("88",), "Không có đề xuất số 88"),
        (("1-999999",), "Không có đề xuất số 88"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(run: Run, officer: None, words: tuple[str, ...], sentence: str) -> None:
    done = run("accept", FILE, *words)
    assert (done.code, sentence in done.err, Origin.objects.count()) == (2, True, 0)


def test_a_report_is_compiled_again_and_set_beside_itself(run: Run) -> None:
    said = run("recompile", FILE).out
    for words in ("Số liệu: 17/18 trở lại", "Văn bản: 3/3 trở lại", "−  01 cuộc thanh tra", "Điểm: 96,11%"):
        assert words in said


def test_recompiling_as_json(run: Run) -> None:
    told = json.loads(run("recompile", FILE, "--format", "json").out)
    assert (told["period"], round(told["score"], 4)) == ("2023-05", 0.9611)
    assert [(share["kind"], share["back"], share["total"]) for share in told["shares"]][:2] == [
        ("số liệu", 17, 18),
        ("văn bản", 3, 3),
    ]


@pytest.mark.parametrize("command", ["propose", "recompile"])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(run: Run, command: str, tmp_path: Path) -> None:
    empty = tmp_path / "rong.docx"
    empty.write_bytes(b"")
    done = run(command, str(empty))
    assert (done.code, len(done.err.splitlines()), "rỗng" in done.err) == (2, 1, True)
