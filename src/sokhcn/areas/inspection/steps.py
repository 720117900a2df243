"""Where a campaign and a sanction can go from each state, what that takes, and how the states look."""

from collections.abc import Mapping

from sokhcn.areas.inspection.models import Campaign, Sanction
from sokhcn.records.registering import Step

State, Fined = Campaign.State, Sanction.State

LOOKS: Mapping[str, str] = {
    State.PLANNED: "draft",
    State.DECIDED: "wait",
    State.ONGOING: "wait",
    State.CONCLUDED: "out",
    State.REPORTED: "out",
    State.CLOSED: "out",
    State.CANCELLED: "void",
}
STEPS = (
    Step(State.PLANNED, State.DECIDED, "Ghi quyết định", needs=("basis",)),
    Step(State.PLANNED, State.ONGOING, "Triển khai", needs=("started_on",)),
    Step(State.DECIDED, State.ONGOING, "Triển khai", needs=("started_on",)),
    Step(State.PLANNED, State.CANCELLED, "Không tiến hành"),
    Step(State.DECIDED, State.CANCELLED, "Không tiến hành"),
    Step(State.ONGOING, State.CONCLUDED, "Ghi kết thúc", needs=("ended_on",)),
    Step(State.ONGOING, State.CANCELLED, "Dừng"),
    Step(State.CONCLUDED, State.REPORTED, "Ghi kết luận", needs=("conclusion_on",)),
    Step(State.REPORTED, State.CLOSED, "Đóng hồ sơ"),
    # A check that found nothing, or that others led, ends without a conclusion of its own.
    Step(State.CONCLUDED, State.CLOSED, "Đóng hồ sơ"),
)
FINE_LOOKS: Mapping[str, str] = {
    Fined.PROPOSED: "draft",
    Fined.DECIDED: "wait",
    Fined.PAID: "ok",
    Fined.ENFORCED: "late",
    Fined.EXECUTED: "out",
    Fined.CANCELLED: "void",
    Fined.DROPPED: "void",
}
FINE_STEPS = (
    Step(Fined.PROPOSED, Fined.DECIDED, "Ghi quyết định xử phạt", needs=("number", "decided_on")),
    Step(Fined.PROPOSED, Fined.DROPPED, "Không xử phạt"),
    Step(Fined.DECIDED, Fined.PAID, "Ghi nộp phạt", needs=("paid_on", "paid")),
    Step(Fined.DECIDED, Fined.ENFORCED, "Cưỡng chế"),
    Step(Fined.ENFORCED, Fined.PAID, "Ghi nộp phạt", needs=("paid_on", "paid")),
    Step(Fined.PAID, Fined.EXECUTED, "Ghi thi hành xong", needs=("executed_on",)),
    Step(Fined.ENFORCED, Fined.EXECUTED, "Ghi thi hành xong", needs=("executed_on",)),
    # A warning is executed without a payment.
    Step(Fined.DECIDED, Fined.EXECUTED, "Ghi thi hành xong", needs=("executed_on",)),
    *(Step(state, Fined.CANCELLED, "Hủy quyết định") for state in (Fined.DECIDED, Fined.PAID, Fined.ENFORCED)),
)
