"""How a paragraph and its runs look once styles, the styles these are based on and the defaults have had their say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Final

from sokhcn.formats.docx.elements import NAMESPACES, Element, W
from sokhcn.formats.docx.walking import DELETED, is_on

_PROPERTIES: Final = W + "pPr"
_DEEPEST: Final = 30
_MOST_MET: Final = 5_000
_TOGGLES: Final = ("bold", "italic", "hidden", "caps")
_A: Final = f"{{{NAMESPACES['a']}}}"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a place says about looks; None where it says nothing. Lengths in points or lines."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    size_pt: float | None = None
    font: str | None = None
    align: str | None = None
    outline: int | None = None
    number: str | None = None
    number_level: int | None = None
    before_pt: float | None = None
    after_pt: float | None = None
    line: float | None = None
    line_rule: str | None = None
    first_line_pt: float | None = None
    ends_deleted: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This, and what ``below`` says where this says nothing."""
        told = {name: value for name in _NAMES if (value := getattr(self, name)) is not None}
        return replace(below, **told) if told else below


_NAMES: Final = tuple(item.name for item in fields(Look))
NOTHING: Final = Look()
Wording = tuple[object, ...]


def _wording(properties: Element) -> Wording:
    """What properties say, to know them again. Written out as XML they would bring every name space of the file."""
    said: list[object] = []
    for child in properties:
        said.append(child.tag)
        said += child.items()
        if len(child):
            said.append(_wording(child))
    return tuple(said)


@dataclass(slots=True)
class Looks:
    """The looks of one file. ``theme`` are the fonts of its theme by ``major`` and ``minor``."""

    styles: Mapping[str, Element] = field(default_factory=lambda: MappingProxyType({}))
    theme: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    defaults: Look = NOTHING
    usual: str = ""
    _known: dict[str, Look] = field(default_factory=dict)
    _met: dict[tuple[Wording, int], tuple[Look, Look]] = field(default_factory=dict)

    def paragraph(self, element: Element) -> Look:
        """The look of a paragraph by itself: its own properties over its style over the defaults."""
        properties = element[0] if len(element) and element[0].tag == _PROPERTIES else None
        if properties is None:
            return self._remembered((), NOTHING, lambda: self.style(self.usual).over(self.defaults))
        return self._remembered(_wording(properties), NOTHING, lambda: self._paragraph(properties))

    def _paragraph(self, properties: Element) -> Look:
        named = properties.find(W + "pStyle")
        style = self.usual if named is None else named.get(W + "val", "")
        return paragraph_look(properties).over(self.style(style).over(self.defaults))

    def run(self, properties: Element | None, paragraph: Look) -> Look:
        """The look of a run in a paragraph of this look."""
        if properties is None:
            return paragraph
        return self._remembered(_wording(properties), paragraph, lambda: self._run(properties, paragraph))

    def _run(self, properties: Element, paragraph: Look) -> Look:
        """A switch in both a paragraph and a character style cancels out (ISO 29500-1, 17.7.3)."""
        own = self.run_look(properties)
        named = properties.find(W + "rStyle")
        if named is None:
            return own.over(paragraph)
        style = self.style(named.get(W + "val", ""))
        toggled = {name: bool(getattr(style, name)) ^ bool(getattr(paragraph, name)) for name in _TOGGLES}
        return own.over(replace(style.over(paragraph), **toggled))  # type: ignore[arg-type] # switches are bool

    def _remembered(self, said: Wording, below: Look, make: Callable[[], Look]) -> Look:
        """A file says the same few things thousands of times: what they come to is worked out once."""
        key = said, id(below)
        found = self._met.get(key)
        if found is None:
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            found = self._met[key] = (make(), below)  # held, so that no other look can get its id
        return found[0]

    def style(self, style_id: str) -> Look:
        """What a style says with all that it is based on."""
        if style_id not in self._known:
            self._known[style_id] = NOTHING
            look, own, steps = NOTHING, style_id, 0
            while own in self.styles and steps < _DEEPEST:
                look = look.over(self._of_style(self.styles[own], own))
                based = self.styles[own].find(W + "basedOn")
                own, steps = "" if based is None else based.get(W + "val", ""), steps + 1
            self._known[style_id] = look
        return self._known[style_id]

    def _of_style(self, element: Element, own: str) -> Look:
        paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
        look = NOTHING if paragraph is None else paragraph_look(paragraph)
        return look if run is None else look.over(self.run_look(run))

    def run_look(self, properties: Element) -> Look:
        """What run properties say."""
        told: dict[str, bool | float | str] = {}
        for child in properties:
            name = child.tag
            if name in _SWITCHES:
                told[_SWITCHES[name]] = is_on(child)
            elif name == W + "sz":
                told["size_pt"] = number_of(child.get(W + "val")) / 2
            elif name == W + "rFonts" and (font := self._font(child)):
                told["font"] = font
        return Look(**told) if told else NOTHING  # type: ignore[arg-type] # the names are those of the fields

    def _font(self, fonts: Element) -> str:
        theme = fonts.get(W + "hAnsiTheme") or fonts.get(W + "asciiTheme") or ""
        return self.theme.get(theme[:5], "") or fonts.get(W + "hAnsi") or fonts.get(W + "ascii") or ""


_SWITCHES: Final[Mapping[str, str]] = MappingProxyType(
    {W + "b": "bold", W + "i": "italic", W + "vanish": "hidden", W + "caps": "caps"}
)


def looks_of(styles: Element | None, theme: Element | None) -> Looks:
    """The looks that a file's styles and theme describe."""
    if styles is None:
        return Looks()
    known = {node.get(W + "styleId", ""): node for node in styles.iter(W + "style")}
    usual = next((own for own, n in known.items() if n.get(W + "type") == "paragraph" and n.get(W + "default")), "")
    looks = Looks(known, {} if theme is None else _theme(theme), usual=usual)
    run = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    paragraph = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    below = NOTHING if run is None else looks.run_look(run)
    looks.defaults = below if paragraph is None else paragraph_look(paragraph).over(below)
    return looks


def _theme(theme: Element) -> dict[str, str]:
    found = {"minor": theme.find(f".//{_A}minorFont/{_A}latin"), "major": theme.find(f".//{_A}majorFont/{_A}latin")}
    return {name: latin.get("typeface", "") for name, latin in found.items() if latin is not None}


def paragraph_look(properties: Element) -> Look:
    """What paragraph properties say."""
    told: dict[str, float | str | int | bool | None] = {}
    for child in properties:
        if child.tag == W + "jc":
            told["align"] = child.get(W + "val")
        elif child.tag == W + "outlineLvl":
            told["outline"] = int(number_of(child.get(W + "val"), 9))
        elif child.tag == W + "numPr":
            told |= _numbered(child)
        elif child.tag == W + "spacing":
            told |= _spaced(child)
        elif child.tag == W + "ind":
            told["first_line_pt"] = number_of(child.get(W + "firstLine")) / 20
        elif child.tag == W + "rPr":
            told["ends_deleted"] = any(mark.tag in DELETED for mark in child)
    return Look(**told) if told else NOTHING  # type: ignore[arg-type] # the names are those of the fields


def _numbered(element: Element) -> dict[str, float | str | int | None]:
    number, level = element.find(W + "numId"), element.find(W + "ilvl")
    return {
        "number": None if number is None else number.get(W + "val"),
        "number_level": None if level is None else int(number_of(level.get(W + "val"))),
    }


def _spaced(element: Element) -> dict[str, float | str | int | None]:
    told: dict[str, float | str | int | None] = {}
    for name, attribute in (("before_pt", "before"), ("after_pt", "after")):
        if (value := element.get(W + attribute)) is not None:
            told[name] = number_of(value) / 20
    if (line := element.get(W + "line")) is not None:
        rule = element.get(W + "lineRule", "auto")
        told["line_rule"] = rule
        told["line"] = number_of(line) / (240 if rule == "auto" else 20)
    return told


def number_of(text: str | None, absent: float = 0) -> float:
    """A number of an attribute; files write all sorts of things there."""
    try:
        value = float(text or "")
    except ValueError:
        return absent
    return value if -1e6 < value < 1e6 else absent
