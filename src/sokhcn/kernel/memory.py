"""Memory that nobody uses any more, given back to the system.

The C library keeps what was freed below something that is still used, some 100 MB after a workbook of 50,000 rows, and
what a process needs for the next one comes on top of it.
"""

import ctypes
import sys


def give_back() -> None:
    """Give freed memory back where the C library can do so (glibc); some ten milliseconds after a long sheet."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
