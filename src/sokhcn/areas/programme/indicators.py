"""What is counted of plans and key tasks."""

from django.db.models import Q

from sokhcn.areas.programme.entries import plan
from sokhcn.areas.programme.models import KeyTask, WorkPlan
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, near, when, when_agency, when_on

Task, Plan = KeyTask.State, WorkPlan.State


@indicator(
    "programme.plans",
    "Kế hoạch công tác xây dựng trong kỳ",
    unit="kế hoạch",
    kind=Kind.FLOW,
    basis="Mỗi kế hoạch một lần, theo ngày ban hành; chưa ghi ngày ban hành thì theo ngày vào sổ. "
    "Kỳ số liệu theo {regime}.",
)
def plans(scope: Scope) -> Question:
    return ask(
        WorkPlan.objects.all(),
        when("đã xây dựng xong", state=Plan.DRAWN_UP, near=(near("đang xây dựng", state=Plan.DRAFTING),)),
        when_on("xây dựng trong kỳ", "adopted_on", scope.days),
        when_agency(scope.agency),
    ).listed(plan, order=("recorded_on", "pk"), related=("basis",))


@indicator(
    "programme.key_tasks",
    "Nhiệm vụ trọng tâm của năm",
    unit="nhiệm vụ",
    kind=Kind.PLAN,
    basis="Mỗi nhiệm vụ trong chương trình của năm có kỳ báo cáo một lần, kể cả nhiệm vụ đã hoàn thành và nhiệm vụ "
    "bổ sung trong năm; không tính nhiệm vụ còn dự kiến và nhiệm vụ đã đưa ra khỏi chương trình.",
)
def key_tasks(scope: Scope) -> Question:
    left_out = Q(state__in=(Task.DRAFT, Task.REMOVED))
    return ask(
        KeyTask.objects.all(),
        when(
            "đã đưa vào chương trình",
            ~left_out,
            near=(near("còn dự kiến", state=Task.DRAFT), near("đã đưa ra khỏi chương trình", state=Task.REMOVED)),
        ),
        when(
            f"thuộc chương trình năm {scope.year}",
            year=scope.year,
            near=(
                near("thuộc chương trình năm trước", year=scope.year - 1),
                near("thuộc chương trình năm sau", year=scope.year + 1),
            ),
        ),
        when_agency(scope.agency),
    )
