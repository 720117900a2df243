"""A verb on plans of reform that changes more than a state: writing down that a plan is carried out."""

from typing import Any

from sokhcn.areas.reform.models import PlanActivity, ReformPlan
from sokhcn.areas.reform.register.plans import PLANS
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb
from sokhcn.records.writing import Pen

State, Work = ReformPlan.State, PlanActivity.State


def complete(pen: Pen, row: ReformPlan, *, by: Officer, **told: Any) -> None:
    """Write down that ``row`` is carried out, with its ``result``. Raises ``NotPossible`` while some work is open."""
    left = PlanActivity.objects.filter(plan=row, state__in=(Work.PLANNED, Work.RUNNING)).order_by("number").first()
    if left is not None:
        advice = "Ghi công việc ấy thực hiện xong hoặc không thực hiện trước."
        raise NotPossible(must("reform.work_open", "Kế hoạch còn việc “{work}”.", suggestion=advice, work=left))
    take_step(pen, PLANS, row, State.COMPLETED, by=by, **told)


VERBS = (Verb("Ghi thực hiện xong", ReformPlan, complete, (State.ISSUED,), ("result",), targets=(State.COMPLETED,)),)
