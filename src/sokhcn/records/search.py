# ruff: noqa: S608 (statements are put together from conditions; every value goes as a parameter)
"""The one box: rows of every register that hold what was asked for, exact ones first, then the newest.

Nothing counts all that is found: a thousand rows are enough to say “hơn 1.000”. How often the words stand in the newest
entries decides the way: common words are met soon by walking back from the newest, rare ones by the full-text index.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from sokhcn.kernel.seeking import Sought, sought
from sokhcn.records.indexed import CALLED, year_of
from sokhcn.records.trigrams import INDEX
from sokhcn.records.within import EVERYTHING, Within

MOST = 1000
SAMPLE = 2000  # of the newest entries
SEEN = 400  # letters of each of them
COMMON = 20  # of a sample: one in a hundred, so that a walk for a thousand passes some ten thousands
FEW = 25_000  # entries that are walked sooner than found by common words
PIECES = 2  # of each needle, the rarest, that SQLite's index is asked for; the text itself is asked for the rest
RARE = 2  # of a sample: a piece that is no commoner leaves few texts to be looked at
WHOLE, FIRST, TOGETHER, APART = range(4)


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found, by its register's label; ``rank`` WHOLE says that a text of it is what was asked for,
    FIRST that one begins so, TOGETHER that it has the words side by side. ``year`` is that of its day, 0 without."""

    register: str
    row: int
    rank: int
    year: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: at most ``MOST`` hits, best first; ``more`` says that there are others."""

    sought: Sought
    hits: tuple[Hit, ...] = ()
    more: bool = False

    @property
    def registers(self) -> Mapping[str, int]:
        """How many of the hits each register has."""
        return Counter(hit.register for hit in self.hits)

    @property
    def years(self) -> Mapping[int, int]:
        """How many of the hits each year has, the latest first; those without a day are not among them."""
        counted = Counter(hit.year for hit in self.hits if hit.year)
        return dict(sorted(counted.items(), reverse=True))

    def only(self, register: str = "", year: int = 0) -> "Found":
        """Those of one register, of one year, where these are told."""
        kept = (hit for hit in self.hits if register in ("", hit.register) and year in (0, hit.year))
        return replace(self, hits=tuple(kept))


def search(text: str, within: Within = EVERYTHING) -> Found:
    """What ``text`` asks for, ``within`` what the asker may see."""
    asked = sought(text)
    if not asked.needles:
        return Found(asked)
    looking = _Looking(asked, within)
    found = looking.ask()
    if len(found) > MOST:
        # Those called so need not be among the newest thousand.
        found += looking.called()
    best_first = sorted(found, key=lambda row: (row[3], -row[0]))
    hits = {key: Hit(register, row, rank, year_of(key)) for key, register, row, rank in best_first}
    return Found(asked, tuple(hits.values())[:MOST], len(hits) > MOST)


class _Looking:
    """One look through the entries ``within`` which somebody may see."""

    def __init__(self, asked: Sought, within: Within) -> None:
        self.asked = asked
        self.by_index, self.values = within.sql()
        # PostgreSQL knows how many rows a limit leaves, but not of a column in an expression; SQLite has to be told.
        self.by_walking, _ = within.sql(walking=connection.vendor == "sqlite")
        self.is_small = within.is_narrow and self._is_small()
        self.sample = [] if self.is_small else self._sample()

    def ask(self) -> list[tuple[Any, ...]]:
        """Key, register, row and rank of the newest entries that are asked for, one more than ``MOST``."""
        if self._walks():
            return self._walked()
        return self._liked() if connection.vendor == "postgresql" else self._matched()

    def called(self) -> list[tuple[Any, ...]]:
        """Entries whose first text is what was asked for, or begins with it."""
        words = self.asked.words[: CALLED - 2]
        least, under = ("~>=~", "~<~") if connection.vendor == "postgresql" else (">=", "<")
        begins = f'e."called" {least} %s AND e."called" {under} %s'
        conditions = (('e."called" = %s', [words]), (begins, [f"{words} ", f"{words}!"]))
        return [row for condition, values in conditions for row in self._called(condition, values)]

    def _called(self, condition: str, values: list[str]) -> list[tuple[Any, ...]]:
        told = f"{self._select} FROM records_entry e WHERE {condition} AND {self.by_walking} LIMIT {MOST}"
        return _asked(told, [*self._ranks, *values, *self.values])

    def _walked(self) -> list[tuple[Any, ...]]:
        """By the index on the narrowest limit where few may be seen, else back from the newest."""
        scope, order = (self.by_index, "e.id + 0") if self.is_small else (self.by_walking, "e.id")
        holding = " AND ".join([_holds()] * len(self.asked.needles))
        told = f"{self._select} FROM records_entry e WHERE {scope} AND {holding} ORDER BY {order} DESC"
        return _asked(f"{told} LIMIT {MOST + 1}", [*self._ranks, *self.values, *self.asked.needles])

    def _liked(self) -> list[tuple[Any, ...]]:
        """Kept apart, or PostgreSQL may walk through everything in hope of a thousand that are not there."""
        like = " AND ".join(['e."text" LIKE %s'] * len(self.asked.needles))
        inner = f"{self._select} FROM records_entry e WHERE {self.by_walking} AND {like}"
        told = f"WITH found AS MATERIALIZED ({inner}) SELECT * FROM found ORDER BY id DESC LIMIT {MOST + 1}"
        return _asked(told, [*self._ranks, *self.values, *(f"%{needle}%" for needle in self.asked.needles)])

    def _matched(self) -> list[tuple[Any, ...]]:
        indexed = f"FROM {INDEX} f CROSS JOIN records_entry e ON e.id = f.rowid WHERE f.{INDEX} MATCH %s"
        holding = " AND ".join([_holds()] * len(self.asked.needles))
        told = f"{self._select} {indexed} AND {self.by_walking} AND {holding} ORDER BY f.rowid DESC LIMIT {MOST + 1}"
        return _asked(told, [*self._ranks, self._pieces(), *self.values, *self.asked.needles])

    def _sample(self) -> list[str]:
        newest = f'SELECT substr(e."text", 1, {SEEN}) FROM records_entry e WHERE {self.by_walking} ORDER BY e.id DESC'
        return [text for (text,) in _asked(f"{newest} LIMIT {SAMPLE}", self.values)]

    def _is_small(self) -> bool:
        """Whether so few entries may be seen that walking through all of them is quick."""
        inner = f"SELECT 1 FROM records_entry e WHERE {self.by_index} LIMIT {FEW + 1}"
        ((counted,),) = _asked(f"SELECT count(*) FROM ({inner}) AS seen", self.values)
        return bool(counted <= FEW)

    def _walks(self) -> bool:
        met = sum(all(needle in text for needle in self.asked.needles) for text in self.sample)
        return len(self.sample) < SAMPLE or met >= COMMON

    def _pieces(self) -> str:
        """The rarest pieces of the needles, as the index of SQLite wants them: where some are rare, those alone."""
        pieces = {needle: {needle[n : n + 3] for n in range(len(needle) - 2)} for needle in self.asked.needles}
        often = {p: sum(p in text for text in self.sample) for some in pieces.values() for p in some}
        ordered = sorted(often, key=lambda piece: (often[piece], piece))
        if often[ordered[0]] <= RARE:
            wanted = [piece for piece in ordered if often[piece] <= RARE][: 2 * PIECES]
        else:
            best = (sorted(some, key=ordered.index)[:PIECES] for some in pieces.values())
            wanted = [p for some in best for p in some if often[p] < SAMPLE // 4] or ordered[:1]
        return " AND ".join(f'"{piece}"' for piece in dict.fromkeys(wanted))

    @property
    def _select(self) -> str:
        cases = " ".join(f"WHEN {_holds()} THEN {rank}" for rank in (WHOLE, FIRST, TOGETHER))
        return f'SELECT e.id AS id, e."register" AS register, e."row" AS "row", CASE {cases} ELSE {APART} END AS rank'

    @property
    def _ranks(self) -> list[str]:
        return [self.asked.whole, self.asked.first, self.asked.together]


def _holds() -> str:
    """One needle in a text; PostgreSQL takes no index for it, as a walk wants."""
    return 'strpos(e."text", %s) > 0' if connection.vendor == "postgresql" else 'instr(e."text", %s) > 0'


def _asked(statement: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
