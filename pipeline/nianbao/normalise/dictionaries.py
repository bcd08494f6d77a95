"""What the steps know of characters and phrases: OpenCC's dictionaries and the tables beside this file."""

import unicodedata
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from nianbao.normalise.characters import Codes, Mask

#: Signs of which a text needs at least one for a step to have work: bits of ``kinds``.
BLANK, WIDE, RADICAL, INVISIBLE, BRACKET, TRADITIONAL, SPACE, BREAK = (1 << i for i in range(8))
INVISIBLE_CODES = (
    *(0xAD, 0x34F, 0x61C, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB),
    *(code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85)),
    *(*range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
    *(*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)),
)
#: Characters in today's standard for names (list of 2013) that OpenCC simplifies all the same: whole in a simplified text.
NAMES = "昇陞甦甯頫剋氾祕絜澂"


@lru_cache(maxsize=1)
def blanks() -> Codes:
    """Code point → the one blank or line break that stands for it."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[[0x09, 0x1F, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]] = 0x20
    table[[0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029]] = 0x0A
    return table


@lru_cache(maxsize=1)
def narrow() -> Codes:
    """Code point → half-width digit, letter or sign; Chinese punctuation stays."""
    table = np.arange(0x110000, dtype=np.uint32)
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)):
        table[first : last + 1] = np.arange(first - 0xFEE0, last - 0xFEE0 + 1)
    for wide, half in zip("％＠．＿／－＋", "%@._/-+", strict=True):
        table[ord(wide)] = ord(half)
    return table


@lru_cache(maxsize=1)
def plain_radicals() -> Codes:
    """Code point of a radical or compatibility ideograph → the character it looks like."""
    table = np.arange(0x110000, dtype=np.uint32)
    for first, last in ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = ord(plain)
    for radical, plain in _table("radicals.tsv").items():
        table[ord(radical)] = ord(plain)
    return table


@lru_cache(maxsize=1)
def invisible() -> Mask:
    """Mark the code points that show nothing: zero-width, joiners, directions, variation selectors, control characters."""
    table = np.zeros(0x110000, dtype=bool)
    table[list(INVISIBLE_CODES)] = True
    return table


@lru_cache(maxsize=1)
def simplified() -> Codes:
    """Code point of a traditional character → its simplified one, the usual one where there are several."""
    table = np.arange(0x110000, dtype=np.uint32)
    for traditional, plain in opencc("TSCharacters.txt").items():
        table[ord(traditional)] = ord(plain)
    return table


@lru_cache(maxsize=1)
def traditional_only() -> Mask:
    """Mark what OpenCC simplifies and no simplified text has: neither GB 2312 nor the list of characters for names."""
    table = np.zeros(0x110000, dtype=bool)
    for code in np.flatnonzero(simplified() != np.arange(0x110000)).tolist():
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            table[code] = chr(code) not in NAMES
    return table


@lru_cache(maxsize=1)
def kinds() -> npt.NDArray[np.uint8]:
    """Code point → bits that say which steps it concerns."""
    table = np.zeros(0x110000, dtype=np.uint8)
    own = np.arange(0x110000)
    for bit, mask in (
        (BLANK, blanks() != own),
        (WIDE, narrow() != own),
        (RADICAL, plain_radicals() != own),
        (INVISIBLE, invisible()),
        (TRADITIONAL, traditional_only()),
    ):
        table[mask] |= bit
    table[[ord("("), ord("（")]] |= BRACKET
    table[ord(" ")] |= SPACE
    table[ord("\n")] |= BREAK
    return table


@lru_cache(maxsize=1)
def script_phrases() -> dict[str, str]:
    """Phrases whose characters are simplified otherwise than alone, by OpenCC; only those with a result that no step changes again."""
    pairs = opencc("TSPhrases.txt").items()
    return {old: new for old, new in pairs if len(old) == len(new) and not any(traditional_only()[ord(sign)] for sign in new)}


@lru_cache(maxsize=2)
def phrases(name: str) -> dict[str, str]:
    """Return the phrases of ``wording`` (of Taiwan) or ``variants`` (of careless converters): old → new, never longer."""
    return _table(f"{name}.tsv")


def opencc(name: str) -> dict[str, str]:
    """Read a dictionary of OpenCC: the first of the alternatives counts."""
    lines = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {key: value.split(" ")[0] for key, value in pairs}


def _table(name: str) -> dict[str, str]:
    """Read a table beside this file: old, tab, new; lines with # are for people."""
    lines = files("nianbao.normalise").joinpath(name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))
