"""Turn traditional characters, Taiwan wording and wrong variants into the simplified standard."""

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from nianbao.normalise.characters import Codes, Mask, Normalised, to_codes
from nianbao.normalise.dictionaries import phrases, script_phrases, simplified, traditional_only

#: Share of Han characters that exist only in traditional script from which on the whole text counts as traditional.
TRADITIONAL_SHARE = 0.02
#: Words of Taiwan that a converter writes for one word of the mainland always, so that a text has the one or the other.
_TAIWAN = re.compile("資訊|網路|程式|入口網站|網際網路|釋出|透過|伺服器|軟體")
_MAINLAND = re.compile("信息|網絡|程序|門戶網站|互聯網|[發发]布|發佈|通[過过]|服務器|軟件")

#: The script named in itself, as links to the other version of a page do: whole in a simplified text.
_NAMED_IN_ITSELF = re.compile("[繁正簡]體")


def is_traditional(codes: Codes) -> bool:
    """Say whether the text as a whole is in traditional script."""
    foreign = np.count_nonzero(traditional_only()[codes])
    return bool(foreign and foreign >= TRADITIONAL_SHARE * np.count_nonzero((codes >= 0x3400) & (codes <= 0x9FFF)))


def change_wording(characters: Normalised) -> Normalised:
    """Write mainland words for those of Taiwan in a traditional text that uses these rather than those."""
    text = characters.text
    if not is_traditional(characters.codes) or len(_TAIWAN.findall(text)) <= len(_MAINLAND.findall(text)):
        return characters
    return replace_phrases(characters, "wording")


def change_variants(characters: Normalised) -> Normalised:
    """Write the usual characters for the wrong ones that careless converters choose (谘詢, 答覆, 隨著), in a traditional text."""
    return replace_phrases(characters, "variants") if is_traditional(characters.codes) else characters


def simplify(characters: Normalised) -> Normalised:
    """Turn traditional characters simplified: all of them in a traditional text, else only those no simplified text has."""
    codes, foreign = characters.codes, traditional_only()[characters.codes]
    if not foreign.any():
        return characters
    converted = simplified()[codes]
    if not is_traditional(codes):
        for match in _NAMED_IN_ITSELF.finditer(characters.text):
            foreign[match.start() : match.end()] = False
        return characters.written(np.where(foreign, converted, codes)) if foreign.any() else characters
    for match in _pattern("script").finditer(characters.text):
        converted[match.start() : match.end()] = to_codes(script_phrases()[match.group()])
    return characters.written(converted)


def replace_phrases(characters: Normalised, name: str) -> Normalised:
    """Write the phrases of a dictionary anew; of a phrase that gets shorter the rest goes to its last character."""
    codes, keep = characters.codes.copy(), np.ones(len(characters.codes), dtype=bool)
    for match in _pattern(name).finditer(characters.text):
        _write(codes, keep, match.start(), match.end(), phrases(name)[match.group()])
    if keep.all() and (codes == characters.codes).all():
        return characters
    return characters.written(codes).folded(keep)


def _write(codes: Codes, keep: Mask, start: int, end: int, new: str) -> None:
    """Put ``new`` in the place of codes[start:end]."""
    codes[start : start + len(new)] = to_codes(new)
    keep[start + len(new) : end] = False


@lru_cache(maxsize=3)
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a dictionary's phrases, the longest first."""
    table: Mapping[str, str] = script_phrases() if name == "script" else phrases(name)
    return re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
