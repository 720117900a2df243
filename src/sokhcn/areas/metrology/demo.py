"""Illustrative rounds of verification, calibration and testing: an establishment is visited, its instruments come back
when their time is up, and lots of new meters fill the month."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType

from sokhcn.areas.metrology.demo_means import Means
from sokhcn.areas.metrology.models import Instrument, InstrumentKind, Job
from sokhcn.records.kept import Kept
from sokhcn.records.models import Establishment
from sokhcn.records.scene import MARK, Month, Scene

Kind, Service, Mode = InstrumentKind, Job.Service, Job.VerificationKind
UNIT = "TDC"
# Jobs by reporting month: little work around Tết, rounds through the districts from March on, few in the summer of
# 2021, when the province kept people at home.
LAST_YEAR = (130, 150, 390, 480, 520, 500, 380, 110, 90, 360, 520, 470)
THIS_YEAR = (0, 190, 520, 650, 740, 700, 610, 660, 590, 680, 740, 570)
AFTER_THE_YEAR = 210
# What an establishment of each trade has: the kind of instrument, at least and at most how many.
FLEETS = (
    ("cửa hàng xăng dầu", ((Kind.FUEL_DISPENSER, 4, 10), (Kind.VOLUME_MEASURE, 1, 2))),
    ("tại chợ", ((Kind.SPRING_SCALE, 2, 6), (Kind.BEAM_SCALE, 0, 1))),
    ("trạm y tế", ((Kind.SPHYGMOMANOMETER, 3, 6), (Kind.CLINICAL_THERMOMETER, 1, 3))),
    ("phòng khám", ((Kind.SPHYGMOMANOMETER, 2, 6), (Kind.ECG, 0, 2), (Kind.CLINICAL_THERMOMETER, 1, 4))),
    ("bệnh viện", ((Kind.SPHYGMOMANOMETER, 10, 18), (Kind.ECG, 3, 6), (Kind.EEG, 1, 1), (Kind.PRESSURE_GAUGE, 4, 8))),
    ("tiệm vàng", ((Kind.TECHNICAL_BALANCE, 1, 3),)),
    ("cửa hàng tạp hóa", ((Kind.SPRING_SCALE, 1, 3),)),
    ("cửa hàng nông sản", ((Kind.SPRING_SCALE, 1, 4), (Kind.PLATFORM_SCALE, 0, 1))),
    ("cửa hàng hải sản", ((Kind.SPRING_SCALE, 2, 5), (Kind.PLATFORM_SCALE, 0, 2))),
    ("hợp tác xã nông nghiệp", ((Kind.PLATFORM_SCALE, 1, 3), (Kind.SPRING_SCALE, 1, 3))),
    ("hợp tác xã vận tải", ((Kind.TANK_TRUCK, 1, 3),)),
    ("taxi", ((Kind.TAXIMETER, 25, 45),)),
    ("trạm cân", ((Kind.WEIGHBRIDGE, 1, 1),)),
    ("chế biến", ((Kind.PLATFORM_SCALE, 2, 5), (Kind.PRESSURE_GAUGE, 2, 6), (Kind.THERMOMETER, 1, 4))),
    ("nước mắm", ((Kind.VOLUME_MEASURE, 1, 3), (Kind.PLATFORM_SCALE, 1, 2))),
    ("nhà máy", ((Kind.PRESSURE_GAUGE, 4, 10), (Kind.WEIGHBRIDGE, 0, 1), (Kind.THERMOMETER, 2, 5))),
    ("phòng thử nghiệm", ((Kind.ANALYTICAL_BALANCE, 2, 4), (Kind.PH_METER, 1, 3), (Kind.WEIGHT, 2, 5))),
    ("cơ khí", ((Kind.CRANE_SCALE, 1, 2), (Kind.INSULATION_TESTER, 1, 2), (Kind.EARTH_TESTER, 1, 2))),
)
LOTS = ((Kind.WATER_METER, "cấp nước"), (Kind.ELECTRICITY_METER, "phân phối điện"))
# What is printed on certificates here: meters are taken down and tried again after some years, all else each year.
METERS, METERS_LAST = frozenset((Kind.WATER_METER, Kind.ELECTRICITY_METER)), timedelta(days=5 * 365)
CALIBRATED = frozenset(
    (Kind.ANALYTICAL_BALANCE, Kind.PH_METER, Kind.WEIGHT, Kind.THERMOMETER, Kind.EARTH_TESTER, Kind.INSULATION_TESTER)
)
REPAIRED = frozenset((Kind.FUEL_DISPENSER, Kind.TAXIMETER, Kind.WEIGHBRIDGE, Kind.SPHYGMOMANOMETER))
# How many of a hundred do not pass; what was repaired badly comes back again.
FAILING = MappingProxyType({Mode.PERIODIC: 0.03, Mode.AFTER_REPAIR: 0.08})
CYCLE, HALF_CYCLE = timedelta(days=330), timedelta(days=150)  # a round comes a little before the time is up
MARKS = MappingProxyType({Service.VERIFICATION: "KĐ", Service.CALIBRATION: "HC", Service.TESTING: "TN"})


@dataclass(slots=True)
class Owned:
    """An instrument of an establishment, and when it was last served."""

    instrument: Instrument
    served_on: date | None = None

    def is_due(self, day: date) -> bool:
        cycle = HALF_CYCLE if self.instrument.kind in CALIBRATED else CYCLE
        return self.served_on is None or day - self.served_on >= cycle


class Rounds:
    """The work of the technical centre month after month; ``instruments`` and ``jobs`` are what came of it."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.chance = scene, scene.chance
        self.instruments: list[Instrument] = []
        self.jobs: list[Job] = []
        self.numbers = count(1)
        self.fleets = _fleets_so_far(scene)
        self.served: set[tuple[int, date, str]] = set()
        self.meters: dict[int, list[Instrument]] = defaultdict(list)
        self.repaired: list[tuple[date, Instrument]] = []
        self.queue = [place for place in scene.establishments if _fleet_of(place)]
        self.chance.shuffle(self.queue)

    def work(self, month: Month, jobs: int) -> None:
        """Fill ``month`` with ``jobs`` jobs: visits, instruments that were repaired, then lots of new meters."""
        days = self.scene.workdays(month.first, month.last)
        todo, lots = len(self.jobs) + jobs, jobs * 60 // 100
        for place in list(self.queue):
            if len(self.jobs) >= todo - lots:
                break
            self._visit(place, self.chance.choice(days))
            self.queue.append(self.queue.pop(0))
        self._broken(jobs // 20, days)
        for day, instrument in self.repaired:
            if day in month:
                self._serve(instrument, day, Mode.AFTER_REPAIR)
        while len(self.jobs) < todo:
            self._lot(self.chance.choice(days), todo - len(self.jobs))

    def _broken(self, many: int, days: list[date]) -> None:
        """Seals that broke and parts that were changed bring an instrument back before its time is up."""
        served = (owned for fleet in self.fleets.values() for owned in fleet if owned.served_on)
        back = [owned.instrument for owned in served if owned.instrument.kind in REPAIRED]
        for instrument in self.chance.sample(back, min(many, len(back))):
            self.repaired.append((self.chance.choice(days), instrument))

    def _visit(self, place: Establishment, day: date) -> None:
        fleet = self.fleets[place.pk]
        if not fleet or self.chance.random() < 0.15:
            fleet += [Owned(instrument) for instrument in self._new(place, bool(fleet))]
        for owned in fleet:
            if owned.is_due(day):
                is_new = owned.served_on is None and len(self.jobs) % 6 == 0
                self._serve(owned.instrument, day, Mode.INITIAL if is_new else Mode.PERIODIC)
                owned.served_on = day

    def _new(self, place: Establishment, more: bool) -> Iterator[Instrument]:
        """The instruments of an establishment; ``more`` is one that it bought later."""
        for kind, least, most in _fleet_of(place):
            for _ in range(self.chance.randint(0, 1) if more else self.chance.randint(least, most)):
                yield self._instrument(place, kind)

    def _instrument(self, place: Establishment, kind: InstrumentKind) -> Instrument:
        number = next(self.numbers)
        made = Instrument(
            establishment=place,
            kind=kind,
            name=kind.label,
            maker=f"Hãng minh họa {self.chance.choice('ABCDE')}",
            model=f"MH-{self.chance.choice('ABCD')}{self.chance.randint(1, 4)}",
            serial_number=f"MH-N{number:05}",
        )
        self.instruments.append(made)
        return made

    def _lot(self, day: date, most: int) -> None:
        """New meters come by the box; now and then meters in use are taken out for a test."""
        kind, trade = self.chance.choice(LOTS)
        place = self.chance.choice(self.scene.of_trade(trade))
        meters, many = self.meters[place.pk], min(most, self.chance.randint(20, 70))
        if len(meters) > 2 * many and self.chance.random() < 0.25:
            for instrument in self.chance.sample(meters, many):
                self._serve(instrument, day, None)
            return
        new = [self._instrument(place, kind) for _ in range(many)]
        for instrument in new:
            self._serve(instrument, day, Mode.INITIAL)
        meters += new

    def _serve(self, instrument: Instrument, day: date, mode: Job.VerificationKind | None) -> None:
        service = Service.CALIBRATION if instrument.kind in CALIBRATED else Service.VERIFICATION
        service = service if mode else Service.TESTING
        if (id(instrument), day, service) in self.served:
            return
        self.served.add((id(instrument), day, service))
        verified = service == Service.VERIFICATION
        failed = verified and self.chance.random() < (FAILING.get(mode, 0) if mode else 0)
        if failed and self.chance.random() < 0.8:
            self.repaired.append((self.scene.later(day, 5, 20), instrument))
        job = Job(
            instrument=instrument,
            establishment=instrument.establishment,
            service=service,
            verification_kind=mode if mode and verified else "",
            performed_on=day,
            result=Job.Result.FAILED if failed else Job.Result.PASSED,
            state=Job.State.PERFORMED,
            **self.scene.book(UNIT, day),
        )
        if verified and not failed:
            job.valid_until = day + (METERS_LAST if instrument.kind in METERS else timedelta(days=365))
        self.jobs.append(job)


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """What the work is done with; new instruments; every job on them and on those of January, numbered in order."""
    rounds = Rounds(scene)
    for month in scene.months:
        plan = LAST_YEAR if month.year < scene.year else THIS_YEAR
        rounds.work(month, AFTER_THE_YEAR if month.year > scene.year else plan[month.number - 1])
    jobs = sorted(rounds.jobs, key=lambda job: job.recorded_on)
    _number(jobs, scene)
    unfinished = list(_unfinished(scene, jobs))
    means = Means(scene)
    for job in jobs:
        means.tell(job)
    yield [*means.procedures]
    yield [*means.verifiers, *means.standards]
    yield [*means.designations]
    yield list(rounds.instruments)
    yield [*jobs, *unfinished]


def _number(jobs: list[Job], scene: Scene) -> None:
    """Certificates and stickers are numbered through each year; this year goes on after January's."""
    last: dict[int, int] = {scene.year: 168}
    for job in jobs:
        year = job.recorded_on.year
        last[year] = number = last.get(year, 0) + 1
        job.certificate_number = f"MH-{number:05}/{year}/{MARKS[Service(job.service)]}"
        job.slip_number, job.invoice = f"MH-{number:05}", f"MH{number:07}"
        if job.service != Service.TESTING and job.result == Job.Result.PASSED:
            job.sticker_number = f"MH-{year % 100}{number:05}"


def _unfinished(scene: Scene, jobs: list[Job]) -> Iterator[Job]:
    """Jobs that were entered and are not done, or were called off: no figure counts them."""
    for n, done in enumerate(scene.chance.sample(jobs[-400:], 12)):
        state = Job.State.CANCELLED if n % 3 == 0 else Job.State.DRAFT
        yield Job(
            instrument=done.instrument,
            establishment=done.establishment,
            service=done.service,
            verification_kind=done.verification_kind,
            state=state,
            **{**scene.book(UNIT, done.recorded_on), "note": f"{MARK} Chưa thực hiện"},
        )


def _fleet_of(place: Establishment) -> tuple[tuple[InstrumentKind, int, int], ...]:
    return next((fleet for trade, fleet in FLEETS if trade in place.name), ())


def _fleets_so_far(scene: Scene) -> dict[int, list[Owned]]:
    """Instruments that January's register knows, each with the day it was last served; other fleets come by visits."""
    fleets: dict[int, list[Owned]] = defaultdict(list)
    told = Job.objects.filter(agency=scene.agency, performed_on__range=(scene.told.first, scene.told.last))
    last = {job.instrument: job.performed_on for job in told.select_related("instrument__establishment").order_by("pk")}
    for instrument, day in last.items():
        fleets[instrument.establishment_id].append(Owned(instrument, day))
    return fleets
