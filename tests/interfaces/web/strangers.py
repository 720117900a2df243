"""An office, and beside it what belongs to others: to another unit of the same agency, and to another agency.

Whatever is theirs has a word in its name that stands nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils import timezone

from sokhcn.areas.programme.models import Extension, KeyTask
from sokhcn.people.models import Capacity, Mandate, Reach, Role, User
from sokhcn.records import errands
from sokhcn.records.models import Agency, Attachment, Unit
from sokhcn.records.writing import writing
from sokhcn.reports import attaching
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Commitment, Drift, Outgoing, OwnText
from sokhcn.reports.numbers.entering import enter
from sokhcn.reports.numbers.wanted import Wanted
from sokhcn.reports.old_reports.bringing import bring
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import office
from tests.rows import agency, unit, user, write

TASKS, PARTS = "nhiem-vu-trong-tam", "gia-han-nhiem-vu"
UNITS_WORD, AGENCYS_WORD = "NGOAIPHONG", "NGOAISO"
OURS, THEIRS = "2022-01", "2022-02"  # the reports: ours of January, that of the other agency of February
DAY = date(2022, 1, 5)
OLD = "BÁO CÁO\nKết quả tháng 02 năm 2022 {word}\n\nĐã ban hành Quyết định số 31/QĐ-UBND ngày 20/01/2022.\n"

Known = Mapping[str, str | int]  # what stands in addresses, by a short name


@dataclass(frozen=True)
class Them:
    """Somebody whose things are not ours: who they are, their word, and what addresses name."""

    person: User
    word: str
    known: Known


def our_office() -> Agency:
    """The office whose people ask; its specialist looks after the one unit."""
    ours = office()
    for login in ("chuyenvien", "truongdonvi", "vanthu", "lanhdao", "quantri", "tonghop"):
        reach = Reach.UNIT if login in ("chuyenvien", "truongdonvi") else Reach.AGENCY
        User.objects.filter(username=login).update(reach=reach)
    return ours


def other_unit(ours: Agency) -> Them:
    """Rows and files of another unit of our agency, and its specialist."""
    place = unit(ours, "KHAC", name="Phòng Khác", short="P. Khác")
    person = _person(ours, place, Role.SPECIALIST, "khac")
    return Them(person, UNITS_WORD, _rows(person, UNITS_WORD))


def other_agency() -> Them:
    """The same of another agency; its reports, numbers and what else belongs to an agency; and who compiles there."""
    owner = agency("X", name="Sở Khác", heading="SỞ KHÁC")
    person = _person(owner, unit(owner, "VPX"), Role.COMPILER, "nguoi-x")
    return Them(person, AGENCYS_WORD, {**_rows(person, AGENCYS_WORD), **_of_an_agency(person, owner)})


def differ(ours: Agency, them: Them) -> None:
    """Our own report counted a row of theirs, and would not any more."""
    cause = {"register": KeyTask._meta.label_lower, "row": them.known["task"], "name": them.word, "version": 2}
    said = {
        "did": "sửa",
        "batch": 1,
        "who": "Người khác",
        "login": "khac",
        "at": "2022-02-01T03:00:00+00:00",
        "why": "",
    }
    _drift(ours, OURS, label="Nhiệm vụ trọng tâm", causes=[{**cause, **said}])


def _drift(owner: Agency, code: str, **told: Any) -> Drift:
    about = {"period_code": code, "addressee": "ubnd-tinh", "number": 1, "figure": "programme.key_tasks"}
    counted = {"unit": "nhiệm vụ", "was": 6, "would_be": 5, "noticed_at": timezone.now()}
    return write(Drift(agency=owner.code, **about, **counted, **told))


def _person(owner: Agency, place: Unit, role: Role, login: str) -> User:
    made = user(owner, role, login)
    made.unit, made.reach = place, Reach.UNIT
    made.save()
    return made


def _rows(by: User, word: str) -> Known:
    soon = timezone.localdate() + timedelta(days=3)
    about = {"agency": by.agency, "unit": by.unit, "year": 2022, "state": "running", "recorded_on": DAY}
    task = write(KeyTask(code=word, title=f"Nhiệm vụ {word}", due_on=soon, **about))
    write(KeyTask(code=f"{word}-2", title=f"Việc tháng hai {word}", due_on=date(2022, 2, 10), **about))
    dropped = write(KeyTask(code=f"{word}-3", title=f"Việc đã bỏ {word}", **about))
    with writing(by=by) as pen:
        pen.trash(dropped)
    part = write(Extension(task=task, old_due_on=DAY, new_due_on=soon, decided_on=DAY, reason=word))
    file = attaching.attach(task, f"{word}.pdf", b"%PDF-1.7 ...", by=by)
    assert isinstance(file, Attachment)
    key = Authenticator.objects.create(user=by, type=Authenticator.Type.WEBAUTHN, data={"name": word})
    report = bring(OLD.format(word=word).encode(), f"{word}.txt", by=by)
    errand = errands.ask("nhap", login=by.username, agency=by.agency_id, slug=TASKS, name=word)
    named = {
        "trashed": dropped.pk,
        "task": task.pk,
        "part": part.pk,
        "file": file.pk,
        "passkey": key.pk,
        "old": report.pk,
    }
    return {**named, "errand": errand.pk}


def _of_an_agency(by: User, owner: Agency) -> Known:
    about = {"agency": owner, "recorded_on": DAY, "period_code": OURS}
    promise = write(Commitment(**about, place="1", text=f"Việc hứa {AGENCYS_WORD}."))
    write(Mandate(agency=owner, name="Người ký X", capacity=Capacity.HEAD, head_title="Giám đốc", title="Giám đốc"))
    compile_report(the_period(THEIRS), owner, by=by)
    drift = _drift(owner, THEIRS, label=AGENCYS_WORD)
    clerk = _person(owner, by.unit, Role.CLERK, "van-thu-x")
    paper: Outgoing = enter("01", date(2022, 1, 17), Wanted("Kế hoạch", "KH", "KH-X", AGENCYS_WORD), by=clerk).row
    text = write(OwnText(agency=owner, period_code=THEIRS, chapter="advice", by="X", place="after", text=AGENCYS_WORD))
    return {
        "report": THEIRS,
        "drift": drift.pk,
        "paper": paper.pk,
        "text": text.pk,
        "promise": promise.place,
        "person": by.pk,
    }
