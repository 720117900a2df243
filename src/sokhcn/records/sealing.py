"""Sealing: each register's share of a batch gets one SHA-256, chained to the register's seal before; the batch's own
seal covers them all and the batch before.

A chain for each register can be proved by itself. The chain of batches shows when somebody cut off the end of one
register's chain while others went on.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db import connection

from sokhcn.kernel.runs import Runs
from sokhcn.records.models import Batch, Seal
from sokhcn.records.recorded import Recorded, write_recorded
from sokhcn.records.snapshots import CANONICAL

LAST_SEAL = "SELECT number, digest FROM records_seal WHERE register = %s ORDER BY number DESC LIMIT 1"
LAST_BATCH = "SELECT id, seal FROM records_batch ORDER BY id DESC LIMIT 1"


class Written(Protocol):
    """What a line needs to know of a version; a model of a migration has it too."""

    @property
    def row(self) -> int: ...
    @property
    def number(self) -> int: ...
    @property
    def action(self) -> str: ...
    @property
    def after(self) -> Any: ...


def line(version: Written) -> bytes:
    """A version as its seal reads it: the same bytes on every database."""
    if isinstance(version, Recorded):
        return version.line
    return CANONICAL([version.row, version.number, str(version.action), version.after]).encode() + b"\n"


def about(batch: Any) -> list[str]:
    """Who wrote a batch, when and why: as every seal in it covers that."""
    return [batch.at.isoformat() if batch.at else "", batch.login, batch.name, batch.reason]


def opening(previous: str, batch: Any, register: str, number: int, rows: Any) -> Any:
    """A SHA-256 that has read all that stands before the lines of the versions."""
    return hashlib.sha256(CANONICAL([previous, about(batch), register, number, rows]).encode() + b"\n")


def batch_seal(previous: str, batch: Any, seals: Iterable[Any]) -> str:
    """The seal of a batch: over that of the batch before and those of its registers, by their names."""
    told = sorted([seal.register, seal.number, seal.digest] for seal in seals)
    return hashlib.sha256(CANONICAL([previous, about(batch), told]).encode()).hexdigest()


def runs_of(versions: Iterable[Written]) -> list[list[int]]:
    """Which rows were written, as runs of first id, last id and version; a row written twice stands in two."""
    rows: dict[int, set[int]] = {}
    for version in versions:
        rows.setdefault(version.number, set()).add(version.row)
    return [list(run) for number in sorted(rows) for run in Runs.of(rows[number], number).runs]


def seal_versions(batch: Any, versions: Sequence[Any], last: tuple[int, str] | None, made: type[Any] = Seal) -> Any:
    """The seal of ``versions``, all of one register in the order they are stored in; each gets its checksum.

    ``last`` are number and digest of the register's seal before; ``made`` is the class of seals, another one in a
    migration.
    """
    before, previous = last or (0, "")
    register, number, rows = versions[0].register, before + 1, runs_of(versions)
    digest = opening(previous, batch, register, number, rows)
    for version in versions:
        told = line(version)
        version.checksum = zlib.crc32(told)
        digest.update(told)
    return made(batch=batch, register=register, number=number, rows=rows, digest=digest.hexdigest())


def close_batch(batch: Batch, versions: Sequence[Recorded]) -> None:
    """Write ``batch``, its seals and its versions. Whoever calls has waited for its turn."""
    by_register: dict[str, list[Recorded]] = {}
    for version in versions:
        by_register.setdefault(version.register, []).append(version)
    seals = [seal_versions(batch, own, _one(LAST_SEAL, register)) for register, own in by_register.items()]
    batch.previous_id, previous = _one(LAST_BATCH) or (None, "")
    batch.seal = batch_seal(previous, batch, seals)
    batch.save()
    Seal.objects.bulk_create(seals)
    write_recorded(batch, versions)


def _one(sql: str, *params: str) -> Any:
    """The first row. By plain SQL: a single change passes here, and Django takes longer than the database to ask."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()
