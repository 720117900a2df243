"""The letters of Vietnamese in capitals and small, for classes in patterns: ranges such as À-Ỹ hold both kinds."""

import unicodedata

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_TONED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)

LOWER = "".join(dict.fromkeys(f"abcdđefghijklmnopqrstuvwxyz{_TONED}"))
UPPER = LOWER.upper()
