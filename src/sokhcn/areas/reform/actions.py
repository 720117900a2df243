"""A verb on plans of reform that changes more than a state: writing down that a plan is carried out."""

from sokhcn.areas.reform.models import PlanActivity, ReformPlan
from sokhcn.areas.reform.register.plans import PLANS
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.writing import writing

Work = PlanActivity.State


def complete(row: ReformPlan, result: str, *, by: Officer) -> None:
    """Write down that ``row`` is carried out, with its ``result``. Raises ``NotPossible`` while some work is open."""
    left = PlanActivity.objects.filter(plan=row, state__in=(Work.PLANNED, Work.RUNNING)).order_by("number").first()
    if left is not None:
        advice = "Ghi công việc ấy thực hiện xong hoặc không thực hiện trước."
        raise NotPossible(must("reform.work_open", "Kế hoạch còn việc “{work}”.", suggestion=advice, work=left))
    with writing(by=by, reason="Ghi thực hiện xong") as pen:
        take_step(pen, PLANS, row, ReformPlan.State.COMPLETED, by=by, result=result)
