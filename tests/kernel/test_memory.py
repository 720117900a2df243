"""What was freed goes back to the system, though something above it is still used."""

import ctypes
import sys
from pathlib import Path

import pytest

from sokhcn.kernel.memory import give_back

KEPT_BY_THE_LIBRARY = sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim")


def held() -> int:
    """MB of this process in memory."""
    told = Path("/proc/self/status").read_text()
    return int(told.split("VmRSS:")[1].split()[0]) // 1000


@pytest.mark.skipif(not KEPT_BY_THE_LIBRARY, reason="another C library keeps its own books")
def test_what_was_freed_goes_back():
    many = [bytearray(2_000) for _ in range(50_000)]
    above = many[-1]
    many.clear()
    before = held()
    give_back()
    assert (before - held() > 50, len(above)) == (True, 2_000)
