"""An outline and its chapters' texts as a file or a folder that people edit, each text with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.compiler.examining import Place

OUTLINE_FILE = "de-cuong.toml"
TEXT_END = ".md"
HEADING = re.compile(r"=== +(\S+) +===\s*")
GUIDE = """\
# Đề cương báo cáo và mẫu câu của từng mục. Sửa tệp này rồi xem thử, kiểm tra và đưa vào dùng:
#   ./sokhcn outline preview TỆP --period KỲ
#   ./sokhcn outline import TỆP --from 2023-01-01 --dry-run
#   ./sokhcn outline import TỆP --from 2023-01-01
# Phần đầu là đề cương: mỗi [[chapter]] là một mục lớn, mỗi [[chapter.chapter]] là một mục trong mục lớn ngay trên nó.
#   title: tên mục; key: phần lời của mục; keys = ["a", "b"]: gộp nhiều phần lời dưới một tên mục;
#   numbered = false: mục không đánh số; unit: mã đơn vị chủ trì mục.
# kinds: month tháng, quarter quý, half 6 tháng, nine_months 9 tháng, year năm. addressee: nơi nhận (tinh, bo).
# Sau dòng “=== tên ===” là mẫu câu của phần lời ấy. {{ … }} là số hoặc tên, {% if … %} là điều kiện.
# Dòng trống ngăn đoạn, dòng bắt đầu bằng “- ” là gạch đầu dòng, chữ giữa hai dấu * là chữ nghiêng.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Draft:
    """What people edit: the outline as TOML, and texts by the key of what they fill; ``repeated`` are texts of a key
    that has one already."""

    outline: Text
    texts: Mapping[str, Text]
    repeated: tuple[tuple[str, Place], ...] = ()


def read_file(name: str, text: str) -> Draft:
    """A draft from one file: the outline, and after each line ``=== key ===`` the text of that key."""
    lines = text.removeprefix("\ufeff").splitlines()
    starts = [(n, found[1]) for n, line in enumerate(lines) if (found := HEADING.fullmatch(line))]
    first = starts[0][0] if starts else len(lines)
    texts: dict[str, Text] = {}
    repeated: list[tuple[str, Place]] = []
    for (n, key), (end, _) in pairwise([*starts, (len(lines), "")]):
        if key in texts:
            repeated.append((key, Place(name, n + 1)))
        texts.setdefault(key, Text(_joined(lines[n + 1 : end]), Place(name, n + 2)))
    return Draft(Text(_joined(lines[:first]), Place(name)), texts, tuple(repeated))


def read_folder(files: Mapping[str, str]) -> Draft:
    """A draft from the files of a folder: ``de-cuong.toml``, and for each key ``key.md``."""
    plain = {name: text.removeprefix("\ufeff") for name, text in files.items()}
    texts = {
        name.removesuffix(TEXT_END): Text(text, Place(name)) for name, text in plain.items() if name.endswith(TEXT_END)
    }
    return Draft(Text(plain.get(OUTLINE_FILE, ""), Place(OUTLINE_FILE)), texts)


def write_file(outline: str, texts: Mapping[str, str]) -> str:
    """One file that ``read_file`` reads back."""
    told = [_guided(outline), *(f"=== {key} ===\n{text.rstrip()}\n" for key, text in texts.items())]
    return "\n".join(told)


def write_folder(outline: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Files by name, that ``read_folder`` reads back."""
    return {OUTLINE_FILE: _guided(outline), **{f"{key}{TEXT_END}": f"{text.rstrip()}\n" for key, text in texts.items()}}


def _guided(outline: str) -> str:
    return outline if outline.startswith(GUIDE) else GUIDE + outline


def _joined(lines: list[str]) -> str:
    """The lines without empty ones at the end, which only part what stands in one file."""
    return "\n".join(lines).rstrip() + "\n"
