"""Reports that tests read: one of our own, and the seed where it is."""

from pathlib import Path

from sokhcn.reports.proposing import Proposals, propose
from tests.needs import SHARED

SAMPLE = Path(__file__).parent / "sample" / "bao-cao-2023-05.md"
SEED = SHARED / "seed" / "bao-cao-2022-01.md"


def sample(*replaced: tuple[str, str]) -> Proposals:
    """What our sample proposes, with some of its words replaced."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    return propose(text.encode(), SAMPLE.name)


def seed() -> Proposals:
    return propose(SEED.read_bytes(), SEED.name)


def numbers_of(proposals: Proposals, register: str) -> list[int]:
    """The numbers of the rows for one register."""
    return [number for number, row in enumerate(proposals.rows, 1) if row.register == register]
