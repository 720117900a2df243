"""What the documents name exists: files, and commands with their options."""

import re
import subprocess
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest
import typer

from sokhcn.interfaces.cli.commands import app_for
from tests.docs.steps import ROOT, blocks

DOCUMENTS = ("README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")))
ADDING = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")
PACKAGE = PurePosixPath("src/sokhcn")
FENCES = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r"`([^`\n]+)`")
LINKED = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
PATH = re.compile(r"(?:[\w.-]+/)+(?:[\w-]+\.\w+)?|[\w-]+\.(?:csv|lock|md|py|toml|typ)|(?:[\w.-]+/)+[a-z][\w-]*")
MADE = (".tools", ".venv", "var")  # by set-up and by commands
COMMAND = re.compile(r"^(?:\$ )?(?:SOKHCN_\w+=\S+ )?(make|\./sokhcn)((?: .*)?)$")


@cache
def tracked() -> frozenset[PurePosixPath]:
    """Every tracked file, and every one that docs/adding.md makes, with their folders."""
    order = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(order, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    files = {PurePosixPath(name) for name in filter(None, listed.split("\0"))}
    files |= {PurePosixPath(block.file) for block in blocks(ADDING) if block.file}
    return frozenset(files | {folder for file in files for folder in file.parents})


def unknown_files(text: str, of: str) -> list[str]:
    """The paths in backticks and links of a document that lead nowhere. ``X`` stands for any name."""
    text = FENCES.sub("", text)
    quoted = [name for name in QUOTED.findall(text) if PATH.fullmatch(name)]
    return [name for name in (*quoted, *LINKED.findall(text)) if not leads_somewhere(name, PurePosixPath(of).parent)]


def leads_somewhere(name: str, folder: PurePosixPath) -> bool:
    """Whether ``name`` is in the repository, in its package or beside the document; a bare name may be anywhere."""
    if name.split("/")[0] in MADE:
        return True
    patterns = [str(start / name).replace("X", "*") for start in (PurePosixPath(), PACKAGE, folder)]
    bare = "/" not in name
    return any(
        path.match(pattern) and (bare or depth(path) == depth(pattern)) for path in tracked() for pattern in patterns
    )


def depth(path: PurePosixPath | str) -> int:
    return len(PurePosixPath(path).parts)


def unknown_commands(text: str) -> list[str]:
    """The commands of a document, in backticks and on lines of their own in blocks, that are none."""
    lines = [line for block in FENCES.findall(text) for line in block.splitlines()]
    shown = [found for line in (*lines, *QUOTED.findall(FENCES.sub("", text))) if (found := COMMAND.match(line))]
    return [found[0] for found in shown if not is_command(found[1], found[2].split("#")[0].split())]


@cache
def every_command() -> Any:
    return typer.main.get_command(app_for([]))


def is_command(program: str, words: list[str]) -> bool:
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return not words or words[0] in targets
    known, rest = every_command(), list(words)
    options = [word for word in words if word.startswith("--")]
    while hasattr(known, "commands") and rest and not rest[0].startswith("--"):
        if rest[0] not in known.commands:
            return False
        known = known.commands[rest.pop(0)]
    names = {"--help", *(name for parameter in known.params for name in parameter.opts)}
    return set(options) <= names


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_command_that_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    assert unknown_files(text, document) == []
    assert unknown_commands(text) == []


@pytest.mark.parametrize(
    "text", ["`records/nothing.py`", "`nothing.md`", "[the way](flow.txt)", "`areas/X/nothing.py`", "`docs/nothing/`"]
)
def test_a_file_that_is_not_there_is_found(text: str) -> None:
    assert unknown_files(text, "docs/flow.md")


def test_files_are_found_in_the_repository_the_package_and_beside_the_document() -> None:
    there = "`docs/flow.md` `tests/house/` `areas/X/indicators.py` `section.md` [words](glossary.md) `.ci/run` `.venv`"
    no_files = "`2022-01/3` `Kind.FLOW` `advice.issued` [law](https://example.org/nothing.md)"
    assert unknown_files(f"{there} {no_files}", "docs/flow.md") == []


@pytest.mark.parametrize(
    "text",
    [
        "`make nothing`",
        "`./sokhcn nothing`",
        "`./sokhcn outline nothing`",
        "`./sokhcn outline list --nothing`",
        "```sh\n./sokhcn demo --nothing x\n```",
        "```console\n$ make nothing\n```",
    ],
)
def test_a_command_that_is_not_there_is_found(text: str) -> None:
    assert unknown_commands(text)


def test_commands_are_found_with_their_options() -> None:
    assert (
        unknown_commands("`make check` `./sokhcn demo --from X` `./sokhcn --help`\n\n```sh\nmake test # all\n```") == []
    )
    assert any(COMMAND.match(line) for line in ADDING.splitlines())
