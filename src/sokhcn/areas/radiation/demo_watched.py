"""Illustrative facilities of those who hold licences: their devices, declared, verified and surveyed, doses, drills."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from sokhcn.areas.radiation.models import (
    AreaSurvey,
    Declaration,
    Device,
    DeviceVerification,
    DoseReading,
    EmergencyPlan,
    EmergencyTraining,
    Facility,
    Licence,
    SafetyReport,
)
from sokhcn.records.kept import Kept
from sokhcn.records.scene import MARK, Scene

UNIT = "QLCN"
Kind = Device.Kind
# What stands at a facility, by a word of what it is licensed for.
DEVICES = MappingProxyType(
    {
        "răng": (Kind.DENTAL,),
        "công nghiệp": (Kind.RADIOGRAPHY,),
        "đo mức": (Kind.GAUGE,),
        "chẩn đoán": (Kind.GENERAL, Kind.MOBILE, Kind.CT),
    }
)
REGULATIONS = MappingProxyType({Kind.MOBILE: "QCVN 15:2018/BKHCN"})
QUARTERS = ((1, 4), (2, 7), (3, 10))  # doses of a quarter are read in the month after it


def watched(issued: Sequence[Licence], scene: Scene) -> Iterator[list[Kept]]:
    """Facilities; then their devices; then what was done at each of them in the year. A chance of its own."""
    own = scene.of("radiation watched")
    holders = {licence.holder_id: licence for licence in issued}
    facilities = [_facility(n, licence, own) for n, licence in enumerate(holders.values(), 1)]
    devices = [device for facility in facilities for device in _devices(facility)]
    yield [*facilities]
    yield [*devices]
    yield [*_declared(devices, own)]
    yield [*_verified(devices, own)]
    yield [*_surveyed(facilities, own)]
    yield [*_doses(facilities, own)]
    yield [*_reports(facilities, own)]
    yield [*_plans(facilities, own)]
    yield [_drill(own)]


def _facility(number: int, licence: Licence, scene: Scene) -> Facility:
    day = licence.recorded_on
    return Facility(
        name=f"Cơ sở bức xạ {number:02} của {licence.holder}",
        establishment=licence.holder,
        kind=Facility.Kind.INDUSTRY if "công nghiệp" in licence.work or "nguồn" in licence.work else "medical",
        officer_certificate=f"{number}/CC-MH" if number % 5 else "",
        began_on=day,
        **{**scene.book(UNIT, day), "note": f"{MARK} {licence.work}"},
    )


def _devices(facility: Facility) -> Iterator[Device]:
    kinds = next((kinds for word, kinds in DEVICES.items() if word in facility.note), (Kind.OTHER,))
    number = facility.name[13:15]
    for n, kind in enumerate(kinds, 1):
        yield Device(
            facility=facility,
            code=f"MH-{number}.{n}",
            kind=kind,
            maker="Hãng minh họa",
            model=f"MH-{kind.value.upper()}",
            serial_number=f"MH{number}{n:02}",
            room=f"Phòng {n}",
            is_mobile=kind == Kind.MOBILE,
            acquired_on=facility.began_on,
        )


def _days(scene: Scene, after: date, many: int) -> list[date]:
    """Working days of this year after a day, outside the January that files tell."""
    free = [day for day in scene.workdays(max(after, scene.told.last + timedelta(1)), scene.until) if day.day <= 28]
    return sorted(scene.chance.sample(free, min(many, len(free))))


def _declared(devices: Sequence[Device], scene: Scene) -> Iterator[Declaration]:
    """Each device but every ninth is declared some days after it came."""
    for number, device in enumerate(devices, 1):
        assert device.acquired_on is not None  # all of them have a day
        day = scene.later(device.acquired_on, 3, 9)
        if number % 9 and day <= scene.until:
            about = {"number": f"{number:02}/KB-MH", "received_on": day, "confirmed_on": day, "state": "confirmed"}
            yield Declaration(device=device, **about, **scene.book(UNIT, day))


def _verified(devices: Sequence[Device], scene: Scene) -> Iterator[DeviceVerification]:
    for number, device in enumerate(devices, 1):
        assert device.acquired_on is not None
        for day in _days(scene, device.acquired_on, 1):
            about = {"certificate_number": f"MH-{number:03}/KĐTB", "body": "Đơn vị kiểm định minh họa", "note": MARK}
            about["regulation"] = REGULATIONS.get(Device.Kind(device.kind), "")
            result = "failed" if number % 30 == 0 else "passed"
            yield DeviceVerification(device=device, performed_on=day, result=result, **about)


def _surveyed(facilities: Sequence[Facility], scene: Scene) -> Iterator[AreaSurvey]:
    for facility in facilities:
        assert facility.began_on is not None
        for n, day in enumerate(_days(scene, facility.began_on, 2), 1):
            about = {"room": f"Phòng {n}", "body": "Đơn vị kiểm xạ minh họa", "note": MARK}
            yield AreaSurvey(facility=facility, performed_on=day, highest="0,3 µSv/h", **about)


def _doses(facilities: Sequence[Facility], scene: Scene) -> Iterator[DoseReading]:
    """Two workers of each facility; nobody is named."""
    for facility in facilities:
        for quarter, month in QUARTERS:
            day = scene.workdays(date(scene.year, month, 18), date(scene.year, month, 28))[0]
            for worker in (1, 2) if facility.began_on and facility.began_on < day else ():
                dose = Decimal(scene.chance.randint(5, 40)) / 100
                about = {"year": scene.year, "quarter": quarter, "dose": dose, "read_on": day, "note": MARK}
                yield DoseReading(facility=facility, worker=f"Nhân viên minh họa {worker}", **about)


def _reports(facilities: Sequence[Facility], scene: Scene) -> Iterator[SafetyReport]:
    """What was there last year reports on it in spring."""
    for n, facility in enumerate(facilities, 1):
        if facility.began_on and facility.began_on.year < scene.year:
            day = scene.workdays(date(scene.year, 3, 1), date(scene.year, 3, 31))[n % 20]
            yield SafetyReport(facility=facility, year=scene.year - 1, number=f"{n}/BC-MH", received_on=day, note=MARK)


def _plans(facilities: Sequence[Facility], scene: Scene) -> Iterator[EmergencyPlan]:
    for n, facility in enumerate(facilities[8:20], 1):
        assert facility.began_on is not None
        day = scene.later(facility.began_on, 20, 40)
        if day <= scene.until:
            about = {"level": "facility", "facility": facility, "submitted_on": day - timedelta(days=7)}
            yield EmergencyPlan(
                title=f"Kế hoạch ứng phó sự cố của {facility.name}",
                approval_number=f"{n}/QĐ-MH",
                approved_on=day,
                approved_by="Sở Khoa học và Công nghệ",
                state=EmergencyPlan.State.APPROVED,
                **about,
                **scene.book(UNIT, day),
            )


def _drill(scene: Scene) -> EmergencyTraining:
    day = scene.workdays(date(scene.year, 11, 15), date(scene.year, 11, 30))[2]
    topic = f"diễn tập ứng phó sự cố bức xạ tại bệnh viện {MARK}"
    about = {"kind": "drill", "topic": topic, "held_on": day, "bodies": 9, "participants": 60}
    return EmergencyTraining(**about, state=EmergencyTraining.State.HELD, **scene.book(UNIT, day))
