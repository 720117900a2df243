"""Illustrative extensions, evidence and cooperation of key tasks, and what the next year's programme takes over."""

from collections.abc import Iterator
from datetime import date, timedelta

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask
from sokhcn.records.kept import Kept
from sokhcn.records.scene import MARK, Scene

State, Source = KeyTask.State, KeyTask.Source
COOPERATING = ("Sở Tài chính", "Sở Nông nghiệp và Phát triển nông thôn", "UBND các huyện, thành phố", "Sở Y tế", "")
EVERY = 9  # one task in so many was given more time


def more(scene: Scene) -> Iterator[list[Kept]]:
    """Who cooperates in tasks and who gave them; extensions; evidence; drafts of the next programme."""
    tasks = list(
        KeyTask.objects.filter(agency=scene.agency, year__in=(scene.year - 1, scene.year))
        .select_related("agency", "unit", "paper")
        .order_by("year", "code")
    )
    yield [_told(scene, task) for task in tasks if task.year < scene.year]
    done = [task for task in tasks if task.state == State.COMPLETED]
    yield [found for n, task in enumerate(done) if (found := _extension(scene, task, n))]
    yield [_evidence(task) for task in done]
    yield [_next(scene, n, task) for n, task in enumerate((t for t in tasks if t.state == State.RUNNING), 1)]


def _told(scene: Scene, task: KeyTask) -> KeyTask:
    task.cooperating = scene.chance.choice(COOPERATING)
    task.source = scene.chance.choice((Source.PARTY, Source.COMMITTEE, Source.COMMITTEE, Source.OWN))
    return task


def _extension(scene: Scene, task: KeyTask, n: int) -> Extension | None:
    """A task that was due a month earlier, and was given that month before its time was over."""
    if n % EVERY or task.due_on is None:
        return None
    old = task.due_on - timedelta(days=30)
    decided = scene.calendar.after(old - timedelta(days=scene.chance.randint(4, 9)), 1)
    if decided <= scene.told.last + timedelta(days=1) and task.year == scene.year:
        return None
    reason = f"Chờ ý kiến thống nhất của các cơ quan {MARK}"
    return Extension(task=task, old_due_on=old, new_due_on=task.due_on, decided_on=decided, reason=reason)


def _evidence(task: KeyTask) -> Evidence:
    return Evidence(task=task, title=f"Báo cáo kết quả nhiệm vụ {task.code} {MARK}", dated_on=task.completed_on)


def _next(scene: Scene, n: int, task: KeyTask) -> KeyTask:
    """What is not done is proposed for the next year, which has no programme yet."""
    year, day = scene.year + 1, scene.until
    book = {**scene.book("", day), "unit": task.unit}
    about = {"title": f"{task.title.removesuffix(MARK).strip()} {MARK}", "state": State.DRAFT, "year": year}
    return KeyTask(code=f"NV{year}-{n:02}", carried_from=task, due_on=date(year, 6, 30), **about, **book)
