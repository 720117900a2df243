"""Readers that behave well, badly, and very badly, for a process of their own."""

import os
import re
import time

from sokhcn.document.letters import Letters, Line, Unreadable
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import must
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.reader.understanding import understand


def good(data: bytes, name: str) -> Letters:
    text = f"{name}: {data.decode()}"
    return Letters(text, text, (Line(0, len(text)),), findings=(must("a.b", "Có {n} lỗi.", n=len(data)),))


def understanding(data: bytes, name: str) -> Understood:
    text = data.decode()
    places = [(found.start(), found.end()) for found in re.finditer(".+", text)]
    found = (must("a.b", "Có {n} lỗi.", n=4),)
    return understand(Letters(text, text, tuple(Line(*place) for place in places), findings=found), DECREE_09)


def refusing(data: bytes, name: str) -> Letters:
    raise Unreadable(must("letters.password", "Tệp có mật khẩu."))


def failing(data: bytes, name: str) -> Letters:
    raise ZeroDivisionError(data)


def dying(data: bytes, name: str) -> Letters:
    os.abort()


def working(data: bytes, name: str) -> Letters:
    while data:
        pass
    return good(data, name)


def waiting(data: bytes, name: str) -> Letters:
    time.sleep(2.5)  # as on a busy machine: no time of its own
    return good(data, name)


def sleeping(data: bytes, name: str) -> Letters:
    time.sleep(60)
    raise AssertionError(data)


def swelling(data: bytes, name: str) -> Letters:
    kept = []
    while True:
        kept.append(bytearray(1 << 24))


def boasting(data: bytes, name: str) -> Letters:
    print("x" * 100)  # noqa: T201
    return good(data, name)
