"""The box over a million entries, and what the gate pays for it, on the empty database that DATABASE_URL names.

A third of the questions find nothing, a third up to fifty rows, a third over ten thousand; each is asked by somebody
who sees everything, by one who sees half of the units, and by one who sees one unit of fifty. An answer is the first
page: fifty rows of their registers, with the part that was found.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from statistics import median, quantiles
from typing import Any

import django

ROWS, UNITS = 1_000_000, 50
HAND_MADE = 20_000  # rows that go through the gate, with and without entries
FIRST_KEY = 1  # of the jobs that bench.filling makes
KINDS = (
    "cân treo",
    "cân đồng hồ lò xo",
    "cân ô tô",
    "đồng hồ đo nước lạnh",
    "công tơ điện xoay chiều một pha",
    "taximet",
    "huyết áp kế",
    "máy đo điện tim",
    "cột đo xăng dầu",
    "áp kế lò xo",
    "quả cân cấp chính xác M1",
    "phương tiện đo điện trở tiếp đất",
)
MAKERS = (
    "Nhơn Hòa",
    "Vinasino",
    "Emic",
    "Itron",
    "Tatsuno",
    "Omron",
    "Mettler Toledo",
    "Kyoritsu",
    "Gelex",
    "Zenner",
)
WORDS = (
    "công ty",
    "trách nhiệm hữu hạn",
    "một thành viên",
    "xí nghiệp",
    "ban quản lý chợ",
    "điện lực",
    "khách sạn",
    "nhiệt điện",
    "xăng dầu",
    "thương mại",
    "dịch vụ",
    "An Bình",
    "Phước Dân",
    "Mỹ Sơn",
    "Đông Hải",
    "Tây Nguyên",
    "Nam Cương",
    "Bắc Ái",
    "Minh Khai",
    "Tân Tài",
    "hợp tác xã",
)
NONE = (
    "9999999",
    "zzqy",
    "kính hiển vi",
    "taximet huyết áp kế",
    "Nhơn Hòa Omron",
    "KĐ-99999999",
    "hợp đồng thuê",
    "hợp tác xã taximet emic 2031",
    "x",
    "điện lực nam cương zenner 0000001",
)
MANY = (
    "taximet",
    "cân",
    "đo",
    "điện lực",
    "công ty",
    "2016",
    "Nhơn Hòa",
    "minh khai khách sạn",
    "KĐ",
    "cân đồng hồ",
    "an",
    "đồng hồ đo nước",
    "tem",
    "xăng dầu tân tài",
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.filling import fill_first, fill_up
    from bench.measuring import Line, tell

    call_command("migrate", verbosity=0)
    fill_first()
    fill_up()
    taken = _fill_entries()
    lines = [Line("entries written past the gate, with their index", f"{ROWS / taken:,.0f} rows/s")]
    lines += _asked()
    lines += _written()
    tell(f"Searching {ROWS:,} entries on {connection.vendor}", lines)


@cache
def _place(n: int) -> tuple[str, str]:
    """The name and the address of one of five thousand establishments."""
    draw = random.Random(n)
    name = " ".join(draw.choice(WORDS) for _ in range(4))
    return f"{name} {n}", f"số {draw.randint(1, 300)} đường {draw.choice(WORDS)}"


@cache
def _bare(text: str) -> str:
    from sokhcn.kernel.seeking import bare

    return bare(text)


def _text(n: int, draw: random.Random) -> str:
    """What a job is found by, laid out: its instrument, its establishment, its certificate and its sticker."""
    made = f"{draw.choice('abcdefgh')}{draw.randint(10_000, 9_999_999)}"
    named = (KINDS[n % 12], MAKERS[n // 12 % 10], *_place(n % 5000))
    kind, maker, holder, address = map(_bare, named)
    certificate = f"{n % 900_000:06} {2013 + n // 100_001} kd skhcn"
    return f"| {kind} | {maker} | {made} | {holder} | {address} | {certificate} | tem {n:07} |"


def _fill_entries() -> float:
    """One entry for each job; returns the seconds that writing them took."""
    from django.db import connection, transaction

    from sokhcn.records.indexed import called, key_of, put

    draw, taken = random.Random(2022), 0.0
    for start in range(0, ROWS, 50_000):
        entries = []
        for n in range(start, start + 50_000):
            key, day = FIRST_KEY + n, date(2013, 1, 1) + timedelta(n * 3652 // ROWS)
            whose, text = (1, 1 + n // 7 % UNITS), _text(n, draw)
            entries.append((key_of("metrology.job", key, day), "metrology.job", key, *whose, called(text), text, ""))
        begun = time.perf_counter()
        with transaction.atomic():
            put(entries)
        taken += time.perf_counter() - begun
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE records_entry")  # as its own daemon does after so many rows
    return taken


def _few() -> tuple[str, ...]:
    """Questions that find one to fifty rows: numbers, parts of numbers, and words with them."""
    told = []
    for n in range(100_000, ROWS, 90_011):
        told += [f"tem {n:07}", f"{n % 900_000:06}/{2013 + n // 100_001}", f"{KINDS[n % 12]} {n:07}", f"{n:06}"]
    return tuple(told)


def _asked() -> Iterator[Any]:
    from bench.measuring import Line, seconds
    from sokhcn.people.models import Reach, Role, User
    from sokhcn.records.search import search
    from sokhcn.records.within import Within
    from sokhcn.reports.finding import page_of

    own = {"role": Role.SPECIALIST, "agency_id": 1}
    # Who acts for others searches with all that each of them may see; rows are read by the reach of the asker.
    halves = Within(agencies=(1,), units=tuple(range(1, UNITS // 2 + 1)))
    whose = {
        "all": (Within(), User(reach=Reach.ALL, **own)),
        "half of the units": (halves, User(reach=Reach.AGENCY, **own)),
        "one unit of fifty": (Within(agencies=(1,), units=(7,)), User(reach=Reach.UNIT, unit_id=7, **own)),
    }
    sets = {"no hit": NONE, "up to 50 hits": _few(), "over 10,000 hits": MANY}
    most = max(len(questions) for questions in sets.values())
    everything: list[float] = []
    for name, (within, asker) in whose.items():
        for kind, questions in sets.items():
            taken, hits = [], []
            for n in range(most):
                question = questions[n % len(questions)]
                begun = time.perf_counter()
                found = search(question, within)
                page_of(found, asker)
                taken.append(time.perf_counter() - begun)
                hits.append(len(found.hits))
                if os.environ.get("BENCH_TELLS"):
                    sys.stdout.write(f"{taken[-1] * 1000:8.1f} ms {hits[-1]:5} {name}: {question}\n")
            everything += taken
            yield Line(
                f"{name}, {kind} ({min(hits)} to {max(hits)})", f"{seconds(median(taken))}, worst {seconds(max(taken))}"
            )
    yield Line("first page, median", seconds(median(everything)), "", median(everything) * 1000, 60)
    p95 = quantiles(everything, n=20)[-1]
    yield Line("first page, p95", seconds(p95), "", p95 * 1000, 200)


def _written() -> Iterator[Any]:
    """Establishments through the gate with entries and without, each in a passage that is undone."""
    from unittest import mock

    from django.db import transaction

    from bench.measuring import Line
    from sokhcn.records import indexed
    from sokhcn.records.models import Establishment
    from sokhcn.records.writing import writing
    from tests.rows import OFFICER

    def write() -> float:
        told = (_place(n % 5000) for n in range(HAND_MADE))
        rows = [
            Establishment(name=f"{name} nơi {n}", address=address, tax_code=f"{n:010}")
            for n, (name, address) in enumerate(told)
        ]
        begun = time.perf_counter()
        with transaction.atomic():
            with writing(by=OFFICER) as pen:
                pen.save_many(rows)
            taken = time.perf_counter() - begun
            transaction.set_rollback(True)
        return taken

    told: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(3):
        told[True].append(write())
        with mock.patch.object(indexed, indexed.replace.__name__):
            told[False].append(write())
    ours, bare = median(told[True]), median(told[False])
    yield Line(
        f"{HAND_MADE:,} establishments through the gate, against no entries",
        f"{HAND_MADE / ours:,.0f} rows/s",
        f"{HAND_MADE / bare:,.0f} rows/s",
        ours / bare,
    )


if __name__ == "__main__":
    main()
