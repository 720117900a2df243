"""The registers of key tasks and of work plans."""

from types import MappingProxyType

from sokhcn.areas.programme.models import KeyTask, WorkPlan
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Task, Plan = KeyTask.State, WorkPlan.State

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
            Column("product", "Sản phẩm"),
            Column("leader", "Lãnh đạo phụ trách"),
            Column("paper", "Căn cứ", Cell.REFERENCE, refers="paper", help="Số, ký hiệu văn bản giao nhiệm vụ"),
            Column("started_on", "Ngày bắt đầu", Cell.DATE),
            Column("due_on", "Thời hạn", Cell.DATE, synonyms=("Thời hạn hoàn thành",)),
            Column("completed_on", "Ngày hoàn thành", Cell.DATE),
            Column("progress", "Tiến độ (%)", Cell.INTEGER, default=0, synonyms=("Tiến độ",)),
            Column("result", "Kết quả"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Task.PLANNED, choices=dict(Task.choices)),
            *BOOK,
        ),
        listed=("code", "title", "unit", "due_on", "progress", "state"),
        key=("agency", "code"),
        day="due_on",
        filters=("year", "state", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                "draft": "draft",
                "planned": "wait",
                "running": "ok",
                "extension": "late",
                "completed": "out",
                "removed": "void",
            }
        ),
        steps=(
            Step(Task.DRAFT, Task.PLANNED, "Đưa vào chương trình"),
            Step(Task.PLANNED, Task.RUNNING, "Bắt đầu"),
            Step(Task.PLANNED, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.RUNNING, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.RUNNING, Task.EXTENSION_ASKED, "Xin gia hạn"),
            Step(Task.EXTENSION_ASKED, Task.RUNNING, "Ghi được gia hạn"),
            Step(Task.EXTENSION_ASKED, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.COMPLETED, Task.RUNNING, "Mở lại"),
            Step(Task.DRAFT, Task.REMOVED, "Bỏ khỏi dự kiến"),
            Step(Task.PLANNED, Task.REMOVED, "Đưa ra khỏi chương trình"),
            Step(Task.RUNNING, Task.REMOVED, "Đưa ra khỏi chương trình"),
            Step(Task.EXTENSION_ASKED, Task.REMOVED, "Đưa ra khỏi chương trình"),
        ),
        order=("due_on", "code"),
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
