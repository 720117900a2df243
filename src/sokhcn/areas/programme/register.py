"""The registers of key tasks with their extensions and evidence, and of work plans."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask, WorkPlan
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept
from sokhcn.records.registering import BOOK, Register, Step

Task, Plan = KeyTask.State, WorkPlan.State

TASK = Column("task", "Mã nhiệm vụ", Cell.REFERENCE, True, ("Nhiệm vụ", "Mã"), refers="programme.keytask.code")
OPEN = (Task.PLANNED, Task.RUNNING, Task.EXTENSION_ASKED)


def not_moved(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """The deadline that counts stands in the task: an extension beyond it would be told and not kept."""
    assert isinstance(row, Extension)
    due_on = row.task.due_on
    if due_on is None or due_on < row.new_due_on:
        template = "Thời hạn của nhiệm vụ {task} là {due_on}, chưa đến thời hạn mới {new}."
        told = {"task": row.task.code, "due_on": _written(due_on), "new": _written(row.new_due_on)}
        yield must("programme.not_moved", template, where=where, suggestion="Sửa thời hạn của nhiệm vụ trước.", **told)


def _written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "chưa ghi"


REGISTERS = (
    Register(
        slug="nhiem-vu-trong-tam",
        title="Nhiệm vụ trọng tâm của năm",
        short="Nhiệm vụ trọng tâm",
        area=2,
        model=KeyTask,
        columns=(
            Column("code", "Mã nhiệm vụ", required=True, synonyms=("Mã",)),
            Column("year", "Năm", Cell.YEAR, required=True),
            Column("title", "Nhiệm vụ", required=True, synonyms=("Tên nhiệm vụ", "Nội dung nhiệm vụ")),
            Column("source", "Nguồn giao", Cell.CHOICE, choices=dict(KeyTask.Source.choices)),
            Column(
                "section",
                "Mục báo cáo",
                synonyms=("Mục trong báo cáo", "Phần báo cáo"),
                help="Mục của báo cáo nói tới nhiệm vụ, như: I.4 Nghiên cứu khoa học",
            ),
            Column("product", "Sản phẩm"),
            Column("leader", "Lãnh đạo phụ trách"),
            Column("cooperating", "Đơn vị phối hợp", synonyms=("Cơ quan phối hợp", "Phối hợp")),
            Column("paper", "Căn cứ", Cell.REFERENCE, refers="paper", help="Số, ký hiệu văn bản giao nhiệm vụ"),
            Column(
                "carried_from",
                "Chuyển tiếp từ",
                Cell.REFERENCE,
                refers="programme.keytask.code",
                help="Mã nhiệm vụ của năm trước",
            ),
            Column("started_on", "Ngày bắt đầu", Cell.DATE),
            Column("due_on", "Thời hạn", Cell.DATE, synonyms=("Thời hạn hoàn thành",)),
            Column("completed_on", "Ngày hoàn thành", Cell.DATE),
            Column("progress", "Tiến độ (%)", Cell.INTEGER, default=0, synonyms=("Tiến độ",), adds_up=False),
            Column("result", "Kết quả"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Task.PLANNED, choices=dict(Task.choices)),
            *BOOK,
        ),
        listed=("code", "title", "unit", "section", "due_on", "progress", "state"),
        key=("agency", "code"),
        day="due_on",
        days=("completed_on",),
        filters=("year", "state", "unit", "source", "section"),
        state="state",
        looks=MappingProxyType(
            {
                "draft": "draft",
                "planned": "wait",
                "running": "ok",
                "extension": "late",
                "completed": "out",
                "carried": "void",
                "removed": "void",
            }
        ),
        steps=(
            Step(Task.DRAFT, Task.PLANNED, "Đưa vào chương trình"),
            Step(Task.PLANNED, Task.RUNNING, "Bắt đầu"),
            Step(Task.PLANNED, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.PLANNED, Task.EXTENSION_ASKED, "Xin gia hạn"),
            Step(Task.RUNNING, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.RUNNING, Task.EXTENSION_ASKED, "Xin gia hạn"),
            Step(Task.EXTENSION_ASKED, Task.RUNNING, "Tiếp tục thực hiện"),
            Step(Task.EXTENSION_ASKED, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.COMPLETED, Task.RUNNING, "Mở lại"),
            Step(Task.DRAFT, Task.REMOVED, "Bỏ khỏi dự kiến"),
            *(Step(state, Task.REMOVED, "Đưa ra khỏi chương trình") for state in OPEN),
            *(Step(state, Task.CARRIED, "Chuyển tiếp sang năm sau") for state in OPEN),
        ),
        order=("due_on", "code"),
        alike=(("title", "year"),),
    ),
    Register(
        slug="gia-han-nhiem-vu",
        title="Gia hạn nhiệm vụ trọng tâm",
        short="Gia hạn",
        area=2,
        model=Extension,
        columns=(
            TASK,
            Column("old_due_on", "Thời hạn cũ", Cell.DATE, required=True),
            Column("new_due_on", "Thời hạn mới", Cell.DATE, True, ("Gia hạn đến",)),
            Column("decided_on", "Ngày cho gia hạn", Cell.DATE, required=True),
            Column("decision", "Văn bản cho gia hạn", Cell.REFERENCE, refers="paper"),
            Column("reason", "Lý do"),
        ),
        listed=("task", "old_due_on", "new_due_on", "decided_on", "decision", "reason"),
        key=("task", "old_due_on"),
        day="decided_on",
        order=("task", "old_due_on"),
        examine=not_moved,
    ),
    Register(
        slug="minh-chung-nhiem-vu",
        title="Minh chứng thực hiện nhiệm vụ trọng tâm",
        short="Minh chứng",
        area=2,
        model=Evidence,
        days=("dated_on",),
        columns=(
            TASK,
            Column("paper", "Văn bản", Cell.REFERENCE, refers="paper", help="Số, ký hiệu hoặc cả câu viện dẫn"),
            Column("title", "Minh chứng khác", synonyms=("Minh chứng", "Sản phẩm")),
            Column("dated_on", "Ngày", Cell.DATE),
        ),
        listed=("task", "title", "paper", "dated_on"),
        key=("task", "paper", "title"),
        order=("task", "pk"),
    ),
    Register(
        slug="ke-hoach-cong-tac",
        title="Kế hoạch công tác của Sở",
        short="Kế hoạch công tác",
        area=2,
        model=WorkPlan,
        columns=(
            Column("title", "Tên kế hoạch", required=True, synonyms=("Kế hoạch",)),
            Column("subject", "Nội dung triển khai", help="Việc được giao, nói tiếp được sau “Triển khai”"),
            Column("basis", "Căn cứ", Cell.REFERENCE, refers="paper", help="Số, ký hiệu văn bản"),
            Column("adopted_on", "Ngày ban hành", Cell.DATE, synonyms=("Ngày",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=Plan.DRAWN_UP, choices=dict(Plan.choices)),
            *BOOK,
        ),
        listed=("title", "basis", "adopted_on", "unit", "state"),
        key=("agency", "title"),
        day="adopted_on",
        filters=("state", "unit"),
        state="state",
        looks=MappingProxyType({"drafting": "draft", "drawn_up": "out", "withdrawn": "void"}),
        steps=(
            Step(Plan.DRAFTING, Plan.DRAWN_UP, "Ghi đã xây dựng"),
            Step(Plan.DRAWN_UP, Plan.DRAFTING, "Soạn lại"),
            Step(Plan.DRAFTING, Plan.WITHDRAWN, "Rút"),
        ),
        order=("-recorded_on", "-pk"),
    ),
)
