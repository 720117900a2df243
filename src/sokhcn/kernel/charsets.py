"""Vietnamese letters in the encodings of old fonts, as a program that takes them for Western European shows them."""

import re
from dataclasses import dataclass
from functools import cache

_ORDER = (
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ "
    "ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ"
)
LOWER = tuple(_ORDER.split())
UPPER = tuple(letter.upper() for letter in LOWER)
LETTERS = (*LOWER, *UPPER)

# One code a letter, in the order above. ~ stands for the soft hyphen, _ for a letter that the encoding has no code for.
_TCVN3 = (
    "µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë ® Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô "
    "~ õ ö ÷ ø ù ú û ü ý þ"
)
_TCVN3_UPPER = (
    "_ _ _ _ _ ¡ _ _ _ _ _ ¢ _ _ _ _ _ § _ _ _ _ _ £ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ ¤ _ _ _ _ _ ¥ _ _ _ _ _ "
    "_ _ _ _ _ ¦ _ _ _ _ _ _ _ _ _ _"
)
_VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï oâ "
    "oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
)
_BK_HCM2 = (
    "aâ aã aä aá aå ù ùç ùè ùé ùæ ùå ê êì êí êî êë êå à eâ eã eä eá eå ï ïì ïí ïî ïë ïå ò ó ô ñ õ oâ oã oä oá oå ö "
    "öì öí öî öë öå ú úâ úã úä úá úå uâ uã uä uá uå û ûâ ûã ûä ûá ûå yâ yã yä yá yå"
)
_VISCII = (
    "E0 E4 E3 E1 D5 E5 A2 C6 C7 A1 A3 E2 A5 A6 E7 A4 A7 F0 E8 EB A8 E9 A9 EA AB AC AD AA AE EC EF EE ED B8 F2 F6 F5 F3 "
    "F7 F4 B0 B1 B2 AF B5 BD B6 B7 DE BE FE F9 FC FB FA F8 DF D7 D8 E6 D1 F1 CF D6 DB FD DC"
)
_VISCII_UPPER = (
    "C0 C4 C3 C1 80 C5 82 02 05 81 83 C2 85 86 06 84 87 D0 C8 CB 88 C9 89 CA 8B 8C 8D 8A 8E CC 9B CE CD 98 D2 99 A0 D3 "
    "9A D4 90 91 92 8F 93 B4 96 97 B3 95 94 D9 9C 9D DA 9E BF BB BC FF BA B9 9F 14 19 DD 1E"
)


@dataclass(frozen=True, eq=False)
class Charset:
    """``codes``: code and letter. ``fonts``: how the names of its fonts begin. Where ``capitals_lost``, capitals with a
    tone have no code of their own: they are small letters shown in a font of capitals."""

    name: str
    codes: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...] = ()
    capitals_lost: bool = False

    def letters(self, text: str) -> list[tuple[int, int, str]]:
        """The codes in ``text`` as edits, longest first: place, end, letter."""
        pattern, meaning = _read(self)
        return [(found.start(), found.end(), meaning[found[0]]) for found in pattern.finditer(text)]

    def decoded(self, text: str) -> str:
        pattern, meaning = _read(self)
        return pattern.sub(lambda found: meaning[found[0]], text)

    def encoded(self, text: str) -> str:
        """``text`` as it was typed: a capital without a code becomes its small letter."""
        codes = _written(self)
        return "".join(codes.get(letter) or codes.get(letter.lower()) or letter for letter in text)

    @property
    def lost(self) -> tuple[str, ...]:
        """The letters that do not come back."""
        return tuple(letter for letter in LETTERS if letter not in _written(self))


@cache
def _read(charset: Charset) -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = dict(charset.codes)
    codes = sorted(meaning, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes))), meaning


@cache
def _written(charset: Charset) -> dict[str, str]:
    return {letter: code for code, letter in charset.codes}


def _codes(lower: str, upper: str = "", *, mixed: bool = False) -> tuple[tuple[str, str], ...]:
    """Pairs of code and letter; ``mixed``: a capital may have its mark written small."""
    small = lower.split(" ")
    large = upper.split(" ") if upper else [code.upper() for code in small]
    pairs = [pair for pair in zip((*small, *large), LETTERS, strict=True) if pair[0] != "_"]
    if mixed:
        pairs += [(code[0].upper() + code[1:], letter.upper()) for code, letter in zip(small, LOWER, strict=True)]
        pairs += [(code[0] + code[1:].upper(), letter) for code, letter in zip(small, LOWER, strict=True)]
    return tuple({code.replace("~", "\u00ad"): letter for code, letter in reversed(pairs)}.items())


def _of_bytes(numbers: str) -> str:
    """Codes given as numbers; a space and an underscore are none of them."""
    return " ".join(chr(int(number, 16)) for number in numbers.split())


def _misread(letter: str) -> str:
    """UTF-8 taken for the encoding of Western European Windows, whose five holes show as controls."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in letter.encode())


TCVN3 = Charset("TCVN3 (ABC)", _codes(_TCVN3, _TCVN3_UPPER), (".vn",), capitals_lost=True)
VNI = Charset("VNI-Windows", _codes(_VNI, mixed=True), ("vni",))
BK_HCM2 = Charset("BK HCM2", _codes(_BK_HCM2, mixed=True), ("bk", "vietware"))
VISCII = Charset("VISCII", _codes(_of_bytes(_VISCII), _of_bytes(_VISCII_UPPER)), ("vi ", "hoang"))
UTF8_MISREAD = Charset(
    "UTF-8 đọc nhầm thành Windows-1252", tuple((_misread(letter), letter) for letter in (*LETTERS, *"“”‘’–—…"))
)
CHARSETS = (TCVN3, VNI, BK_HCM2, VISCII)


def of_font(name: str) -> Charset | None:
    """The encoding that a font of this name was made for."""
    bare = name.split("+")[-1].casefold()
    return next((charset for charset in (TCVN3, VNI) if bare.startswith(charset.fonts)), None)
