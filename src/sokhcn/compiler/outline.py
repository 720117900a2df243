"""An outline: a report's chapters, their titles, and the set phrases around them. Dated reference data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. ``key`` names what fills it (an area, ``assessment``, ``plan``, or nothing); ``title`` is wording."""

    key: str
    title: str
    numbered: bool = True
    chapters: "tuple[Chapter, ...]" = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a report on periods of some ``kinds``, from one day on. ``subject`` and ``closing`` are wording."""

    id: str
    version: str
    kinds: tuple[str, ...]
    basis: str
    valid_from: date
    valid_to: date | None
    type_name: str
    type_symbol: str
    subject: str
    closing: str
    appendix_reference: str
    appendices: tuple[str, ...]
    chapters: tuple[Chapter, ...]

    def all_chapters(self) -> Iterator[Chapter]:
        """Every chapter, parents before children."""
        yield from _walk(self.chapters)


def _walk(chapters: tuple[Chapter, ...]) -> Iterator[Chapter]:
    for chapter in chapters:
        yield chapter
        yield from _walk(chapter.chapters)


def read_outline(text: str) -> Outline:
    """An outline from TOML. Raises ``KeyError`` or ``tomllib.TOMLDecodeError`` when it is none."""
    told = tomllib.loads(text)
    plain = {name: told[name] for name in ("id", "version", "basis", "valid_from", "type_name", "type_symbol")}
    phrases = {name: told[name] for name in ("subject", "closing", "appendix_reference")}
    chapters = tuple(_chapter(chapter) for chapter in told["chapter"])
    return Outline(
        **plain,
        **phrases,
        kinds=tuple(told["kinds"]),
        valid_to=told.get("valid_to"),
        appendices=tuple(told.get("appendices", ())),
        chapters=chapters,
    )


def _chapter(told: Mapping[str, Any]) -> Chapter:
    below = tuple(_chapter(chapter) for chapter in told.get("chapter", ()))
    return Chapter(told["key"], told["title"], told.get("numbered", True), below)
