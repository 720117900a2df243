"""The commands search and reindex: what they answer, and how they say that there is nothing."""

import json

import pytest

from sokhcn.people.demo import make_people
from sokhcn.records.models import Entry, Establishment
from tests.interfaces.cli.test_commands import Run, run  # noqa: F401 (a fixture)
from tests.rows import agency, paper, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def somebody() -> None:
    make_people(agency())


def test_hits_stand_in_a_table_with_the_part_that_was_found(run: Run) -> None:  # noqa: F811
    paper("2367", subject="về sở hữu trí tuệ")
    said = run("search", "367/q tri tue").out
    assert "Quyết định số 2[367/Q]Đ-UBND ngày 10/01/2022" in said
    assert "Trích yếu: về sở hữu [trí tuệ]" in said
    assert "1 kết quả: Văn bản viện dẫn 1." in said


def test_programs_get_one_document(run: Run) -> None:  # noqa: F811
    row = paper("2367", subject="về sở hữu trí tuệ")
    told = json.loads(run("search", "2367", "--format", "json").out)
    assert (told["found"], told["more"]) == (1, False)
    hit = told["hits"][0]
    assert (hit["register"], hit["id"], hit["exact"]) == ("van-ban-vien-dan", row.pk, True)


def test_one_register_may_be_asked_alone(run: Run) -> None:  # noqa: F811
    paper("2367", subject="về trạm cân")
    write(Establishment(name="Trạm cân 2367"))
    hits = json.loads(run("search", "2367", "--register", "co-so", "--format", "json").out)["hits"]
    assert [hit["title"] for hit in hits] == ["Trạm cân 2367"]
    assert run("search", "2367", "--register", "co-xo").code == 2


def test_nothing_found_says_what_to_try(run: Run) -> None:  # noqa: F811
    done = run("search", "không có thật")
    assert (done.code, done.out) == (0, "Không thấy “không có thật”. Thử ít chữ hơn, hoặc một đoạn số từ ba ký tự.\n")


def test_reindex_makes_entries_anew_and_counts_them(run: Run) -> None:  # noqa: F811
    paper("2367")
    Entry.objects.all().delete()
    assert "Đã làm lại phần tra cứu: 2 dòng." in run("reindex").out
    assert json.loads(run("reindex", "--format", "json").out) == {"found": 2, "registers": {"cơ quan": 1, "văn bản": 1}}
    assert "2367" in run("search", "2367").out
