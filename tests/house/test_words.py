"""The project speaks of itself: nothing tracked names the place where it was made."""

import re
import subprocess

import pytest

from tests.house.source import ROOT

# Put together here from pieces, so that this file does not hold them either.
PIECES = [
    ("farm", "-studio"),
    (r"(?<![\w.])/work", "/"),
    (r"(?<![\w.])/tmp", "/(wt|t|briefs)/"),
    (r"\bis", r"sue #\d"),
    ("anth", "ropic"),
    ("clau", "de"),
    ("chat", "gpt"),
    (r"\bL", "LMs?\\b"),
    (r"\bag", "entic"),
    (r"/root", "/"),
]
FOREIGN = re.compile("|".join("".join(pieces) for pieces in PIECES).encode(), re.IGNORECASE)


def foreign_words(text: bytes) -> list[str]:
    """What ``text`` says of another place. A picture says nothing: three letters in a row are chance there."""
    if b"\0" in text:
        return []
    return [match.group().decode(errors="replace") for match in FOREIGN.finditer(text)]


def test_no_tracked_file_names_the_workplace() -> None:
    order = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(order, cwd=ROOT, check=True, capture_output=True).stdout
    tracked = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    assert tracked
    found = {str(path.relative_to(ROOT)): foreign_words(path.read_bytes()) for path in tracked if path.is_file()}
    assert not {path: words for path, words in found.items() if words}


@pytest.mark.parametrize("text", ["see /wo" + "rk/main", "closes Iss" + "ue #12", "Cl" + "aude said", "/ro" + "ot/x"])
def test_the_rule_objects_to(text: str) -> None:
    assert foreign_words(text.encode())


@pytest.mark.parametrize("text", ["https://example.org/coursework/", "../work/", "bốn nhiệm vụ"])
def test_the_rule_lets_pass(text: str) -> None:
    assert not foreign_words(text.encode())
