"""A verb of an area done from the texts of a form: what it takes, what it refuses, what comes of it."""

from collections.abc import Callable
from datetime import date

import pytest

from sokhcn.areas.inspection.models import Campaign, Sanction, Violation
from sokhcn.areas.programme.models import Extension
from sokhcn.areas.radiation.models import Licence
from sokhcn.areas.research.models import Adjustment
from sokhcn.people.demo import make_people
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.verbs import Verb
from sokhcn.reports import catalogue, doing
from tests.areas.advice.factories import draft
from tests.areas.metrology.factories import instrument
from tests.areas.programme.factories import key_task
from tests.areas.radiation.factories import licence
from tests.areas.reform.factories import plan
from tests.areas.registers import agency, establishment, save, values
from tests.areas.research.factories import task as research_task
from tests.areas.support.factories import startup, task, training

pytestmark = pytest.mark.django_db

BOOK = catalogue.register("giay-phep-buc-xa")


@pytest.fixture(name="officer")
def _officer() -> User:
    make_people(agency())
    return User.objects.get(username="chuyenvien")


def labels(row: Licence, by: User) -> list[str]:
    return [verb.label for verb in doing.possible(BOOK, row, by)]


def test_what_can_be_done_depends_on_the_state(officer: User) -> None:
    assert "Gia hạn" in labels(licence(), officer)
    assert labels(licence("B", state="expired"), officer) == ["Cấp giấy phép thay"]
    assert labels(licence("C", state="replaced"), officer) == []


def test_no_step_is_offered_that_a_verb_takes_with_all_that_belongs_to_it(officer: User) -> None:
    offered = {row.state: [step.label for step in doing.steps_beside(BOOK, row, officer)] for row in _in_every_state()}
    assert offered == {
        "processing": ["Ghi không cấp"],
        "issued": ["Đình chỉ"],
        "suspended": ["Chấm dứt đình chỉ"],
        "expired": [],
    }
    instruments = catalogue.register("phuong-tien-do")
    used = instrument("S1")
    assert [step.label for step in doing.steps_beside(instruments, used, officer)] == ["Tạm ngừng sử dụng"]


def _in_every_state() -> list[Licence]:
    return [licence(state, state=state) for state in ("processing", "issued", "suspended", "expired")]


def test_a_licence_is_extended_from_the_texts_of_a_form(officer: User) -> None:
    old = licence(expires_on=date(2025, 1, 5))
    verb = next(verb for verb in doing.possible(BOOK, old, officer) if verb.label == "Gia hạn")
    texts = {"issued_on": "02/12/2024", "number": "9/GP-SKHCN", "expires_on": "05/01/2028"}
    outcome = doing.do(verb, old, texts, by=officer)
    assert isinstance(outcome.row, Licence)
    assert (outcome.row.previous, outcome.row.expires_on) == (old, date(2028, 1, 5))
    old.refresh_from_db()
    assert (old.state, old.ended_on) == ("replaced", date(2024, 12, 2))


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "Để “Gia hạn” phải ghi “Ngày cấp”."),
        ({"issued_on": "hôm qua"}, "không phải ngày"),
        ({"issued_on": "02/12/2024", "work": "khác"}, "“Gia hạn” không nhận “Công việc bức xạ”. Nhận: Ngày cấp"),
        ({"issued_on": "02/12/2024", "expires_on": "01/12/2024"}, "Ngày hết hạn không sau ngày cấp."),
    ],
)
def test_where_something_is_wrong_nothing_is_written(officer: User, texts: dict[str, str], said: str) -> None:
    old = licence()
    verb = next(verb for verb in doing.possible(BOOK, old, officer) if verb.label == "Gia hạn")
    outcome = doing.do(verb, old, texts, by=officer)
    assert outcome.row is None
    assert said in " ".join(str(finding) for finding in outcome.findings)
    old.refresh_from_db()
    assert (old.state, Licence.objects.count()) == ("issued", 1)


def test_whoever_may_only_look_can_do_nothing(officer: User) -> None:
    row = instrument("S1")
    register = catalogue.register("phuong-tien-do")
    assert [verb.label for verb in doing.possible(register, row, officer)] == ["Loại khỏi sử dụng"]
    assert doing.possible(register, row, User.objects.get(username="lanhdao")) == ()


def test_every_verb_names_columns_that_its_register_has() -> None:
    for verb in catalogue.verbs():
        columns = {column.name for column in (*catalogue.register_of(verb.model).columns, *verb.columns)}
        assert {*verb.needs, *verb.told} <= columns, verb.label


def test_every_verb_leads_where_a_step_of_its_register_leads() -> None:
    for verb in catalogue.verbs():
        targets = {step.target for step in catalogue.register_of(verb.model).steps}
        assert {*verb.targets} <= targets, verb.label


def test_a_verb_takes_what_its_register_has_no_column_for(officer: User) -> None:
    row = research_task()
    tasks = catalogue.register("nhiem-vu-khcn")
    verbs = {verb.label: verb for verb in doing.possible(tasks, row, officer)}
    late = doing.do(verbs["Gia hạn nhiệm vụ"], row, {"decided_on": "10/01/2022"}, by=officer)
    assert "Để “Gia hạn nhiệm vụ” phải ghi “Thời hạn mới”." in str(late.findings[0])
    told = {"decided_on": "10/01/2022", "new_end": "30/09/2023"}
    assert doing.do(verbs["Gia hạn nhiệm vụ"], row, told, by=officer).row == row
    assert (row.extended_to, Adjustment.objects.get().new_end) == (date(2023, 9, 30), date(2023, 9, 30))
    doing.do(verbs["Ghi quyết định tạm dừng"], row, {"decided_on": "11/01/2022"}, by=officer)
    assert (row.state, values("research")["suspended"]) == ("suspended", 1)


@pytest.mark.parametrize("verb", catalogue.verbs(), ids=lambda verb: f"{verb.model.__name__}: {verb.label}")
def test_a_verb_takes_columns_of_its_register_and_leads_on_from_its_states(verb: Verb) -> None:
    register = catalogue.register_of(verb.model)
    assert {*verb.needs, *verb.told} <= {column.name for column in (*verb.columns, *register.columns)}
    states = register.column(register.state).choices if register.state else {}
    assert set(verb.sources) <= set(states)
    assert bool(verb.sources) != bool(verb.open)


def done(slug: str, row: Kept, label: str, texts: dict[str, str], by: User) -> str:
    """What came of a verb: its row, or what was wrong."""
    register = catalogue.register(slug)
    verb = next((verb for verb in doing.possible(register, row, by) if verb.label == label), None)
    outcome = doing.do(verb, row, texts, by=by) if verb else None
    return str(outcome.row or outcome.findings[0]) if outcome else "không làm được từ đây"


def test_a_violation_is_sanctioned_once(officer: User) -> None:
    about = {"agency": agency(), "kind": "inspection", "title": "thanh tra xăng dầu", "started_on": date(2022, 1, 4)}
    campaign = save(Campaign(code="TT-01", state="ongoing", recorded_on=date(2022, 1, 4), **about))
    row = save(Violation(campaign=campaign, establishment=establishment(), act="Sai", found_on=date(2022, 1, 5)))
    texts = {"number": "05/QĐ-XPHC", "decided_on": "10/01/2022", "kind": "Phạt tiền"}
    assert "phải ghi số tiền phạt" in done("vi-pham", row, "Ra quyết định xử phạt", texts, officer)
    row.refresh_from_db()
    assert "05/QĐ-XPHC" in done("vi-pham", row, "Ra quyết định xử phạt", {**texts, "fine": "5.000.000"}, officer)
    assert (row.handling, Sanction.objects.get().state) == ("sanctioned", "decided")
    assert done("vi-pham", row, "Ra quyết định xử phạt", texts, officer) == "không làm được từ đây"


def test_a_key_task_that_asked_for_it_is_extended(officer: User) -> None:
    row = key_task("1", state="extension", due_on=date(2022, 3, 1))
    told = {"due_on": "01/02/2022", "decided": "10/01/2022", "reason": "Chờ kinh phí"}
    assert "phải sau thời hạn cũ" in done("nhiem-vu-trong-tam", row, "Cho gia hạn", told, officer)
    row.refresh_from_db()
    done("nhiem-vu-trong-tam", row, "Cho gia hạn", {**told, "due_on": "01/06/2022"}, officer)
    assert (row.state, row.due_on, Extension.objects.get().reason) == ("running", date(2022, 6, 1), "Chờ kinh phí")


def test_a_draft_is_issued_with_the_paper_that_it_became(officer: User) -> None:
    row = draft(state="submitted", submitted_on=date(2022, 1, 5))
    told = {"type": "Quyết định", "code": "03/2022/QĐ-UBND", "issued_on": "12/01/2022", "issuer": "UBND tỉnh"}
    done("van-ban-tham-muu", row, "Ghi ban hành", {**told, "subject": "ban hành Quy định"}, officer)
    assert (row.state, row.paper.code, row.paper.subject) == ("issued", "03/2022/QĐ-UBND", "ban hành Quy định")
    other = draft(title="Dự thảo khác")
    assert done("van-ban-tham-muu", other, "Ghi ban hành", told, officer) == "không làm được từ đây"


RECOGNISED = {"state": "recognised", "recognition_number": "1", "recognised_on": date(2022, 1, 5)}
CERTIFIED = {"certificate_number": "1", "certified_on": date(2022, 1, 5)}


@pytest.mark.parametrize(
    ("made", "label", "texts"),
    [
        (lambda: plan(), "Ghi thực hiện xong", {"result": "Đạt"}),
        (lambda: key_task(), "Ghi hoàn thành", {"completed_on": "14/01/2022"}),
        (lambda: key_task(), "Chuyển tiếp sang năm sau", {"code": "NV2023-01", "recorded_on": "30/12/2022"}),
        (
            lambda: startup(**RECOGNISED),
            "Công nhận lại",
            {"recognition_number": "2", "recognised_on": "05/01/2024", "expires_on": "05/01/2026"},
        ),
        (
            lambda: task(**CERTIFIED),
            "Chứng nhận lại",
            {"certificate_number": "2", "certificate_expires_on": "05/01/2028"},
        ),
        (lambda: draft(), "Trình", {"submitted_on": "14/01/2022"}),
    ],
)
def test_the_verbs_of_other_areas_are_within_reach(
    officer: User, made: Callable[[], Kept], label: str, texts: dict[str, str]
) -> None:
    row = made()
    verbs = doing.possible(catalogue.register_of(type(row)), row, officer)
    outcome = doing.do(next(verb for verb in verbs if verb.label == label), row, texts, by=officer)
    assert (outcome.findings, outcome.row is not None) == ((), True)


def test_a_class_without_a_list_keeps_the_counts_it_was_told(officer: User) -> None:
    row = training(enterprises=7)
    (verb,) = doing.possible(catalogue.register_of(type(row)), row, officer)
    (finding,) = doing.do(verb, row, {}, by=officer).findings
    assert "chưa có danh sách người dự" in str(finding)
