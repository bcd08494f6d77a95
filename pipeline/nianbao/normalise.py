"""Raw text to normalised characters, each tied to the raw slice it came from; nothing of the source is lost.

A *character* here is one token of the spaCy document: a normalised code point and the raw slice that stands for it,
so that ``國(guó)`` is one character 国. Rules that need a phrase (乾隆 stays, 乾淨 is 干净) come from OpenCC's dictionaries.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]

_FINALS = "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|er|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
TONED_PINYIN = re.compile(rf"[(（](?=[^)）]{{0,6}}[{_TONES}])[a-zɡü{_TONES}]{{1,7}}[)）]")
PLAIN_PINYIN = re.compile(rf"(?<=[\u3400-\u9fff)）])[(（](?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:{_FINALS})[)）]")
#: A page that was run through a converter has dozens of these; a report that glosses a word has one or two.
PLAIN_PINYIN_IS_DAMAGE = 5
#: Share of Han characters that exist only in traditional script above which the whole text counts as traditional.
TRADITIONAL_SHARE = 0.02
INVISIBLE = (0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Code points (n,) with the raw offsets [start, end) of each; the slices cover the source without gaps."""

    codes: Codes
    starts: Offsets
    ends: Offsets

    @property
    def text(self) -> str:
        """The normalised characters as a string of length n."""
        return to_text(self.codes)


def normalise(text: str) -> Normalised:
    """Return the normalised characters of ``text`` (any Unicode string), pinyin and invisible signs folded into their neighbours."""
    raw = to_codes(text)
    keep = _kept(text, raw)
    starts = np.flatnonzero(keep)
    ends = np.append(starts[1:], len(raw)) if len(starts) else starts
    return Normalised(simplify(_form_table()[raw[starts]]), starts, ends)


def to_codes(text: str) -> Codes:
    """Return the code points of ``text`` as uint32."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def to_text(codes: Codes) -> str:
    """Return the string of the code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def simplify(codes: Codes) -> Codes:
    """Turn traditional characters simplified (OpenCC t2s): all of them in a traditional text, else only those no simplified text has."""
    only, table = _traditional_only(), _simplified_table()
    foreign = only[codes]
    if not foreign.any():
        return codes
    han = np.count_nonzero((codes >= 0x3400) & (codes <= 0x9FFF))
    if foreign.sum() < TRADITIONAL_SHARE * han:
        return np.where(foreign, table[codes], codes)
    return _keep_phrases(codes, table[codes])


def _keep_phrases(codes: Codes, converted: Codes) -> Codes:
    """Overwrite characters whose phrase decides otherwise than the character alone."""
    phrases = _phrases()
    pattern = _phrase_pattern()
    for match in pattern.finditer(to_text(codes)):
        converted[match.start() : match.end()] = to_codes(phrases[match.group()])
    return converted


def _kept(text: str, raw: Codes) -> npt.NDArray[np.bool_]:
    """Mark the raw characters that begin a normalised one."""
    keep = ~_invisible()[raw]
    for match in TONED_PINYIN.finditer(text):
        keep[match.start() : match.end()] = False
    plain = list(PLAIN_PINYIN.finditer(text))
    if len(plain) >= PLAIN_PINYIN_IS_DAMAGE:
        for match in plain:
            keep[match.start() : match.end()] = False
    keep[:1] = True
    return keep


@lru_cache(maxsize=1)
def _form_table() -> Codes:
    """Code point → code point of the same character in usual form: half-width letters and digits, one blank, plain radicals."""
    table = np.arange(0x110000, dtype=np.uint32)
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)):
        table[first : last + 1] = np.arange(first - 0xFEE0, last - 0xFEE0 + 1)
    for wide, half in zip("％＠．＿／－＋　\xa0", "%@._/-+  ", strict=True):
        table[ord(wide)] = ord(half)
    for control in (*range(0x20), *range(0x7F, 0xA0), *INVISIBLE):
        table[control] = 0x0A if control in (0x0A, 0x0B, 0x0C, 0x0D, 0x85) else 0x20
    table[[0x2028, 0x2029]] = 0x0A
    for first, last in ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = ord(plain)
    return table


@lru_cache(maxsize=1)
def _invisible() -> npt.NDArray[np.bool_]:
    table = np.zeros(0x110000, dtype=bool)
    table[list(INVISIBLE)] = True
    return table


def _dictionary(name: str) -> dict[str, str]:
    """Read a dictionary of OpenCC: the first of the alternatives counts."""
    lines = files("opencc").joinpath("dictionary", name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {key: value.split(" ")[0] for key, value in pairs}


@lru_cache(maxsize=1)
def _simplified_table() -> Codes:
    table = np.arange(0x110000, dtype=np.uint32)
    for traditional, simplified in _dictionary("TSCharacters.txt").items():
        table[ord(traditional)] = ord(simplified)
    return table


@lru_cache(maxsize=1)
def _traditional_only() -> npt.NDArray[np.bool_]:
    """Mark characters that OpenCC simplifies and that GB 2312, the simplified standard, does not have."""
    table = np.zeros(0x110000, dtype=bool)
    for traditional in _dictionary("TSCharacters.txt"):
        try:
            traditional.encode("gb2312")
        except UnicodeEncodeError:
            table[ord(traditional)] = True
    return table


@lru_cache(maxsize=1)
def _phrases() -> dict[str, str]:
    return {key: value for key, value in _dictionary("TSPhrases.txt").items() if len(key) == len(value)}


@lru_cache(maxsize=1)
def _phrase_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _phrases()), key=len, reverse=True)))
