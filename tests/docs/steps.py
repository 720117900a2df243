"""What a document tells its reader to do, done: files, changes, commands, and what they print compared."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"```(?P<language>\w+)(?: file=(?P<file>\S+))?")
LEFT_OUT = "…"
COMMAND = "$ "
PLACES = "@@"
TYPES_KNOWN = ".mypy_cache"
LONGEST = 900  # seconds that a command may take where others use the machine as well
# What the process of the tests knows of its own database, and a command in a copy must not.
OWN = ("SOKHCN_", "DJANGO_", "DATABASE_", "PYTEST_", "MAKE", "MFLAGS")


class Lie(AssertionError):
    """The document says what is not so."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it makes or changes, what stands in it, and its line in the document."""

    language: str
    file: str
    text: str
    line: int


def blocks(document: str) -> Iterator[Block]:
    """The fenced blocks of ``document``."""
    lines = enumerate(document.splitlines(), 1)
    for start, line in lines:
        if line.startswith("```"):
            fence = FENCE.fullmatch(line)
            if fence is None or bool(fence["file"]) == (fence["language"] == "console"):
                raise Lie(f"line {start}: nobody can follow a block that begins with {line}")
            inside = []
            for _, text in lines:
                if text == "```":
                    break
                inside.append(f"{text}\n")
            yield Block(fence["language"], fence["file"] or "", "".join(inside), start)


class Copy:
    """A copy of the repository that uses the packages at hand and its own source, database and files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        listed = subprocess.run(_git("ls-files", "-z"), cwd=ROOT, check=True, capture_output=True).stdout.decode()
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, folder / name)
        self._set_up()
        for order in (("init", "--quiet"), ("add", "--all")):  # `make check` asks git for the templates
            subprocess.run(_git(*order), cwd=folder, check=True, capture_output=True)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
        own = {"PYTHONPATH": str(folder / "src"), "SOKHCN_HOME": str(folder)}
        self._environment = {**kept, **own, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

    def _set_up(self) -> None:
        """What `make setup` would do, from the packages at hand instead of an index."""
        version = re.search(r"^UV_VERSION := (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
        assert version
        (self.folder / ".tools" / "uv" / version[1]).mkdir(parents=True)
        programs = self.folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        for program in Path(sys.executable).parent.iterdir():
            shim = programs / program.name
            shim.write_text(f'#!/bin/sh\nexec "{program}" "$@"\n')
            shim.chmod(0o755)
        (self.folder / ".venv" / ".ready").write_text(f"{self.folder.resolve()}\n")
        if (ROOT / TYPES_KNOWN).is_dir():  # only what the document changes is checked anew
            shutil.copytree(ROOT / TYPES_KNOWN, self.folder / TYPES_KNOWN)

    def follow(self, block: Block) -> None:
        """Do what ``block`` says. Raises ``Lie``."""
        try:
            match block.language:
                case "console":
                    for command, shown in orders(block.text):
                        self._run(command, shown)
                case "diff":
                    file = self.folder / block.file
                    file.write_text(changed(file.read_text(encoding="utf-8"), block.text), encoding="utf-8")
                case _:
                    self._make(self.folder / block.file, block.text)
        except (Lie, OSError) as lie:
            raise Lie(f"line {block.line}: {block.file} {lie}") from lie

    def _make(self, file: Path, text: str) -> None:
        if file.exists():
            raise Lie("is there already")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _run(self, command: str, shown: str) -> None:
        about = {"cwd": self.folder, "env": self._environment, "timeout": LONGEST}
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, **about)
        if done.returncode or not is_shown(done.stdout, shown):
            raise Lie(f"$ {command}\nends with {done.returncode} and prints\n{done.stdout}{done.stderr}\nnot\n{shown}")


def _git(*order: str) -> list[str]:
    return ["git", "-c", "safe.directory=*", *order]


def orders(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what it is said to print."""
    before, *parts = re.split(r"^\$ ", text, flags=re.MULTILINE)
    if before or not parts:
        raise Lie("a console block begins with a command")
    for part in parts:
        command, _, shown = part.partition("\n")
        yield command, shown


def is_shown(printed: str, shown: str) -> bool:
    """Whether ``shown`` is ``printed`` but for what is left out, spaces and empty lines."""
    lines = ["(?:.*\n)*?" if line == LEFT_OUT else f"{_pattern(line)}\n" for line in _bare(shown)]
    return re.fullmatch("".join(lines), "".join(f"{line}\n" for line in _bare(printed))) is not None


def _pattern(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split(LEFT_OUT))


def _bare(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def changed(text: str, difference: str) -> str:
    """``text`` with each place of ``difference`` changed. Raises ``Lie`` where a place is not there just once."""
    for place in difference.split(f"{PLACES}\n"):
        marked = [(line[:1].strip(), line[1:]) for line in place.splitlines(keepends=True)]
        if strange := [mark + line for mark, line in marked if mark not in ("", "+", "-")]:
            raise Lie(f"what is this line: {strange[0]}")
        old = "\n" + "".join(line or "\n" for mark, line in marked if mark != "+")
        new = "\n" + "".join(line or "\n" for mark, line in marked if mark != "-")
        if (times := len(re.findall(f"(?={re.escape(old)})", f"\n{text}"))) != 1:
            raise Lie(f"has this place {times} times:{old}")
        text = f"\n{text}".replace(old, new)[1:]
    return text
