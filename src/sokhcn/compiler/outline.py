"""An outline: a report's chapters, their titles, and the set phrases around them. Dated reference data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

PROVINCE = "tinh"  # whom a report goes to where nothing else is said: the provincial People's Committee


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. ``key`` and those of ``more`` name what fills it, one after the other (an area, ``assessment``,
    ``plan``, a text of the department's own, or nothing); ``title`` is wording; ``unit`` is the code of its owner."""

    key: str
    title: str
    numbered: bool = True
    chapters: "tuple[Chapter, ...]" = ()
    more: tuple[str, ...] = ()
    unit: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *self.more)


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a report on periods of some ``kinds`` to one ``addressee``, from one day on.

    ``subject`` and ``closing`` are wording. ``wording`` names the variant of the chapters' texts as they ship, ``""``
    the usual one; ``addressee_name`` stands behind ``Kính gửi`` where the department lists nobody.
    """

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
    addressee: str = PROVINCE
    addressee_name: str = ""
    wording: str = ""

    def all_chapters(self) -> Iterator[Chapter]:
        """Every chapter, parents before children."""
        yield from _walk(self.chapters)

    def fills(self) -> tuple[str, ...]:
        """Everything that fills a chapter, in reading order."""
        return tuple(key for chapter in self.all_chapters() for key in chapter.keys)


def _walk(chapters: tuple[Chapter, ...]) -> Iterator[Chapter]:
    for chapter in chapters:
        yield chapter
        yield from _walk(chapter.chapters)


def read_outline(text: str) -> Outline:
    """An outline from TOML. Raises ``KeyError`` or ``tomllib.TOMLDecodeError`` when it is none."""
    return outline_of(tomllib.loads(text))


def outline_of(told: Mapping[str, Any]) -> Outline:
    """An outline from the values of its TOML. Raises ``KeyError``."""
    plain = {name: told[name] for name in ("id", "version", "basis", "valid_from", "type_name", "type_symbol")}
    phrases = {name: told[name] for name in ("subject", "closing", "appendix_reference")}
    chosen = {name: told[name] for name in ("addressee", "addressee_name", "wording") if name in told}
    chapters = tuple(_chapter(chapter) for chapter in told["chapter"])
    return Outline(
        **plain,
        **phrases,
        **chosen,
        kinds=tuple(told["kinds"]),
        valid_to=told.get("valid_to"),
        appendices=tuple(told.get("appendices", ())),
        chapters=chapters,
    )


def _chapter(told: Mapping[str, Any]) -> Chapter:
    below = tuple(_chapter(chapter) for chapter in told.get("chapter", ()))
    key, *more = told["keys"] if "keys" in told else (told["key"],)
    return Chapter(key, told["title"], told.get("numbered", True), below, tuple(more), told.get("unit", ""))
