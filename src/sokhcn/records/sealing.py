"""Sealing: each register's share of a batch gets one SHA-256, chained to the register's seal before; the batch's own
seal covers them all and the batch before.

A chain for each register can be proved by itself. The chain of batches shows when somebody cut off the end of one
register's chain while others went on.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Protocol

from sokhcn.kernel.runs import Runs
from sokhcn.records.entries import CANONICAL, Entry, write_entries
from sokhcn.records.models import Batch, Seal


class Written(Protocol):
    """What a line needs to know of a version; a model of a migration has it too."""

    row: int
    number: int
    action: str
    after: Any


def line(version: Written) -> bytes:
    """A version as its seal reads it: the same bytes on every database."""
    if isinstance(version, Entry):
        return version.line
    return CANONICAL([version.row, version.number, str(version.action), version.after]).encode() + b"\n"


def about(batch: Any) -> list[str]:
    """Who wrote a batch, when and why: as every seal in it covers that."""
    return [batch.at.isoformat(), batch.login, batch.name, batch.reason]


def opening(previous: str, batch: Any, register: str, number: int, rows: Any) -> Any:
    """A SHA-256 that has read all that stands before the lines of the versions."""
    return hashlib.sha256(CANONICAL([previous, about(batch), register, number, rows]).encode() + b"\n")


def batch_seal(previous: str, batch: Any, seals: Iterable[Any]) -> str:
    """The seal of a batch: over that of the batch before and those of its registers, by their names."""
    told = sorted([seal.register, seal.number, seal.digest] for seal in seals)
    return hashlib.sha256(CANONICAL([previous, about(batch), told]).encode()).hexdigest()


def runs_of(versions: Iterable[Written]) -> list[list[int]]:
    """Which rows were written, as runs of first id, last id and version; a row written twice stands in two."""
    ordered = sorted((version.number, version.row) for version in versions)
    groups = groupby(ordered, key=lambda one: one[0])
    return [list(run) for number, group in groups for run in Runs.of({row for _, row in group}, number).runs]


def seal_versions(batch: Any, versions: Sequence[Any], last: Seal | None, made: type[Any] = Seal) -> Any:
    """The seal of ``versions``, all of one register in the order they are stored in; each gets its checksum.

    ``last`` is the register's seal before; ``made`` is the class of seals, another one in a migration.
    """
    register, number, rows = versions[0].register, last.number + 1 if last else 1, runs_of(versions)
    digest = opening(last.digest if last else "", batch, register, number, rows)
    for version in versions:
        told = line(version)
        version.checksum = zlib.crc32(told)
        digest.update(told)
    return made(batch=batch, register=register, number=number, rows=rows, digest=digest.hexdigest())


def close_batch(batch: Batch, versions: Sequence[Entry]) -> None:
    """Write ``batch``, its seals and its versions. Whoever calls has waited for its turn."""
    by_register: dict[str, list[Entry]] = {}
    for version in versions:
        by_register.setdefault(version.register, []).append(version)
    last = {register: Seal.objects.filter(register=register).order_by("-number").first() for register in by_register}
    seals = [seal_versions(batch, own, last[register]) for register, own in by_register.items()]
    previous = Batch.objects.order_by("-pk").first()
    batch.previous = previous
    batch.seal = batch_seal(previous.seal if previous else "", batch, seals)
    batch.save()
    Seal.objects.bulk_create(seals)
    write_entries(batch, versions)
