"""Where a task can go from each state of its life, what that takes, and how the states look."""

from collections.abc import Mapping

from sokhcn.areas.research.models.choices import State
from sokhcn.records.registering import Step

LOOKS: Mapping[str, str] = {
    State.PROPOSED: "draft",
    State.DETERMINED: "draft",
    State.LISTED: "wait",
    State.SELECTED: "wait",
    State.APPRAISED: "wait",
    State.APPROVED: "wait",
    State.DRAFT: "draft",
    State.RUNNING: "ok",
    State.SUSPENDED: "late",
    State.SUBMITTED: "wait",
    State.ACCEPTED: "out",
    State.REGISTERED: "out",
    State.RECOGNISED: "out",
    State.HANDED_OVER: "out",
    State.CLOSED: "out",
    State.NOT_ACCEPTED: "late",
    State.TERMINATED: "void",
    State.DROPPED: "void",
}
CONTRACT, LIQUIDATION, DROP = "Ghi ký hợp đồng", "Ghi thanh lý hợp đồng", "Không đưa vào thực hiện"
REGISTERED = ("registered_on", "registration_no")
# The certificate of registration comes before the contract is liquidated (Circular 14/2014/TT-BKHCN).
CLOSED = ("registered_on", "closed_on")
RATED = ("accepted_on", "rating")
CHOOSING = (
    Step(State.PROPOSED, State.DETERMINED, "Ghi kết luận hội đồng xác định"),
    Step(State.DETERMINED, State.LISTED, "Ghi phê duyệt danh mục", needs=("listed_on",)),
    Step(State.LISTED, State.SELECTED, "Ghi kết quả tuyển chọn, giao", needs=("selection", "host", "selected_on")),
    Step(State.SELECTED, State.APPRAISED, "Ghi thẩm định kinh phí", needs=("total_budget", "appraised_on")),
    Step(State.APPRAISED, State.APPROVED, "Ghi phê duyệt nhiệm vụ", needs=("approved_on",)),
    Step(State.APPROVED, State.RUNNING, CONTRACT, needs=("started_on", "ends_on")),
    Step(State.DRAFT, State.RUNNING, CONTRACT, needs=("started_on", "ends_on")),
    *(
        Step(state, State.DROPPED, DROP)
        for state in (
            State.PROPOSED,
            State.DETERMINED,
            State.LISTED,
            State.SELECTED,
            State.APPRAISED,
            State.APPROVED,
            State.DRAFT,
        )
    ),
)
DOING = (
    Step(State.RUNNING, State.SUSPENDED, "Tạm dừng"),
    Step(State.SUSPENDED, State.RUNNING, "Tiếp tục"),
    Step(State.RUNNING, State.SUBMITTED, "Ghi nhận hồ sơ nghiệm thu", needs=("submitted_on",)),
    Step(State.SUBMITTED, State.RUNNING, "Trả hồ sơ nghiệm thu"),
    Step(State.SUBMITTED, State.ACCEPTED, "Ghi nghiệm thu", needs=("accepted_on",)),
    Step(State.RUNNING, State.ACCEPTED, "Ghi nghiệm thu", needs=("accepted_on",)),
    Step(State.SUBMITTED, State.NOT_ACCEPTED, "Ghi nghiệm thu không đạt", needs=RATED),
    Step(State.RUNNING, State.NOT_ACCEPTED, "Ghi nghiệm thu không đạt", needs=RATED),
    Step(State.RUNNING, State.TERMINATED, "Chấm dứt", needs=("terminated_on",)),
    Step(State.SUSPENDED, State.TERMINATED, "Chấm dứt", needs=("terminated_on",)),
    Step(State.SUBMITTED, State.TERMINATED, "Chấm dứt", needs=("terminated_on",)),
)
ENDING = (
    Step(State.ACCEPTED, State.REGISTERED, "Ghi đăng ký kết quả", needs=REGISTERED),
    Step(State.ACCEPTED, State.RECOGNISED, "Ghi công nhận kết quả", needs=("recognised_on",)),
    Step(State.REGISTERED, State.RECOGNISED, "Ghi công nhận kết quả", needs=("recognised_on",)),
    Step(State.RECOGNISED, State.HANDED_OVER, "Ghi bàn giao kết quả", needs=("handed_over_on", "receiver")),
    Step(State.HANDED_OVER, State.CLOSED, LIQUIDATION, needs=CLOSED),
    Step(State.RECOGNISED, State.CLOSED, LIQUIDATION, needs=CLOSED),
    Step(State.REGISTERED, State.CLOSED, LIQUIDATION, needs=CLOSED),
    Step(State.ACCEPTED, State.CLOSED, LIQUIDATION, needs=CLOSED),
    # What failed or was stopped has no result to register.
    Step(State.NOT_ACCEPTED, State.CLOSED, LIQUIDATION, needs=("closed_on",)),
    Step(State.TERMINATED, State.CLOSED, LIQUIDATION, needs=("closed_on",)),
)
STEPS = (*CHOOSING, *DOING, *ENDING)
