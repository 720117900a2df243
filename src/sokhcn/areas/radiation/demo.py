"""Illustrative licences of two years: issued for three years, renewed when they run out, amended now and then; and the
certificates and classes that go with them."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from sokhcn.areas.radiation.demo_watched import watched
from sokhcn.areas.radiation.models import EmergencyTraining, Licence, WorkerCertificate
from sokhcn.records.kept import Kept
from sokhcn.records.models import Establishment
from sokhcn.records.scene import MARK, Month, Scene

Action, Permit, Certificate = Licence.Action, Licence.State, WorkerCertificate.State
UNIT = "QLCN"
XRAY = "thiết bị X-quang trong chẩn đoán y tế"
# Which establishments do radiation work, and which.
WORKS = (
    ("phòng khám răng hàm mặt", "thiết bị X-quang răng"),
    ("đơn vị kiểm tra không phá hủy", "thiết bị X-quang trong chụp ảnh phóng xạ công nghiệp"),
    ("nhà máy dùng thiết bị đo mức", "nguồn phóng xạ trong thiết bị đo mức"),
    ("phòng khám", XRAY),
    ("bệnh viện tư nhân", XRAY),
)
ROLES = ("Người phụ trách an toàn bức xạ", "Nhân viên vận hành thiết bị X-quang", "Kỹ thuật viên chẩn đoán hình ảnh")
# New licences in each month, beside renewals; certificates follow the same rhythm.
LAST_YEAR = (0, 1, 1, 1, 2, 1, 1, 0, 0, 1, 2, 1)
THIS_YEAR = (0, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2)
# Licences of three years before that run out in this year, by the month in which they do.
RUN_OUT = (3, 4, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12)
CLASSES = (
    (-1, 6, "ứng phó sự cố bức xạ tại cơ sở y tế", 12),
    (0, 4, "an toàn bức xạ cho người phụ trách an toàn tại các cơ sở X-quang", 14),
    (0, 7, "ứng phó sự cố mất nguồn phóng xạ", 11),
    (0, 10, "diễn tập ứng phó sự cố bức xạ và hạt nhân cấp tỉnh", 20),
)


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """Old licences; new and renewed ones with what they replace; certificates; classes."""
    places = [place for place in scene.invented if _work_of(place)]
    scene.chance.shuffle(places)
    old = [_old(n, month, places[n], scene) for n, month in enumerate(RUN_OUT)]
    running_out = [*_running_out(scene), *old]
    yield [*old]
    renewed = [_renewed(licence, scene) for licence in running_out]
    fresh = [_fresh(day, place, scene) for day, place in _visits(scene, places[len(old) :])]
    issued = sorted((*renewed, *fresh), key=lambda licence: licence.recorded_on)
    _number(issued)
    yield [*running_out]
    yield [*issued]
    yield [*_certificates(issued, scene)]
    yield [*_classes(scene)]
    yield from watched(issued, scene)


def _work_of(place: Establishment) -> str:
    return next((work for trade, work in WORKS if trade in place.name), "")


def _licence(action: Licence.Action, place: Establishment, day: date, scene: Scene) -> Licence:
    expires = day.replace(year=day.year + 3, day=min(day.day, 28))
    about = {"action": action, "work": _work_of(place), "holder": place, "issued_on": day, "expires_on": expires}
    return Licence(state=Permit.ISSUED, **about, **scene.book(UNIT, day))


def _old(number: int, month: int, place: Establishment, scene: Scene) -> Licence:
    day = date(scene.year - 3, month, 8 + number % 3)
    licence = _licence(Action.ISSUE, place, day, scene)
    licence.number = f"{10 + number}/GP-MH"
    return licence


def _running_out(scene: Scene) -> list[Licence]:
    """Licences of the register files that run out before summer."""
    ours = Licence.objects.filter(agency=scene.agency, state=Permit.ISSUED)
    soon = ours.filter(expires_on__range=(scene.told.last, date(scene.year, 6, 30)))
    return list(soon.select_related("agency", "unit", "holder", "authority", "previous").order_by("pk"))


def _renewed(old: Licence, scene: Scene) -> Licence:
    """A renewal shortly before the old one runs out, which it replaces."""
    assert old.expires_on is not None  # only dated ones run out
    days = scene.workdays(
        max(date(scene.year, 1, 17), date.fromordinal(old.expires_on.toordinal() - 25)), old.expires_on
    )
    new = _licence(Action.RENEW, old.holder, scene.chance.choice(days[:-1]), scene)
    new.previous, new.work, old.state = old, old.work, Permit.REPLACED
    old.ended_on = new.issued_on
    return new


def _visits(scene: Scene, places: list[Establishment]) -> Iterator[tuple[date, Establishment]]:
    """Which establishment gets a new licence on which day; each gets one, as long as there are any."""
    queue = iter(places)
    for month in scene.months:
        if month.year <= scene.year:
            many = (THIS_YEAR if month.year == scene.year else LAST_YEAR)[month.number - 1]
            yield from zip(scene.days_in(month, many), queue, strict=False)


def _fresh(day: date, place: Establishment, scene: Scene) -> Licence:
    action = Action.AMEND if scene.chance.random() < 0.15 else Action.ISSUE
    return _licence(action, place, day, scene)


def _number(issued: list[Licence]) -> None:
    numbers = {year: count(4) for year in {licence.recorded_on.year for licence in issued}}
    for licence in issued:
        licence.number = f"{next(numbers[licence.recorded_on.year]):02}/{licence.recorded_on.year}/GP-MH"


def _certificates(issued: list[Licence], scene: Scene) -> Iterator[WorkerCertificate]:
    """Who operates what was licensed is certified some weeks later."""
    told = [(scene.later(licence.recorded_on, 5, 40), licence.holder) for licence in issued for _ in range(2)]
    kept = sorted(((day, place) for day, place in told if day <= scene.until), key=lambda item: (item[0], item[1].pk))
    for number, (day, place) in enumerate(kept[::2], 11):
        about = {"number": f"{number}/CC-MH", "role": scene.chance.choice(ROLES), "employer": place, "issued_on": day}
        yield WorkerCertificate(state=Certificate.ISSUED, **about, **scene.book(UNIT, day))


def _classes(scene: Scene) -> Iterator[EmergencyTraining]:
    for years, number, topic, bodies in CLASSES:
        year = scene.year + years
        month: Month = next(m for m in scene.months if (m.year, m.number) == (year, number))
        (day,) = scene.days_in(month, 1)
        held = EmergencyTraining.State.HELD
        yield EmergencyTraining(
            topic=f"{topic} {MARK}", held_on=day, bodies=bodies, state=held, **scene.book(UNIT, day)
        )
