"""A reader run in a one-shot process with caps on time and memory, for files that cannot be trusted."""

import contextlib
import gc
import importlib
import io
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, BinaryIO, TypeVar

from sokhcn.document.letters import Letters, Unreadable
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import Finding, must

_MEGABYTE = 1 << 20
_OUT_OF_MEMORY = 3
# Whose classes an answer may hold, and which others.
_PLAIN = ("sokhcn.document.letters", "sokhcn.document.understood", "sokhcn.kernel.finding")
_VALUES = (("datetime", "date"), ("decimal", "Decimal"))
Answer = TypeVar("Answer", Letters, Understood)


@dataclass(frozen=True, slots=True)
class Caps:
    """What one reading may use. ``seconds`` are its own at work: on a busy machine a good file waits, and is read."""

    seconds: float = 10.0
    megabytes: int = 500


DEFAULT = Caps()
# A reading that waits for others all the time ends too, after as many times its seconds.
_PATIENCE = 6
Told = Letters | Understood | Finding


def guarded(job: str, data: bytes, name: str, caps: Caps, kind: type[Answer]) -> Answer:
    """The ``kind`` of answer that ``job``, as ``module:function``, makes of ``data`` in a process of its own;
    ``Unreadable`` if none. Whatever happens to that process, the caller gets an answer or one finding.
    """
    order = json.dumps({"job": job, "name": name, "seconds": caps.seconds, "megabytes": caps.megabytes}).encode()
    command = [sys.executable, "-m", "sokhcn.reports.guarded"]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=order + b"\n" + data, capture_output=True, timeout=_PATIENCE * caps.seconds, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise Unreadable(too_slow(caps)) from late
    if done.returncode == _OUT_OF_MEMORY:
        raise Unreadable(too_large(caps))
    answer = _answer(done.stdout) if done.returncode == 0 else None
    if isinstance(answer, kind):
        return answer
    if isinstance(answer, Finding):
        raise Unreadable(answer)
    raise Unreadable(too_slow(caps) if done.returncode in (-24, -9) else _broken())


def too_slow(caps: Caps) -> Finding:
    return must(
        "letters.too_slow",
        "Đọc tệp quá {seconds} giây nên đã dừng.",
        suggestion="Hãy chia tệp thành các tệp nhỏ hơn, hoặc lưu lại bằng Word.",
        seconds=f"{caps.seconds:g}",
    )


def too_large(caps: Caps) -> Finding:
    return must(
        "letters.too_large",
        "Đọc tệp cần quá {megabytes} MB bộ nhớ nên đã dừng (có thể là tệp nén cố ý phình to).",
        suggestion="Hãy chia tệp thành các tệp nhỏ hơn, hoặc lưu lại bằng Word.",
        megabytes=caps.megabytes,
    )


def _broken() -> Finding:
    return must("letters.damaged", "Tệp hỏng, không đọc được.", suggestion="Hãy lấy lại bản khác của tệp.")


class _PlainUnpickler(pickle.Unpickler):
    """Takes what is read and found and nothing else: the process that answers has read a file of a stranger."""

    def find_class(self, module: str, name: str) -> Any:
        if module in _PLAIN or (module, name) in _VALUES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _answer(told: bytes) -> Told | None:
    try:
        answer = _PlainUnpickler(io.BytesIO(told)).load()
        return _with_values(answer, lambda values: MappingProxyType(dict(values)))
    except (pickle.UnpicklingError, EOFError, AttributeError, ValueError, TypeError, IndexError, KeyError):
        return None


def _cap(seconds: float, megabytes: int) -> None:
    """Where the system knows such limits; elsewhere only the clock of the caller holds."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (max(1, int(seconds)),) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _done(order: dict[str, Any], data: bytes) -> Told:
    module, _, function = order["job"].partition(":")
    try:
        job: Callable[[bytes, str], Told] = getattr(importlib.import_module(module), function)
        return job(data, order["name"])
    except Unreadable as refused:
        return refused.finding
    except (MemoryError, ImportError):
        raise
    except Exception:  # whatever a broken file does to a reader, people get one sentence
        return _broken()


def _tell(answer: Told, out: BinaryIO) -> None:
    pickle.dump(_with_values(answer, dict), out, protocol=5)


def _with_values(answer: Told, kind: Callable[[Any], Mapping[str, Any]]) -> Told:
    """The same, with the values of findings in another kind of mapping: a frozen one cannot travel."""
    if isinstance(answer, Finding):
        return replace(answer, values=kind(answer.values))
    if isinstance(answer, Understood):
        letters = _with_values(answer.letters, kind)
        assert isinstance(letters, Letters)  # what goes in comes out
        return replace(answer, letters=letters, findings=letters.findings)
    findings = tuple(replace(finding, values=kind(finding.values)) for finding in answer.findings)
    return replace(answer, findings=findings)


def main() -> int:
    """One order in the first line, the file after it; the answer on standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    _cap(order["seconds"], order["megabytes"])
    gc.disable()  # the process ends soon, and letters are many small things without circles
    try:
        _tell(_done(order, sys.stdin.buffer.read()), sys.stdout.buffer)
        sys.stdout.flush()
    except MemoryError:
        return _OUT_OF_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(main())
